// heading_extra: a heading that only the translation has.

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "checks/blocks.h"
#include "checks/headings.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// Whether the body of `post` begins with a title of its own, below that of the front matter. Most
/// programs show one of the two.
bool is_second_title(const Post& post, const LoneHeadings& lone) {
  const bool is_first = lone.blocks.size() == 1 && lone.blocks.front() == 0;
  return is_first && post.blocks.front().level == 1 &&
         post.front_matter.root.find("title") != nullptr;
}

/// The blocks of the translation that each stand for one of the source, with that one.
std::unordered_map<std::size_t, std::size_t> partners_in(const Alignment& alignment) {
  std::unordered_map<std::size_t, std::size_t> partners;
  for (const Match& match : alignment) {
    const bool is_pair = match.source.count == 1 && match.translation.count == 1;
    if (is_pair) partners.emplace(match.translation.first, match.source.first);
  }
  return partners;
}

/// Whether a label of the source became both the heading and the line below it.
bool stands_above_label(const Post& source, const LoneHeadings& lone,
                        const std::unordered_map<std::size_t, std::size_t>& partners) {
  if (lone.blocks.size() > 1 || lone.with_content) return false;
  const auto below = partners.find(lone.blocks.back() + 1);
  return below != partners.end() && is_label(source, source.blocks[below->second]);
}

Finding finding_about(const Subject& subject, const Block& heading, Span source,
                      std::size_t count) {
  Finding finding{.span = heading.span, .source = source};
  finding.fields = {{"heading", heading_text(subject.translation, heading)},
                    {"found", std::string(slice(subject.translation, heading.span))},
                    {"level", std::to_string(heading.level)},
                    {"count", std::to_string(count)},
                    {"component", ""}};
  return finding;
}

/// One finding for the headings that are components in the source, whatever their names.
void add_components(const Subject& subject, Findings& findings) {
  std::size_t count = 0;
  std::optional<Finding> first;
  for (const Cause& cause : subject.causes) {
    if (cause.kind != CauseKind::titled_component || cause.translation.count == 0) continue;
    ++count;
    if (first) continue;
    const Block& component = subject.source.blocks[cause.source.end() - 1];
    first = finding_about(subject, subject.translation.blocks[cause.translation.first],
                          component.span, 1);
    first->variant = "components";
    first->fields["component"] = short_quote(slice(subject.source, component.span));
  }
  if (!first) return;
  first->fields["count"] = std::to_string(count);
  findings.push_back(std::move(*first));
}

/// Texts that the divider below them made headings.
void add_underlined(const Subject& subject, Findings& findings) {
  for (const Cause& cause : subject.causes) {
    if (cause.kind != CauseKind::underlined) continue;
    const Block& heading = subject.translation.blocks[cause.translation.first];
    const Block& divider = subject.source.blocks[cause.source.end() - 1];
    findings.push_back(finding_about(subject, heading, divider.span, 1));
    findings.back().variant = "underlined";
    findings.back().fields["found"] = slice(subject.translation, heading.marker);
    // Behind an empty line fewer than three are no divider.
    constexpr std::uint32_t kFewest = 3;
    const std::string_view text = subject.translation.text;
    const auto line = static_cast<std::uint32_t>(text.rfind('\n', heading.marker.begin) + 1);
    if (!heading.container && heading.marker.size() >= kFewest) {
      findings.back().fix = Fix{.safety = Safety::safe, .edits = {{{line, line}, "\n"}}};
    }
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  add_components(subject, findings);
  add_underlined(subject, findings);
  for (const HeadingPair& label : label_pairs(subject)) {
    findings.push_back(finding_about(subject, label.translation, label.source.span, 1));
    findings.back().certainty = Certainty::unsure;
  }
  const std::vector<LoneHeadings> extra = extra_headings(subject);
  if (extra.empty()) return findings;
  const auto partners = partners_in(subject.alignment);
  for (const LoneHeadings& lone : extra) {
    const Block& heading = subject.translation.blocks[lone.blocks.front()];
    Finding finding = finding_about(subject, heading, place_before(subject.source, lone.place),
                                    lone.blocks.size());
    if (lone.blocks.size() > 1) finding.variant = "several";
    if (is_second_title(subject.translation, lone) ||
        stands_above_label(subject.source, lone, partners)) {
      finding.certainty = Certainty::unsure;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind heading_extra() {
  return pair_kind("heading_extra", "Every heading of the translation has one in the source.",
                   {"heading", "found", "level", "count", "component"}, run);
}

}  // namespace recto::checks
