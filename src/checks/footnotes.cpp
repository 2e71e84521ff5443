#include "checks/footnotes.h"

#include <string_view>
#include <utility>

#include "post/post.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Those of the placeholders of `post` that are marks and lead to no footnote.
std::vector<Span> dangling_marks(const Post& post, const std::vector<Placeholder>& placeholders,
                                 const std::set<std::string>& footnotes) {
  std::vector<Span> marks;
  for (const Placeholder& placeholder : placeholders) {
    if (!placeholder.is_footnote) continue;
    if (!footnotes.contains(folded(slice(post, placeholder.span)))) {
      marks.push_back(placeholder.span);
    }
  }
  return marks;
}

}  // namespace

std::set<std::string> footnotes_of(const Post& post) {
  std::set<std::string> labels;
  for (const Block& block : post.blocks) {
    const std::string_view marker = slice(post, block.marker);
    if (marker.starts_with("[^") && marker.ends_with("]:")) {
      labels.insert(folded(marker.substr(0, marker.size() - 1)));
    }
  }
  return labels;
}

void add_dangling_footnotes(const Subject& subject, const std::vector<Placeholder>& source,
                            const std::vector<Placeholder>& translation, Findings& findings) {
  const std::set<std::string> theirs = footnotes_of(subject.translation);
  if (theirs.empty()) return;
  const std::set<std::string> ours = footnotes_of(subject.source);
  if (theirs.size() < ours.size()) return;
  if (!dangling_marks(subject.source, source, ours).empty()) return;
  for (const Span mark : dangling_marks(subject.translation, translation, theirs)) {
    Finding finding{.span = mark, .variant = "dangling"};
    finding.fields = {{"expected", ""}, {"found", std::string(slice(subject.translation, mark))}};
    findings.push_back(std::move(finding));
  }
}

}  // namespace recto::checks
