#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recto {

/// A language as BCP 47 names it, in canonical case: language `pt`, script `Hant`, region `BR`.
struct Locale {
  std::string language;
  std::string script;
  std::string region;

  /// The tag: `pt-BR`, `zh-Hant`; without the script that its region implies, `zh-TW`.
  std::string tag() const;
  /// The tags that a setting may know it by, the closest first: `zh-TW`, `zh-Hant`, `zh`.
  std::vector<std::string> names() const;
  friend auto operator<=>(const Locale&, const Locale&) = default;
};

/// The locale that `tag` names, in any case and with `-` or `_` (`pt_br`, `zh-tw`); the Chinese
/// regions imply their script, and `jp` is Japanese as `ja` is. None when `tag` is no language tag.
std::optional<Locale> parse_locale(std::string_view tag);

/// Whether texts in the one need not be translated for the other: `en-GB` and `en-US`, while
/// `zh-TW` and `zh-CN` have scripts of their own.
bool is_variant(const Locale& left, const Locale& right);

/// Whether the language is written from right to left.
bool is_right_to_left(const Locale& locale);

/// Whether the language puts blanks between its words.
bool separates_words(const Locale& locale);

}  // namespace recto
