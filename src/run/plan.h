#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/key_policy.h"
#include "checks/check.h"
#include "checks/rule_set.h"
#include "checks/terms.h"
#include "checks/words.h"
#include "config.h"
#include "discover/pairs.h"
#include "report/baseline.h"
#include "run/posts.h"
#include "run/word_judge.h"

namespace recto {

/// A translation to read: judged, or read only for what it tells about its locale.
struct PlannedPair {
  Translation translation;
  bool is_reported = true;
  const std::vector<ActiveRule>* rules = nullptr;
  std::uint64_t settings = 0;  // settings_hash of `rules` and the locale
};

/// A source post with its translations: the unit of parallel work.
struct PlannedSource {
  std::string path;
  const std::vector<ActiveRule>* rules = nullptr;  // for what is found in it alone
  std::uint64_t settings = 0;                      // settings_hash of these and its locale
  std::vector<PlannedPair> pairs;

  /// Whether any of its pairs is.
  bool is_reported() const;
};

using Baselines = std::map<std::string, Baseline>;

/// Everything a run needs before it reads the first post; from then on only fixes change it
/// (`mend`).
struct Plan {
  PostStore posts;
  Locale source_locale;
  KeyPolicy policy;
  SiteLinks site;
  Terms terms;
  std::map<std::string, LocaleTerms> locale_terms;  // by locale tag
  std::map<std::string, AcceptedWords> words;       // by locale tag
  std::vector<PlannedSource> sources;               // largest first
  std::vector<Orphan> orphans;
  std::vector<MissingTranslation> missing;
  std::map<std::string, std::string> dictionaries;  // of recto.yaml, by locale
  std::optional<std::filesystem::path> cache;       // the folder of what is remembered between runs
  std::shared_ptr<Dictionaries> opened_dictionaries = std::make_shared<Dictionaries>();
  const std::vector<ActiveRule>* usual_rules = nullptr;
  std::map<std::string, const std::vector<ActiveRule>*>
      rules_by_path;  // of translations, orphans and those that are missing
  std::vector<ConfigAllowance> allow;
  std::string config_path;
  std::vector<std::string> rule_names;  // of all rules there are, and of their families
  Baselines baselines;                  // by locale tag
  bool is_whole_site = false;           // every pair of the site is reported, or its shard is
  bool is_sharded = false;              // so that others report the rest
  bool needs_all_posts = false;         // those of unreported pairs are judged in any case
  bool is_measured = false;             // for --stats

  /// The dictionary that recto.yaml names for `locale`; empty when it names none.
  std::string dictionary_name(const Locale& locale) const;
  /// Whether there may be a dictionary that judges words of `locale`.
  bool may_have_dictionary(const Locale& locale) const;
};

/// The paths of the posts that are read: sources and translations.
std::set<std::string> paths_of(const Plan& plan);

/// The largest list of words or terms that is read, in bytes.
inline constexpr std::size_t kLargestList = std::size_t{8} << 20U;

/// The lists of words for `locale` that recto.yaml names, else `dictionaries/words.txt` and
/// `dictionaries/<locale>/words.txt`, which need not be there; the locale's own last.
std::vector<std::string> word_files(const Config& config, const Locale& locale);

/// The words accepted for `locale`: recto's own, those of `word_files` and those of the terms.
/// Throws Error for a file that recto.yaml names and that cannot be read.
AcceptedWords accepted_words(const std::filesystem::path& root, const Config& config,
                             const Terms& terms, const Locale& locale);

/// The termbase of the project: the files of recto.yaml, else `dictionaries/terms.yaml` when
/// present. What they say is remembered in `cache`. Throws Error.
Terms project_terms(const std::filesystem::path& root, const Config& config,
                    const std::optional<std::filesystem::path>& cache = std::nullopt);

/// What recto.yaml says about the site's own URLs, with the files below `root`.
SiteLinks site_links(const std::filesystem::path& root, const Config& config);

/// The front matter policy: the layout's preset with what recto.yaml adds.
KeyPolicy key_policy(const std::string& layout, const Config& config);

}  // namespace recto
