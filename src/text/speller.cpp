#include "text/speller.h"

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <hunspell/hunspell.hxx>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/error.h"
#include "text/unicode.h"

int initialize_utf_tbl();  // of Hunspell, not in its headers

namespace recto {
namespace {

constexpr std::size_t kLongestWord = 160;  // bytes; Hunspell itself gives up a little later

/// What Hunspell 1.7 shares between dictionaries is a table of letters (`nm` on its library shows
/// nothing else that changes, but for the stopwatch of long searches for compounds). The first
/// dictionary to open fills it, without a lock; so it is filled before any does. The last one to be
/// closed frees it, and none ever is.
void fill_letters() {
  static const int kFilled = initialize_utf_tbl();
  static_cast<void>(kFilled);
}

/// A dictionary stays open as long as the process runs: to take one down word by word takes half as
/// long as to open it.
Hunspell& kept_open(std::unique_ptr<Hunspell> dictionary) {
  static std::mutex mutex;
  static auto& all = *new std::vector<std::unique_ptr<Hunspell>>;
  const std::lock_guard lock(mutex);
  return *all.emplace_back(std::move(dictionary));
}

Hunspell& open(const DictionaryFiles& files) {
  for (const auto& path : {files.aff, files.dic}) {
    std::ifstream file(path, std::ios::binary);
    if (!file.good() || file.peek() == std::ifstream::traits_type::eof()) {
      throw Error(path.string(), 0, "this dictionary cannot be read");
    }
  }
  fill_letters();
  try {
    return kept_open(std::make_unique<Hunspell>(files.aff.c_str(), files.dic.c_str()));
  } catch (const std::exception&) {  // of memory or length: Hunspell believes the counts it reads
    throw Error(files.aff.string(), 0, "this dictionary cannot be read: its counts are too large");
  }
}

/// An old character set of one byte a character.
struct Charset {
  std::unordered_map<std::string, char> from_utf8;

  static Charset of(const std::string& name);
  std::optional<std::string> encoded(std::string_view word) const;
};

Charset Charset::of(const std::string& name) {
  constexpr std::string_view kVendor = "microsoft-";
  const std::string charset = name.starts_with(kVendor) ? name.substr(kVendor.size()) : name;
  Charset result;
  for (int value = 1; value < 256; ++value) {
    const char byte = static_cast<char>(static_cast<unsigned char>(value));
    const auto text = converted_to_utf8({&byte, 1}, charset);
    if (!text) throw Error("the character set `" + name + "` of a dictionary is unknown");
    result.from_utf8.emplace(*text, byte);
  }
  return result;
}

std::optional<std::string> Charset::encoded(std::string_view word) const {
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    next_code_point(word, at);
    const auto found = from_utf8.find(std::string(word.substr(begin, at - begin)));
    if (found == from_utf8.end()) return std::nullopt;
    result += found->second;
  }
  return result;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// NFC, ASCII apostrophes, no soft hyphens.
std::string plain(std::string_view word) {
  std::string result = nfc(word);
  for (const char* apostrophe : {"\u2019", "\u02BC", "\uFF07"})
    replace_all(result, apostrophe, "'");
  replace_all(result, "\u00AD", "");
  return result;
}

/// The letters of a pair on which a Vietnamese tone mark may stand, with each of the five tones.
struct TonePair {
  char32_t first;
  char32_t second;
  std::u32string_view first_with_tone;
  std::u32string_view second_with_tone;
};

constexpr std::array<TonePair, 3> kTonePairs = {{
    {U'o', U'a', U"òóỏõọ", U"àáảãạ"},
    {U'o', U'e', U"òóỏõọ", U"èéẻẽẹ"},
    {U'u', U'y', U"ùúủũụ", U"ỳýỷỹỵ"},
}};

/// `hoá` for `hóa` and the other way round: an open syllable in oa, oe or uy may be written either
/// way. In `quý` the u belongs to the consonant.
std::optional<std::string> with_moved_tone(std::string_view word) {
  std::size_t at = word.size();
  if (at == 0) return std::nullopt;
  const char32_t second = previous_code_point(word, at);
  if (at == 0) return std::nullopt;
  const char32_t first = previous_code_point(word, at);
  std::string result(word.substr(0, at));
  if (!result.empty() && (result.back() == 'q' || result.back() == 'Q')) return std::nullopt;
  for (const TonePair& pair : kTonePairs) {
    std::size_t tone = pair.first_with_tone.find(first);
    if (tone != std::u32string_view::npos && second == pair.second) {
      append_utf8(result, pair.first);
      append_utf8(result, pair.second_with_tone[tone]);
      return result;
    }
    tone = pair.second_with_tone.find(second);
    if (tone != std::u32string_view::npos && first == pair.first) {
      append_utf8(result, pair.first_with_tone[tone]);
      append_utf8(result, pair.second);
      return result;
    }
  }
  return std::nullopt;
}

}  // namespace

struct Dictionary::Handle {
  Handle(const DictionaryFiles& files, Locale of);

  Hunspell& hunspell;
  std::optional<Charset> charset;  // none: UTF-8
  Locale locale;

  enum class Compounds : std::uint8_t { allowed, refused };

  bool spells(const std::string& word, Compounds compounds = Compounds::allowed) const;
  bool knows_in_some_way(const std::string& word) const;
};

Dictionary::Handle::Handle(const DictionaryFiles& files, Locale of)
    : hunspell(open(files)), locale(std::move(of)) {
  const std::string& encoding = hunspell.get_dict_encoding();
  if (encoding != "UTF-8" && encoding != "utf-8" && encoding != "UTF8") {
    charset = Charset::of(encoding);
  }
}

bool Dictionary::Handle::spells(const std::string& word, Compounds compounds) const {
  std::optional<std::string> encoded;
  if (charset) encoded = charset->encoded(word);
  if (charset && !encoded) return false;
  int info = 0;
  const bool is_right = hunspell.spell(charset ? *encoded : word, &info);
  const bool is_compound = (static_cast<unsigned>(info) & SPELL_COMPOUND) != 0;
  return is_right && (compounds == Compounds::allowed || !is_compound);
}

bool Dictionary::Handle::knows_in_some_way(const std::string& word) const {
  if (spells(word)) return true;
  if (locale.language == "vi") {
    const auto moved = with_moved_tone(word);
    if (moved && spells(*moved)) return true;
  }
  if (locale.language == "ru" && word.find("ё") != std::string::npos) {
    std::string plain_e = word;
    replace_all(plain_e, "ё", "е");
    if (spells(plain_e)) return true;
  }
  if (word.find('\'') == std::string::npos) return false;
  std::string typographic = word;
  replace_all(typographic, "'", "\u2019");
  return spells(typographic);
}

Dictionary::Dictionary(const DictionaryFiles& files, const Locale& locale)
    : handle_(std::make_unique<Handle>(files, locale)) {}

Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;
Dictionary::~Dictionary() = default;

bool Dictionary::knows(std::string_view word) const {
  if (word.empty() || word.size() > kLongestWord) return false;
  const std::string written = plain(word);
  if (handle_->knows_in_some_way(written)) return true;
  const std::string small = lower_case(written, handle_->locale);
  return small != written && handle_->knows_in_some_way(small);
}

bool Dictionary::has_simple(std::string_view word) const {
  if (word.empty() || word.size() > kLongestWord) return false;
  return handle_->spells(plain(word), Handle::Compounds::refused);
}

}  // namespace recto
