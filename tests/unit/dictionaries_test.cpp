#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "checks/tables.h"
#include "checks/word_list.h"
#include "text/speller.h"
#include "text/unicode.h"

using namespace recto;

// The lists of words that recto itself brings.

TEST_CASE("dictionaries: each list is sorted by code point", "[dictionaries]") {
  for (const WordList& list : built_in_words()) {
    INFO(list.locale);
    const auto words = words_of_list(list.words);
    REQUIRE(!words.empty());
    CHECK(std::is_sorted(words.begin(), words.end()));
  }
}

TEST_CASE("dictionaries: no word stands twice, in a locale's list and in the common ones",
          "[dictionaries]") {
  std::set<std::string> common;
  for (const WordList& list : built_in_words()) {
    if (!list.locale.empty()) continue;
    for (const std::string& word : words_of_list(list.words)) {
      INFO(word);
      CHECK(common.insert(folded(word)).second);
    }
  }
  for (const WordList& list : built_in_words()) {
    if (list.locale.empty()) continue;
    std::set<std::string> seen = common;
    for (const std::string& word : words_of_list(list.words)) {
      INFO(list.locale << ": " << word);
      CHECK(seen.insert(folded(word)).second);
    }
  }
}

TEST_CASE("dictionaries: a locale's list holds nothing that its dictionary knows",
          "[dictionaries]") {
  for (const WordList& list : built_in_words()) {
    if (list.locale.empty()) continue;
    const Locale locale = *parse_locale(std::string(list.locale));
    const auto files = find_dictionary(locale, "", dictionary_folders({}));
    if (!files) {
      WARN("no dictionary of " << list.locale << ": its words are not compared");
      continue;
    }
    Dictionary dictionary(*files, locale);
    for (const std::string& word : words_of_list(list.words)) {
      INFO(list.locale << ": " << word);
      CHECK_FALSE(dictionary.knows(word));
    }
  }
}
