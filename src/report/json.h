#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "report/format.h"

namespace recto {

/// One JSON object a line and nothing else, in the shape the manual gives (`"v": 1`).
std::string jsonl_report(const std::vector<Diagnostic>& diagnostics);

/// One object: the version of its shape, the tool, the counts, and the findings as in JSON lines.
std::string json_report(const Report& report);

/// JSON lets DEL and the C1 controls stand; a terminal may obey them. `json` with all of them
/// escaped.
std::string without_controls(std::string_view json);

/// `text` as JSON writes a string, in quotes.
std::string json_string(std::string_view text);

}  // namespace recto
