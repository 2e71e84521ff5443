#include "checks/links.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "align/language_lists.h"
#include "base/ascii.h"
#include "base/path_parts.h"
#include "checks/check.h"
#include "checks/images.h"
#include "checks/literal_links.h"
#include "checks/tags.h"
#include "text/similarity.h"
#include "text/url.h"

namespace recto::checks {
namespace {

/// Lost links of a post that are looked for in its text, so that time stays linear.
constexpr std::size_t kMostLooks = 500;
constexpr std::size_t kMostPlaces = 200;  // of each in a block

std::optional<LinkUse> link_of_tag(const Post& post, const Inline& piece) {
  const auto tag = read_tag(post, piece.span);
  if (!tag || tag->is_closing) return std::nullopt;
  Span target = attribute_value(post, *tag, "href");
  const std::string_view name = slice(post, tag->name);
  if (target.is_empty() && name.ends_with("Link")) target = attribute_value(post, *tag, "to");
  if (target.is_empty() || name == "link") return std::nullopt;
  return LinkUse{.span = piece.span, .target = target};
}

/// Whether Markdown alone takes `link` for one: `String[](optional)`, `git clone git@host:name`.
bool is_no_link(const Post& post, const Inline& link) {
  const std::string_view target = slice(post, link.target);
  if (target == slice(post, link.content)) return target.starts_with("git@");
  return link.content.is_empty() && target.find_first_of("/.#:") == target.npos;
}

std::optional<LinkUse> link_of(const Post& post, const Inline& piece) {
  if (piece.kind == InlineKind::html) return link_of_tag(post, piece);
  if (piece.kind != InlineKind::link || piece.target.is_empty()) return std::nullopt;
  if (is_no_link(post, piece)) return std::nullopt;
  return LinkUse{.span = piece.span,
                 .text = piece.content,
                 .target = piece.target,
                 .is_bare = piece.target == piece.content};
}

std::vector<Item> items_of(const std::vector<LinkUse>& links) {
  std::vector<Item> items;
  items.reserve(links.size());
  for (const LinkUse& link : links) items.push_back({link.leads_to.key, link.block});
  return items;
}

bool goes_on(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return is_ascii_letter(c) || is_ascii_digit(c) ||
         std::string_view("-_/.?#%&=~+").find(c) != std::string_view::npos;
}

/// Whether `url` leads from one post to the other.
bool leads_to(std::string_view url, const Post& from, const Post& post) {
  const std::string path = percent_decoded(url.substr(0, url.find_first_of("?#")));
  if (path.find("://") == path.npos) return path_from(from, path) == post.path;
  // `README.md` ends the addresses of many.
  return path.ends_with('/' + post.path) && file_name(from.path) != file_name(post.path);
}

/// Whether `test` holds of a place of `url` in `text`, from `from` on, that no longer URL
/// surrounds.
template <typename Test>
bool any_place(std::string_view text, std::size_t from, std::string_view url, Test test) {
  std::size_t at = text.find(url, from);
  for (std::size_t looks = 0; at != text.npos && looks < kMostPlaces; ++looks) {
    const std::size_t end = at + url.size();
    const bool is_part = goes_on(text, end) || (at > 0 && goes_on(text, at - 1));
    if (!is_part && test(at)) return true;
    at = text.find(url, end);
  }
  return false;
}

bool holds_url(std::string_view text, std::string_view url) {
  return any_place(text, 0, url, [](std::size_t) { return true; });
}

/// How many of `images`, which are in document order, stand in the blocks of `run`.
std::ptrdiff_t count_in(const std::vector<ImageUse>& images, const Run& run) {
  const auto stands_before = [](const ImageUse& image, std::size_t block) {
    return image.block < block;
  };
  return std::lower_bound(images.begin(), images.end(), run.end(), stands_before) -
         std::lower_bound(images.begin(), images.end(), run.first, stands_before);
}

/// Tells which differences other rules report.
class Explanations {
 public:
  Explanations(const Subject& subject, const ComparedLinks& links)
      : subject_(subject),
        links_(links),
        source_images_(images_of(subject.source)),
        translation_images_(images_of(subject.translation)),
        looks_for_text_(links.counterparts.differences.size() <= kMostLooks) {}

