#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "checks/check.h"
#include "run/stats.h"
#include "text/speller.h"
#include "text/verdicts.h"

namespace recto {

/// Whether a dictionary may be opened for a word that it has not judged yet; with
/// `never`, such a word counts as one that nobody knows.
enum class Opening { when_asked, never };

/// The dictionary of a locale with what is remembered of it: opened when a word is asked for that
/// it has not judged yet, asked once for each word. One thread at a time.
class RememberingDictionary {
 public:
  /// `files` is empty when the locale has no dictionary, `cache` when nothing is remembered.
  RememberingDictionary(std::optional<DictionaryFiles> files, Locale locale,
                        const std::optional<std::filesystem::path>& cache);

  /// Valid as long as this object and `stats`, which may be null.
  WordJudge judge(Stats* stats, Opening opening = Opening::when_asked);
  /// The size of its files in bytes: what opening it costs.
  std::uintmax_t size() const;
  /// Keeps for later runs what this one asked.
  void save() const { verdicts_.save(); }

 private:
  Dictionary& opened();

  bool knows(std::string_view word, Stats* stats, Opening opening);

  std::optional<DictionaryFiles> files_;
  Locale locale_;
  std::optional<Dictionary> dictionary_;
  Verdicts verdicts_;
};

/// The dictionaries of a run, each opened at most once. One thread at a time takes them out.
class Dictionaries {
 public:
  /// The dictionary of `locale`; `name` is that of its files where recto.yaml says one, else empty.
  /// Valid as long as this object.
  RememberingDictionary& of(const Locale& locale, const std::string& name,
                            const std::filesystem::path& root,
                            const std::optional<std::filesystem::path>& cache);

 private:
  std::map<std::string, RememberingDictionary> by_locale_;
};

}  // namespace recto
