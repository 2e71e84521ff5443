#pragma once

#include <string>
#include <string_view>

#include "base/locale.h"
#include "checks/terms.h"

namespace recto {

/// The terms of a TBX file, of 2008 (martif) or of 2019 (tbx). A language section without a region
/// may be the source's, too. Throws Error with the line for what is no such file.
Terms terms_of_tbx(std::string_view bytes, const std::string& path, const Locale& source_locale);

/// `terms` as TBX-Basic of 2019; their `case` is lost, and the notes of those to be kept.
std::string tbx_of(const Terms& terms, const Locale& source_locale);

}  // namespace recto
