#include "checks/rule.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.h"
#include "base/line_map.h"
#include "text/similarity.h"
#include "text/yaml.h"

namespace recto {
namespace {

/// The file a rule is read from, to say where something is wrong.
struct RuleFile {
  std::string_view text;
  const std::string& path;
  LineMap lines = LineMap(text);

  [[noreturn]] void refuse(Span span, const std::string& what) const {
    throw Error(path, lines.line(span.begin), what);
  }
};

std::string scalar(const RuleFile& file, const yaml::Entry& entry) {
  if (entry.value.kind != yaml::Kind::scalar) {
    file.refuse(entry.key_span, "`" + entry.key + "` takes a text");
  }
  return entry.value.text;
}

template <std::size_t N>
void refuse_unknown_keys(const RuleFile& file, const yaml::Node& map,
                         const std::array<std::string_view, N>& known) {
  for (const yaml::Entry& entry : map.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    std::string message = "unknown key `" + entry.key + "`";
    const std::vector<std::string> candidates(known.begin(), known.end());
    if (const auto near = nearest(entry.key, candidates)) {
      message += "; did you mean `" + *near + "`?";
    }
    file.refuse(entry.key_span, message);
  }
}

const yaml::Entry* entry_of(const yaml::Node& map, std::string_view key) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(),
                                  [&](const yaml::Entry& entry) { return entry.key == key; });
  return found == map.entries.end() ? nullptr : &*found;
}

std::string optional_text(const RuleFile& file, const yaml::Node& map, std::string_view key) {
  const yaml::Entry* entry = entry_of(map, key);
  return entry != nullptr ? scalar(file, *entry) : std::string();
}

Example parse_example(const RuleFile& file, const yaml::Node& node) {
  constexpr std::array<std::string_view, 7> kKeys = {"locale", "note",  "source", "flagged",
                                                     "silent", "terms", "message"};
  if (node.kind != yaml::Kind::map) file.refuse(node.span, "an example is a map");
  refuse_unknown_keys(file, node, kKeys);
  Example example;
  if (entry_of(node, "locale") != nullptr) example.locale = optional_text(file, node, "locale");
  example.note = optional_text(file, node, "note");
  example.source = optional_text(file, node, "source");
  example.flagged = optional_text(file, node, "flagged");
  example.silent = optional_text(file, node, "silent");
  example.terms = optional_text(file, node, "terms");
  example.message = optional_text(file, node, "message");
  return example;
}

void parse_message(const RuleFile& file, const yaml::Entry& entry, Rule& rule) {
  if (entry.value.kind != yaml::Kind::map) {
    rule.message = scalar(file, entry);
    return;
  }
  for (const yaml::Entry& variant : entry.value.entries) {
    if (variant.key == "usual")
      rule.message = scalar(file, variant);
    else
      rule.variants[variant.key] = scalar(file, variant);
  }
}

CustomWords parse_custom(const RuleFile& file, const yaml::Entry& entry) {
  constexpr std::array<std::string_view, 2> kKeys = {"by", "message"};
  if (entry.value.kind != yaml::Kind::map) file.refuse(entry.key_span, "`custom` is a map");
  refuse_unknown_keys(file, entry.value, kKeys);
  CustomWords custom{.message = optional_text(file, entry.value, "message")};
  const yaml::Node* by = entry.value.find("by");
  if (by == nullptr || by->kind != yaml::Kind::list || custom.message.empty()) {
    file.refuse(entry.key_span, "`custom` takes a list `by` of fields, and a `message`");
  }
  for (const yaml::Node& field : by->items) custom.by.push_back(field.text);
  return custom;
}

