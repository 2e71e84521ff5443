#include "checks/misspelling.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/similarity.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kLongest = 40;  // letters; longer words are no slips of others

/// How much of a word must be left as it is for a neighbour to be telling.
struct Caution {
  std::size_t short_accent = 4;  // letters a word needs for each kind of slip
  std::size_t short_swap = 5;
  std::size_t short_change = 7;
  std::size_t kept = 3;  // letters at either end that a change leaves alone
};

/// The syllables of Vietnamese are few and all known.
constexpr Caution kSyllables = {.short_accent = 2, .short_swap = 3, .short_change = 3, .kept = 1};

std::string utf8(std::u32string_view letters) {
  std::string word;
  for (const char32_t c : letters) append_utf8(word, c);
  return word;
}

/// `letters` with each that stands twice in a row written once.
std::u32string squeezed(std::u32string letters) {
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return letters;
}

std::string base_of(char32_t letter) {
  return without_accents(utf8({&letter, 1}));
}

bool is_vowel(char32_t letter) {
  constexpr std::string_view kVowels = "aeiouyαεηιουωаеиоуыэюя";
  return kVowels.find(base_of(letter)) != std::string_view::npos;
}

/// Sounds that are taken for each other.
constexpr std::array<std::u32string_view, 8> kLikeLetters = {U"bp",  U"dt", U"cgkq", U"fv",
                                                             U"csz", U"mn", U"gj",   U"aeiouy"};

bool are_alike(char32_t left, char32_t right) {
  return std::any_of(kLikeLetters.begin(), kLikeLetters.end(), [&](std::u32string_view letters) {
    return letters.find(left) != std::u32string_view::npos &&
           letters.find(right) != std::u32string_view::npos;
  });
}

/// Two ways of writing one sound, both right in some standard of the language: French spelling was
/// reformed, Portuguese is written differently in Brazil.
struct Freedom {
  std::string_view language;
  char32_t ours;
  char32_t theirs;
};

constexpr std::array<Freedom, 7> kFreedoms = {{{"fr", U'è', U'é'},
                                               {"fr", U'i', U'î'},
                                               {"fr", U'u', U'û'},
                                               {"pt", U'ó', U'ô'},
                                               {"pt", U'ô', U'ó'},
                                               {"pt", U'é', U'ê'},
                                               {"pt", U'ê', U'é'}}};

/// Looks for the words that one word may have been meant to be.
class Search {
 public:
  Search(std::u32string letters, const Locale& locale, const Lexicon& lexicon)
      : letters_(std::move(letters)), locale_(locale), lexicon_(lexicon) {
    if (locale.language == "vi") caution_ = kSyllables;
  }

  void try_all();
  std::vector<std::string> best(std::size_t count) const;

 private:
  void try_accents();
  void try_swaps();
  void try_left_out_letters();
  void try_added_letters();
  void try_like_letters();
  void try_word(const std::u32string& letters, bool must_be_frequent = false);
  void try_posted_word(const std::string& word);
  bool is_free(char32_t ours, char32_t theirs) const;
  bool differs_freely(const std::u32string& other) const;

  std::u32string letters_;
  const Locale& locale_;
  const Lexicon& lexicon_;
  Caution caution_;
  std::vector<std::string> frequent_;
  std::vector<std::string> posted_;      // known words that posts write with other accents
  std::vector<std::string> candidates_;  // one slip away; the lexicon says which of them are words
};

void Search::try_word(const std::u32string& letters, bool must_be_frequent) {
  const std::string word = utf8(letters);
  if (lexicon_.is_frequent(word)) frequent_.push_back(word);
  if (!must_be_frequent) candidates_.push_back(word);
}

void Search::try_posted_word(const std::string& word) {
  const std::u32string other = code_points(word);
  if (other == letters_ || differs_freely(other)) return;
  if (lexicon_.is_frequent(word))
    frequent_.push_back(word);
  else if (lexicon_.is_known(word))
    posted_.push_back(word);
}

bool Search::is_free(char32_t ours, char32_t theirs) const {
  return std::any_of(kFreedoms.begin(), kFreedoms.end(), [&](const Freedom& freedom) {
    return freedom.language == locale_.language && freedom.ours == ours && freedom.theirs == theirs;
  });
}

/// Whether `other`, the same but for accents, is only another way of writing the word.
bool Search::differs_freely(const std::u32string& other) const {
  if (other.size() != letters_.size()) return true;
  for (std::size_t i = 0; i < other.size(); ++i) {
    if (other[i] != letters_[i] && !is_free(letters_[i], other[i])) return false;
  }
  return true;
}

void Search::try_accents() {
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const char32_t ours = letters_[i];
    const std::string base = base_of(ours);
    for (const char32_t other : lexicon_.alphabet) {
      if (other == ours || is_free(ours, other) || base_of(other) != base) continue;
      std::u32string changed = letters_;
      changed[i] = other;
      try_word(changed);
    }
  }
  for (const std::string& word : lexicon_.with_other_accents(utf8(letters_))) {
    try_posted_word(word);
  }
}

void Search::try_swaps() {
  for (std::size_t i = 1; i + 2 < letters_.size(); ++i) {
    if (letters_[i] == letters_[i + 1]) continue;
    std::u32string changed = letters_;
    std::swap(changed[i], changed[i + 1]);
    try_word(changed);
  }
}

void Search::try_left_out_letters() {
  for (std::size_t i = 1; i < letters_.size(); ++i) {
    const bool is_beginning = i < caution_.kept;  // another word, unless posts are full of it
    const bool is_ending = i + caution_.kept > letters_.size();
    for (const char32_t letter : lexicon_.alphabet) {
      if (is_ending && !is_vowel(letter)) continue;  // chequeo, chequelo
      std::u32string changed = letters_;
      changed.insert(i, 1, letter);
      try_word(changed, is_beginning);
    }
  }
}

