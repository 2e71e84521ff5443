// repeated_word: a word that stands twice in a row, with nothing but blanks between.
//
// Many languages double words to mean more, and some sentences need it: nous nous, die die. Where
// adjectives follow their nouns and no word stands for "is", nouns and adjectives meet themselves.
// Chinese and Japanese have no blanks; there, words of several kanji are what is looked at.

#include <algorithm>
#include <array>

#include "base/byte_set.h"
#include "checks/check.h"
#include "checks/passages.h"
#include "text/excerpt.h"
#include "text/language.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Languages that double words as they please, or that have no blanks between them.
constexpr std::array<std::string_view, 28> kDoubling = {
    "vi", "id", "ms", "jv", "su", "tl", "fil", "ko", "th", "lo", "km", "my", "bo", "hi",
    "mr", "ne", "bn", "gu", "pa", "ta", "te",  "kn", "ml", "si", "ur", "tr", "sw", "wo"};

/// Languages in which only small words are surely wrong twice: every company (is) a company of ...
constexpr std::array<std::string_view, 3> kWithoutCopula = {"ar", "fa", "he"};

/// Words that are right twice, by language.
struct Doubles {
  std::string_view language;
  std::string_view words;
};
constexpr std::array<Doubles, 17> kDoubles = {{
    {"zh",
     " 研究 讨论 討論 考虑 考慮 休息 商量 了解 学习 學習 打扫 打掃 尝试 嘗試 琢磨 体验 體驗 "
     "熟悉 收拾 观察 觀察 参考 參考 比较 比較 感受 "},
    {"ja",
     " 部分 時代 個人 場面 場所 要所 各自 節目 季節 地域 段階 時期 時間 瞬間 局面 世代 毎日 "
     "一人 一歩 一日 一枚 一回 一言 一本 一件 一個 一度 一台 一冊 一語 一行 一点 一字 一問 一段 "},
    {"en", " that had is "},
    {"fr", " nous vous "},
    {"de", " die der das sie den dem zu ihnen "},
    {"nl", " die dat het had je "},
    {"it", " via piano man mano ora passo "},
    {"es", " casi poco "},
    {"pt", " logo quase "},
    {"sv", " det den om till på för "},
    {"da", " det den der om til på for "},
    {"nb", " det den der om til på for "},
    {"ar", " من "},
    {"fa", " کم "},
    {"pl", " się bardzo to "},
    {"ru", " что еле чуть "},
    {"ro", " să "},
}};

/// Small words that are wrong twice although their language doubles others.
constexpr std::array<Doubles, 1> kNeverDoubled = {{
    {"vi", " của và cho các những là với nhưng hoặc nếu rằng thì "},
}};

/// Calls that are doubled in every language.
constexpr std::array<std::string_view, 12> kCalls = {"oh", "ah", "ha",  "eh", "ho",  "hi",
                                                     "la", "no", "bla", "na", "أوه", "ها"};

template <std::size_t N>
const Doubles* entry_for(const std::array<Doubles, N>& list, const Locale& locale) {
  const auto* found = std::find_if(list.begin(), list.end(), [&](const Doubles& entry) {
    return entry.language == locale.language;
  });
  return found == list.end() ? nullptr : found;
}

bool lists_word(const Doubles* entry, const std::string& word) {
  return entry != nullptr && entry->words.find(' ' + word + ' ') != std::string_view::npos;
}

bool doubles_as_it_pleases(const Locale& locale) {
  return std::find(kDoubling.begin(), kDoubling.end(), locale.language) != kDoubling.end();
}

/// Whether `word` is one of something, which in Chinese means one after the other: `一步一步`.
bool is_counted_one(const Locale& locale, std::string_view word) {
  constexpr std::string_view kOne = "一";
  return locale.language == "zh" && word.size() == 2 * kOne.size() && word.starts_with(kOne);
}

bool may_double(const Locale& locale, const std::string& word) {
  if (is_counted_one(locale, word)) return true;
  if (std::find(kCalls.begin(), kCalls.end(), word) != kCalls.end()) return true;
  return doubles_as_it_pleases(locale) ? !lists_word(entry_for(kNeverDoubled, locale), word)
                                       : lists_word(entry_for(kDoubles, locale), word);
}

/// Whether the words in `pair` are parts of longer ones: peut-être être.
bool is_part_of_compound(std::string_view text, Span pair) {
  constexpr std::string_view kJoining = "-'/.@#_&";
  const bool joins_before =
      pair.begin > 0 && kJoining.find(text[pair.begin - 1]) != std::string_view::npos;
  const bool joins_after = pair.end + 1 < text.size() && text[pair.end] != '.' &&
                           kJoining.find(text[pair.end]) != std::string_view::npos;
  return joins_before || joins_after;
}

constexpr ByteSet kBlanks(" \t\r\n");

bool is_blank(std::string_view gap) {
  return !gap.empty() && kBlanks.find_other_in(gap) == gap.size();
}

bool has_no_blanks(const Locale& locale) {
  return locale.language == "ja" || locale.language == "zh";
}

/// Whether `word` is one of several kanji: words for sounds are of kana, and one kanji may be
/// counted.
bool is_kanji_word(std::string_view word) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百千万億〇";
  std::size_t kanji = 0;
  bool is_number = true;
  for (std::size_t at = 0; at < word.size(); ++kanji) {
    const char32_t c = next_code_point(word, at);
    if (script_of(c) != Script::han) return false;
    is_number = is_number && kNumerals.find(c) != std::u32string_view::npos;
  }
  return kanji >= 2 && !is_number;
}

