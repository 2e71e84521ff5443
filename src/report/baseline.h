#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace recto {

/// A finding that was accepted. `message` is for people who read the file.
struct AcceptedFinding {
  std::string path;
  std::string rule;
  std::string fingerprint;
  std::string severity;
  std::string message;

  friend auto operator<=>(const AcceptedFinding&, const AcceptedFinding&) = default;
};

/// What was accepted for one locale, and the rules there were then.
struct Baseline {
  std::set<std::string> rules;
  std::vector<AcceptedFinding> findings;

  friend bool operator==(const Baseline&, const Baseline&) = default;
};

/// `diagnostic` as a baseline keeps it.
AcceptedFinding accepted(const Diagnostic& diagnostic);

/// The baseline as a file: JSON, sorted, one finding a line, so that changes merge.
std::string baseline_text(Baseline baseline);

/// The baseline in `text` of the file at `path`. Throws Error with path and line for anything else.
Baseline parse_baseline(std::string_view text, const std::string& path);

}  // namespace recto
