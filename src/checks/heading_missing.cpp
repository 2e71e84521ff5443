// heading_missing: a heading of the source that the translation lacks.

#include <optional>
#include <string>

#include "checks/as_html.h"
#include "checks/blocks.h"
#include "checks/headings.h"

namespace recto::checks {
namespace {

/// Whether the HTML before `place` has taken the heading with it, which stands there as it is.
bool stands_in_html(const Subject& subject, const Block& heading, std::size_t place) {
  if (place == 0 || heading.content.is_empty()) return false;
  const Block& before = subject.translation.blocks[place - 1];
  return before.kind == BlockKind::html &&
         slice(subject.translation, before.span).find(slice(subject.source, heading.content)) !=
             std::string_view::npos;
}

/// The line of the HTML before `place` that would be the heading behind an empty line.
std::optional<Span> line_glued_to_html(const Subject& subject, const Block& heading,
                                       std::size_t place) {
  if (place == 0) return std::nullopt;
  const Block& before = subject.translation.blocks[place - 1];
  if (before.kind != BlockKind::html) return std::nullopt;
  const std::string marks = std::string(static_cast<std::size_t>(heading.level), '#') + ' ';
  for (std::size_t i = 1; i < before.lines.size(); ++i) {
    const bool is_behind_tag = slice(subject.translation, before.lines[i - 1]).ends_with('>');
    if (is_behind_tag && slice(subject.translation, before.lines[i]).starts_with(marks))
      return before.lines[i];
  }
  return std::nullopt;
}

Finding missing(const Subject& subject, const Block& heading, Span place, std::size_t count) {
  Finding finding{.span = place, .source = heading.span};
  finding.fields = {{"heading", heading_text(subject.source, heading)},
                    {"expected", std::string(slice(subject.source, heading.span))},
                    {"level", std::to_string(heading.level)},
                    {"count", std::to_string(count)}};
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const HeadingPair& pair : demoted_headings(subject)) {
    findings.push_back(missing(subject, pair.source, pair.translation.span, 1));
    findings.back().variant = "label";
  }
  for (const LoneHeadings& lone : missing_headings(subject)) {
    const Block& heading = subject.source.blocks[lone.blocks.front()];
    Finding finding = missing(subject, heading, place_before(subject.translation, lone.place),
                              lone.blocks.size());
    if (lone.blocks.size() > 1)
      finding.variant = "several";
    else if (lone.with_content)
      finding.variant = "section";
    if (const auto line = line_glued_to_html(subject, heading, lone.place)) {
      finding.span = *line;
      finding.variant = "glued";
      finding.fix = Fix{.safety = Safety::unsafe, .edits = {{span_at(line->begin, 0), "\n"}}};
      findings.push_back(std::move(finding));
      continue;
    }
    const std::string tag = "h" + std::to_string(heading.level);
    if (may_stand_as_html(subject, lone.place, tag) ||
        stands_in_html(subject, heading, lone.place)) {
      finding.certainty = Certainty::unsure;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind heading_missing() {
  return pair_kind("heading_missing", "Every heading of the source has one in the translation.",
                   {"heading", "expected", "level", "count"}, run);
}

}  // namespace recto::checks
