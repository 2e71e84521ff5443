#pragma once

#include <string_view>

#include "base/locale.h"

namespace recto::checks {

/// Whether `code` speaks of the language of its readers, as an example does that was adapted for
/// them: `pl: "Witaj"`, `"pt-BR"`, `Locales.POLISH`, `-l zh_CN`.
bool names_own_locale(std::string_view code, const Locale& locale);

}  // namespace recto::checks