ParamMap parse_params(const RuleFile& file, const yaml::Entry& with) {
  if (with.value.kind != yaml::Kind::map) file.refuse(with.key_span, "`with` is a map");
  ParamMap params;
  for (const yaml::Entry& entry : with.value.entries) {
    Param param{.path = file.path, .line = file.lines.line(entry.key_span.begin)};
    param.is_list = entry.value.kind == yaml::Kind::list;
    if (!param.is_list) param.values.push_back(scalar(file, entry));
    for (const yaml::Node& item : entry.value.items) param.values.push_back(item.text);
    params.emplace(entry.key, std::move(param));
  }
  return params;
}

/// The next `{name}` of `message` from `at` on, with its braces.
std::optional<Span> next_field(std::string_view message, std::size_t at) {
  constexpr std::string_view kName = "abcdefghijklmnopqrstuvwxyz_0123456789";
  for (std::size_t open = message.find('{', at); open != std::string_view::npos;
       open = message.find('{', open + 1)) {
    const std::size_t close = message.find_first_not_of(kName, open + 1);
    if (close == std::string_view::npos || message[close] != '}' || close == open + 1) continue;
    return Span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
  }
  return std::nullopt;
}

std::string_view field_name(std::string_view message, Span field) {
  return slice(message, {field.begin + 1, field.end - 1});
}

std::string required(const RuleFile& file, const yaml::Node& root, std::string_view key) {
  if (entry_of(root, key) == nullptr) {
    throw Error(file.path, 1, "the key `" + std::string(key) + "` is missing");
  }
  return optional_text(file, root, key);
}

}  // namespace

std::string Rule::family() const {
  return name.substr(0, name.find('/'));
}

Rule parse_rule(std::string_view text, const std::string& path, const std::string& name) {
  constexpr std::array<std::string_view, 10> kKeys = {
      "check", "severity", "message",  "custom",    "fix",
      "why",   "with",     "examples", "tested_by", "fixed"};
  const yaml::Document document = yaml::parse(text);
  if (document.problem) throw Error(path, document.problem->line, document.problem->message);
  const yaml::Node& root = document.root;
  const RuleFile file{text, path};
  if (root.kind != yaml::Kind::map) throw Error(path, 1, "a rule is a map with `check` and more");
  refuse_unknown_keys(file, root, kKeys);

  Rule rule{.name = name, .check = required(file, root, "check")};
  const std::string severity = required(file, root, "severity");
  const auto parsed = parse_severity(severity);
  if (!parsed) {
    file.refuse(entry_of(root, "severity")->value.span,
                "`" + severity + "` is no severity; use error, warning, hint or off");
  }
  rule.severity = *parsed;
  const yaml::Entry* message = entry_of(root, "message");
  if (message == nullptr) throw Error(path, 1, "the key `message` is missing");
  parse_message(file, *message, rule);
  if (const yaml::Entry* custom = entry_of(root, "custom")) {
    rule.custom = parse_custom(file, *custom);
  }
  rule.fix = optional_text(file, root, "fix");
  rule.why = optional_text(file, root, "why");
  rule.tested_by = optional_text(file, root, "tested_by");
  rule.fixed_severity = optional_text(file, root, "fixed") == "true";
  if (const yaml::Entry* with = entry_of(root, "with")) rule.with = parse_params(file, *with);
  if (const yaml::Node* examples = root.find("examples")) {
    for (const yaml::Node& item : examples->items) {
      rule.examples.push_back(parse_example(file, item));
    }
  }
  return rule;
}

std::vector<std::string> fields_of(std::string_view message) {
  std::vector<std::string> fields;
  std::size_t at = 0;
  while (const auto field = next_field(message, at)) {
    fields.emplace_back(field_name(message, *field));
    at = field->end;
  }
  return fields;
}

std::string filled_in(std::string_view message, const std::map<std::string, std::string>& fields) {
  std::string result;
  std::size_t at = 0;
  while (const auto field = next_field(message, at)) {
    result += message.substr(at, field->begin - at);
    const auto value = fields.find(std::string(field_name(message, *field)));
    result += value != fields.end() ? std::string_view(value->second) : slice(message, *field);
    at = field->end;
  }
  return result + std::string(message.substr(at));
}

}  // namespace recto
