#include "checks/prose_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/byte_set.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr ByteSet kBlanks(" \t\r\n\f\v");
constexpr ByteSet kMayBeTechnical("@/\\#_=<>{}[]|$%&^~`*+");
constexpr std::size_t kLongestWord = 120;  // bytes
constexpr char32_t kHyphen = 0x2010;
constexpr char32_t kFirmHyphen = 0x2011;

bool is_hyphen(char32_t c) {
  return c == '-' || c == kHyphen || c == kFirmHyphen;
}

/// Whether `chunk`, which holds no blank, is no prose: an address, a path, a piece of code.
bool is_technical(std::string_view chunk) {
  if (!kMayBeTechnical.is_in(chunk)) return chunk.starts_with("www.");
  if (chunk.find_first_of("@\\=<>{}|$&^~`*") != std::string_view::npos) return true;
  const std::size_t slash = chunk.find('/');
  if (slash == std::string_view::npos) return chunk.find_first_of("#_+") != std::string_view::npos;
  return slash == 0 || chunk.find('/', slash + 1) != std::string_view::npos;
}

/// Whether a sentence may begin after `gap`, the characters between two words.
bool ends_sentence(std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t c = next_code_point(gap, at);
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == '|' || c == ';') return true;
    if (c == U'…' || c == U'–' || c == U'—' || c == U'•' || c == U'؟' || c == U'।') return true;
  }
  return false;
}

/// Whether the tag at the end of `text`, but for its last `>`, stands right behind a letter or
/// digit: `1<sup>`.
bool follows_letter(std::string_view text) {
  constexpr std::size_t kLongestTag = 64;
  text.remove_prefix(text.size() - std::min(text.size(), kLongestTag));
  std::size_t at = text.rfind('<');
  if (at == std::string_view::npos || at == 0) return false;
  const char32_t c = previous_code_point(text, at);
  return is_letter(c) || is_digit(c);
}

/// Elided words that stand before an apostrophe in French, Catalan and Italian.
constexpr std::array<std::string_view, 26> kElided = {
    "c",     "d",      "j",      "l",      "m",   "n",   "s",    "t",    "qu",
    "jusqu", "lorsqu", "puisqu", "quoiqu", "un",  "all", "dell", "nell", "sull",
    "dall",  "dagl",   "quest",  "quell",  "com", "gl",  "sott", "anch"};

constexpr std::array<std::string_view, 7> kEliding = {"fr", "ca", "it", "oc", "br", "fur", "wa"};

/// Languages that put an apostrophe between a name and its ending.
constexpr std::array<std::string_view, 6> kPartingNames = {"tr", "az", "tk", "uz", "en", "pl"};

template <std::size_t N>
bool is_one_of(const std::string& language, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), language) != list.end();
}

/// Whether Arabic script may leave `c` out: vowel signs and the stretching of a line.
bool is_optional(char32_t c) {
  return c == 0x0640 || (c >= 0x064B && c <= 0x0652) || c == 0x0670;
}

/// What a dictionary has for `c`; none for what may be left out.
std::optional<char32_t> plain(char32_t c) {
  if (c == 0x00AD || is_optional(c)) return std::nullopt;
  if (c == 0x2019 || c == 0x02BC || c == 0xFF07) return U'\'';
  return is_hyphen(c) ? U'-' : c;
}

/// `raw` in NFC with ASCII apostrophes and hyphens and without what may be left out.
std::string plain(std::string_view raw) {
  std::string result;
  std::size_t kept = 0;  // what is plain as it is, which most words are, is taken as a whole
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(raw, at);
    const auto wanted = plain(c);
    if (wanted == c) continue;
    result += raw.substr(kept, from - kept);
    if (wanted) append_utf8(result, *wanted);
    kept = at;
  }
  return nfc(kept == 0 ? raw : result.append(raw.substr(kept)));
}

}  // namespace

std::vector<ProseWord> ProseScanner::words(Span piece) {
  // Any language with blanks will do: the words of others are not asked for.
  const std::string_view text = slice(text_, piece);
  std::vector<Span> words = word_spans(text);
  std::vector<ProseWord> found;
  found.reserve(words.size());
  for (Span& word : words) word = {piece.begin + word.begin, piece.begin + word.end};
  auto first = words.begin();
  std::size_t at = kBlanks.find_other_in(text);
  while (at < text.size()) {
    const std::size_t end = kBlanks.find_in(text, at);
    const Span chunk = span_at(piece.begin + at, end - at);
    const auto behind =
        std::find_if(first, words.end(), [&](Span word) { return word.begin >= chunk.end; });
    if (is_technical(slice(text_, chunk)))
      pass_over();
    else
      scan_chunk(chunk, {first, behind}, piece, found);
    first = behind;
    at = kBlanks.find_other_in(text, end);
  }
  return found;
}

void ProseScanner::scan_chunk(Span chunk, std::span<const Span> words, Span piece,
                              std::vector<ProseWord>& found) {
  std::uint32_t end = chunk.begin;  // of the word before
  bool is_open = false;             // whether that word stands in this chunk and may be continued
  for (const Span word : words) {
    const std::string_view gap = slice(text_, {end, word.begin});
    std::size_t behind = 0;
    const bool joins =
        is_open && !gap.empty() && is_hyphen(next_code_point(gap, behind)) && behind == gap.size();
    // Two scripts without a gap: half a word says nothing.
    if (is_open && gap.empty() && !found.empty() && found.back().span.end == end) found.pop_back();
    if (joins && !found.empty() && found.back().span.end == end) {
      found.back().span.end = word.end;
    } else {
      if (ends_sentence(gap)) begin_sentence();
      found.push_back({word, begins_sentence_});
    }
    begins_sentence_ = false;
    end = word.end;
    is_open = true;
  }
  if (ends_sentence(slice(text_, {end, chunk.end}))) begin_sentence();
  while (!found.empty() && found.back().span.begin >= chunk.begin &&
         is_cut(found.back().span, piece)) {
    found.pop_back();
  }
}

