#include "checks/terms.h"

#include <utility>

#include "base/error.h"
#include "base/line_map.h"
#include "text/similarity.h"
#include "text/yaml.h"

namespace recto {
namespace {

constexpr std::size_t kMostValues = 2'000'000;  // a large termbase in many languages

class Parser {
 public:
  Parser(std::string_view text, std::string path) : text_(text), path_(std::move(path)) {}

  Term term(const yaml::Node& node) const {
    if (node.kind != yaml::Kind::map) refuse(node.span, "a term is a map with `source` and more");
    Term term;
    bool says_case = false;
    for (const yaml::Entry& entry : node.entries) {
      if (entry.key == "source")
        term.source = scalar(entry);
      else if (entry.key == "note")
        term.note = scalar(entry);
      else if (entry.key == "keep")
        term.keep = scalar(entry) == "true";
      else if (entry.key == "case") {
        term.match_case = scalar(entry) == "true";
        says_case = true;
      } else if (const auto locale = parse_locale(entry.key); locale && !is_flag(entry.value)) {
        term.by_locale[locale->tag()] = rendering(entry);
      } else {
        refuse_key(entry, {"source", "note", "keep", "case"});
      }
    }
    if (term.source.empty()) refuse(node.span, "a term needs a `source`");
    if (!says_case) term.match_case = term.keep;
    return term;
  }

  [[noreturn]] void refuse(Span span, const std::string& what) const {
    throw Error(path_, LineMap(text_).line(span.begin), what);
  }

 private:
  /// `kep: true` is a slip, not a rendering into a language called `kep`.
  static bool is_flag(const yaml::Node& value) {
    return yaml::type_of(value) == yaml::Type::boolean;
  }

  std::string scalar(const yaml::Entry& entry) const {
    if (entry.value.kind != yaml::Kind::scalar) {
      refuse(entry.key_span, "`" + entry.key + "` takes a text");
    }
    return entry.value.text;
  }

  std::vector<std::string> texts(const yaml::Node& node) const {
    if (node.kind == yaml::Kind::scalar) return {node.text};
    if (node.kind != yaml::Kind::list) refuse(node.span, "a rendering is a text or a list");
    std::vector<std::string> values;
    for (const yaml::Node& item : node.items) values.push_back(item.text);
    return values;
  }

  Rendering rendering(const yaml::Entry& entry) const {
    Rendering result;
    if (entry.value.kind != yaml::Kind::map) {
      result.use = texts(entry.value);
      return result;
    }
    for (const yaml::Entry& part : entry.value.entries) {
      if (part.key == "use")
        result.use = texts(part.value);
      else if (part.key == "not")
        result.reject = texts(part.value);
      else
        refuse_key(part, {"use", "not"});
    }
    return result;
  }

  [[noreturn]] void refuse_key(const yaml::Entry& entry,
                               const std::vector<std::string>& known) const {
    const auto near = nearest(entry.key, known);
    refuse(entry.key_span,
           "unknown key `" + entry.key + "`" + (near ? "; did you mean `" + *near + "`?" : ""));
  }

  std::string_view text_;
  std::string path_;
};

}  // namespace

const Rendering* Term::rendering(const Locale& locale) const {
  auto found = by_locale.find(locale.tag());
  if (found == by_locale.end()) found = by_locale.find(locale.language);
  return found == by_locale.end() ? nullptr : &found->second;
}

Terms parse_terms(std::string_view text, const std::string& path) {
  const yaml::Document document = yaml::parse(text, 0, {.nodes = kMostValues});
  if (document.problem) throw Error(path, document.problem->line, document.problem->message);
  const Parser parser(text, path);
  if (document.root.kind == yaml::Kind::null) return {};
  if (document.root.kind != yaml::Kind::list) {
    parser.refuse(document.root.span, "a termbase is a list of terms");
  }
  Terms terms;
  for (const yaml::Node& node : document.root.items) terms.push_back(parser.term(node));
  return terms;
}

}  // namespace recto
