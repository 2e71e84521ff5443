// link_file: a relative link or image whose file lies beside the source and not beside the
// translation. Only where a site does not fall back to the file of the source: Docusaurus, Astro
// and plain Markdown need a picture beside each translation; Hugo and MkDocs look for it elsewhere.
// Pages are surely paths only in a README, which is read where it lies. Sites show the source's
// page where there is no translation, or what they call by another name.

#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/path_parts.h"
#include "checks/check.h"
#include "checks/files_beside.h"
#include "checks/images.h"
#include "checks/links.h"

namespace recto::checks {
namespace {

bool needs_own_files(Dialect dialect) {
  return dialect != Dialect::hugo && dialect != Dialect::mkdocs;
}

/// Whether the post is read in its repository.
bool is_readme(const Post& post) {
  return ascii_lowered(stem_of(file_name(post.path))) == "readme";
}

void judge(const Subject& subject, Span source, Span translation, Findings& findings) {
  const std::string_view url = slice(subject.translation, translation);
  const std::string_view source_url = slice(subject.source, source);
  std::string ours = file_beside(subject.source, source_url);
  std::string theirs = file_beside(subject.translation, url);
  const bool is_page = ours.empty() && subject.translation.dialect == Dialect::markdown;
  if (is_page) {
    ours = page_beside(subject.source, source_url);
    theirs = page_beside(subject.translation, url);
  }
  if (ours.empty() || theirs.empty() || ours == theirs) return;
  if (!subject.site.has_file(ours) || subject.site.has_file(theirs)) return;
  Finding finding{.span = translation, .source = source};
  finding.fields = {{"url", std::string(url)}, {"file", theirs}, {"source_file", ours}};
  if (is_page && !is_readme(subject.source)) finding.certainty = Certainty::unsure;
  findings.push_back(std::move(finding));
}

Findings run(const Subject& subject) {
  Findings findings;
  if (!subject.site.has_file || !needs_own_files(subject.translation.dialect)) return findings;
  const ComparedLinks& links = compared_links(subject);
  for (const Counterpart& same : links.counterparts.same) {
    judge(subject, links.source[same.source].target, links.translation[same.translation].target,
          findings);
  }
  const ComparedImages& images = compared_images(subject);
  for (const Counterpart& same : images.counterparts.same) {
    judge(subject, images.source[same.source].target, images.translation[same.translation].target,
          findings);
  }
  return findings;
}

}  // namespace

CheckKind link_file() {
  return pair_kind("link_file",
                   "A file that a relative link or image names lies beside the translation, too.",
                   {"url", "file", "source_file"}, run);
}

}  // namespace recto::checks