bool ProseScanner::is_cut(Span word, Span piece) const {
  const std::string_view before = slice(text_, {0, piece.begin});
  const std::string_view after = text_.substr(std::min<std::size_t>(piece.end, text_.size()));
  constexpr std::string_view kMarks = "*_~";
  if (word.begin == piece.begin) {
    const std::size_t last = before.find_last_not_of(kMarks);
    if (last != std::string_view::npos) {
      std::size_t at = last + 1;
      const char32_t c = previous_code_point(before, at);
      if (is_letter(c) || is_digit(c) || c == '`' || c == '}' || c == ';') return true;
      if (c == '>' && follows_letter(before.substr(0, at))) return true;
    }
  }
  if (word.end == piece.end) {
    std::size_t at = std::min(after.find_first_not_of(kMarks), after.size());
    if (at == after.size()) return false;
    const char32_t c = next_code_point(after, at);
    return is_letter(c) || is_digit(c) || c == '`' || c == '{' || c == '&';
  }
  return false;
}

std::vector<std::string_view> compound_parts(std::string_view word) {
  std::vector<std::string_view> parts;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find('-'), word.size());
    if (end > 0) parts.push_back(word.substr(0, end));
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return parts;
}

/// What the letters of a word are, all together.
struct SpellingReader::Letters {
  std::size_t count = 0;
  std::size_t capitals = 0;
  bool begins_with_capital = false;
  bool is_odd = false;  // a digit, a dot, another script

  bool is_mixed_case() const { return capitals > (begins_with_capital ? 1U : 0U); }
};

SpellingReader::SpellingReader(const Locale& locale)
    : locale_(locale),
      scripts_(locale),
      is_latin_(is_written_in_latin(locale)),
      elides_(is_one_of(locale.language, kEliding)),
      parts_names_by_apostrophe_(is_one_of(locale.language, kPartingNames)),
      // Fewer letters say too little about a spelling.
      shortest_(locale.language == "ko" || locale.language == "vi" ? 2 : 3) {}

SpellingReader::Letters SpellingReader::letters_of(std::string_view part) const {
  Letters letters;
  for (std::size_t at = 0; at < part.size();) {
    const char32_t c = next_code_point(part, at);
    const Script script = letter_script(c);
    if (c == '\'' || script == Script::inherited) continue;
    const bool is_letter_at_all = script != Script::common || is_letter(c);
    if (!is_letter_at_all && c >= 0x80 && is_control(c)) continue;
    const bool is_own = script == Script::latin ? is_latin_ : scripts_.has(script);
    if (!is_letter_at_all || !is_own) {
      letters.is_odd = true;
      return letters;
    }
    if (is_upper(c)) {
      ++letters.capitals;
      if (letters.count == 0) letters.begins_with_capital = true;
    }
    ++letters.count;
  }
  return letters;
}

/// The bytes of an elided article at the beginning of `word`, its apostrophe included.
std::size_t SpellingReader::elision(std::string_view word) const {
  const std::size_t apostrophe = elides_ ? word.find('\'') : std::string_view::npos;
  if (apostrophe == std::string_view::npos) return 0;
  return is_one_of(lower_case(word.substr(0, apostrophe), locale_), kElided) ? apostrophe + 1 : 0;
}

void SpellingReader::read(std::string_view raw, std::vector<Spelling>& found) const {
  if (raw.size() > kLongestWord) return;
  const bool is_plain = is_latin_ && kSmallAsciiLetters.find_other_in(raw) == raw.size();
  if (is_plain && raw.size() >= shortest_) {
    found.push_back({std::string(raw), span_at(0, raw.size())});
  }
  if (is_plain) return;
  const std::string word = plain(raw);
  const std::string_view rest = std::string_view(word).substr(elision(word));
  if (parts_names_by_apostrophe_ && rest.find('\'') != std::string_view::npos) return;
  const auto add = [&](std::string_view part, const Letters& letters) {
    const std::size_t at = raw.rfind(part);
    const bool is_there = at != std::string_view::npos;
    const Span place = is_there ? span_at(at, part.size()) : span_at(0, raw.size());
    found.push_back({std::string(part), place, letters.begins_with_capital});
  };
  const bool is_compound = rest.find('-') != std::string_view::npos;
  const auto add_part = [&](std::string_view part) {
    const Letters letters = letters_of(part);
    if (letters.is_odd || letters.is_mixed_case()) return false;
    if (letters.count >= shortest_ && (!is_compound || !is_latin_)) add(part, letters);
    return true;
  };
  if (!is_compound) {
    add_part(rest);
    return;
  }
  const auto before = static_cast<std::ptrdiff_t>(found.size());
  const auto parts = compound_parts(rest);
  bool is_whole = parts.size() > 1;
  for (const std::string_view part : parts) is_whole = add_part(part) && is_whole;
  if (!is_whole) return;
  found.erase(found.begin() + before, found.end());
  add(rest, letters_of(parts.front()));
}

bool capital_means_name(const Locale& locale) {
  return locale.language != "de" && locale.language != "lb";
}

}  // namespace recto
