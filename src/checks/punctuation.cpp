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
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Marks of one kind; each open one wants a close one. Where both are the same list, as of quotes,
/// which languages turn either way, they want an even number.
struct Marks {
  std::u32string_view open;
  std::u32string_view close;

  bool is_directed() const { return open != close; }
};

constexpr std::array kMarks = {
    Marks{U"(（", U")）"}, Marks{U"「｢", U"」｣"}, Marks{U"『", U"』"},
    Marks{U"《", U"》"},   Marks{U"【", U"】"},   Marks{U"\"＂“”„‟", U"\"＂“”„‟"},
    Marks{U"«»", U"«»"},
};

bool is_one_of(char32_t c, std::u32string_view list) {
  return list.find(c) != std::u32string_view::npos;
}

/// Whether the closing mark at `at` only follows a number or letter, or is a smile: `1)`, `b)`,
/// `:)`.
bool is_lone_by_nature(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = previous_code_point(text, at);
  if (is_one_of(before, U":;-=^")) return true;
  if (digit_value(before)) return true;
  return is_letter(before) && (at == 0 || !is_letter(previous_code_point(text, at)));
}

/// The first of `marks` without a counterpart in `text`.
std::optional<Span> unpaired(std::string_view text, const Marks& marks) {
  std::vector<Span> open;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const Span span = span_at(begin, at - begin);
    if (marks.is_directed() ? is_one_of(c, marks.open) : open.empty() && is_one_of(c, marks.open)) {
      open.push_back(span);
    } else if (is_one_of(c, marks.close)) {
      if (!open.empty())
        open.pop_back();
      else if (!is_lone_by_nature(text, begin))
        return span;
    }
  }
  return open.empty() ? std::nullopt : std::optional(open.front());
}

/// Inches and seconds: `15"`.
bool measures(std::string_view text) {
  for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
    if (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') return true;
  }
  return false;
}

std::optional<Span> first_unpaired(std::string_view text) {
  for (const Marks& marks : kMarks) {
    if (is_one_of(U'"', marks.open) && measures(text)) continue;
    const auto span = unpaired(text, marks);
    // What is no prose, a URL that runs on, may hold the counterpart.
    if (span && !text.substr(span->end).starts_with("\uFFFC")) return span;
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

Findings run(const Subject& subject) {
  constexpr std::size_t kShortest = 12;  // bytes; a shorter text is a label
  Findings findings;
  for (const BlockPair& pair : block_pairs(subject)) {
    if (pair.source.front().kind != BlockKind::paragraph) continue;
    const Prose ours = prose_of(subject.source, pair.source);
    const Prose theirs = prose_of(subject.translation, pair.translation);
    if (ours.text.size() < kShortest || theirs.text.empty()) continue;
    const Locale& locale = subject.translation.locale;
    const auto question = final_question_mark(ours.text);
    if (question && !asks_by_words(locale) && !asks(theirs.text, locale)) {
      Finding finding{.span = pair.translation.back().content,
                      .source = ours.place(*question),
                      .certainty = Certainty::unsure,
                      .variant = "question"};
      findings.push_back(std::move(finding));
    }
    const auto span = first_unpaired(theirs.text);
    if (!span || first_unpaired(ours.text)) continue;
    Finding finding{.span = theirs.place(*span), .certainty = Certainty::unsure};
    finding.source = pair.source.front().content;
    finding.fields = {{"found", std::string(slice(std::string_view(theirs.text), *span))}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind punctuation() {
  return {"punctuation",
          "A question stays a question, and quotes and brackets stay in pairs.",
          {"found"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
