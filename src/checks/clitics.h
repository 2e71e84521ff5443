#pragma once

#include <string_view>
#include <vector>

#include "base/locale.h"

namespace recto {

/// What may be left of `word` when the little words that Arabic and Hebrew write onto the next one
/// are taken off: `كتاب` in `والكتاب`. Empty for other languages and for what would be too short.
std::vector<std::string_view> without_clitics(std::string_view word, const Locale& locale);

}  // namespace recto
