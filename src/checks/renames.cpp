#include "checks/renames.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recto::checks {
namespace {

constexpr std::string_view kEnds = "/?#&=.";  // of a name within a URL

/// Of the source, of the translation.
using Names = std::pair<std::string, std::string>;

/// The names in which two URLs differ, and nothing else.
std::optional<Names> renamed(std::string_view expected, std::string_view found) {
  const std::size_t shorter = std::min(expected.size(), found.size());
  std::size_t begin = 0;
  while (begin < shorter && expected[begin] == found[begin]) ++begin;
  std::size_t end = 0;
  while (end < shorter - begin &&
         expected[expected.size() - end - 1] == found[found.size() - end - 1])
    ++end;
  while (begin > 0 && kEnds.find(expected[begin - 1]) == kEnds.npos) --begin;
  while (end > 0 && kEnds.find(expected[expected.size() - end]) == kEnds.npos) --end;
  const std::string_view ours = expected.substr(begin, expected.size() - end - begin);
  const std::string_view theirs = found.substr(begin, found.size() - end - begin);
  const bool are_names = !ours.empty() && !theirs.empty() && ours.find('/') == ours.npos &&
                         theirs.find('/') == theirs.npos;
  if (!are_names) return std::nullopt;
  return Names(ours, theirs);
}

}  // namespace

void tell_renames(Findings& findings) {
  constexpr std::size_t kFewest = 3;
  std::map<Names, std::vector<Finding*>> by_names;
  for (Finding& finding : findings) {
    const auto names = renamed(finding.fields["expected"], finding.fields["found"]);
    if (names) by_names[*names].push_back(&finding);
  }
  for (const auto& [names, alike] : by_names) {
    if (alike.size() < kFewest) continue;
    for (Finding* finding : alike) {
      finding->variant = "renamed";
      finding->fields["new_name"] = names.first;
      finding->fields["old_name"] = names.second;
      finding->fields["mended"] = names.first;
    }
  }
}

}  // namespace recto::checks
