#include "checks/urls.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/unicode.h"

namespace recto::checks {
namespace {

std::string file_name(std::string_view path) {
  const std::string decoded = percent_decoded(path);
  const std::size_t slash = decoded.rfind('/');
  return nfc(slash == std::string::npos ? decoded : decoded.substr(slash + 1));
}

bool is_relative(const Url& url) {
  return url.scheme.empty() && url.host.empty() && !url.path.starts_with('/');
}

/// Whether `path` holds the locale's tag or language as a part of its own: `/vi/`, `-vi.`,
/// `_pt_BR.`.
bool names_locale(std::string_view path, const Locale& locale) {
  std::string lower(path);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::replace(lower.begin(), lower.end(), '_', '-');
  std::string tag = locale.tag();
  std::transform(tag.begin(), tag.end(), tag.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto is_border = [&](std::size_t at) {
    return at >= lower.size() || std::isalnum(static_cast<unsigned char>(lower[at])) == 0;
  };
  const std::array<std::string, 2> candidates = {tag, locale.language};
  for (const std::string& name : candidates) {
    for (std::size_t at = lower.find(name); at != std::string::npos;
         at = lower.find(name, at + 1)) {
      if (at > 0 && is_border(at - 1) && is_border(at + name.size())) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<const Inline*> images_of(const Post& post, Run run) {
  std::vector<const Inline*> images;
  for (std::size_t i = run.first; i < run.first + run.count; ++i) {
    for (const Inline& piece : post.blocks[i].inlines) {
      if (piece.kind == InlineKind::image) images.push_back(&piece);
    }
  }
  return images;
}

bool is_equivalent_asset(std::string_view source, std::string_view translation,
                         const Locale& locale) {
  const Url ours = parse_url(source);
  const Url theirs = parse_url(translation);
  if (is_same_but_for_text(ours, theirs)) return true;
  if (names_locale(theirs.path, locale) && ours.path != theirs.path) return true;
  const bool same_name =
      !file_name(ours.path).empty() && file_name(ours.path) == file_name(theirs.path);
  return same_name && is_relative(ours) && is_relative(theirs);
}

std::string home_of_asset(std::string_view url) {
  const Url parts = parse_url(url);
  if (!parts.host.empty()) return parts.host;
  const std::size_t slash = parts.path.find('/', 1);
  return slash == std::string::npos ? "this site" : parts.path.substr(0, slash + 1);
}

std::string asset_for_translation(std::string_view source, std::string_view translation) {
  std::string result(source);
  const Url ours = parse_url(source);
  const Url theirs = parse_url(translation);
  for (const auto& [name, value] : ours.query) {
    if (!is_prose_value(value)) continue;
    const auto found =
        std::find_if(theirs.query.begin(), theirs.query.end(),
                     [&name = name](const auto& query) { return query.first == name; });
    const auto place = query_value_span(result, name);
    const auto kept = query_value_span(translation, name);
    if (found == theirs.query.end() || !place || !kept) continue;
    result.replace(place->begin, place->size(), slice(translation, *kept));
  }
  return result;
}

}  // namespace recto::checks
