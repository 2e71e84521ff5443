#include "checks/rule.h"

#include <optional>

#include "base/error.h"
#include "base/span.h"
#include "text/yaml.h"
#include "text/yaml_reader.h"

namespace recto {
namespace {

Example parse_example(const yaml::Reader& reader, const yaml::Node& node) {
  Example example;
  reader.entries(node, node.span, "an example",
                 {{"locale", reader.text_into(example.locale)},
                  {"note", reader.text_into(example.note)},
                  {"source", reader.text_into(example.source)},
                  {"flagged", reader.text_into(example.flagged)},
                  {"silent", reader.text_into(example.silent)},
                  {"terms", reader.text_into(example.terms)},
                  {"message", reader.text_into(example.message)}});
  return example;
}

void parse_message(const yaml::Reader& reader, const yaml::Entry& entry, Rule& rule) {
  if (entry.value.kind != yaml::Kind::map) {
    rule.message = reader.text(entry);
    return;
  }
  for (const yaml::Entry& variant : entry.value.entries) {
    if (variant.key == "usual")
      rule.message = reader.text(variant);
    else
      rule.variants[variant.key] = reader.text(variant);
  }
}

CustomWords parse_custom(const yaml::Reader& reader, const yaml::Entry& entry) {
  CustomWords custom;
  reader.entries(entry.value, entry.key_span, yaml::quoted(entry),
                 {{"by", [&](const yaml::Entry& part) { custom.by = reader.texts(part); }},
                  {"message", reader.text_into(custom.message)},
                  {"more_than", [&](const yaml::Entry& part) {
                     custom.part = reader.one_of(part, {"half", "quarter"}) == "half" ? 2 : 4;
                   }}});
  if (custom.by.empty() || custom.message.empty()) {
    reader.refuse(entry.key_span, "`custom` takes a list `by` of fields, and a `message`");
  }
  return custom;
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

yaml::Handlers handlers_of(const yaml::Reader& reader, Rule& rule) {
  return {
      {"check",
       [&](const yaml::Entry& entry) {
         rule.check = reader.text(entry);
         rule.check_line = reader.line(entry.value.span);
       }},
      {"severity", [&](const yaml::Entry& entry) { rule.severity = reader.severity(entry); }},
      {"message", [&](const yaml::Entry& entry) { parse_message(reader, entry, rule); }},
      {"custom", [&](const yaml::Entry& entry) { rule.custom = parse_custom(reader, entry); }},
      {"fix", reader.text_into(rule.fix)},
      {"why", reader.text_into(rule.why)},
      {"tested_by", reader.text_into(rule.tested_by)},
      {"fixed", [&](const yaml::Entry& entry) { rule.fixed_severity = reader.flag(entry); }},
      {"with",
       [&](const yaml::Entry& entry) {
         if (entry.value.kind != yaml::Kind::map) reader.refuse(entry.key_span, "`with` is a map");
         for (const yaml::Entry& part : entry.value.entries) {
           rule.with.emplace(part.key, reader.param(part));
         }
       }},
      {"examples",
       [&](const yaml::Entry& entry) {
         if (entry.value.kind != yaml::Kind::list) {
           reader.refuse(entry.key_span, "`examples` takes a list");
         }
         for (const yaml::Node& item : entry.value.items) {
           rule.examples.push_back(parse_example(reader, item));
         }
       }},
  };
}

}  // namespace

std::string Rule::family() const {
  return name.substr(0, name.find('/'));
}

Rule parse_rule(std::string_view text, const std::string& path, const std::string& name) {
  const yaml::Document document = yaml::parse(text);
  if (document.problem) throw Error(path, document.problem->line, document.problem->message);
  const yaml::Node& root = document.root;
  if (root.kind != yaml::Kind::map) throw Error(path, 1, "a rule is a map with `check` and more");
  const yaml::Reader reader(text, path);
  Rule rule{.name = name};
  reader.entries(root, root.span, "a rule", handlers_of(reader, rule));
  for (const char* key : {"check", "severity", "message"}) {
    if (root.find(key) != nullptr) continue;
    throw Error(path, 1, "the key `" + std::string(key) + "` is missing");
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
