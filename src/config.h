#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/key_policy.h"
#include "base/limits.h"
#include "base/locale.h"
#include "base/param.h"

namespace recto {

/// Where posts of one kind lie: `blog/{path}.md` beside `i18n/{locale}/.../{path}.md`.
struct ContentTemplate {
  std::string source;
  std::string translation;

  friend bool operator==(const ContentTemplate&, const ContentTemplate&) = default;
};

/// What a locale's folder means.
struct LocaleEntry {
  std::string folder;  // as it is written in paths
  Locale locale;       // what it is
  /// Whether nothing need be translated, as in en-GB of en; what the languages say when it is
  /// unset.
  std::optional<bool> variant = {};

  friend bool operator==(const LocaleEntry&, const LocaleEntry&) = default;
};

/// Whether nothing need be translated into the locale: what recto.yaml says of it, else its
/// language.
bool is_variant(const LocaleEntry& entry, const Locale& source);

/// A severity, parameters or both for one rule or family.
struct RuleSetting {
  std::string rule;  // `family/problem` or `family`
  std::optional<Severity> severity;
  std::optional<Severity> unsure;  // of findings that may be right
  ParamMap with;
  std::size_t line = 0;

  friend bool operator==(const RuleSetting&, const RuleSetting&) = default;
};

/// Some pairs, by path of either side and by locale; empty lists mean all.
struct PairFilter {
  std::vector<std::string> files;
  std::vector<std::string> locales;

  friend bool operator==(const PairFilter&, const PairFilter&) = default;
};

/// Whether `filter` takes in the pair of those paths; a locale is named by its tag, by its language
/// or by that and its script.
bool fits(const PairFilter& filter, const std::string& source_path,
          const std::string& translation_path, const Locale& locale);

/// Settings for some pairs only.
struct Override {
  PairFilter pairs;
  std::vector<RuleSetting> rules;
  std::size_t line = 0;

  friend bool operator==(const Override&, const Override&) = default;
};

/// A rule that recto.yaml lets pass in some pairs.
struct ConfigAllowance {
  std::string rule;  // or a family
  PairFilter pairs;
  std::string until;  // the last day, `2026-12-31`; empty: for good
  std::size_t line = 0;

  friend bool operator==(const ConfigAllowance&, const ConfigAllowance&) = default;
};

enum class FailOn { error, warning, hint, never };

/// recto.yaml as a value. Everything is optional.
struct Config {
  std::string path;  // of the file; empty when there is none
  std::optional<Locale> source;
  std::vector<LocaleEntry> locales;  // empty: what the layout finds
  std::vector<ContentTemplate> content;
  std::string dialect;
  std::vector<std::string> hosts;
  bool locale_prefix = true;  // a locale before a path of our own is the same page
  std::vector<std::string> exclude;
  std::vector<std::string> words;  // files for every locale
  std::map<std::string, std::vector<std::string>> locale_words;
  std::vector<std::string> terms;  // files
  bool names_words = false;        // `words:` is given, so a missing file is an error
  bool names_terms = false;
  std::vector<std::string> rule_folders;
  std::map<std::string, std::string> dictionaries;  // locale -> name, `pt` -> `pt_BR`
  std::optional<KeyPolicy> front_matter;            // added to the layout's preset
  std::vector<RuleSetting> rules;
  std::vector<Override> overrides;
  std::vector<ConfigAllowance> allow;
  std::string baseline;  // a folder; empty: `.recto/baseline`, if it is there
  std::optional<FailOn> fail_on;
  Limits limits;

  friend bool operator==(const Config&, const Config&) = default;
};

/// The configuration in the YAML `text` of the file at `path`. Throws Error{path, line} for broken
/// YAML, values of the wrong shape and unknown keys, with the nearest known one.
Config parse_config(std::string_view text, const std::string& path);

}  // namespace recto
