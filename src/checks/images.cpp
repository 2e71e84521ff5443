#include "checks/images.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "checks/check.h"
#include "checks/files_beside.h"
#include "checks/tags.h"
#include "checks/urls.h"
#include "text/similarity.h"

namespace recto::checks {
namespace {

/// The file that a shortcode of Hugo shows: `{{< figure src="x.png" >}}`.
Span shortcode_target(const Post& post, Span shortcode) {
  constexpr std::string_view kName = "figure";
  constexpr std::string_view kBlanks = " \t\r\n";
  constexpr std::string_view kFile = "src=\"";
  const std::string_view text = slice(post, shortcode);
  const std::size_t name = text.find_first_not_of("{<% \t\r\n");
  if (!text.starts_with("{{") || name == text.npos) return {};
  if (!text.substr(name).starts_with(kName)) return {};
  const std::size_t file = text.find(kFile, name + kName.size());
  if (file == text.npos || kBlanks.find(text[file - 1]) == kBlanks.npos) return {};
  const std::size_t begin = file + kFile.size();
  const std::size_t end = text.find('"', begin);
  return end == text.npos ? Span{} : span_at(shortcode.begin + begin, end - begin);
}

bool is_image_file(std::string_view path) {
  constexpr std::array<std::string_view, 7> kEndings = {".avif", ".gif", ".jpeg", ".jpg",
                                                        ".png",  ".svg", ".webp"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

Span target_of(const Post& post, const Inline& piece) {
  if (piece.kind == InlineKind::image) return piece.target;
  if (piece.kind == InlineKind::placeholder) return shortcode_target(post, piece.span);
  if (piece.kind != InlineKind::html) return {};
  const auto tag = read_tag(post, piece.span);
  if (!tag || tag->is_closing) return {};
  const std::string_view name = slice(post, tag->name);
  const Span file = attribute_value(post, *tag, "src");
  const bool is_image = name == "img" || name == "IMG" || name == "Image";
  return is_image || (is_component(name) && is_image_file(slice(post, file))) ? file : Span{};
}

/// What the images of both sides are known by: their URLs, of localized ones without the locale.
class Keys {
 public:
  Keys(const Subject& subject, const std::vector<ImageUse>& source) : subject_(subject) {
    std::map<std::string, std::size_t> urls;  // of each key
    for (const ImageUse& image : source) {
      const std::string_view url = slice(subject.source, image.target);
      const auto [place, is_new] = by_url_.try_emplace(url);
      if (!is_new) continue;
      place->second = without_locale_in_name(url, subject.source.locale);
      ++urls[place->second];
    }
    for (auto& [url, key] : by_url_) {
      if (urls.at(key) > 1) key = url;
    }
    for (const auto& [key, count] : urls) keys_.insert(key);
  }

  std::vector<Item> of_source(const std::vector<ImageUse>& images) const {
    std::vector<Item> items;
    items.reserve(images.size());
    for (const ImageUse& image : images) {
      items.push_back({by_url_.at(slice(subject_.source, image.target)), image.block});
    }
    return items;
  }

  std::vector<Item> of_translation(const std::vector<ImageUse>& images) const {
    std::vector<Item> items;
    items.reserve(images.size());
    for (const ImageUse& image : images) {
      items.push_back({key_of(slice(subject_.translation, image.target)), image.block});
    }
    return items;
  }

 private:
  std::string key_of(std::string_view url) const {
    const auto known = by_url_.find(url);
    if (known != by_url_.end()) return known->second;
    std::string key = without_locale_in_name(url, subject_.translation.locale);
    return keys_.contains(key) ? key : std::string(url);
  }

  const Subject& subject_;
  std::map<std::string_view, std::string> by_url_;  // of the source
  std::set<std::string> keys_;
};

/// Whether a difference is about images: not where a paragraph is lost with all that it holds, but
/// where a picture that is a block of its own is.
bool is_ours(const Subject& subject, const Difference& difference) {
  const Match& match = subject.alignment[difference.match];
  if (match.source.count > 0 && match.translation.count > 0) return true;
  const Block& block = match.source.count > 0 ? subject.source.blocks[match.source.first]
                                              : subject.translation.blocks[match.translation.first];
  return block.kind == BlockKind::image;
}

/// Whether the picture at `url` lies beside the translation, and not where the source's would.
bool lies_there(const Subject& subject, std::string_view url) {
  const std::string file = file_beside(subject.translation, url);
  return !file.empty() && file != file_beside(subject.source, url) && subject.site.has_file(file);
}

/// Whether the picture at `url` lies beside the source, and none of that name beside the
/// translation.
bool is_not_there(const Subject& subject, std::string_view url) {
  const std::string ours = file_beside(subject.source, url);
  const std::string theirs = file_beside(subject.translation, url);
  return !ours.empty() && ours != theirs && subject.site.has_file(ours) &&
         !subject.site.has_file(theirs);
}

/// Drops the first `count` of the differences that `is_dropped` holds for.
template <typename Predicate>
void drop_first(std::vector<Difference>& differences, std::ptrdiff_t count, Predicate is_dropped) {
  std::erase_if(differences, [&](const Difference& difference) {
    return count > 0 && is_dropped(difference) && count-- > 0;
  });
}

/// Drops the differences where the translation has pictures of its own under other names: one for
/// each of the source's that do not lie beside it.
void drop_own_pictures(const Subject& subject, ComparedImages& images) {
  auto& differences = images.counterparts.differences;
  if (!subject.site.has_file || differences.empty()) return;
  const auto is_lost = [&](std::optional<std::size_t> at) {
    return at && is_not_there(subject, slice(subject.source, images.source[*at].target));
  };
  std::set<std::string_view> shown;  // by the source
  for (const ImageUse& image : images.source) shown.insert(slice(subject.source, image.target));
  const auto is_own = [&](std::optional<std::size_t> at) {
    if (!at) return false;
    const std::string_view url = slice(subject.translation, images.translation[*at].target);
    return !shown.contains(url) && lies_there(subject, url);
  };
  std::erase_if(differences, [&](const Difference& difference) {
    return is_lost(difference.source) && is_own(difference.translation);
  });
  const auto is_lone_loss = [&](const Difference& it) { return is_lost(it.source); };
  const auto is_lone_own = [&](const Difference& it) {
    return !it.source && is_own(it.translation);
  };
  const auto losses = std::count_if(differences.begin(), differences.end(), is_lone_loss);
  const auto own = std::count_if(differences.begin(), differences.end(), is_lone_own);
  drop_first(differences, std::min(losses, own), is_lone_loss);
  drop_first(differences, std::min(losses, own), is_lone_own);
}

}  // namespace

std::vector<ImageUse> images_of(const Post& post) {
  std::vector<ImageUse> images;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    for (const Inline& piece : post.blocks[i].inlines) {
      const Span target = target_of(post, piece);
      if (!target.is_empty()) images.push_back({piece.span, target, i});
    }
  }
  return images;
}

const ComparedImages& compared_images(const Subject& subject) {
  if (subject.shared.images) return *subject.shared.images;
  ComparedImages& images = subject.shared.images.emplace();
  images.source = images_of(subject.source);
  images.translation = images_of(subject.translation);
  if (images.source.empty() && images.translation.empty()) return images;
  const auto ours = [&](std::size_t i) { return slice(subject.source, images.source[i].target); };
  const auto theirs = [&](std::size_t i) {
    return slice(subject.translation, images.translation[i].target);
  };
  const Keys keys(subject, images.source);
  images.counterparts = counterparts(
      subject, keys.of_source(images.source), keys.of_translation(images.translation),
      [&](std::size_t source, std::size_t translation) {
        return is_equivalent_asset(ours(source), theirs(translation),
                                   {subject.source.locale, subject.translation.locale});
      },
      [&](std::size_t source, std::size_t translation) {
        return resemblance(ours(source), theirs(translation));
      });
  std::erase_if(images.counterparts.differences,
                [&](const Difference& difference) { return !is_ours(subject, difference); });
  drop_own_pictures(subject, images);
  return images;
}

}  // namespace recto::checks
