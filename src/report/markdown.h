#pragma once

#include <string>

#include "report/format.h"

namespace recto {

/// A summary of a CI job in GitHub's Markdown: by locale, and by what a translator has to do. Ends
/// between two rows, and says so, before the size that GitHub refuses.
std::string markdown_report(const Report& report);

}  // namespace recto
