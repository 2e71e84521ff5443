#include "text/language.h"

#include <algorithm>
#include <bit>
#include <set>
#include <tuple>
#include <utility>

#include "base/byte_set.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kLongestSmallWord = 24;  // bytes

/// Scripts whose letters stand for a syllable or a word.
bool is_dense(Script script) {
  return script == Script::han || script == Script::hangul || script == Script::hiragana ||
         script == Script::katakana;
}

/// Scripts that go together in one word for the reader: each ideograph is a word of its own.
bool continues(Script word, Script script) {
  return script == Script::inherited || (script == word && script != Script::han);
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Word {
  Span span;
  Script script = Script::common;
  std::size_t letters = 0;
  bool is_ascii = true;
  bool has_capital = false;
  bool has_foreign_letter = false;  // one that the source's language does not write
};

constexpr ByteSet kBeforeTechnical("-_./@#=\\+$0123456789");
constexpr ByteSet kAfterTechnical("-_/@#=\\+(0123456789");

/// Whether the word is part of a name of code: `astro.config.mjs`, `near-by`, `v2`, `run(`.
bool is_technical(std::string_view text, Span word) {
  if (word.begin > 0 && kBeforeTechnical.has(text[word.begin - 1])) return true;
  if (word.end >= text.size()) return false;
  if (kAfterTechnical.has(text[word.end])) return true;
  if (text[word.end] != '.' || word.end + 1U >= text.size()) return false;
  std::size_t at = word.end + 1U;
  return is_letter(next_code_point(text, at));
}

/// Whether the word is an ending behind an apostrophe, which Turkish puts to names: `V8'i`.
bool is_ending(std::string_view text, Span word) {
  const std::string_view before = text.substr(0, word.begin);
  return before.ends_with('\'') || before.ends_with("’");
}

/// Writes the word in small letters to `buffer`; none when it is too long to be a small word.
std::string_view in_small_letters(std::string_view word,
                                  std::array<char, kLongestSmallWord>& buffer) {
  if (word.size() > buffer.size()) return {};
  std::transform(word.begin(), word.end(), buffer.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return {buffer.data(), word.size()};
}

/// The most frequent of the languages counted, with its count.
std::pair<Languages, std::size_t> most(const std::array<std::uint32_t, 32>& counts) {
  const auto* best = std::max_element(counts.begin(), counts.end());
  return {Languages{1} << static_cast<unsigned>(best - counts.begin()), *best};
}

}  // namespace

/// Reads one passage word by word.
class Reading {
 public:
  Reading(const LanguageReader& reader, std::string_view text) : reader_(reader), text_(text) {}

  void read(Span piece) {
    Word word;
    for (std::size_t at = piece.begin; at < piece.end;) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      const Script script = letter_script(c);
      if (word.letters == 0 || !continues(word.script, script)) {
        add(word);
        word = {};
        if (script == Script::common || script == Script::inherited) continue;
        word.span.begin = static_cast<std::uint32_t>(begin);
        word.script = script;
      }
      word.span.end = static_cast<std::uint32_t>(at);
      ++word.letters;
      if (c < 0x80) {
        word.has_capital = word.has_capital || is_upper(c);
        at = read_ascii(word, piece);
        continue;
      }
      word.is_ascii = false;
      word.has_capital = word.has_capital || is_upper(c);
      word.has_foreign_letter = word.has_foreign_letter || !reader_.is_letter_of_source(c);
    }
    add(word);
  }

  Mixture finished() {
    close();
    std::tie(mixture_.other, mixture_.other_signs) = most(others_);
    mixture_.shared_signs += shared_[static_cast<std::size_t>(std::countr_zero(mixture_.other))];
    mixture_.other_words = words_of(mixture_.other);
    return std::move(mixture_);
  }

 private:
  enum class Sign { none, source, translation };

  /// Reads on to the end of the ASCII letters, of which most words are: the offset behind them.
  std::size_t read_ascii(Word& word, Span piece) const {
    std::size_t at = word.span.end;
    for (; at < piece.end && is_ascii_letter(text_[at]); ++at) {
      word.has_capital = word.has_capital || text_[at] <= 'Z';
    }
    word.letters += at - word.span.end;
    word.span.end = static_cast<std::uint32_t>(at);
    return at;
  }

  void add(const Word& word) {
    if (word.letters == 0) return;
    const std::size_t letters = word.letters * (is_dense(word.script) ? 2 : 1);
    mixture_.letters += letters;
    ++mixture_.words;
    const Sign sign = sign_of(word, letters);
    if (sign == Sign::translation) {
      ++mixture_.signs;
      return close();
    }
    if (stretch_.words == 0) stretch_.span = word.span;
    stretch_.span.end = word.span.end;
    ++stretch_.words;
    if (!word.has_capital && !is_technical(text_, word.span)) {
      ++stretch_.small;
      ++mixture_.small;
    }
    if (sign == Sign::source) ++stretch_.signs;
    stretch_.letters += letters;
  }

  Sign sign_of(const Word& word, std::size_t letters) {
    const bool source_writes = reader_.source_scripts_.has(word.script);
    const bool translation_writes = reader_.translation_scripts_.has(word.script);
    if (!source_writes && !translation_writes) {
      mixture_.foreign_letters += letters;
      return Sign::none;
    }
    if (source_writes != translation_writes) {
      const bool is_chinese = word.script == Script::han && reader_.is_into_japanese_ &&
                              languages_of(slice(text_, word.span)) != 0;
      if (is_chinese) count(languages_of(slice(text_, word.span)), others_);
      if (is_chinese) return Sign::none;
      return source_writes ? Sign::source : Sign::translation;
    }
    if (word.is_ascii && is_technical(text_, word.span)) return Sign::none;
    std::array<char, kLongestSmallWord> buffer{};
    const Languages languages = languages_of(in_small_letters(slice(text_, word.span), buffer));
    if (languages == 0) {
      if (!word.has_foreign_letter || word.has_capital) return Sign::none;
      ++mixture_.shared_signs;  // such letters speak against the source's language only
      return Sign::translation;
    }
    const bool is_source = (languages & reader_.source_bit_) != 0;
    const bool is_translation = (languages & reader_.translation_bit_) != 0;
    if (is_translation && !is_source) count(languages, shared_);
    if (is_source != is_translation) return is_source ? Sign::source : Sign::translation;
    if (!is_source && !is_ending(text_, word.span)) {
      count(languages, others_);
      other_words_.emplace_back(slice(text_, word.span), languages);
    }
    return Sign::none;
  }

  /// How many different words speak for `language`, which neither language of the pair is.
  std::size_t words_of(Languages language) const {
    std::set<std::string_view> words;
    for (const auto& [word, languages] : other_words_) {
      if ((languages & language) != 0) words.insert(word);
    }
    return words.size();
  }

  static void count(Languages languages, std::array<std::uint32_t, 32>& counts) {
    for (std::size_t i = 0; languages != 0; ++i, languages >>= 1U) counts[i] += languages & 1U;
  }

  void close() {
    if (stretch_.signs > 0) mixture_.stretches.push_back(stretch_);
    stretch_ = {};
  }

  const LanguageReader& reader_;
  std::string_view text_;
  Mixture mixture_;
  Stretch stretch_;
  std::array<std::uint32_t, 32> others_{};  // words that neither language of the pair has
  std::vector<std::pair<std::string_view, Languages>> other_words_;
  std::array<std::uint32_t, 32> shared_{};  // words that the translation's language has, too
};

