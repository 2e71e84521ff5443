// code_changed: a code block says something else than the source's. Comments, texts in quotes and
// between tags may be translated; in blocks without a language, and in diagrams, everything may.

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"
#include "checks/code.h"
#include "checks/code_comparison.h"
#include "checks/code_indent.h"
#include "checks/code_line_ends.h"
#include "checks/code_names.h"
#include "checks/code_slips.h"
#include "checks/matched_code.h"
#include "post/block_start.h"
#include "post/line_codes.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

/// What makes the translation's lines those of the source; none when their number differs. Safe
/// where one word differs.
std::optional<Fix> fix_for(const CodeSide& ours, const CodeSide& theirs,
                           const CodeDifference& difference) {
  if (ours.block.lines.size() != theirs.block.lines.size()) return std::nullopt;
  Fix fix;
  for (std::size_t i = 0; i < ours.block.lines.size(); ++i) {
    const std::string_view expected = slice(ours.post, ours.block.lines[i]);
    if (collapsed(expected) == collapsed(slice(theirs.post, theirs.block.lines[i]))) continue;
    // What the source may quote, as its fence is another, would end the translation's.
    const std::string_view fence = slice(theirs.post, theirs.block.marker);
    const std::size_t text = std::min(expected.find_first_not_of(" \t"), expected.size());
    if (!fence.empty() && closes_fence(expected.substr(text), fence.front(),
                                       static_cast<std::uint32_t>(fence.size()))) {
      return std::nullopt;
    }
    fix.edits.push_back({theirs.block.lines[i], std::string(expected)});
  }
  const bool is_slip =
      fix.edits.size() == 1 && is_typing_slip(slice(ours.post, difference.source),
                                              slice(theirs.post, difference.translation));
  fix.safety = is_slip ? Safety::safe : Safety::unsafe;
  return fix;
}

/// Whether both are names of files of one kind: `kettle.js`, `kessel.js`.
bool are_file_names(std::string_view ours, std::string_view theirs) {
  constexpr std::size_t kLongestExtension = 5;  // with its dot
  const std::size_t dot = ours.rfind('.');
  if (dot == ours.npos || dot == 0 || ours.size() - dot > kLongestExtension) return false;
  const std::string_view extension = ours.substr(dot);
  return extension.size() > 1 && theirs.size() > extension.size() && theirs.ends_with(extension);
}

/// The code within the lines of both posts.
class NamedInProse {
 public:
  explicit NamedInProse(const Subject& subject)
      : source_(codes_of(subject.source)), translation_(codes_of(subject.translation)) {}

  /// Whether the prose, too, calls `ours` by the name `theirs` throughout.
  bool renames(std::string_view ours, std::string_view theirs) const {
    return source_.contains(ours) && translation_.contains(theirs) && !translation_.contains(ours);
  }

 private:
  using Codes = std::unordered_set<std::string_view>;

  static Codes codes_of(const Post& post) {
    const std::vector<std::string_view> codes = line_codes(post);
    return {codes.begin(), codes.end()};
  }

  Codes source_;
  Codes translation_;
};

/// What of the rest of a pair speaks against a finding, or against mending it.
class Doubts {
 public:
  explicit Doubts(const Subject& subject) : subject_(subject), named_(subject), slips_(subject) {}

  void hold_back(const CodeDifference& difference, Finding& finding) const {
    const std::string_view from = slice(subject_.source, difference.source);
    const std::string_view to = slice(subject_.translation, difference.translation);
    const bool is_renamed = named_.renames(from, to);
    // To mend the code alone would part it from its text, or from other code.
    if (finding.fix && (is_renamed || !slips_.can_mend(from, to))) {
      finding.fix->safety = Safety::unsafe;
    }
    // A file may have another name; of a slip that only the source has the translator knew.
    if ((is_renamed && are_file_names(from, to)) || slips_.may_be_of_source(from, to)) {
      finding.certainty = Certainty::unsure;
    }
  }

