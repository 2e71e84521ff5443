#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace recto {

/// One JSON object a line and nothing else, in the shape the manual gives (`"v": 1`).
std::string jsonl_report(const std::vector<Diagnostic>& diagnostics);

}  // namespace recto