  /// What is left of `difference` for the rules of links; none when nothing is.
  std::optional<Difference> rest(Difference difference) const {
    const Match& match = match_of(difference);
    // A lost block tells by itself what is lost in it.
    if (match.source.count == 0 || match.translation.count == 0) return std::nullopt;
    if (switches_language(difference) || is_cut_off(difference)) return std::nullopt;
    if (!difference.source && looks_for_text_ &&
        (stood_as_text(difference) ||
         is_of_literal(links_.translation[*difference.translation], match))) {
      return std::nullopt;
    }
    if (difference.source && looks_for_text_ && stands_as_text(difference)) {
      const std::string url = url_of(subject_.source, links_.source[*difference.source]);
      difference.source.reset();
      if (difference.translation && swallows(links_.translation[*difference.translation], url)) {
        difference.translation.reset();
      }
    }
    if (!difference.source && !difference.translation) return std::nullopt;
    if (is_image_alone(difference)) return std::nullopt;
    return difference;
  }

 private:
  const Match& match_of(const Difference& difference) const {
    return subject_.alignment[difference.match];
  }

  /// Whether the one post links to the other, as lists of its languages do: no page links to
  /// itself.
  bool switches_language(const Difference& difference) const {
    const Post& source = subject_.source;
    const Post& translation = subject_.translation;
    if (difference.source &&
        leads_to(url_of(source, links_.source[*difference.source]), source, translation)) {
      return true;
    }
    return difference.translation &&
           leads_to(url_of(translation, links_.translation[*difference.translation]), translation,
                    source);
  }

  /// Whether the link is lost with its definition, `[x]: /docs`, at an end that is missing.
  bool is_cut_off(const Difference& difference) const {
    if (!difference.source) return false;
    const LinkUse& link = links_.source[*difference.source];
    if (link.span.holds(link.target)) return false;
    return explains_source(subject_.causes, block_behind(subject_.source, link.target.begin));
  }

  /// Whether the translation shows the URL as text: `[x] (/docs)`, or one that swallows what
  /// follows it. A path alone is no address to a reader.
  bool stands_as_text(const Difference& difference) const {
    const std::string url = url_of(subject_.source, links_.source[*difference.source]);
    const bool is_path = url.find("://") == url.npos;
    const Run& run = match_of(difference).translation;
    for (std::size_t i = run.first; i < run.end(); ++i) {
      const Block& block = subject_.translation.blocks[i];
      const Span span = block.span;
      if (is_literal(block, url)) return true;
      if (is_path) continue;
      const std::string_view text = slice(subject_.translation.text, {0, span.end});
      const auto is_shown = [&](std::size_t at) { return !is_target(i, span_at(at, url.size())); };
      if (any_place(text, span.begin, url, is_shown)) return true;
    }
    return false;
  }

  /// Whether a reader of `block` sees a link to `url` with all its marks.
  bool is_literal(const Block& block, std::string_view url) const {
    const std::vector<LiteralLink> links = literal_links(subject_.translation, block);
    return std::any_of(links.begin(), links.end(), [&](const LiteralLink& link) {
      return ascii_lowered(slice(subject_.translation, link.target)) == ascii_lowered(url);
    });
  }

  /// Whether the source's blocks link to `url`.
  bool has_source(const Match& match, std::string_view url) const {
    return std::any_of(links_.source.begin(), links_.source.end(), [&](const LinkUse& link) {
      return link.block >= match.source.first && link.block < match.source.end() &&
             ascii_lowered(url_of(subject_.source, link)) == ascii_lowered(url);
    });
  }

