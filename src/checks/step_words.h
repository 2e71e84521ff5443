#pragma once

#include <set>
#include <string>

namespace recto::checks {

/// The words that number the headings of each post one by one: `step` of `Step 1: ...`.
struct StepWords {
  std::set<std::string> source;
  std::set<std::string> translation;
};

}  // namespace recto::checks
