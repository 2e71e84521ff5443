// heading_extra: a heading that only the translation has.

#include "checks/blocks.h"
#include "checks/headings.h"

namespace recto::checks {
namespace {

/// Whether the body of `post` begins with a title of its own, below that of the front matter. Most
/// programs show one of the two.
bool is_second_title(const Post& post, const LoneHeadings& lone) {
  const bool is_first = lone.blocks.size() == 1 && lone.blocks.front() == 0;
  return is_first && post.blocks.front().level == 1 &&
         post.front_matter.root.find("title") != nullptr;
}

Finding about_label(const Subject& subject, const LabelHeading& label) {
  Finding finding{.span = label.translation.span, .source = label.source.span};
  finding.fields = {{"heading", heading_text(subject.translation, label.translation)},
                    {"found", std::string(slice(subject.translation, label.translation.span))},
                    {"level", std::to_string(label.translation.level)},
                    {"count", "1"}};
  finding.certainty = Certainty::unsure;
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const LabelHeading& label : label_headings(subject)) {
    findings.push_back(about_label(subject, label));
  }
  for (const LoneHeadings& lone : extra_headings(subject)) {
    const Block& heading = subject.translation.blocks[lone.blocks.front()];
    Finding finding{.span = heading.span, .source = place_before(subject.source, lone.place)};
    finding.fields = {{"heading", heading_text(subject.translation, heading)},
                      {"found", std::string(slice(subject.translation, heading.span))},
                      {"level", std::to_string(heading.level)},
                      {"count", std::to_string(lone.blocks.size())}};
    if (lone.blocks.size() > 1) finding.variant = "several";
    if (is_second_title(subject.translation, lone)) finding.certainty = Certainty::unsure;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind heading_extra() {
  return {"heading_extra",
          "Every heading of the translation has one in the source.",
          {"heading", "found", "level", "count"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
