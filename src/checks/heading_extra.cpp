// heading_extra: a heading that only the translation has.

#include <algorithm>

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

/// Whether a label of the source became both the heading and the line below it.
bool stands_above_label(const Subject& subject, const LoneHeadings& lone) {
  const std::size_t below = lone.blocks.back() + 1;
  return lone.blocks.size() == 1 && !lone.with_content &&
         std::any_of(subject.alignment.begin(), subject.alignment.end(), [&](const Match& match) {
           return match.translation.count == 1 && match.translation.first == below &&
                  match.source.count == 1 &&
                  is_label(subject.source, subject.source.blocks[match.source.first]);
         });
}

Finding finding_about(const Subject& subject, const Block& heading, Span source,
                      std::size_t count) {
  Finding finding{.span = heading.span, .source = source};
  finding.fields = {{"heading", heading_text(subject.translation, heading)},
                    {"found", std::string(slice(subject.translation, heading.span))},
                    {"level", std::to_string(heading.level)},
                    {"count", std::to_string(count)}};
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const HeadingPair& label : label_pairs(subject)) {
    findings.push_back(finding_about(subject, label.translation, label.source.span, 1));
    findings.back().certainty = Certainty::unsure;
  }
  for (const LoneHeadings& lone : extra_headings(subject)) {
    const Block& heading = subject.translation.blocks[lone.blocks.front()];
    Finding finding = finding_about(subject, heading, place_before(subject.source, lone.place),
                                    lone.blocks.size());
    if (lone.blocks.size() > 1) finding.variant = "several";
    if (is_second_title(subject.translation, lone) || stands_above_label(subject, lone)) {
      finding.certainty = Certainty::unsure;
    }
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
