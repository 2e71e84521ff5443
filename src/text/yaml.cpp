#include "text/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <unordered_set>

#include "base/utf8.h"
#include "text/unicode.h"
#include "text/yaml_nodes.h"
#include "text/yaml_problems.h"
#include "text/yaml_spans.h"

// The only file that includes yaml-cpp. Its events give the values and where they begin; ends come
// from yaml_spans, since yaml-cpp knows none.

namespace recto::yaml {
namespace {

using What = Problem::What;

/// Thrown out of a handler, through yaml-cpp, to stop reading.
struct Refusal {
  Problem problem;
};

/// How many bytes of text aliases may stand for together.
constexpr std::size_t kAliasedBytes = 1U << 20U;

/// A list or map that is being read.
struct Frame {
  Node node;
  YAML::anchor_t anchor = 0;
  int indent = -1;          // column of its keys or dashes; -1 in flow style
  bool has_bracket = true;  // of flow style: false for the pair in `[a: b]`
  bool awaits_value = false;
  std::unordered_set<std::string> keys;
};

/// Builds nodes from yaml-cpp's events. Offsets are those of the text given to yaml-cpp.
class Builder : public YAML::EventHandler {
 public:
  Builder(std::string_view text, const Limits& limits) : text_(text), limits_(limits) {}

  Node take_root() { return std::move(root_); }
  const Progress& progress() const { return progress_; }

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override { is_done_ = true; }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(']'); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close('}'); }

 private:
  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  }
  [[noreturn]] void refuse(std::size_t at, What what, std::string message) const {
    throw Refusal{problem_at(text_, at, what, std::move(message))};
  }
  bool awaits_key() const {
    return !frames_.empty() && frames_.back().node.kind == Kind::map &&
           !frames_.back().awaits_value;
  }
  int indent() const;
  void count(const Weight& weight, std::size_t at);
  Node scalar_at(std::size_t begin, const std::string& value) const;
  std::size_t place_of_missing() const;
  void open(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, bool is_flow);
  void close(char bracket);
  void add(Node node, YAML::anchor_t anchor);
  void add_key(Node node);

  std::string_view text_;
  Limits limits_;
  std::vector<Frame> frames_;
  std::map<YAML::anchor_t, Node> anchors_;
  Node root_;
  Progress progress_;
  std::size_t node_count_ = 0;
  std::size_t aliased_bytes_ = 0;
  std::size_t cursor_ = 0;  // behind all that was read
  bool is_done_ = false;
};

std::size_t alias_end(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of(" \t\r\n,]}", begin), text.size());
}

/// The length of a key that reads as null: `~`, `null`.
std::size_t null_key_size(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of(" \t\r\n,]}:", begin), text.size()) - begin;
}

/// The length of `~` or `null` at `at`; 0 when a value is missing there.
std::size_t null_size(std::string_view text, std::size_t at) {
  for (const std::string_view word : kNulls) {
    if (!text.substr(at).starts_with(word)) continue;
    const std::size_t end = at + word.size();
    if (end < text.size() &&
        std::string_view(" \t\r\n,]}:").find(text[end]) == std::string_view::npos)
      continue;
    // What a colon follows is the next key, not the missing value before it.
    const std::size_t next = skip_blanks(text, end);
    return next < text.size() && text[next] == ':' ? 0 : word.size();
  }
  return 0;
}

int Builder::indent() const {
  const auto found = std::find_if(frames_.rbegin(), frames_.rend(),
                                  [](const Frame& frame) { return frame.indent >= 0; });
  return found == frames_.rend() ? -1 : found->indent;
}

void Builder::count(const Weight& weight, std::size_t at) {
  node_count_ += weight.nodes;
  aliased_bytes_ += weight.bytes;
  if (node_count_ > limits_.nodes) {
    refuse(at, What::too_complex,
           "more than " + std::to_string(limits_.nodes) + " values, aliases counted");
  }
  if (aliased_bytes_ > kAliasedBytes) refuse(at, What::too_complex, "aliases of too much text");
}

void Builder::OnDocumentStart(const YAML::Mark& mark) {
  if (!is_done_) return;
  throw Refusal{explain_rest(text_, offset(mark))};
}