  /// Whether the link is the URL, or a part of it, of one of the source's that reads as text here:
  /// `[x] (https://...)`.
  bool is_of_literal(const LinkUse& link, const Match& match) const {
    const Block& block = subject_.translation.blocks[link.block];
    const std::vector<LiteralLink> links = literal_links(subject_.translation, block);
    return std::any_of(links.begin(), links.end(), [&](const LiteralLink& literal) {
      return literal.span.holds(link.span) &&
             has_source(match, slice(subject_.translation, literal.target));
    });
  }

  /// Whether the source shows the URL of an added link as text, perhaps without its scheme, or as
  /// code.
  bool stood_as_text(const Difference& difference) const {
    const std::string url =
        url_of(subject_.translation, links_.translation[*difference.translation]);
    const std::size_t scheme = url.find("://");
    const std::string_view bare = std::string_view(url).substr(scheme == url.npos ? 0 : scheme + 3);
    const Run& run = match_of(difference).source;
    for (std::size_t i = run.first; i < run.end(); ++i) {
      for (const Inline& piece : subject_.source.blocks[i].inlines) {
        const bool is_shown = piece.kind == InlineKind::text || piece.kind == InlineKind::code;
        const std::string_view text = slice(subject_.source, piece.span);
        if (is_shown && (holds_url(text, url) || holds_url(text, bare))) return true;
      }
    }
    return false;
  }

  /// Whether `span` lies in the target of a link of that block, but for a URL that swallows more.
  bool is_target(std::size_t block, Span span) const {
    const auto& links = links_.translation;
    const auto behind = std::partition_point(links.begin(), links.end(), [&](const LinkUse& link) {
      return link.block < block || (link.block == block && link.span.begin <= span.begin);
    });
    if (behind == links.begin()) return false;
    const LinkUse& link = *std::prev(behind);
    if (link.block != block || !link.span.holds(span)) return false;
    return !link.is_bare || link.target == span;
  }

  bool swallows(const LinkUse& link, std::string_view url) const {
    return link.is_bare && slice(subject_.translation, link.target).starts_with(url);
  }

  /// Whether only a picture that can be clicked is lost or added: a matter of images.
  bool is_image_alone(const Difference& difference) const {
    if (difference.source && difference.translation) return false;
    const LinkUse& link = difference.source ? links_.source[*difference.source]
                                            : links_.translation[*difference.translation];
    const Match& match = match_of(difference);
    if (!link.holds_image) return false;
    return count_in(source_images_, match.source) !=
           count_in(translation_images_, match.translation);
  }

