#pragma once

#include <string>
#include <string_view>

#include "base/locale.h"
#include "checks/terms.h"

namespace recto {

/// The terms of a glossary in CSV: columns `source` and `target` with or without a header (DeepL,
/// Weblate), `Term [en]` (Crowdin), or a column a language. `locale` is that of the translations
/// where the file does not say; may be empty. Throws Error with the line.
Terms terms_of_csv(std::string_view text, const std::string& path, const Locale& source_locale,
                   const std::string& locale);

/// `terms` as CSV that `terms_of_csv` reads as the same terms.
std::string csv_of(const Terms& terms, const Locale& source_locale);

}  // namespace recto
