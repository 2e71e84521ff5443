#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace recto {

/// A text with fixes applied, and how many of them.
struct FixedText {
  std::string text;
  std::size_t applied = 0;
};

/// Applies the fixes of `findings`, which are all about the file that holds `text`, each as a whole
/// or not at all. A fix that overlaps one before it waits: it has to be judged anew. Lines end as
/// they do in `text`, and its last line goes on ending as it does.
FixedText apply_fixes(std::string_view text, const std::vector<const Diagnostic*>& findings);

}  // namespace recto
