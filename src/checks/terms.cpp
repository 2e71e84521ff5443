#include "checks/terms.h"

#include <optional>
#include <vector>

#include "base/error.h"
#include "text/yaml.h"
#include "text/yaml_reader.h"

namespace recto {
namespace {

constexpr std::size_t kMostValues = 2'000'000;  // a large termbase in many languages

/// `kep: true` is a slip, not a rendering into a language called `kep`.
bool is_flag(const yaml::Node& value) {
  return yaml::type_of(value) == yaml::Type::boolean;
}

std::vector<std::string> texts(const yaml::Reader& reader, const yaml::Entry& entry) {
  if (entry.value.kind == yaml::Kind::null) {
    reader.refuse(entry.key_span, yaml::quoted(entry) + " takes a text or a list");
  }
  return reader.texts(entry);
}

Rendering rendering(const yaml::Reader& reader, const yaml::Entry& entry) {
  Rendering result;
  if (entry.value.kind != yaml::Kind::map) {
    result.use = texts(reader, entry);
    return result;
  }
  reader.entries(entry.value, entry.key_span, yaml::quoted(entry),
                 {{"use", [&](const yaml::Entry& part) { result.use = texts(reader, part); }},
                  {"not", [&](const yaml::Entry& part) { result.reject = texts(reader, part); }}});
  return result;
}

Term parse_term(const yaml::Reader& reader, const yaml::Node& node) {
  if (node.kind != yaml::Kind::map)
    reader.refuse(node.span, "a term is a map with `source` and more");
  Term term;
  std::optional<bool> match_case;
  for (const yaml::Entry& entry : node.entries) {
    if (entry.key == "source")
      term.source = reader.text(entry);
    else if (entry.key == "note")
      term.note = reader.text(entry);
    else if (entry.key == "keep")
      term.keep = reader.flag(entry);
    else if (entry.key == "case")
      match_case = reader.flag(entry);
    else if (const auto locale = parse_locale(entry.key); locale && !is_flag(entry.value))
      term.by_locale[locale->tag()] = rendering(reader, entry);
    else
      reader.refuse_key(entry, {"source", "note", "keep", "case"});
  }
  if (term.source.empty()) reader.refuse(node.span, "a term needs a `source`");
  term.match_case = match_case.value_or(term.keep);
  return term;
}

}  // namespace

const Rendering* Term::rendering(const Locale& locale) const {
  for (const std::string& tag : locale.names()) {
    const auto found = by_locale.find(tag);
    if (found != by_locale.end()) return &found->second;
  }
  return nullptr;
}

Terms parse_terms(std::string_view text, const std::string& path) {
  const yaml::Document document = yaml::parse(text, 0, {.nodes = kMostValues});
  if (document.problem) throw Error(path, document.problem->line, document.problem->message);
  const yaml::Reader reader(text, path);
  if (document.root.kind == yaml::Kind::null) return {};
  if (document.root.kind != yaml::Kind::list) {
    reader.refuse(document.root.span, "a termbase is a list of terms");
  }
  Terms terms;
  for (const yaml::Node& node : document.root.items) terms.push_back(parse_term(reader, node));
  return terms;
}

}  // namespace recto
