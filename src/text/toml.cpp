#include "text/toml.h"

#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32
#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/span.h"
#include "text/unicode.h"
#include "text/yaml_nodes.h"

namespace recto::toml {
namespace {

using yaml::Entry;
using yaml::Kind;
using yaml::Node;
using yaml::Problem;
using yaml::Style;

// toml++ frees tables within tables by recursion, and a key of many parts makes as many of them.
constexpr int kMostParts = 100;

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

/// The first line with so many dots that may part keys, from 1; 0 without one. Such a dot has a
/// quotation mark beside it, or no blank between it and the dot before, `a.b.c`: whether a line
/// begins within a string is not known here, so that dots of prose with neither are all that is
/// passed over.
std::size_t line_of_many_parts(std::string_view text) {
  std::size_t number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = take_line(rest);
    ++number;
    int parts = 0;
    std::size_t last = 0;
    for (std::size_t dot = line.find('.'); dot != line.npos; dot = line.find('.', dot + 1)) {
      const std::string_view before = trimmed(line.substr(last, dot - last));
      const std::string_view behind = trimmed(line.substr(dot + 1));
      const bool is_quoted = (!before.empty() && is_quote(before.back())) ||
                             (!behind.empty() && is_quote(behind.front()));
      if (is_quoted || std::none_of(before.begin(), before.end(), is_gap)) ++parts;
      if (parts > kMostParts) return number;
      last = dot + 1;
    }
  }
  return 0;
}

/// The places of the library in bytes: it counts lines and code points.
class Places {
 public:
  explicit Places(std::string_view text) {
    lines_.push_back(0);
    for (std::size_t at = 0; at < text.size();) {
      begins_.push_back(static_cast<std::uint32_t>(at));
      if (next_code_point(text, at) == U'\n') lines_.push_back(begins_.size());
    }
    begins_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  std::uint32_t offset(const ::toml::source_position& position) const {
    const std::size_t line = std::clamp<std::size_t>(position.line, 1, lines_.size());
    const std::size_t column = std::max<std::size_t>(position.column, 1);
    return begins_[std::min(lines_[line - 1] + column - 1, begins_.size() - 1)];
  }

  Span span(const ::toml::source_region& region) const {
    const std::uint32_t begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
  }

 private:
  std::vector<std::uint32_t> begins_;  // of each code point, and the end
  std::vector<std::size_t> lines_;     // the code point that each begins with
};

class Converter {
 public:
  Converter(std::string_view text, const Places& places, const yaml::Limits& limits)
      : text_(text), places_(places), limits_(limits) {}

  Node node_of(const ::toml::node& value, std::size_t depth) {
    is_too_much_ = is_too_much_ || depth > limits_.depth || ++count_ > limits_.nodes;
    if (is_too_much_) return {};
    if (const auto* table = value.as_table()) return map_of(*table, depth);
    if (const auto* array = value.as_array()) return list_of(*array, depth);
    return scalar_of(value);
  }

  bool is_too_much() const { return is_too_much_; }

 private:
  Node scalar_of(const ::toml::node& value) const {
    Node node{.kind = Kind::scalar, .style = Style::plain, .span = places_.span(value.source())};
    const std::string_view written = slice(text_, node.span);
    if (const auto* string = value.as_string()) {
      node.text = string->get();
      const bool is_long = written.starts_with(R"(""")") || written.starts_with("'''");
      const bool is_literal = written.starts_with('\'');
      node.style = is_long      ? Style::literal
                   : is_literal ? Style::single_quoted
                                : Style::double_quoted;
    } else if (const auto* integer = value.as_integer()) {
      node.text = std::to_string(integer->get());  // of `1_000`, `+10`, `0x10`
    } else {
      node.text = written;
    }
    return node;
  }

  Node list_of(const ::toml::array& array, std::size_t depth) {
    Node node{.kind = Kind::list, .style = Style::flow, .span = places_.span(array.source())};
    for (const ::toml::node& item : array) node.items.push_back(node_of(item, depth + 1));
    const bool has_brackets =
        slice(text_, node.span).starts_with('[') && !slice(text_, node.span).starts_with("[[");
    if (!has_brackets) {
      node.style = Style::block;
      for (const Node& item : node.items) node.span = around(node.span, item.span);
    }
    return node;
  }

  /// The library sorts entries by their names; here they stand in the order of the document.
  Node map_of(const ::toml::table& table, std::size_t depth) {
    Node node{.kind = Kind::map, .style = table.is_inline() ? Style::flow : Style::block};
    for (const auto& [key, value] : table) {
      node.entries.push_back(
          {std::string(key.str()), places_.span(key.source()), node_of(value, depth + 1)});
    }
    std::sort(node.entries.begin(), node.entries.end(),
              [](const Entry& a, const Entry& b) { return a.key_span.begin < b.key_span.begin; });
    node.span = places_.span(table.source());
    if (node.style == Style::flow || node.entries.empty()) return node;
    node.span = node.entries.front().key_span;
    for (const Entry& entry : node.entries) {
      node.span = around(around(node.span, entry.key_span), entry.value.span);
    }
    return node;
  }

  static Span around(Span a, Span b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
  }

  std::string_view text_;
  const Places& places_;
  const yaml::Limits& limits_;
  std::size_t count_ = 0;
  bool is_too_much_ = false;
};

/// What the library says, without where it was in its own grammar; a string that runs over the end
/// of its line is what it calls a control character.
std::string reason_of(std::string_view description, bool ends_line) {
  if (ends_line && description.find("control character") != std::string_view::npos) {
    return "a string without its closing quote";
  }
  constexpr std::string_view kPreface = "Error while parsing ";
  const std::size_t colon = description.find(": ");
  const bool has_preface = description.starts_with(kPreface) && colon != std::string_view::npos;
  return std::string(has_preface ? description.substr(colon + 2) : description);
}

yaml::Document refused(Problem::What what, std::string message, std::size_t line,
                       std::size_t column, Span span) {
  return {.problem = Problem{what, std::move(message), span, line, column}};
}

}  // namespace

yaml::Document parse(std::string_view text, std::uint32_t offset, const yaml::Limits& limits) {
  const auto at = [&](std::uint32_t begin) { return Span{begin + offset, begin + offset}; };
  const Places places(text);
  if (const std::size_t line = line_of_many_parts(text); line > 0) {
    const auto number = static_cast<::toml::source_index>(line);
    return refused(Problem::What::too_complex,
                   "more than " + std::to_string(kMostParts) + " parts of keys in a line", line, 1,
                   at(places.offset({number, 1})));
  }
  const ::toml::parse_result result = ::toml::parse(text);
  if (!result) {
    const ::toml::parse_error& error = result.error();
    const ::toml::source_position place = error.source().begin;
    const std::uint32_t begin = places.offset(place);
    const bool is_deep = error.description().find("nested") != std::string_view::npos;
    if (is_deep) {
      return refused(Problem::What::too_complex, "values nested too deep", place.line, place.column,
                     at(begin));
    }
    const bool ends_line = begin == text.size() || is_line_end(text[begin]);
    return refused(Problem::What::syntax, reason_of(error.description(), ends_line), place.line,
                   place.column, at(begin));
  }
  Converter converter(text, places, limits);
  yaml::Document document{.root = converter.node_of(result.table(), 0)};
  if (converter.is_too_much()) {
    return refused(Problem::What::too_complex,
                   "more than " + std::to_string(limits.nodes) + " values, or nested more than " +
                       std::to_string(limits.depth) + " deep",
                   1, 1, at(0));
  }
  yaml::shift(document.root, offset);
  return document;
}

}  // namespace recto::toml
