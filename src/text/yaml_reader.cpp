#include "text/yaml_reader.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/joined.h"
#include "text/similarity.h"

namespace recto::yaml {

Reader::Reader(std::string_view text, std::string path) : lines_(text), path_(std::move(path)) {}

void Reader::refuse(Span span, const std::string& what) const {
  throw Error(path_, line(span), what);
}

void Reader::refuse_key(const Entry& entry, const std::vector<std::string>& known) const {
  refuse(entry.key_span, "unknown key " + quoted(entry) +
                             did_you_mean(entry.key, known, "; known: " + joined(known, ", ")));
}

std::string Reader::text(const Entry& entry) const {
  if (entry.value.kind != Kind::scalar) refuse(entry.key_span, quoted(entry) + " takes a text");
  return entry.value.text;
}

Handler Reader::text_into(std::string& value) const {
  return [this, &value](const Entry& entry) { value = text(entry); };
}

bool Reader::flag(const Entry& entry) const {
  if (type_of(entry.value) != Type::boolean) {
    refuse(entry.value.kind == Kind::null ? entry.key_span : entry.value.span,
           quoted(entry) + " takes true or false");
  }
  return entry.value.text.starts_with('t') || entry.value.text.starts_with('T');
}

Severity Reader::severity(const Entry& entry) const {
  const std::string name = text(entry);
  if (const auto severity = parse_severity(name)) return *severity;
  refuse(entry.value.span, "`" + name + "` is no severity; use error, warning, hint or off");
}

std::vector<std::string> Reader::texts(const Entry& entry) const {
  if (entry.value.kind == Kind::null) return {};
  if (entry.value.kind == Kind::scalar) return {entry.value.text};
  if (entry.value.kind != Kind::list) refuse(entry.key_span, quoted(entry) + " takes a list");
  std::vector<std::string> values;
  for (const Node& item : entry.value.items) {
    if (item.kind != Kind::scalar) refuse(item.span, quoted(entry) + " takes a list of texts");
    values.push_back(item.text);
  }
  return values;
}

std::string Reader::one_of(const Entry& entry, const std::vector<std::string>& known) const {
  std::string value = text(entry);
  if (std::find(known.begin(), known.end(), value) != known.end()) return value;
  refuse(entry.value.span, quoted(entry) + " takes " + joined(known, ", ", " or "));
}

Param Reader::param(const Entry& entry) const {
  Param param{.values = texts(entry), .path = path_, .line = line(entry.key_span)};
  param.is_list = entry.value.kind == Kind::list;
  return param;
}

void Reader::entries(const Node& map, Span place, const std::string& name,
                     const Handlers& handlers) const {
  if (map.kind == Kind::null) return;
  if (map.kind != Kind::map) refuse(place, name + " takes keys with values");
  for (const Entry& entry : map.entries) {
    const auto handler = handlers.find(entry.key);
    if (handler != handlers.end()) {
      handler->second(entry);
      continue;
    }
    std::vector<std::string> known;
    for (const auto& [key, unused] : handlers) known.push_back(key);
    refuse_key(entry, known);
  }
}

std::string quoted(const Entry& entry) {
  return "`" + entry.key + "`";
}

}  // namespace recto::yaml
