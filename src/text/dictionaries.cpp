// Where Hunspell dictionaries lie and which of them fits a locale.

#include <algorithm>
#include <array>
#include <string>
#include <system_error>
#include <utility>

#include "base/environment.h"
#include "text/speller.h"

namespace recto {
namespace {

namespace fs = std::filesystem;

using Pair = std::pair<std::string_view, std::string_view>;

/// The region whose spelling a bare language means.
constexpr std::array<Pair, 33> kUsualRegions = {{
    {"af", "ZA"}, {"be", "BY"}, {"bg", "BG"}, {"bn", "BD"}, {"ca", "ES"}, {"cs", "CZ"},
    {"da", "DK"}, {"de", "DE"}, {"el", "GR"}, {"en", "US"}, {"es", "ES"}, {"et", "EE"},
    {"fa", "IR"}, {"fr", "FR"}, {"he", "IL"}, {"hi", "IN"}, {"hr", "HR"}, {"hu", "HU"},
    {"id", "ID"}, {"it", "IT"}, {"ko", "KR"}, {"lt", "LT"}, {"nb", "NO"}, {"nl", "NL"},
    {"nn", "NO"}, {"pl", "PL"}, {"pt", "BR"}, {"ru", "RU"}, {"sk", "SK"}, {"sv", "SE"},
    {"tr", "TR"}, {"uk", "UA"}, {"vi", "VN"},
}};

/// Debian's packages that are not simply called after the language.
constexpr std::array<Pair, 16> kNamedPackages = {{
    {"de", "hunspell-de-de"},
    {"de-AT", "hunspell-de-at"},
    {"de-CH", "hunspell-de-ch"},
    {"en", "hunspell-en-us"},
    {"en-AU", "hunspell-en-au"},
    {"en-CA", "hunspell-en-ca"},
    {"en-GB", "hunspell-en-gb"},
    {"en-ZA", "hunspell-en-za"},
    {"eo", "myspell-eo"},
    {"et", "myspell-et"},
    {"fa", "myspell-fa"},
    {"nb", "hunspell-no"},
    {"nn", "hunspell-no"},
    {"pt", "hunspell-pt-br"},
    {"pt-PT", "hunspell-pt-pt"},
    {"sq", "myspell-sq"},
}};

constexpr std::array<std::string_view, 51> kPackagedLanguages = {
    "af", "an",  "ar", "be", "bg", "bn",  "br", "bs", "ca", "cs", "da", "el", "es",
    "eu", "fr",  "gd", "gl", "gu", "gug", "he", "hi", "hr", "hu", "id", "is", "it",
    "kk", "kmr", "ko", "lt", "lv", "ml",  "mn", "ne", "nl", "no", "oc", "pl", "ro",
    "ru", "si",  "sk", "sl", "sr", "sv",  "sw", "te", "tr", "uk", "uz", "vi"};

template <std::size_t N>
std::string_view value_of(const std::array<Pair, N>& table, std::string_view key) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [key](const Pair& entry) { return entry.first == key; });
  return found == table.end() ? std::string_view() : found->second;
}

/// Whether there is a file of that kind. Package managers link dictionaries from afar; what a link
/// calls by another ending is none.
bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error) &&
         fs::canonical(path, error).extension() == path.extension();
}

