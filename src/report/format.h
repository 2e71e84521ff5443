#pragma once

#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "checks/rule.h"

namespace recto {

enum class Format { text, jsonl, json, sarif, github, gitlab, checkstyle, junit, rdjson, markdown };

/// Every format under the name that `--format` takes.
inline constexpr std::array<std::pair<const char*, Format>, 10> kFormats = {{
    {"text", Format::text},
    {"jsonl", Format::jsonl},
    {"json", Format::json},
    {"sarif", Format::sarif},
    {"github", Format::github},
    {"gitlab", Format::gitlab},
    {"checkstyle", Format::checkstyle},
    {"junit", Format::junit},
    {"rdjson", Format::rdjson},
    {"markdown", Format::markdown},
}};

/// A pair that a run judged, named by its translation.
struct CheckedPair {
  std::string path;  // relative to the root
  Locale locale;

  friend bool operator==(const CheckedPair&, const CheckedPair&) = default;
};

/// What a run found, for each format to show in its own way.
struct Report {
  std::vector<Diagnostic> diagnostics;
  std::span<const Rule> rules;     // all there are; they outlive the report
  std::vector<CheckedPair> pairs;  // sorted
  Locale source_locale;
  Severity fails_from = Severity::error;
  std::string working_prefix;  // from the working folder to the root: `../`, or empty
  std::string root;            // absolute; paths are relative to it
  std::string repository;      // absolute: the top of the git work tree
  std::string link_prefix;     // of a page that shows a file of the repository; may be empty
};

/// The path of a finding as the working folder sees it.
std::string seen_from_working_folder(const Report& report, const std::string& path);
/// The path of a finding as the git repository sees it.
std::string seen_from_repository(const Report& report, const std::string& path);

/// The findings, errors first, in their order otherwise.
std::vector<const Diagnostic*> worst_first(const std::vector<Diagnostic>& diagnostics);

/// `report` in that format; text without color.
std::string rendered(Format format, const Report& report);

}  // namespace recto
