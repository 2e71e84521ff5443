// The list of a post's languages, which its translations need not have.

#include "align/language_lists.h"

#include <algorithm>
#include <string_view>

#include "align/cause_finders.h"
#include "base/path_parts.h"
#include "base/utf8.h"
#include "text/locale_data.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kMostText = 40;    // code points in a link and beside it: "Read this in"
constexpr std::size_t kFewest = 2;       // editions: one is a link like others
constexpr std::size_t kMostBeside = 12;  // beside links of a translation's own: `| 简体中文`

bool names_language(std::string_view tag) {
  const auto locale = parse_locale(tag);
  return locale && (is_iso_language(*locale) || !locale->region.empty());
}

/// Whether `url` leads to the post at `path` itself, as far as names tell.
bool is_post(std::string_view url, std::string_view path) {
  return url == file_name(path) || (url.starts_with("./") && url.substr(2) == file_name(path));
}

/// How many editions of the post at `path` the block of `post` links to; 0 when it says more than
/// that.
std::size_t editions_in(const Post& post, const Block& block, std::string_view path) {
  if (block.kind != BlockKind::paragraph) return 0;
  std::size_t links = 0;
  std::size_t editions = 0;  // the post's own may be the page of the project
  std::size_t behind_link = 0;
  std::size_t words = 0;
  for (const Inline& piece : block.inlines) {
    if (piece.kind == InlineKind::code) return 0;
    if (piece.kind == InlineKind::link) {
      const std::string_view url = slice(post, piece.target);
      const bool is_original = is_post(url, path);
      if (is_original || is_edition(url, path)) ++editions;
      if (count_code_points(slice(post, piece.content)) > kMostText) return 0;
      ++links;
      behind_link = std::max<std::size_t>(behind_link, piece.span.end);
    } else if (piece.kind == InlineKind::text && piece.span.begin >= behind_link) {
      words += count_code_points(slice(post, piece.span));
    }
  }
  // A sentence may end in a link to its original, `(in English)`: it is no list.
  const std::size_t most = path == post.path ? kMostText : kMostBeside;
  const bool is_list = editions * 4 >= links * 3 && words <= most + 4 * links;
  return is_list ? editions : 0;
}

}  // namespace

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

bool is_language_list(const Post& post, const Block& block, std::string_view source_path) {
  return editions_in(post, block, source_path) >= kFewest;
}

std::vector<std::size_t> added_language_lists(const Post& source, const Post& translation) {
  constexpr std::size_t kMostBefore = 4;  // blocks: it stands at the top
  std::vector<std::size_t> lists;
  const auto is_list = [](const Post& post, const Block& block, std::string_view path) {
    return editions_in(post, block, path) > 0;
  };
  if (source.path.empty() || source.path == translation.path) return lists;
  for (std::size_t i = 0; i < std::min(translation.blocks.size(), kMostBefore); ++i) {
    if (is_list(translation, translation.blocks[i], source.path)) lists.push_back(i);
  }
  const bool has_own = !lists.empty() && std::any_of(source.blocks.begin(), source.blocks.end(),
                                                     [&](const Block& block) {
                                                       return is_list(source, block, source.path);
                                                     });
  return has_own ? std::vector<std::size_t>() : lists;
}

namespace {

void add_those_of_translation(const Post& source, const Post& translation,
                              const Alignment& alignment, Causes& causes) {
  const std::vector<std::size_t> lists = added_language_lists(source, translation);
  if (lists.empty()) return;
  std::size_t place = 0;  // in the source
  for (const Match& match : alignment) {
    const std::size_t index = match.translation.first;
    const bool is_list = match.source.count == 0 && match.translation.count == 1 &&
                         std::find(lists.begin(), lists.end(), index) != lists.end();
    if (is_list) {
      causes.push_back({CauseKind::language_list,
                        {place, 0},
                        match.translation,
                        translation.blocks[index].span});
    }
    if (match.source.count > 0 && !match.moved) place = match.source.end();
  }
}

}  // namespace

Causes language_lists(const Post& source, const Post& translation, const Alignment& alignment) {
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
      const std::size_t more = editions_in(source, block(end), source.path);
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
  add_those_of_translation(source, translation, alignment, causes);
  return causes;
}

}  // namespace recto