/// yaml-cpp reads the escapes `\N` and `\_`, U+0085 and U+00A0, as one byte each.
std::string with_mended_escapes(std::string_view text) {
  std::string result;
  while (const auto invalid = first_invalid_utf8(text)) {
    result.append(text.substr(0, *invalid)) += '\xC2';
    result += text[*invalid];
    text.remove_prefix(*invalid + 1);
  }
  return result.append(text);
}

Node Builder::scalar_at(std::size_t begin, const std::string& value) const {
  Node node{.kind = Kind::scalar, .text = value};
  std::size_t end = begin;
  const char first = begin < text_.size() ? text_[begin] : '\0';
  if (first == '"' || first == '\'') {
    node.style = first == '"' ? Style::double_quoted : Style::single_quoted;
    const auto closed = quoted_end(text_, begin);
    const std::size_t last = closed.value_or(text_.size());
    if (const auto problem = find_key_in_quotes(text_, begin, last)) throw Refusal{*problem};
    if (!closed) refuse(begin, What::syntax, "the quote that opens here is never closed");
    end = *closed;
    node.text = with_mended_escapes(value);
  } else if (first == '|' || first == '>') {
    node.style = first == '|' ? Style::literal : Style::folded;
    end = block_scalar_end(text_, begin, indent());
  } else {
    end = plain_end(text_, begin, value);
    if (const auto problem = find_item_in_plain(text_, begin, end)) throw Refusal{*problem};
  }
  node.span = span_at(begin, end - begin);
  return node;
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       const std::string& value) {
  const std::size_t at = offset(mark);
  count({}, at);
  const Properties properties = skip_properties(text_, at);
  const bool is_missing = value.empty() && tag != "!" && properties.end > at;
  Node node = is_missing ? Node{.kind = Kind::scalar, .span = span_at(properties.end, 0)}
                         : scalar_at(properties.value, value);
  progress_ = {node.span.begin, node.span.end};
  cursor_ = node.span.end;
  add(std::move(node), anchor);
}

std::size_t Builder::place_of_missing() const {
  if (frames_.empty() || frames_.back().node.kind == Kind::map) return cursor_;
  const std::size_t dash = skip_filler(text_, cursor_);
  return dash < text_.size() && text_[dash] == '-' ? dash + 1 : cursor_;
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t at = offset(mark);
  count({}, at);
  const Properties properties = skip_properties(text_, at);
  std::size_t size = null_size(text_, properties.value);
  if (awaits_key()) {
    size = null_key_size(text_, at);
    if (at >= text_.size() || text_[at] == ':') {
      refuse(at, What::syntax, "a value without a key before its `:`");
    }
    add(Node{.kind = Kind::scalar,
             .text = std::string(text_.substr(at, size)),
             .span = span_at(at, size)},
        anchor);
    return;
  }
  Node node{.span = span_at(properties.value, size)};
  if (size == 0) node.span = span_at(anchor != 0 ? properties.end : place_of_missing(), 0);
  cursor_ = std::max<std::size_t>(cursor_, node.span.end);
  add(std::move(node), anchor);
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t at = offset(mark);
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end()) refuse(at, What::syntax, "an alias inside of what it stands for");
  count(weight_of(found->second), at);
  Node node = found->second;
  const std::size_t end = alias_end(text_, at);
  place(node, span_at(at, end - at));
  cursor_ = end;
  progress_ = {at, end};
  add(std::move(node), 0);
}

void Builder::OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/,
                              YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  open(Kind::list, mark, anchor, style == YAML::EmitterStyle::Flow);
}

void Builder::OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) {
  open(Kind::map, mark, anchor, style == YAML::EmitterStyle::Flow);
}

