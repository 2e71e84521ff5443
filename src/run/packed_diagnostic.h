#pragma once

#include "base/diagnostic.h"
#include "base/packed.h"

namespace recto {

/// Writes all of `diagnostic`.
void write(const Diagnostic& diagnostic, Packer& packer);
/// Reads it again.
Diagnostic read_diagnostic(Unpacker& unpacker);

}  // namespace recto