void Search::try_added_letters() {
  const bool is_long = letters_.size() >= caution_.short_change;
  for (std::size_t i = 1; i + 1 < letters_.size(); ++i) {
    const bool is_doubled = letters_[i] == letters_[i - 1];
    const bool is_ending = i + caution_.kept >= letters_.size();
    const bool is_inside = is_long && i >= caution_.kept && !(is_ending && is_vowel(letters_[i]));
    if (!is_doubled && !is_inside) continue;
    std::u32string changed = letters_;
    changed.erase(i, 1);
    try_word(changed);
  }
}

void Search::try_like_letters() {
  for (std::size_t i = 1; i + caution_.kept < letters_.size(); ++i) {
    const bool is_beginning = i + 1 < caution_.kept;
    for (const char32_t letter : lexicon_.alphabet) {
      if (letter == letters_[i]) continue;
      std::u32string changed = letters_;
      changed[i] = letter;
      // Any other letter makes too many rare words: only what this site writes often counts.
      try_word(changed, is_beginning || !are_alike(letter, letters_[i]));
    }
  }
}

void Search::try_all() {
  if (letters_.size() >= caution_.short_accent) try_accents();
  if (letters_.size() >= caution_.short_swap) {
    try_swaps();
    try_added_letters();
  }
  if (letters_.size() >= caution_.short_change) {
    try_left_out_letters();
    try_like_letters();
  }
}

std::vector<std::string> Search::best(std::size_t count) const {
  std::vector<std::string> words;
  const std::vector<std::string> known = lexicon_.known_among(utf8(letters_), candidates_);
  for (const auto* list : {&frequent_, &posted_, &known}) {
    for (const std::string& word : *list) {
      if (words.size() == count) return words;
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
  }
  return words;
}

}  // namespace

bool has_telling_neighbours(const Locale& locale) {
  constexpr std::array<std::string_view, 12> kJoining = {"az", "et", "eu", "fi", "hu", "kk",
                                                         "ky", "mn", "sw", "tk", "tr", "uz"};
  if (std::find(kJoining.begin(), kJoining.end(), locale.language) != kJoining.end()) return false;
  constexpr std::array<Script, 5> kWeak = {Script::arabic, Script::hebrew, Script::devanagari,
                                           Script::hangul, Script::other};
  return std::none_of(kWeak.begin(), kWeak.end(),
                      [&](Script script) { return writes_in(locale, script); });
}

std::string without_accents(std::string_view word) {
  std::string result = without_marks(word);
  constexpr std::string_view kStroke = "đ";
  for (std::size_t at = result.find(kStroke); at != std::string::npos; at = result.find(kStroke)) {
    result.replace(at, kStroke.size(), "d");
  }
  return result;
}

bool lacks_capital_accent(std::string_view word, std::string_view known, const Locale& locale) {
  std::size_t ours = 0;
  std::size_t theirs = 0;
  if (locale.language != "fr" || !is_upper(next_code_point(word, ours))) return false;
  next_code_point(known, theirs);
  return without_marks(known.substr(0, theirs)) == lower_case(word.substr(0, ours), locale) &&
         lower_case(word.substr(ours), locale) == known.substr(theirs);
}

bool may_be_habit(std::string_view word, std::string_view known, const Locale& locale) {
  const std::string lower = lower_case(word, locale);
  const std::string right = lower_case(known, locale);
  if (without_accents(lower) == without_accents(right)) return true;
  const std::u32string ours = code_points(lower);
  const std::u32string theirs = code_points(right);
  if (squeezed(ours) == squeezed(theirs)) return true;
  return ours.size() == theirs.size() &&
         (edit_distance(lower, right, 1) <= 1 ||
          std::is_permutation(ours.begin(), ours.end(), theirs.begin()));
}

bool may_be_compound(std::string_view word, const Locale& locale, const Lexicon& lexicon) {
  // Not German: its dictionary knows of compounds.
  constexpr std::array<std::string_view, 10> kCompounding = {"af", "da", "fo", "fy", "is",
                                                             "nb", "nl", "nn", "no", "sv"};
  constexpr std::size_t kShortestPart = 3;
  if (std::find(kCompounding.begin(), kCompounding.end(), locale.language) == kCompounding.end()) {
    return false;
  }
  const std::u32string letters = code_points(lower_case(word, locale));
  const auto is_word = [&](std::u32string_view part) {
    return part.size() >= kShortestPart && lexicon.is_known(utf8(std::u32string(part)));
  };
  for (std::size_t at = kShortestPart; at + kShortestPart <= letters.size(); ++at) {
    const std::u32string_view head(letters.data(), at);
    const std::u32string_view tail = std::u32string_view(letters).substr(at);
    if (!is_word(tail)) continue;
    if (is_word(head) || (head.ends_with(U's') && is_word(head.substr(0, at - 1)))) return true;
  }
  return false;
}

std::vector<std::string> meant_words(std::string_view word, const Locale& locale,
                                     const Lexicon& lexicon, std::size_t count) {
  const std::u32string letters = code_points(lower_case(word, locale));
  // A syllable without any Vietnamese letter is foreign, and so is what it is near to.
  const bool is_foreign =
      locale.language == "vi" &&
      std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c < 0x80; });
  if (letters.size() > kLongest || is_foreign) return {};
  Search search(letters, locale, lexicon);
  search.try_all();
  return search.best(count);
}

}  // namespace recto
