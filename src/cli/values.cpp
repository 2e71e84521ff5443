#include "cli/values.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "base/locale.h"
#include "text/similarity.h"

namespace recto {

void refuse(const std::string& what) {
  throw Error(what);
}

std::string in_ticks(std::string_view text) {
  return "`" + std::string(text) + "`";
}

bool holds(const Strings& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::size_t number(const std::string& option, const std::string& text, std::size_t most) {
  std::size_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error == std::errc() && stopped == end && value <= most) return value;
  refuse(in_ticks(option) + " takes a whole number up to " + std::to_string(most) + ", not " +
         in_ticks(text));
}

std::vector<Locale> locales_of(const Strings& tags) {
  std::vector<Locale> locales;
  for (const std::string& tag : tags) {
    const auto locale = parse_locale(tag);
    if (!locale) refuse(in_ticks(tag) + " is no language tag such as `fr` or `pt-BR`");
    locales.push_back(*locale);
  }
  return locales;
}

std::optional<Locale> locale_of(const std::string& tag) {
  return tag.empty() ? std::nullopt : std::optional(locales_of({tag}).front());
}

}  // namespace recto
