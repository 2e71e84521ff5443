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
  const PathBeside ours = path_beside(subject.source, slice(subject.source, source));
  const PathBeside theirs = path_beside(subject.translation, url);
  if (ours.path.empty() || theirs.path.empty() || ours.path == theirs.path) return;
  if (ours.is_page != theirs.is_page) return;
  if (ours.is_page && subject.translation.dialect != Dialect::markdown) return;
  if (!subject.site.has_file(ours.path) || subject.site.has_file(theirs.path)) return;
  Finding finding{.span = translation, .source = source};
  finding.fields = {{"url", std::string(url)}, {"file", theirs.path}, {"source_file", ours.path}};
  if (ours.is_page && !is_readme(subject.source)) finding.certainty = Certainty::unsure;
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
