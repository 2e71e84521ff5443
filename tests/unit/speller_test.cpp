#include "text/speller.h"

#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/error.h"

using namespace recto;

namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end of the test.
class Folder {
 public:
  explicit Folder(const std::string& name) : path(fs::temp_directory_path() / ("recto-" + name)) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code error;
    fs::remove_all(path, error);
  }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << bytes;
  }

  const fs::path path;
};

void write_dictionary(const Folder& folder, const std::string& stem, const std::string& words,
                      const std::string& charset = "UTF-8") {
  folder.write(stem + ".aff", "SET " + charset + "\nTRY aeiou\n");
  folder.write(stem + ".dic", words);
}

std::string found(const std::string& tag, const Folder& folder, const std::string& name = "") {
  const auto files = find_dictionary(*parse_locale(tag), name, {folder.path});
  return files ? files->dic.lexically_relative(folder.path).string() : "";
}

Dictionary opened(const Folder& folder, const std::string& tag) {
  const Locale locale = *parse_locale(tag);
  return Dictionary(*find_dictionary(locale, "", {folder.path}), locale);
}

}  // namespace

TEST_CASE("speller: a dictionary is found by tag, usual region, language, any region",
          "[speller]") {
  const Folder folder("find");
  write_dictionary(folder, "pt_PT", "1\num\n");
  CHECK(found("pt-PT", folder) == "pt_PT.dic");
  CHECK(found("pt", folder) == "pt_PT.dic");
  CHECK(found("pt-BR", folder) == "pt_PT.dic");
  write_dictionary(folder, "pt_BR", "1\num\n");
  CHECK(found("pt", folder) == "pt_BR.dic");
  CHECK(found("pt-BR", folder) == "pt_BR.dic");
  CHECK(found("pt-PT", folder) == "pt_PT.dic");
  CHECK(found("pt", folder, "pt_PT") == "pt_PT.dic");
  CHECK(found("pt", folder, "pt_AO").empty());
  CHECK(found("fr", folder).empty());
}

TEST_CASE("speller: a region that spells in its own way takes no dictionary of another",
          "[speller]") {
  const Folder folder("region");
  write_dictionary(folder, "en_US", "1\ncolor\n");
  write_dictionary(folder, "pt_BR", "1\num\n");
  write_dictionary(folder, "de_DE", "1\nstraße\n");
  CHECK(found("en-GB", folder).empty());
  CHECK(found("pt-PT", folder).empty());
  CHECK(found("de-CH", folder).empty());
  CHECK(found("de-AT", folder) == "de_DE.dic");
  write_dictionary(folder, "en_GB", "1\ncolour\n");
  CHECK(found("en-AU", folder) == "en_GB.dic");
}

TEST_CASE("speller: npm packages count as dictionaries", "[speller]") {
  const Folder folder("npm");
  write_dictionary(folder, "dictionary-fr/index", "1\nmot\n");
  write_dictionary(folder, "dictionary-en-gb/index", "1\nword\n");
  CHECK(found("fr", folder) == "dictionary-fr/index.dic");
  CHECK(found("en-GB", folder) == "dictionary-en-gb/index.dic");
  CHECK(found("en", folder) == "dictionary-en-gb/index.dic");
}

TEST_CASE("speller: a dictionary in another script does not fit", "[speller]") {
  const Folder folder("script");
  write_dictionary(folder, "sr-Latn", "1\nrec\n");
  CHECK(found("sr", folder).empty());
  CHECK(found("sr-Latn", folder) == "sr-Latn.dic");
}

TEST_CASE("speller: languages without blanks have no dictionary", "[speller]") {
  const Folder folder("blanks");
  write_dictionary(folder, "th_TH", "1\nไทย\n");
  CHECK(found("th", folder).empty());
  CHECK_FALSE(can_be_spell_checked(*parse_locale("ja")));
  CHECK_FALSE(can_be_spell_checked(*parse_locale("ko")));
  CHECK(can_be_spell_checked(*parse_locale("vi")));
}

TEST_CASE("speller: Debian's package is named", "[speller]") {
  CHECK(dictionary_package(*parse_locale("fr")) == "hunspell-fr");
  CHECK(dictionary_package(*parse_locale("fr-CA")) == "hunspell-fr");
  CHECK(dictionary_package(*parse_locale("de")) == "hunspell-de-de");
  CHECK(dictionary_package(*parse_locale("pt-PT")) == "hunspell-pt-pt");
  CHECK_FALSE(dictionary_package(*parse_locale("ja")));
  CHECK(dictionary_package(*parse_locale("en-IE")) == "hunspell-en-gb");
  CHECK(dictionary_package(*parse_locale("de-LI")) == "hunspell-de-ch");
}