/// Some kanji that stand twice in a row. Dividing the text into words would hide those that begin
/// or end a longer word.
std::optional<Span> doubled_kanji(std::string_view text, const Locale& locale) {
  constexpr std::size_t kLetter = 3;  // bytes
  constexpr std::size_t kLongest = 4 * kLetter;
  for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) {
    for (std::size_t size = 2 * kLetter; size <= kLongest; size += kLetter) {
      const std::string_view word = text.substr(at, size);
      if (word != text.substr(at + word.size(), size) || !is_kanji_word(word)) continue;
      if (!may_double(locale, std::string(word))) return span_at(at, 2 * size);
    }
  }
  return std::nullopt;
}

bool is_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const char32_t c = next_code_point(word, at);
    if (!is_letter(c) && !is_mark(c)) return false;
  }
  return letters >= 2;
}

/// Whether the words are equal but for their first letters, which may be a capital and a small one.
bool is_same_but_for_case(std::string_view word, std::string_view other) {
  std::size_t rest = 0;
  next_code_point(word, rest);
  return word.size() == other.size() && word.substr(rest) == other.substr(rest);
}

/// `word` behind what is elided before it: `intégration` of `l'intégration`.
Span without_elision(std::string_view text, Span word) {
  constexpr std::size_t kLongest = 3;  // bytes: qu'
  const std::string_view said = slice(text, word);
  for (const std::string_view apostrophe : {"'", "’"}) {
    const std::size_t at = said.find(apostrophe);
    if (at > 0 && at < kLongest) {
      return {static_cast<std::uint32_t>(word.begin + at + apostrophe.size()), word.end};
    }
  }
  return word;
}

std::optional<Span> doubled_word(std::string_view text, const Locale& locale) {
  Span last;
  for (const Span word : word_spans(text, locale)) {
    const Span before = without_elision(text, last);
    const Span pair{last.begin, word.end};
    const std::string_view said = slice(text, word);
    const bool is_pair = !before.is_empty() && is_blank(slice(text, {before.end, word.begin})) &&
                         is_same_but_for_case(slice(text, before), said);
    if (is_pair && is_letters(said)) {
      const std::string small = lower_case(slice(text, before), locale);
      // Behind an elision small words meet rightly: qu'en en parlant.
      const bool is_elided = before != last;
      const bool is_small = (languages_of(small) & language_bit(locale)) != 0;
      const bool is_same = small == lower_case(said, locale) && !(is_elided && is_small);
      if (is_same && !may_double(locale, small) && !is_part_of_compound(text, pair)) return pair;
    }
    last = word;
  }
  return std::nullopt;
}

/// Two equal words side by side in `text`; none when all differ.
std::optional<Span> doubled(std::string_view text, const Locale& locale) {
  return has_no_blanks(locale) ? doubled_kanji(text, locale) : doubled_word(text, locale);
}

bool has_doubled(const Post& post, std::size_t block) {
  for (const Passage& passage : passages_of(post, block)) {
    for (const Span piece : passage.pieces) {
      if (doubled(slice(post, piece), post.locale)) return true;
    }
  }
  return false;
}

bool source_doubles(const Subject& subject, const PairedPassage& paired, KnownBlocks& doubling) {
  return any_source_block(paired, doubling,
                          [&](std::size_t block) { return has_doubled(subject.source, block); });
}

/// Arabic `and`, `with the`, `to the` in front of a word: what they join stands once.
constexpr std::array<std::string_view, 5> kJoiners = {"وال", "فال", "بال", "كال", "لل"};

bool is_joined(std::string_view word, const Locale& locale) {
  return locale.language == "ar" &&
         std::any_of(kJoiners.begin(), kJoiners.end(),
                     [&](std::string_view joiner) { return word.starts_with(joiner); });
}

/// Whether `span` is the end of a longer run of kanji: 可能性能性.
bool ends_kanji(std::string_view text, Span span) {
  std::size_t at = span.begin;
  return at > 0 && script_of(previous_code_point(text, at)) == Script::han;
}

Certainty certainty_of(const Post& post, Span pair) {
  const Locale& locale = post.locale;
  if (locale.language == "zh") return Certainty::unsure;  // verbs are doubled to soften them
  if (has_no_blanks(locale))
    return ends_kanji(post.text, pair) ? Certainty::unsure : Certainty::sure;
  const bool may_be_right = std::find(kWithoutCopula.begin(), kWithoutCopula.end(),
                                      locale.language) != kWithoutCopula.end();
  const std::string_view words = slice(post, pair);
  const std::string word = lower_case(words.substr(0, kBlanks.find_in(words)), locale);
  const bool is_small_word = (languages_of(word) & language_bit(locale)) != 0;
  return may_be_right && !is_small_word && !is_joined(word, locale) ? Certainty::unsure
                                                                    : Certainty::sure;
}

Findings run(const Subject& subject) {
  const Locale& locale = subject.translation.locale;
  if (doubles_as_it_pleases(locale) && entry_for(kNeverDoubled, locale) == nullptr) return {};
  Findings findings;
  KnownBlocks doubling;  // of the source
  for (const PairedPassage& paired : paired_passages(subject)) {
    for (const Span piece : paired.passage.pieces) {
      const auto place = doubled(slice(subject.translation, piece), locale);
      if (!place || source_doubles(subject, paired, doubling)) continue;
      const Span span = span_at(piece.begin + place->begin, place->size());
      findings.push_back({.span = span,
                          .fields = {{"found", short_quote(slice(subject.translation, span))}},
                          .source = paired.source_span,
                          .certainty = certainty_of(subject.translation, span)});
    }
  }
  return findings;
}

}  // namespace

CheckKind repeated_word() {
  return pair_kind("repeated_word",
                   "No word stands twice in a row but where the language doubles words.", {"found"},
                   run);
}

}  // namespace recto::checks
