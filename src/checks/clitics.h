#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"

namespace recto {

/// What may be left of `word` when the little words that are written onto it are taken off: before
/// it in Arabic and Hebrew (`كتاب` in `والكتاب`), behind it in Spanish (`definir` in `definirla`),
/// Indonesian and Malay (`tempat` in `tempatkan`); and the plain form of two cases of Russian
/// (`удаление` of `удалений` and `удалении`), and French words with the circumflex that they may
/// lack (`connaît` of `connait`). Empty for other languages and for what would be too short.
std::vector<std::string> without_clitics(std::string_view word, const Locale& locale);

/// How `word`, a form of a region that the locale may mean, is written elsewhere: the infinitive of
/// Spanish voseo (`poder` of `podés`), the American spelling of English (`color` of `colour`).
std::vector<std::string> usual_forms(std::string_view word, const Locale& locale);

}  // namespace recto