TEST_CASE("speller: Vietnamese tone marks may stand on either letter", "[speller]") {
  const Folder folder("vi");
  write_dictionary(folder, "vi_VN", "6\nhoá\ntuỳ\nkhoẻ\nhoán\nquý\ntóa\n");
  const Dictionary dictionary = opened(folder, "vi");
  for (const char* word : {"hoá", "hóa", "Hóa", "HÓA", "tùy", "khỏe", "toá", "ho\u0301a"}) {
    INFO(word);
    CHECK(dictionary.knows(word));
  }
  for (const char* word : {"hóan", "qúy", "hòa", "hoa"}) {
    INFO(word);
    CHECK_FALSE(dictionary.knows(word));
  }
}

TEST_CASE("speller: apostrophes, soft hyphens and capitals do not matter", "[speller]") {
  const Folder folder("apostrophe");
  write_dictionary(folder, "fr_FR", "2\naujourd'hui\nélan\n");
  const Dictionary dictionary = opened(folder, "fr");
  CHECK(dictionary.knows("aujourd'hui"));
  CHECK(dictionary.knows("aujourd’hui"));
  CHECK(dictionary.knows("é\u00ADlan"));
  CHECK(dictionary.knows("ÉLAN"));
  CHECK_FALSE(dictionary.knows("elan"));
  CHECK_FALSE(dictionary.knows(""));
  CHECK_FALSE(dictionary.knows(std::string(5000, 'a')));
}

TEST_CASE("speller: a dictionary in an old character set is read", "[speller]") {
  const Folder folder("latin1");
  write_dictionary(folder, "id_ID", "2\ncaf\xE9\nbuku\n", "ISO8859-1");
  const Dictionary dictionary = opened(folder, "id");
  CHECK(dictionary.knows("café"));
  CHECK(dictionary.knows("buku"));
  CHECK_FALSE(dictionary.knows("книга"));
  CHECK_FALSE(dictionary.knows("cafe"));
}

TEST_CASE("speller: Russian is read with or without the dots of ё", "[speller]") {
  const Folder folder("ru");
  write_dictionary(folder, "ru_RU", "1\nее\n");
  CHECK(opened(folder, "ru").knows("её"));
}

TEST_CASE("speller: a missing dictionary is an error with its path", "[speller]") {
  const Folder folder("missing");
  const DictionaryFiles files{folder.path / "xx.aff", folder.path / "xx.dic"};
  CHECK_THROWS_AS(Dictionary(files, *parse_locale("fr")), Error);
}

TEST_CASE("speller: dictionaries open, judge and close at once", "[speller]") {
  const Folder folder("parallel");
  write_dictionary(folder, "vi_VN", "1\nhoá\n");
  std::vector<std::jthread> threads;
  std::atomic<int> known = 0;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 200; ++round) known += opened(folder, "vi").knows("hóa") ? 1 : 0;
    });
  }
  threads.clear();  // joins
  CHECK(known == 800);
}

TEST_CASE("speller: real dictionaries open at once say what they say one by one", "[speller]") {
  const std::vector<std::pair<std::string, std::string>> words = {
      {"ar", "السلام"}, {"fr", "naïveté"}, {"en", "naive"}, {"es", "corazón"}, {"vi", "nghiêng"}};
  constexpr int kRounds = 2;
  std::vector<std::jthread> threads;
  std::array<std::atomic<int>, 5> known{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Locale locale = *parse_locale(words[i].first);
    const auto files = find_dictionary(locale, "", dictionary_folders("/nonexistent"));
    if (!files) {
      known[i] = kRounds;
      WARN("no dictionary for " << words[i].first << " is installed");
      continue;
    }
    threads.emplace_back([&known, &words, i, locale, files = *files] {
      for (int round = 0; round < kRounds; ++round) {
        const Dictionary dictionary(files, locale);
        const bool is_right = dictionary.knows(words[i].second) && !dictionary.knows("xqzjv");
        known[i] += is_right ? 1 : 0;
      }
    });
  }
  threads.clear();  // joins
  for (const auto& rounds : known) CHECK(rounds == kRounds);
}
