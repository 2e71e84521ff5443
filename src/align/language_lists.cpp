// The list of a post's languages, which its translations need not have.

#include <algorithm>
#include <string_view>

#include "align/cause_finders.h"
#include "base/path_parts.h"
#include "base/utf8.h"
#include "text/locale_data.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kMostText = 40;  // code points in a link and beside it: "Read this in"

bool names_language(std::string_view tag) {
  const auto locale = parse_locale(tag);
  return locale && (is_iso_language(*locale) || !locale->region.empty());
}

/// Whether `url` leads to the post at `path` in a language: `README.fr.md` or `fr/README.md` of
/// `README.md`.
bool is_edition(std::string_view url, std::string_view path) {
  if (url.find_first_of("?#") != std::string_view::npos) return false;
  const std::string_view name = file_name(url);
  const std::string_view own = file_name(path);
  if (name == own) {
    const std::string_view folder = url.substr(0, url.size() - name.size());
    return !folder.empty() && names_language(file_name(folder.substr(0, folder.size() - 1)));
  }
  const std::string_view stem = stem_of(name);
  const std::string_view own_stem = stem_of(own);
  return !own_stem.empty() && stem.size() > own_stem.size() + 1 && stem.starts_with(own_stem) &&
         std::string_view("._-").find(stem[own_stem.size()]) != std::string_view::npos &&
         names_language(stem.substr(own_stem.size() + 1));
}

/// How many editions of its post the block links to; 0 when it says more than that.
std::size_t editions_in(const Post& post, const Block& block) {
  if (block.kind != BlockKind::paragraph) return 0;
  std::size_t links = 0;
  std::size_t editions = 0;  // the post's own may be the page of the project
  std::size_t behind_link = 0;
  std::size_t words = 0;
  for (const Inline& piece : block.inlines) {
    if (piece.kind == InlineKind::code) return 0;
    if (piece.kind == InlineKind::link) {
      if (is_edition(slice(post, piece.target), post.path)) ++editions;
      if (count_code_points(slice(post, piece.content)) > kMostText) return 0;
      ++links;
      behind_link = std::max<std::size_t>(behind_link, piece.span.end);
    } else if (piece.kind == InlineKind::text && piece.span.begin >= behind_link) {
      words += count_code_points(slice(post, piece.span));
    }
  }
  const bool is_list = editions * 4 >= links * 3 && words <= kMostText + 4 * links;
  return is_list ? editions : 0;
}

}  // namespace

Causes language_lists(const Post& source, const Post& translation, const Alignment& alignment) {
  constexpr std::size_t kFewest = 2;  // editions: one is a link like others
  const auto is_lone = [&](std::size_t at) {
    return at < alignment.size() && alignment[at].translation.count == 0 &&
           alignment[at].source.count == 1;
  };
  const auto block = [&](std::size_t at) -> const Block& {
    return source.blocks[alignment[at].source.first];
  };
  Causes causes;
  for (std::size_t i = 0; i < alignment.size(); ++i) {
    std::size_t end = i;
    std::size_t editions = 0;
    for (; is_lone(end); ++end) {
      const std::size_t more = editions_in(source, block(end));
      if (more == 0) break;
      editions += more;
    }
    if (editions < kFewest) continue;
    const bool ends_section =
        end == alignment.size() ||
        (alignment[end].source.count > 0 &&
         source.blocks[alignment[end].source.first].kind == BlockKind::heading);
    const bool has_heading =
        ends_section && i > 0 && is_lone(i - 1) && block(i - 1).kind == BlockKind::heading;
    const std::size_t first = has_heading ? i - 1 : i;
    const std::size_t place = alignment[first].translation.first;
    causes.push_back({CauseKind::language_list,
                      {alignment[first].source.first, end - first},
                      {place, 0},
                      place_before(translation, place)});
    i = end - 1;
  }
  return causes;
}

}  // namespace recto