  const Subject& subject_;
  const ComparedLinks& links_;
  std::vector<ImageUse> source_images_;
  std::vector<ImageUse> translation_images_;
  bool looks_for_text_;
};

/// Whether the address at `place` is the text of a link in HTML: `<a href="...">https://a.org</a>`.
bool is_text_of_tag(const Post& post, Span place) {
  const std::string_view before = slice(post.text, {0, place.begin});
  if (!std::string_view(post.text).substr(place.end).starts_with("</a>")) return false;
  const std::size_t open = before.rfind('<');
  return open != before.npos && before.ends_with('>') && before.substr(open).starts_with("<a ");
}

/// Where `url` of `post` leads to; to an edition in one language, not in any.
LinkTarget target_of(const Subject& subject, const Post& post, std::string_view url) {
  LinkTarget target = link_target(subject, post, url);
  if (target.is_relative && is_edition(url, subject.source.path)) {
    target.page = path_from(post, url);
    target.key = target.page;
  }
  return target;
}

/// The links of `post`, which is a side of `subject`, in document order.
std::vector<LinkUse> links_of(const Subject& subject, const Post& post) {
  std::vector<LinkUse> links;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    for (const Inline& piece : post.blocks[i].inlines) {
      if (piece.kind == InlineKind::image && !links.empty() && links.back().block == i &&
          links.back().text.holds(piece.span)) {
        links.back().holds_image = true;
      }
      auto link = link_of(post, piece);
      if (!link || (link->is_bare && is_text_of_tag(post, piece.span))) continue;
      link->block = i;
      link->leads_to = target_of(subject, post, slice(post, link->target));
      links.push_back(std::move(*link));
    }
  }
  return links;
}

/// Takes out links that went elsewhere in the post and lead to another edition of the page there:
/// `/fr/Objets_globaux/Promise` for `/en-US/Global_Objects/Promise`.
void drop_moved_editions(const Subject& subject, ComparedLinks& links) {
  auto& differences = links.counterparts.differences;
  if (differences.size() > kMostLooks) return;
  const auto is_edition = [&](const Difference& lost, const Difference& added) {
    if (added.source || !added.translation) return false;
    const LinkTarget& source = links.source[*lost.source].leads_to;
    const LinkTarget& translation = links.translation[*added.translation].leads_to;
    return !source.is_own && !source.name.empty() && source.name == translation.name &&
           may_stand_for(source, translation, {subject.source.locale, subject.translation.locale});
  };
  for (Difference& lost : differences) {
    if (!lost.source || lost.translation) continue;
    const auto edition =
        std::find_if(differences.begin(), differences.end(),
                     [&](const Difference& added) { return is_edition(lost, added); });
    if (edition == differences.end()) continue;
    lost.source.reset();
    edition->translation.reset();
  }
  std::erase_if(differences, [](const Difference& difference) {
    return !difference.source && !difference.translation;
  });
}

/// Whether the text of the link is a name in ASCII that stands in its URL, too: `Nodes` of
/// `/nodes`.
bool names_its_page(const Post& post, const LinkUse& link) {
  constexpr std::size_t kShortest = 3;
  const std::string_view text = slice(post, link.text);
  return text.size() >= kShortest && is_ascii(text) && text.find('/') == text.npos &&
         ascii_lowered(slice(post, link.target)).find(ascii_lowered(text)) != std::string::npos;
}

/// Whether the two name two pages, in Latin letters where the language has others: neither is what
/// became of the other.
bool are_of_other_names(const Subject& subject, const LinkUse& ours, const LinkUse& theirs) {
  return !is_written_in_latin(subject.translation.locale) && names_its_page(subject.source, ours) &&
         names_its_page(subject.translation, theirs) &&
         ascii_lowered(slice(subject.source, ours.text)) !=
             ascii_lowered(slice(subject.translation, theirs.text));
}

}  // namespace

const ComparedLinks& compared_links(const Subject& subject) {
  if (subject.shared.links) return *subject.shared.links;
  ComparedLinks& links = subject.shared.links.emplace();
  links.source = links_of(subject, subject.source);
  links.translation = links_of(subject, subject.translation);
  if (links.source.empty() && links.translation.empty()) return links;
  links.counterparts = counterparts(
      subject, items_of(links.source), items_of(links.translation),
      [&](std::size_t source, std::size_t translation) {
        return may_stand_for(links.source[source].leads_to, links.translation[translation].leads_to,
                             {subject.source.locale, subject.translation.locale});
      },
      [&](std::size_t source, std::size_t translation) {
        const LinkUse& ours = links.source[source];
        const LinkUse& theirs = links.translation[translation];
        const double alike =
            resemblance(url_of(subject.source, ours), url_of(subject.translation, theirs));
        return alike < kLikeUrls && are_of_other_names(subject, ours, theirs) ? -1.0 : alike;
      });
  if (links.counterparts.differences.empty()) return links;
  const Explanations explanations(subject, links);
  std::vector<Difference> left;
  for (const Difference& difference : links.counterparts.differences) {
    if (auto rest = explanations.rest(difference)) left.push_back(*rest);
  }
  links.counterparts.differences = std::move(left);
  drop_moved_editions(subject, links);
  return links;
}

std::string url_of(const Post& post, const LinkUse& link) {
  return std::string(slice(post, link.target));
}

}  // namespace recto::checks
