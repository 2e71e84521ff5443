// repeated: one text where the source has two, or none.

#include <algorithm>

#include "base/utf8.h"
#include "checks/blocks.h"
#include "checks/foreign.h"
#include "checks/repeats.h"
#include "checks/said_twice.h"
#include "text/excerpt.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kShortestSource = 40;  // code points: short sentences may become the same
constexpr double kAlike = 0.6;               // so do sentences that are nearly the same

class Finder {
 public:
  explicit Finder(const Subject& subject)
      : subject_(subject),
        originals_(subject.source),
        repeats_(subject.translation),
        sources_(subject.translation.blocks.size()) {
    for (const BlockPair& pair : block_pairs(subject)) {
      if (pair.match.source.count != 1 || pair.match.translation.count != 1) continue;
      sources_[pair.match.translation.first] = pair.match.source.first;
    }
  }

  Findings run() const {
    Findings findings;
    for (const Cause& cause : subject_.causes) {
      if (cause.kind == CauseKind::second_copy) findings.push_back(of_copy(cause));
    }
    for (const LoneBlock& lone : extra_blocks(subject_)) {
      const bool is_item = opens_item(subject_.translation, lone.block);
      const auto other = is_item ? std::nullopt : repeats_.other_than(lone.block);
      if (!other || is_repeated_by_source(lone.block, *other)) continue;
      if (is_extra(subject_, *other)) continue;  // the source says neither
      if (is_in_copy(lone.block) || is_in_copy(*other) || is_markup(lone.block)) continue;
      Finding finding = finding_at(std::max(lone.block, *other));
      if (sources_[*other]) finding.source = subject_.source.blocks[*sources_[*other]].span;
      findings.push_back(std::move(finding));
    }
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const auto other = sources_[i] ? repeats_.other_than(i) : std::nullopt;
      if (!other || *other > i || !sources_[*other]) continue;
      if (auto finding = of_two(i, *sources_[i], *sources_[*other])) {
        findings.push_back(std::move(*finding));
      }
    }
    add_sentences(findings);
    drop_foreign(findings);
    return findings;
  }

 private:
  /// Sentences that stand twice in a row, as no two of the source's paragraph do.
  void add_sentences(Findings& findings) const {
    for (const BlockPair& pair : block_pairs(subject_)) {
      for (const Block& block : pair.translation) {
        const std::vector<Span> again = said_twice(subject_.translation, block);
        if (again.empty() || says_something_twice(pair.source)) continue;
        Finding finding = finding_about(again.front(), slice(subject_.translation, again.front()));
        finding.source = pair.source.front().span;
        // Two sentences of the source may have become the same.
        if (count_sentences(pair.source) >= sentences_in(subject_.translation, block)) {
          finding.certainty = Certainty::unsure;
        }
        finding.fix = Fix{.safety = Safety::unsafe};
        for (const Span sentence : again) finding.fix->edits.push_back({sentence, ""});
        findings.push_back(std::move(finding));
      }
    }
  }

  std::size_t count_sentences(std::span<const Block> source) const {
    std::size_t count = 0;
    for (const Block& block : source) count += sentences_in(subject_.source, block);
    return count;
  }

  bool says_something_twice(std::span<const Block> source) const {
    return std::any_of(source.begin(), source.end(), [&](const Block& block) {
      return !said_twice(subject_.source, block).empty();
    });
  }

  /// Takes out what is not in the language at all, a note of the project in several places: that is
  /// the finding.
  void drop_foreign(Findings& findings) const {
    if (findings.empty()) return;
    const std::vector<Span> foreign = foreign_text(subject_);
    std::erase_if(findings, [&](const Finding& finding) {
      return std::any_of(foreign.begin(), foreign.end(),
                         [&](Span text) { return text.overlaps(finding.span); });
    });
  }

  static Finding finding_about(Span place, std::string_view text) {
    Finding finding{.span = place};
    finding.fields = {
        {"found", short_quote(text)}, {"expected", ""}, {"other", ""}, {"count", "1"}};
    return finding;
  }

  Finding finding_at(std::size_t index) const {
    const Block& block = subject_.translation.blocks[index];
    return finding_about(block.span, plain_text(subject_.translation, block));
  }

  Finding of_copy(const Cause& cause) const {
    Finding finding = finding_at(cause.translation.first);
    finding.fields["count"] = std::to_string(cause.translation.count);
    finding.source = place_before(subject_.source, cause.source.first);
    finding.variant = "copy";
    return finding;
  }

  /// Whether the block is a part of a text that stands twice, which is one finding.
  bool is_in_copy(std::size_t index) const {
    return std::any_of(subject_.causes.begin(), subject_.causes.end(), [&](const Cause& cause) {
      return cause.kind == CauseKind::second_copy && cause.translation.holds(index);
    });
  }

  /// Whether the block shows HTML to its readers: that is what is wrong with it.
  bool is_markup(std::size_t index) const {
    return slice(subject_.translation, subject_.translation.blocks[index].content)
        .starts_with("&lt;");
  }

  /// Whether the source has the text, too, as often as the translation has that of its two blocks.
  bool is_repeated_by_source(std::size_t index, std::size_t other) const {
    return sources_[other] && originals_.count(*sources_[other]) >= repeats_.count(index);
  }

  /// The block at `index` has the text of an earlier one, whose source is another.
  std::optional<Finding> of_two(std::size_t index, std::size_t source, std::size_t other) const {
    const Block& block = subject_.source.blocks[source];
    const std::string expected = plain_text(subject_.source, block);
    const std::string theirs = plain_text(subject_.source, subject_.source.blocks[other]);
    if (count_code_points(expected) < kShortestSource ||
        count_code_points(theirs) < kShortestSource)
      return std::nullopt;
    if (resemblance(expected, theirs) >= kAlike) return std::nullopt;
    Finding finding = finding_at(index);
    finding.source = block.span;
    finding.fields["expected"] = short_quote(expected);
    finding.fields["other"] = short_quote(theirs);
    finding.variant = "two";
    return finding;
  }

  const Subject& subject_;
  Repeats originals_;
  Repeats repeats_;
  std::vector<std::optional<std::size_t>> sources_;  // of each block, its match
};

Findings run(const Subject& subject) {
  return Finder(subject).run();
}

}  // namespace

CheckKind repeated() {
  return pair_kind("repeated", "Different paragraphs of the source have different translations.",
                   {"found", "expected", "other", "count"}, run);
}

}  // namespace recto::checks
