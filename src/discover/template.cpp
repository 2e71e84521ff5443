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

/// Fits `pattern` to the whole of `file`; what it has read so far is in `match`. A locale that
/// stands in it twice is the same one.
void fit(std::string_view pattern, std::string_view file, const TemplateMatch& match,
         std::vector<TemplateMatch>& found) {
  const std::size_t open = pattern.find('{');
  if (open == std::string_view::npos) {
    if (pattern == file) found.push_back(match);
    return;
  }
  if (!file.starts_with(pattern.substr(0, open))) return;
  file.remove_prefix(open);
  const bool is_locale = pattern.substr(open).starts_with(kLocale);
  const std::string_view rest = pattern.substr(open + (is_locale ? kLocale : kPath).size());
  if (is_locale && !match.locale.empty()) {
    if (file.starts_with(match.locale)) fit(rest, file.substr(match.locale.size()), match, found);
    return;
  }
  TemplateMatch longer = match;
  const std::size_t longest = is_locale ? std::min(file.find('/'), file.size()) : file.size();
  const std::size_t shortest = rest.empty() ? std::max<std::size_t>(file.size(), 1) : 1;
  for (std::size_t size = longest; size >= shortest; --size) {
    // What follows the place begins with the pattern's next letter.
    const bool may_end =
        rest.empty() || rest.front() == '{' || file.substr(size).starts_with(rest.front());
    if (!may_end) continue;
    (is_locale ? longer.locale : longer.path) = file.substr(0, size);
    fit(rest, file.substr(size), longer, found);
  }
}

}  // namespace

std::vector<TemplateMatch> template_matches(std::string_view pattern, std::string_view file) {
  std::vector<TemplateMatch> found;
  fit(without_extension(pattern), without_extension(file), {}, found);
  return found;
}

std::string fill_template(std::string_view pattern, std::string_view path,
                          std::string_view locale) {
  std::string result(without_extension(pattern));
  const auto replace = [&](std::string_view place, std::string_view value) {
    for (std::size_t at = result.find(place); at != result.npos;
         at = result.find(place, at + value.size())) {
      result.replace(at, place.size(), value);
    }
  };
  replace(kLocale, locale);
  replace(kPath, path);
  return result;
}

}  // namespace recto
