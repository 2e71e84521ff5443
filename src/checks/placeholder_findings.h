#pragma once

#include <set>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/counterparts.h"
#include "checks/placeholders.h"

namespace recto::checks {

/// The placeholders of both posts, and what decides how sure their differences are.
struct PlaceholderSides {
  std::vector<Placeholder> source;
  std::vector<Placeholder> translation;
  std::set<std::string> translated_footnotes;
  std::set<std::string> translated_closings;  // `</name`
  std::set<std::string> broken_tags;          // of the source
};

PlaceholderSides placeholder_sides(const Subject& subject);

/// What is told of `difference` between `sides`: a placeholder that is lost, added or another one.
Finding finding_for(const Subject& subject, const PlaceholderSides& sides,
                    const Difference& difference);

}  // namespace recto::checks
