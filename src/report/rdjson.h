#pragma once

#include <string>

#include "report/format.h"

namespace recto {

/// A DiagnosticResult as reviewdog reads it, with columns in bytes. A fix of one edit is a
/// suggestion; edits that belong together are none, since a reader may take one without the others.
std::string rdjson_report(const Report& report);

}  // namespace recto