LanguageReader::LanguageReader(const Locale& source, const Locale& translation)
    : source_scripts_(source),
      translation_scripts_(translation),
      is_into_japanese_(translation.language == "ja"),
      source_bit_(language_bit(source)),
      translation_bit_(language_bit(translation)) {
  // Nothing but ASCII is English; and letters tell only two languages of one script apart.
  const bool is_needed = is_written_in_latin(source) && is_written_in_latin(translation);
  if (is_needed && source.language != "en") source_letters_ = alphabet(source);
}

bool LanguageReader::is_letter_of_source(char32_t c) const {
  return std::binary_search(source_letters_.begin(), source_letters_.end(), c);
}

Mixture LanguageReader::read(std::string_view text, const std::vector<Span>& pieces) const {
  Reading reading(*this, text);
  for (const Span piece : pieces) reading.read(piece);
  return reading.finished();
}

std::string name_of(Script script) {
  switch (script) {
    case Script::latin:
      return "Latin";
    case Script::greek:
      return "Greek";
    case Script::cyrillic:
      return "Cyrillic";
    case Script::arabic:
      return "Arabic";
    case Script::hebrew:
      return "Hebrew";
    case Script::devanagari:
      return "Devanagari";
    case Script::thai:
      return "Thai";
    case Script::han:
      return "Chinese";
    case Script::hiragana:
    case Script::katakana:
      return "Japanese";
    case Script::hangul:
      return "Korean";
    default:
      return "foreign";
  }
}

std::string likely_language(std::string_view text) {
  constexpr std::size_t kLeastSigns = 8;   // small words
  constexpr std::size_t kLeastShare = 10;  // one of so many letters: posts hold code and names
  std::array<std::size_t, 14> letters{};   // by script
  std::size_t all = 0;
  for (std::size_t at = 0; at < text.size(); ++all) {
    ++letters[static_cast<std::size_t>(letter_script(next_code_point(text, at)))];
  }
  const auto writes = [&](Script script) {
    return letters[static_cast<std::size_t>(script)] * kLeastShare > all;
  };
  if (writes(Script::hiragana)) return "ja";
  if (writes(Script::hangul)) return "ko";
  if (writes(Script::han)) return "zh";
  if (writes(Script::thai)) return "th";
  std::array<std::uint32_t, 32> signs{};
  for (const Span word : word_spans(text)) {
    const Languages languages = languages_of(folded(slice(text, word)));
    for (std::size_t i = 0; i < signs.size(); ++i) signs[i] += languages >> i & 1U;
  }
  const auto [best, count] = most(signs);
  return count < kLeastSigns ? std::string() : std::string(language_tag(best));
}

std::size_t source_signs(const Mixture& mixture) {
  std::size_t signs = 0;
  for (const Stretch& stretch : mixture.stretches) signs += stretch.signs;
  return signs;
}

bool is_in_foreign_script(const Mixture& mixture) {
  return mixture.foreign_letters >= 8 && mixture.foreign_letters * 3 > mixture.letters;
}

}  // namespace recto
