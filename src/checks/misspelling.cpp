#include "checks/misspelling.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kLongest = 40;     // letters; longer words are no slips of others
constexpr std::size_t kShortAccent = 4;  // letters a word needs for each kind of slip
constexpr std::size_t kShortSwap = 5;
constexpr std::size_t kShortChange = 7;
constexpr std::size_t kKept = 3;  // letters at either end that a change leaves alone

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) letters += next_code_point(word, at);
  return letters;
}

std::string utf8(std::u32string_view letters) {
  std::string word;
  for (const char32_t c : letters) append_utf8(word, c);
  return word;
}

std::string base_of(char32_t letter) {
  const std::string text = utf8({&letter, 1});
  return letter == U'đ' ? "d" : without_marks(text);
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
      : letters_(std::move(letters)), locale_(locale), lexicon_(lexicon) {}

  void try_accents();
  void try_swaps();
  void try_left_out_letters();
  void try_added_letters();
  void try_like_letters();
  std::vector<std::string> best(std::size_t count) const;

 private:
  void try_word(const std::u32string& letters, bool must_be_frequent = false);
  bool is_free(char32_t ours, char32_t theirs) const;

  std::u32string letters_;
  const Locale& locale_;
  const Lexicon& lexicon_;
  std::vector<std::string> frequent_;
  std::vector<std::string> known_;
};

void Search::try_word(const std::u32string& letters, bool must_be_frequent) {
  const std::string word = utf8(letters);
  if (lexicon_.is_frequent(word))
    frequent_.push_back(word);
  else if (!must_be_frequent && lexicon_.is_known(word))
    known_.push_back(word);
}

bool Search::is_free(char32_t ours, char32_t theirs) const {
  return std::any_of(kFreedoms.begin(), kFreedoms.end(), [&](const Freedom& freedom) {
    return freedom.language == locale_.language && freedom.ours == ours && freedom.theirs == theirs;
  });
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
  for (std::size_t i = kKept; i + kKept <= letters_.size(); ++i) {
    for (const char32_t letter : lexicon_.alphabet) {
      std::u32string changed = letters_;
      changed.insert(i, 1, letter);
      try_word(changed);
    }
  }
}

void Search::try_added_letters() {
  const bool is_long = letters_.size() >= kShortChange;
  for (std::size_t i = 1; i + 1 < letters_.size(); ++i) {
    const bool is_doubled = letters_[i] == letters_[i - 1];
    const bool is_inside = is_long && i >= kKept && i + kKept < letters_.size();
    if (!is_doubled && !is_inside) continue;
    std::u32string changed = letters_;
    changed.erase(i, 1);
    try_word(changed);
  }
}

void Search::try_like_letters() {
  for (std::size_t i = kKept - 1; i + kKept < letters_.size(); ++i) {
    for (const char32_t letter : lexicon_.alphabet) {
      if (letter == letters_[i]) continue;
      std::u32string changed = letters_;
      changed[i] = letter;
      // Any other letter makes too many rare words: only what this site writes often counts.
      try_word(changed, !are_alike(letter, letters_[i]));
    }
  }
}

std::vector<std::string> Search::best(std::size_t count) const {
  std::vector<std::string> words;
  for (const auto* list : {&frequent_, &known_}) {
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

std::vector<std::string> meant_words(std::string_view word, const Locale& locale,
                                     const Lexicon& lexicon, std::size_t count) {
  const std::u32string letters = letters_of(lower_case(word, locale));
  if (letters.size() > kLongest) return {};
  Search search(letters, locale, lexicon);
  if (locale.language == "vi") {
    // Syllables are short and close together; a foreign one has no Vietnamese letter.
    const bool is_foreign =
        std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c < 0x80; });
    if (is_foreign) return {};
    search.try_accents();
    search.try_added_letters();
    return search.best(count);
  }
  if (letters.size() >= kShortAccent) search.try_accents();
  if (letters.size() >= kShortSwap) {
    search.try_swaps();
    search.try_added_letters();
  }
  if (letters.size() >= kShortChange) {
    search.try_left_out_letters();
    search.try_like_letters();
  }
  return search.best(count);
}

}  // namespace recto
