#include "checks/terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.h"
#include "text/similarity.h"
#include "text/unicode.h"
#include "text/yaml.h"

namespace recto {
namespace {

/// `text` folded, with the offset in `text` of every byte of the result.
struct FoldedText {
  std::string text;
  std::vector<std::uint32_t> offsets;  // one more than bytes: the end
};

FoldedText folded_with_offsets(std::string_view text, bool match_case) {
  FoldedText result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    const std::string_view piece = text.substr(begin, at - begin);
    result.text += match_case ? std::string(piece) : folded(piece);
    result.offsets.resize(result.text.size(), static_cast<std::uint32_t>(begin));
  }
  result.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return result;
}

bool is_word_character(char32_t c) {
  return is_letter(c) || is_digit(c) || is_mark(c);
}

/// Scripts that put no blanks between words: a term may stand anywhere.
bool runs_on(Script script) {
  return script == Script::han || script == Script::hiragana || script == Script::katakana ||
         script == Script::thai;
}

/// Whether words in Latin letters change their endings in the language.
bool inflects(const Locale& locale) {
  constexpr std::array<std::string_view, 8> kFixed = {"vi", "zh", "ja", "ko",
                                                      "th", "id", "ms", "lo"};
  return std::find(kFixed.begin(), kFixed.end(), locale.language) == kFixed.end();
}

/// The letters of the same script that go on behind `at`: an ending, or another word that begins
/// alike.
std::size_t letters_behind(std::string_view text, std::size_t at, Script script) {
  std::size_t count = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (!is_word_character(c) || (!is_mark(c) && script_of(c) != script)) break;
    ++count;
  }
  return count;
}

std::size_t letters_before(std::string_view text, std::size_t at, Script script) {
  std::size_t count = 0;
  while (at > 0) {
    const char32_t c = previous_code_point(text, at);
    if (!is_word_character(c) || (!is_mark(c) && script_of(c) != script)) break;
    ++count;
  }
  return count;
}

bool stands_as_word(std::string_view text, Span span, const Locale& locale) {
  std::size_t at = span.begin;
  const Script first = script_of(next_code_point(text, at));
  at = span.end;
  const Script last = script_of(previous_code_point(text, at));
  if (runs_on(first) && runs_on(last)) return true;
  // Arabic and Hebrew write articles and prepositions in one with the word.
  const bool has_proclitics = first == Script::arabic || first == Script::hebrew;
  if (letters_before(text, span.begin, first) > (has_proclitics ? 3U : 0U)) return false;
  const std::size_t ending = letters_behind(text, span.end, last);
  // Korean particles follow in Hangul; elsewhere a short ending is a case or a plural.
  if (last == Script::hangul) return true;
  return ending == 0 || (inflects(locale) && ending <= 3);
}

std::size_t line_of(std::string_view text, Span span) {
  const std::string_view before = slice(text, {0, span.begin});
  return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

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
    throw Error(path_, line_of(text_, span), what);
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
  const yaml::Document document = yaml::parse(text);
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

std::vector<Span> occurrences(std::string_view text, std::string_view term, const Locale& locale,
                              bool match_case) {
  std::vector<Span> found;
  const FoldedText haystack = folded_with_offsets(text, match_case);
  const std::string needle = match_case ? std::string(term) : folded(term);
  if (needle.empty()) return found;
  for (std::size_t at = haystack.text.find(needle); at != std::string::npos;
       at = haystack.text.find(needle, at + 1)) {
    const Span span{haystack.offsets[at], haystack.offsets[at + needle.size()]};
    if (stands_as_word(text, span, locale)) found.push_back(span);
  }
  return found;
}

bool is_rendered(std::string_view text, std::string_view rendering, const Locale& locale) {
  if (!occurrences(text, rendering, locale, false).empty()) return true;
  if (!inflects(locale)) return false;
  // Every word of the rendering has one that begins alike: at least four letters, three fifths of
  // it.
  std::vector<std::string> words;
  for (const Span span : word_spans(text, locale)) words.push_back(folded(slice(text, span)));
  const std::vector<Span> parts = word_spans(rendering, locale);
  return std::all_of(parts.begin(), parts.end(), [&](Span part) {
    const std::string word = folded(slice(rendering, part));
    const std::size_t stem = std::max<std::size_t>(4, word.size() * 3 / 5);
    const std::string_view prefix = std::string_view(word).substr(0, stem);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& other) { return other.starts_with(prefix); });
  });
}

bool is_certain_about_forms(const Locale& locale) {
  return !inflects(locale);
}

}  // namespace recto
