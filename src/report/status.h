#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace recto {

enum class StatusFormat { text, json, markdown, paths };

/// How a locale stands.
struct LocaleStatus {
  std::string locale;
  std::size_t posts = 0;  // of the source
  std::size_t translated = 0;
  std::size_t missing = 0;
  std::size_t orphaned = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t behind = 0;  // translations that did not follow their source

  friend bool operator==(const LocaleStatus&, const LocaleStatus&) = default;
};

/// How a site stands.
struct Status {
  std::string source_locale;
  std::optional<std::string> since;   // the ref that `behind` counts from
  std::vector<LocaleStatus> locales;  // sorted by tag
};

/// The table as `format` shows it; `paths` is not a table.
std::string status_report(const Status& status, StatusFormat format);

}  // namespace recto
