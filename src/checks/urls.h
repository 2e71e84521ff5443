#pragma once

#include <string>
#include <string_view>

#include "base/locale.h"
#include "text/url.h"

// What the checks of URLs share.

namespace recto::checks {

/// The locales of a pair.
struct Locales {
  const Locale& source;
  const Locale& translation;
};

/// Whether a URL of the translation may stand for that of the source: the same but for translated
/// query text, or a name that says that the asset is localized (`/vi/`, `chart.vi.png`), or the
/// same file reached by another relative path.
bool is_equivalent_asset(std::string_view source, std::string_view translation,
                         const Locales& locales);

/// `url` without the locale that the name of its file holds: `/img/chart.png` of
/// `/img/chart_fr.png`.
std::string without_locale_in_name(std::string_view url, const Locale& locale);

/// Whether one is a path from the root of a site and the other the same path at some host, which
/// may be the site's.
bool may_be_same_file(std::string_view source, std::string_view translation);

/// Where an asset lives, in words: its host, else the first folder of its path.
std::string home_of_asset(std::string_view url);

/// The URL of the source with the prose of the translation's query kept: what the translation
/// should say.
std::string asset_for_translation(std::string_view source, std::string_view translation);

}  // namespace recto::checks
