#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "checks/rule.h"

// Runs rules over a pair given as texts, with a site that holds nothing else.

namespace recto::testing {

/// A pair as a test writes it down.
struct Pair {
  std::string source;
  std::string translation;
  std::string locale = "de";
  std::string terms;  // YAML of a termbase
  std::string source_locale = "en";
};

/// The findings of all of recto's own rules on that pair, hints included, in the order of reports.
/// Spelling is asked of Debian's dictionaries.
std::vector<Diagnostic> diagnostics(const Pair& pair);

/// The names of the rules of `found`, in order, each once.
std::vector<std::string> rule_names(const std::vector<Diagnostic>& found);

/// The whole file at `path`; fails the test when it cannot be read.
std::string file_content(const std::filesystem::path& path);

}  // namespace recto::testing
