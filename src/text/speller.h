#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

// text/speller.cpp is the only file that includes Hunspell.

namespace recto {

/// Where a Hunspell dictionary lies.
struct DictionaryFiles {
  std::filesystem::path aff;
  std::filesystem::path dic;
};

/// Folders that may hold dictionaries, in order: DICPATH, the site's `dictionaries/hunspell` and
/// `node_modules`, then `/usr/share/hunspell` and `/usr/share/myspell` with its `dicts`.
std::vector<std::filesystem::path> dictionary_folders(const std::filesystem::path& root);

/// The dictionary for `locale`: the one `name` asks for (`pt_BR`) when it is not empty, else the
/// tag itself, then language and usual region, then the language, then any of its regions.
/// None where nothing fits, or where no Hunspell dictionary of that language makes sense (zh, ja,
/// th).
std::optional<DictionaryFiles> find_dictionary(const Locale& locale, const std::string& name,
                                               const std::vector<std::filesystem::path>& folders);

/// Whether Hunspell can judge single words of the language at all: not where none are written, nor
/// where most foreign words of a technical text are missing in the only dictionary there is.
bool can_be_spell_checked(const Locale& locale);

/// Debian's package with a dictionary for `locale`, such as `hunspell-fr`; none when there is none.
std::optional<std::string> dictionary_package(const Locale& locale);

/// An open Hunspell dictionary. One thread at a time; several may be opened and used at once. Its
/// memory is the process's for good.
class Dictionary {
 public:
  /// Throws Error when the files cannot be read.
  Dictionary(const DictionaryFiles& files, const Locale& locale);
  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;
  ~Dictionary();

  /// Whether `word` is spelt right: in NFC, with ASCII apostrophes, in either placement of
  /// Vietnamese tone marks, with `ё` or `е`.
  bool knows(std::string_view word) const;
  /// Whether `word`, written like that, is spelt right and not made up of several words.
  bool has_simple(std::string_view word) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace recto
