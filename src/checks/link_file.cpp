// link_file: a relative link or image whose file lies beside the source and not beside the
// translation. Only where a site does not fall back to the file of the source: Docusaurus, Astro
// and plain Markdown need a picture beside each translation; Hugo and MkDocs look for it elsewhere.
// Pages are not judged: sites show the source's page, and links to them are not paths everywhere.

#include <string>
#include <string_view>

#include "checks/check.h"
#include "checks/files_beside.h"
#include "checks/images.h"
#include "checks/links.h"

namespace recto::checks {
namespace {

bool needs_own_files(Dialect dialect) {
  return dialect != Dialect::hugo && dialect != Dialect::mkdocs;
}

void judge(const Subject& subject, Span source, Span translation, Findings& findings) {
  const std::string_view url = slice(subject.translation, translation);
  const std::string ours = file_beside(subject.source, slice(subject.source, source));
  const std::string theirs = file_beside(subject.translation, url);
  if (ours.empty() || theirs.empty() || ours == theirs) return;
  if (!subject.site.has_file(ours) || subject.site.has_file(theirs)) return;
  Finding finding{.span = translation, .source = source};
  finding.fields = {{"url", std::string(url)}, {"file", theirs}, {"source_file", ours}};
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