 private:
  const Subject& subject_;
  NamedInProse named_;
  CodeSlips slips_;
};

class ChangedCode {
 public:
  explicit ChangedCode(std::vector<std::string> free_languages)
      : free_languages_(std::move(free_languages)) {}

  Findings operator()(const Subject& subject) const {
    Findings findings;
    CodeNames names(subject);
    std::optional<Doubts> doubts;  // made for the first difference
    for (const CodePair& pair : matched_code(subject).pairs) {
      // Most blocks are copies to the byte.
      if (slice(subject.source, pair.source.span) ==
          slice(subject.translation, pair.translation.span)) {
        continue;
      }
      if (is_redrawn(subject, pair)) continue;  // its label tells
      const std::string language = language_of(slice(subject.source, pair.source.info));
      const CodeSide ours(subject.source, pair.source, language);
      const CodeSide theirs(subject.translation, pair.translation, language);
      const CodeComparison comparison = compared(ours, theirs, is_free(language), names);
      const auto& difference = comparison.difference;
      if (!difference) {
        // Of a diagram that was drawn anew nothing need be the same.
        if (!is_free(language) || have_common_line(subject, pair))
          compare_indents(ours, theirs, language, findings);
        continue;
      }
      Finding& finding = findings.emplace_back(finding_for(ours, theirs, *difference));
      if (finding.certainty == Certainty::sure &&
          differ_in_line_ends(ours.post, ours.text, theirs.post, theirs.text, language)) {
        finding.certainty = Certainty::unsure;
      }
      if (pair.may_be_other) {
        finding.certainty = Certainty::unsure;
        continue;
      }
      const bool has_comment = ours.text.has_comment || theirs.text.has_comment;
      if (!has_comment && !comparison.has_translated_text) {
        finding.fix = fix_for(ours, theirs, *difference);
      }
      if (!doubts) doubts.emplace(subject);
      doubts->hold_back(*difference, finding);
    }
    return findings;
  }

 private:
  bool is_free(const std::string& language) const {
    return language.empty() || std::find(free_languages_.begin(), free_languages_.end(),
                                         language) != free_languages_.end();
  }

  void compare_indents(const CodeSide& ours, const CodeSide& theirs, const std::string& language,
                       Findings& findings) const {
    const auto line = line_indented_otherwise(ours, theirs);
    if (!line) return;
    const CodeDifference difference{ours.text.lines[*line].code, theirs.text.lines[*line].code,
                                    "indentation"};
    findings.push_back(finding_for(ours, theirs, difference));
    // Where lines are broken and what is no program may be set otherwise.
    if (is_free(language) || language == "sh") findings.back().certainty = Certainty::unsure;
    findings.back().fix = indentation_fix(ours, theirs);
  }

  static Finding finding_for(const CodeSide& ours, const CodeSide& theirs,
                             const CodeDifference& difference) {
    Finding finding{.span = difference.translation, .source = difference.source};
    finding.certainty = difference.certainty;
    finding.variant = difference.variant;
    const std::string expected = short_quote(slice(ours.post, difference.source));
    const std::string found = short_quote(slice(theirs.post, difference.translation));
    // What is left of one side may be a blank.
    if (finding.variant.empty() && found.empty()) finding.variant = "lost";
    if (finding.variant.empty() && expected.empty()) finding.variant = "added";
    finding.fields = {{"language", language_name(ours.post, ours.block)},
                      {"expected", expected},
                      {"found", found}};
    return finding;
  }

  std::vector<std::string> free_languages_;
};

}  // namespace

CheckKind code_changed() {
  return {"code_changed",
          "A code block is the source's, but for comments and texts in it.",
          {"language", "expected", "found"},
          [](Params& params) -> Check {
            return PairCheck(ChangedCode(params.strings("free_languages", {})));
          }};
}

}  // namespace recto::checks
