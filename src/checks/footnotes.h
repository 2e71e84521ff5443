#pragma once

#include <set>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/placeholders.h"

namespace recto::checks {

/// The labels, `[^1]`, of the footnotes of `post`, in small letters: their case does not matter.
std::set<std::string> footnotes_of(const Post& post);

/// Adds the marks of the translation that show as they are written, because their footnote has
/// another label. A footnote that is missing is the matter of another rule.
void add_dangling_footnotes(const Subject& subject, const std::vector<Placeholder>& source,
                            const std::vector<Placeholder>& translation, Findings& findings);

}  // namespace recto::checks
