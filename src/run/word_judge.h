#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/locale.h"
#include "checks/check.h"
#include "run/stats.h"
#include "text/speller.h"
#include "text/verdicts.h"

namespace recto {

/// The dictionary of a locale with what is remembered of it: opened when a word is asked for that
/// it has not judged yet, asked once for each word. One thread at a time.
class RememberingDictionary {
 public:
  /// `files` is empty when the locale has no dictionary, `cache` when nothing is remembered,
  /// `stats` null when nothing is measured.
  RememberingDictionary(std::optional<DictionaryFiles> files, Locale locale,
                        const std::optional<std::filesystem::path>& cache, Stats* stats = nullptr);

  /// Valid as long as this object.
  WordJudge judge();
  /// Keeps for later runs what this one asked.
  void save() const { verdicts_.save(); }

 private:
  bool knows(std::string_view word);

  std::optional<DictionaryFiles> files_;
  Locale locale_;
  std::optional<Dictionary> dictionary_;
  Verdicts verdicts_;
  Stats* stats_;
};

}  // namespace recto
