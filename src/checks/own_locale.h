#pragma once

#include <string_view>

#include "base/locale.h"

namespace recto::checks {

/// Whether `code` speaks of the language of its readers, `locale`, as an example does that was
/// adapted for them: `pl: "Witaj"`, `"pt-BR"`, `Locales.POLISH`, `-l zh_CN`. Where it is a variant
/// of `source`, only its region tells: `"en-GB"`.
bool names_own_locale(std::string_view code, const Locale& locale, const Locale& source);

}  // namespace recto::checks
