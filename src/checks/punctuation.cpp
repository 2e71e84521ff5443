// punctuation: a question stays a question, and quotes and brackets stay in pairs.
//
// Marks differ rightly in nearly everything else; so only what no language does is looked for: a
// paragraph that lost its last question mark, and one that opens what it does not close, where the
// source does neither.

#include <algorithm>
#include <array>
#include <optional>

#include "checks/blocks.h"
#include "checks/prose.h"
#include "text/marks.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Kinds of marks that come in pairs. Languages turn quotes either way, and mix them with `"`: of
/// those there must be an even number.
enum class Kind : std::uint8_t { round, corner, white_corner, title, lenticular, quote, guillemet };
constexpr std::size_t kKinds = 7;

enum class Role : std::uint8_t { opens, closes, either };

struct Mark {
  Kind kind = Kind::round;
  Role role = Role::either;
};

/// Whether the closing mark at `at` only follows a number or letter, or is a smile: `1)`, `b)`,
/// `:)`.
bool is_lone_by_nature(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = previous_code_point(text, at);
  if (is_one_of(before, U":;-=^")) return true;
  if (digit_value(before)) return true;
  return is_letter(before) && (at == 0 || !is_letter(previous_code_point(text, at)));
}

std::optional<Mark> mark_of(char32_t c) {
  constexpr std::u32string_view kOpening = U"(（「｢『《【";
  constexpr std::u32string_view kClosing = U")）」｣』》】";
  constexpr std::array kBrackets = {Kind::round,        Kind::round, Kind::corner,    Kind::corner,
                                    Kind::white_corner, Kind::title, Kind::lenticular};
  const std::size_t opening = kOpening.find(c);
  if (opening != std::u32string_view::npos) return Mark{kBrackets[opening], Role::opens};
  const std::size_t closing = kClosing.find(c);
  if (closing != std::u32string_view::npos) return Mark{kBrackets[closing], Role::closes};
  if (is_one_of(c, U"\"＂“”„‟")) return Mark{Kind::quote};
  if (is_one_of(c, U"«»")) return Mark{Kind::guillemet};
  return std::nullopt;
}

/// Whether the character that begins with `byte` can be no mark.
bool is_plain(unsigned char byte) {
  if (byte < 0x80) return byte != '(' && byte != ')' && byte != '"';
  return byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF;
}

/// Inches and seconds: `15"`.
bool measures(std::string_view text, std::size_t at) {
  return text[at] == '"' && at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
}

/// The first mark of `text` without a counterpart.
std::optional<Span> first_unpaired(std::string_view text) {
  std::array<std::vector<Span>, kKinds> open;
  bool has_measures = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_plain(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    const auto mark = mark_of(next_code_point(text, at));
    if (!mark) continue;
    has_measures = has_measures || measures(text, begin);
    std::vector<Span>& marks = open[static_cast<std::size_t>(mark->kind)];
    const bool opens = mark->role == Role::opens || (mark->role == Role::either && marks.empty());
    if (opens)
      marks.push_back(span_at(begin, at - begin));
    else if (!marks.empty())
      marks.pop_back();
    else if (!is_lone_by_nature(text, begin))
      return span_at(begin, at - begin);
  }
  if (has_measures) open[static_cast<std::size_t>(Kind::quote)].clear();
  for (const std::vector<Span>& marks : open) {
    if (!marks.empty()) return marks.front();
  }
  return std::nullopt;
}

/// The question mark that `text` ends with, but for quotes, brackets and marks of emphasis.
std::optional<Span> final_question_mark(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = text.size();
    const char32_t c = previous_code_point(text, at);
    if (c == '?') return span_at(at, 1);
    if (!is_space(c) && !is_one_of(c, U"\"'”’)*_»")) return std::nullopt;
    text = text.substr(0, at);
  }
  return std::nullopt;
}

/// Languages that ask without a mark.
bool asks_by_words(const Locale& locale) {
  constexpr std::array<std::string_view, 6> kLanguages = {"th", "lo", "km", "my", "bo", "jbo"};
  return std::find(kLanguages.begin(), kLanguages.end(), locale.language) != kLanguages.end();
}

/// Whether `text` asks, by a mark or by the word that ends a question.
bool asks(std::string_view text, const Locale& locale) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_one_of(c, U"?？؟՞፧⁇⁈⁉‽¿\u037E")) return true;
    if (c == ';' && locale.language == "el") return true;
  }
  const auto has = [text](std::string_view word) { return text.find(word) != text.npos; };
  if (locale.language == "ja") return has("か。") || has("か」") || text.ends_with("か");
  if (locale.language == "zh") return has("吗") || has("呢") || has("嗎");
  if (locale.language == "ko") return has("까.") || has("나요.") || has("까\"");
  return false;
}

/// A question of the source that `pair` does not ask.
std::optional<Finding> lost_question(const Subject& subject, const BlockPair& pair) {
  constexpr std::size_t kShortest = 12;  // bytes; a shorter text is a label
  const std::string_view raw = slice(subject.source, pair.source.back().content);
  const Locale& locale = subject.translation.locale;
  if (!final_question_mark(raw) || asks_by_words(locale)) return std::nullopt;
  const Prose ours = prose_of(subject.source, pair.source);
  const auto mark = final_question_mark(ours.text);
  if (!mark || ours.text.size() < kShortest) return std::nullopt;
  if (asks(prose_of(subject.translation, pair.translation).text, locale)) return std::nullopt;
  return Finding{.span = pair.translation.back().content,
                 .source = ours.place(*mark),
                 .certainty = Certainty::unsure,
                 .variant = "question"};
}

/// A mark of the translation without a counterpart, where those of the source are in pairs.
std::optional<Finding> lone_mark(const Subject& subject, const BlockPair& pair) {
  const auto has_lone_mark = [&](const Block& block) {
    return first_unpaired(slice(subject.translation, block.content)).has_value();
  };
  // The bytes as they stand are a quick first look.
  if (std::none_of(pair.translation.begin(), pair.translation.end(), has_lone_mark)) {
    return std::nullopt;
  }
  const Prose theirs = prose_of(subject.translation, pair.translation);
  const auto span = first_unpaired(theirs.text);
  // What is no prose, a URL that runs on, may hold the counterpart.
  if (!span || theirs.text.substr(span->end).starts_with("\uFFFC")) return std::nullopt;
  if (first_unpaired(prose_of(subject.source, pair.source).text)) return std::nullopt;
  Finding finding{.span = theirs.place(*span), .certainty = Certainty::unsure};
  finding.source = pair.source.front().content;
  finding.fields = {{"found", std::string(slice(std::string_view(theirs.text), *span))}};
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const BlockPair& pair : block_pairs(subject)) {
    if (pair.source.front().kind != BlockKind::paragraph) continue;
    if (auto finding = lost_question(subject, pair)) findings.push_back(std::move(*finding));
    if (auto finding = lone_mark(subject, pair)) findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace

CheckKind punctuation() {
  return pair_kind("punctuation",
                   "A question stays a question, and quotes and brackets stay in pairs.", {"found"},
                   run);
}

}  // namespace recto::checks