std::string npm_folder(std::string name) {
  for (char& c : name) {
    if (c == '_') c = '-';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return "dictionary-" + name;
}

/// The dictionary called `name` in `folder`: its two files, or an npm package.
std::optional<DictionaryFiles> dictionary_in(const fs::path& folder, const std::string& name) {
  for (const fs::path& stem : {folder / name, folder / npm_folder(name) / "index"}) {
    DictionaryFiles files{.aff = stem, .dic = stem};
    files.aff += ".aff";
    files.dic += ".dic";
    if (is_file(files.aff) && is_file(files.dic)) return files;
  }
  return std::nullopt;
}

std::optional<DictionaryFiles> dictionary_called(const std::string& name,
                                                 const std::vector<fs::path>& folders) {
  if (name.empty() || name.find('/') != std::string::npos) return std::nullopt;
  for (const fs::path& folder : folders) {
    if (auto files = dictionary_in(folder, name)) return files;
  }
  return std::nullopt;
}

/// The locale as which a region is spelt that has a way of its own, so that the dictionary of the
/// usual region would call right words wrong; empty for all others.
std::string_view own_spelling(const Locale& locale) {
  if (locale.region.empty()) return {};
  if (locale.language == "en" && locale.region != "US") return "en-GB";
  if (locale.language == "pt" && locale.region != "BR") return "pt-PT";
  const bool is_swiss = locale.region == "CH" || locale.region == "LI";
  return locale.language == "de" && is_swiss ? "de-CH" : std::string_view();
}

/// The names under which the dictionary of `locale` may be filed, the best first.
std::vector<std::string> usual_names(const Locale& locale) {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& tag) {
    for (const char separator : {'_', '-'}) {
      std::string name = tag;
      std::replace(name.begin(), name.end(), '-', separator);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  };
  add(locale.tag());
  if (const std::string_view spelling = own_spelling(locale); !spelling.empty()) {
    add(std::string(spelling));
    return names;
  }
  const std::string script = locale.script.empty() ? "" : "-" + locale.script;
  if (!script.empty()) add(locale.language + script);
  const std::string_view region = value_of(kUsualRegions, locale.language);
  if (!region.empty()) add(locale.language + "-" + std::string(region));
  add(locale.language);
  return names;
}

/// Whether a dictionary's name says a script that `locale` is not written in: `sr-Latn`.
bool is_other_script(const std::string& name, const Locale& locale) {
  const std::size_t begin = locale.language.size() + 1;
  const std::size_t end = std::min(name.find_first_of("-_", begin), name.size());
  return end - begin == 4 && name.substr(begin, 4) != locale.script;
}

/// A dictionary of the language for any region, the first by name.
std::optional<DictionaryFiles> dictionary_of_any_region(const Locale& locale,
                                                        const std::vector<fs::path>& folders) {
  constexpr std::string_view kPackage = "dictionary-";
  std::vector<std::string> names;
  for (const fs::path& folder : folders) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      std::string name = entry->path().filename().string();
      if (name.starts_with(kPackage))
        name.erase(0, kPackage.size());
      else if (entry->path().extension() == ".aff")
        name = entry->path().stem().string();
      else
        continue;
      const bool is_ours =
          name.size() > locale.language.size() + 1 && name.starts_with(locale.language) &&
          (name[locale.language.size()] == '_' || name[locale.language.size()] == '-');
      if (is_ours && !is_other_script(name, locale)) names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (auto files = dictionary_called(name, folders)) return files;
  }
  return std::nullopt;
}

}  // namespace

std::vector<fs::path> dictionary_folders(const fs::path& root) {
  std::vector<fs::path> folders;
  const std::string list = environment_variable("DICPATH");
  for (std::string_view rest = list; !rest.empty();) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    if (end > 0) folders.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  folders.push_back(root / "dictionaries" / "hunspell");
  folders.push_back(root / "node_modules");
  for (const char* folder :
       {"/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts"}) {
    folders.emplace_back(folder);
  }
  return folders;
}

bool can_be_spell_checked(const Locale& locale) {
  return separates_words(locale) && locale.language != "ko" && locale.language != "hi";
}

std::optional<DictionaryFiles> find_dictionary(const Locale& locale, const std::string& name,
                                               const std::vector<fs::path>& folders) {
  if (!name.empty()) return dictionary_called(name, folders);
  if (!can_be_spell_checked(locale)) return std::nullopt;
  std::vector<std::string> names = usual_names(locale);
  if (locale.language == "nb" || locale.language == "nn") names.emplace_back("no");
  for (const std::string& usual : names) {
    if (auto files = dictionary_called(usual, folders)) return files;
  }
  return own_spelling(locale).empty() ? dictionary_of_any_region(locale, folders) : std::nullopt;
}

std::optional<std::string> dictionary_package(const Locale& locale) {
  const std::string spelling(own_spelling(locale));
  const std::string& usual = spelling.empty() ? locale.language : spelling;
  for (const std::string& tag : {locale.language + "-" + locale.region, usual}) {
    const std::string_view package = value_of(kNamedPackages, tag);
    if (!package.empty()) return std::string(package);
  }
  const auto* found =
      std::find(kPackagedLanguages.begin(), kPackagedLanguages.end(), locale.language);
  if (found == kPackagedLanguages.end()) return std::nullopt;
  return "hunspell-" + locale.language;
}

}  // namespace recto