void Builder::open(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, bool is_flow) {
  std::size_t begin = offset(mark);
  count({}, begin);
  if (awaits_key()) {
    throw Refusal{explain_collection_key(text_, begin)};
  }
  if (frames_.size() >= limits_.depth) {
    refuse(begin, What::too_complex,
           "values nested more than " + std::to_string(limits_.depth) + " deep");
  }
  const Properties properties = skip_properties(text_, begin);
  // Properties on the line of the first key are that key's own.
  const bool is_ours = is_flow || line_begin(text_, begin) != line_begin(text_, properties.value);
  if (is_ours) begin = properties.value;
  Frame frame{.node = {.kind = kind, .style = is_flow ? Style::flow : Style::block},
              .anchor = anchor};
  frame.node.span = span_at(begin, 0);
  if (is_flow) {
    const char opening = kind == Kind::map ? '{' : '[';
    frame.has_bracket = begin < text_.size() && text_[begin] == opening;
    cursor_ = std::max(cursor_, begin + (frame.has_bracket ? 1 : 0));
  } else {
    frame.indent = column_of(text_, begin);
    cursor_ = std::max(cursor_, begin);
  }
  frames_.push_back(std::move(frame));
}

void Builder::close(char bracket) {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  std::size_t end = cursor_;
  if (frame.node.style == Style::flow && frame.has_bracket) {
    end = skip_filler(text_, end);
    while (end < text_.size() && text_[end] == ',') end = skip_filler(text_, end + 1);
    if (end < text_.size() && text_[end] == bracket) ++end;
  }
  frame.node.span.end = static_cast<std::uint32_t>(end);
  cursor_ = end;
  progress_ = {frame.node.span.begin, end};
  add(std::move(frame.node), frame.anchor);
}

void Builder::add_key(Node node) {
  Frame& frame = frames_.back();
  if (node.kind != Kind::scalar) {
    refuse(node.span.begin, What::syntax, "a list or map as a key; put the key in quotes");
  }
  if (!frame.keys.insert(node.text).second) {
    refuse(node.span.begin, What::duplicate_key, "the key `" + node.text + "` stands twice");
  }
  cursor_ = node.span.end;
  const std::size_t colon = skip_filler(text_, cursor_);
  if (colon < text_.size() && text_[colon] == ':') {
    cursor_ = colon + 1;
  } else if (frame.node.style == Style::block) {
    refuse(node.span.begin, What::syntax,
           "a line that is neither `key: value` nor part of a value");
  }
  frame.node.entries.push_back({.key = std::move(node.text), .key_span = node.span, .value = {}});
  frame.awaits_value = true;
}

void Builder::add(Node node, YAML::anchor_t anchor) {
  if (anchor != 0) {
    count(weight_of(node), node.span.begin);
    anchors_[anchor] = node;
  }
  if (frames_.empty()) {
    root_ = std::move(node);
  } else if (frames_.back().node.kind == Kind::list) {
    frames_.back().node.items.push_back(std::move(node));
  } else if (!frames_.back().awaits_value) {
    add_key(std::move(node));
  } else {
    frames_.back().node.entries.back().value = std::move(node);
    frames_.back().awaits_value = false;
  }
}

/// `text` with each lone CR as LF: YAML ends lines there, yaml-cpp drops it.
std::string with_line_feeds(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result[i] == '\r' && (i + 1 == result.size() || result[i + 1] != '\n')) result[i] = '\n';
  }
  return result;
}

Document read(const std::string& text, const Limits& limits) {
  if (auto problem = find_forbidden_byte(text)) return {{}, std::move(problem)};
  Builder builder(text, limits);
  std::istringstream stream(text);
  bool is_first = true;
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) is_first = false;
  } catch (const Refusal& refusal) {
    return {{}, refusal.problem};
  } catch (const YAML::Exception& failure) {
    const std::size_t at = static_cast<std::size_t>(std::max(failure.mark.pos, 0));
    if (!is_first) return {{}, explain_rest(text, at)};
    return {{}, explain(text, at, failure.msg, builder.progress())};
  }
  return {builder.take_root(), std::nullopt};
}

}  // namespace

Document parse(std::string_view text, std::uint32_t offset, const Limits& limits) {
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
    offset += static_cast<std::uint32_t>(kByteOrderMark.size());
  }
  Document document = read(with_line_feeds(text), limits);
  shift(document.root, offset);
  if (document.problem) {
    document.problem->span.begin += offset;
    document.problem->span.end += offset;
  }
  return document;
}

}  // namespace recto::yaml
