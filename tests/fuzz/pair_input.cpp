#include "pair_input.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recto::fuzzing {
namespace {

constexpr std::string_view kBorder = "\n%%\n";

/// Only a few, since what is known of a locale is kept for the next input.
constexpr std::array<std::string_view, 16> kLocales = {
    "de", "vi", "fr", "ja", "ar", "zh-Hant", "ru",    "th",
    "ko", "tr", "he", "hi", "el", "pt-BR",   "en-GB", "sr"};

constexpr std::array<std::pair<std::string_view, Dialect>, 5> kDialects = {
    {{"docusaurus", Dialect::docusaurus},
     {"markdown", Dialect::markdown},
     {"mdx", Dialect::mdx},
     {"hugo", Dialect::hugo},
     {"mkdocs", Dialect::mkdocs}}};

/// What stands before `border`, which is taken away with it; all when there is none.
std::string_view take(std::string_view& rest, std::string_view border) {
  const std::size_t end = std::min(rest.find(border), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + border.size(), rest.size()));
  return part;
}

}  // namespace

PairInput pair_of(std::string_view bytes) {
  PairInput input;
  input.source = take(bytes, kBorder);
  input.translation = take(bytes, kBorder);
  std::string_view settings = take(bytes, "\n");
  input.terms = bytes;
  const std::string_view tag = take(settings, " ");
  if (std::find(kLocales.begin(), kLocales.end(), tag) != kLocales.end()) {
    input.locale = parse_locale(tag).value_or(input.locale);
  }
  for (const auto& [name, dialect] : kDialects) {
    if (name == settings) input.dialect = dialect;
  }
  return input;
}

}  // namespace recto::fuzzing
