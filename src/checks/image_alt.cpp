// image_alt: an image that the source describes says nothing here.

#include "checks/check.h"
#include "checks/images.h"
#include "checks/tags.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

bool says_something(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != text.npos;
}

/// What stands for `image` where it cannot be seen; empty for a figure of Hugo.
std::string_view alt_of(const Post& post, const ImageUse& image) {
  for (const Inline& piece : post.blocks[image.block].inlines) {
    if (piece.span != image.span) continue;
    if (piece.kind == InlineKind::image)
      return slice(post, says_something(slice(post, piece.content)) ? piece.content : piece.title);
    const auto tag = read_tag(post, piece.span);
    return tag ? slice(post, attribute_value(post, *tag, "alt")) : std::string_view();
  }
  return {};
}

Findings run(const Subject& subject) {
  Findings findings;
  const ComparedImages& images = compared_images(subject);
  for (const Counterpart& same : images.counterparts.same) {
    const ImageUse& source = images.source[same.source];
    const ImageUse& translation = images.translation[same.translation];
    const std::string_view expected = alt_of(subject.source, source);
    const bool is_lost =
        says_something(expected) && alt_of(subject.translation, translation).empty();
    // A figure may describe it in other words.
    if (!is_lost || !slice(subject.translation, translation.span).starts_with("![")) continue;
    Finding finding{.span = translation.span, .source = source.span};
    finding.fields = {{"url", std::string(slice(subject.translation, translation.target))},
                      {"expected", short_quote(expected)}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind image_alt() {
  return pair_kind("image_alt",
                   "An image that has an alt text in the source has one in the translation.",
                   {"url", "expected"}, run);
}

}  // namespace recto::checks
