#include "text/yaml_nodes.h"

namespace recto::yaml {

Weight weight_of(const Node& node) {
  Weight weight{1, node.text.size()};
  const auto add = [&weight](const Weight& more) {
    weight.nodes += more.nodes;
    weight.bytes += more.bytes;
  };
  for (const Node& item : node.items) add(weight_of(item));
  for (const Entry& entry : node.entries) {
    add({1, entry.key.size()});
    add(weight_of(entry.value));
  }
  return weight;
}

void place(Node& node, Span span) {
  node.span = span;
  for (Node& item : node.items) place(item, span);
  for (Entry& entry : node.entries) {
    entry.key_span = span;
    place(entry.value, span);
  }
}

void shift(Node& node, std::uint32_t offset) {
  const auto moved = [offset](Span span) { return Span{span.begin + offset, span.end + offset}; };
  node.span = moved(node.span);
  for (Node& item : node.items) shift(item, offset);
  for (Entry& entry : node.entries) {
    entry.key_span = moved(entry.key_span);
    shift(entry.value, offset);
  }
}

}  // namespace recto::yaml
