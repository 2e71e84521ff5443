#include "discover/template.h"

#include <algorithm>

namespace recto {
namespace {

constexpr std::string_view kPath = "{path}";
constexpr std::string_view kLocale = "{locale}";

std::string_view without_extension(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  const std::size_t dot = file.rfind('.');
  const bool has_extension =
      dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash);
  return has_extension ? file.substr(0, dot) : file;
}

/// Fits `pattern` to the whole of `file`; a place is as long as what follows it allows.
bool fits(std::string_view pattern, std::string_view file, TemplateMatch& match) {
  const std::size_t open = pattern.find('{');
  if (open == std::string_view::npos) return pattern == file;
  if (!file.starts_with(pattern.substr(0, open))) return false;
  file.remove_prefix(open);
  const bool is_locale = pattern.substr(open).starts_with(kLocale);
  const std::string_view rest = pattern.substr(open + (is_locale ? kLocale : kPath).size());
  const std::size_t longest = is_locale ? std::min(file.find('/'), file.size()) : file.size();
  for (std::size_t size = longest; size > 0; --size) {
    if (!fits(rest, file.substr(size), match)) continue;
    (is_locale ? match.locale : match.path) = file.substr(0, size);
    return true;
  }
  return false;
}

}  // namespace

std::optional<TemplateMatch> match_template(std::string_view pattern, std::string_view file) {
  TemplateMatch match;
  if (!fits(without_extension(pattern), without_extension(file), match)) return std::nullopt;
  return match;
}

std::string fill_template(std::string_view pattern, const std::string& path,
                          const std::string& locale) {
  std::string result(without_extension(pattern));
  const auto replace = [&](std::string_view place, const std::string& value) {
    const std::size_t at = result.find(place);
    if (at != std::string::npos) result.replace(at, place.size(), value);
  };
  replace(kLocale, locale);
  replace(kPath, path);
  return result;
}

}  // namespace recto
