#pragma once

#include <string_view>

#include "checks/check.h"

// Code within a line is made for machines, or it is an example, a path, a word of the sentence,
// which a translation may have in another form.

namespace recto::checks {

/// Whether `text` is made for machines alone: `useState`, `max_size`, `--fix`, `run()`, `404`.
/// Other words and paths may be examples, or a word of the sentence that is code, too.
bool is_technical(std::string_view text);

/// Whether one may rightly stand for the other in a translation.
bool may_be_translated(std::string_view ours, std::string_view theirs);

/// How sure it is that `theirs`, which nearly is `ours`, is wrong. Letters that changed places are
/// a slip; others, in a word or a path, may be how the language names an example.
Certainty certainty_of_slip(std::string_view ours, std::string_view theirs);

}  // namespace recto::checks
