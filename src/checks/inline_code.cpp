// inline_code: code within a line was changed, translated or lost. Code that moved to another place
// is none of these, nor is a repetition that a sentence does without.

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "checks/bare_code.h"
#include "checks/blocks.h"
#include "checks/code_messages.h"
#include "checks/code_slips.h"
#include "checks/code_style.h"
#include "checks/code_text.h"
#include "checks/foreign.h"
#include "checks/links.h"
#include "checks/own_locale.h"
#include "checks/technical_code.h"
#include "checks/visible_text.h"
#include "text/excerpt.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Codes of a paragraph that differ and are looked for elsewhere, so that time stays linear.
constexpr std::size_t kMostDifferent = 200;
constexpr std::size_t kMostSlips = 40;  // letters in which a long code may differ from the other

constexpr std::size_t kMostSearched = 8'000'000;  // bytes of neighbours that are looked through

constexpr double kSureLikeness = 0.4;  // below this the blocks may not belong together

struct Code {
  Span content;
  std::string text;  // blanks and line ends as one blank
};

using Codes = std::vector<Code>;

void add_codes(const Post& post, const Block& block, Codes& codes) {
  for (const Inline& piece : block.inlines) {
    if (piece.kind != InlineKind::code) continue;
    codes.push_back({piece.content, collapsed(slice(post, piece.content))});
  }
}

Codes codes_of(const Post& post, std::span<const Block> blocks) {
  Codes codes;
  for (const Block& block : blocks) add_codes(post, block, codes);
  return codes;
}

std::map<std::string, std::size_t> counts_of(const Post& post) {
  std::map<std::string, std::size_t> counts;
  for (const Code& code : codes_of(post, post.blocks)) ++counts[code.text];
  return counts;
}

using Counts = std::map<std::string, std::size_t>;

/// The same of codes whose style aside is one.
Counts without_styles(const Counts& counts) {
  Counts styled;
  for (const auto& [text, uses] : counts) styled[without_style(text)] += uses;
  return styled;
}

std::string text_of(const Post& post, std::span<const Block> blocks) {
  std::string text;
  for (const Block& block : blocks) text += plain_text(post, block) + '\n';
  return text;
}

/// Takes out of both what they have in common, the first ones of each.
void cancel(Codes& left, Codes& right) {
  std::map<std::string, std::size_t> offered;
  std::map<std::string, std::size_t> taken;
  for (const Code& code : right) ++offered[code.text];
  std::erase_if(left, [&](const Code& code) {
    const auto same = offered.find(code.text);
    if (same == offered.end() || same->second == 0) return false;
    --same->second;
    ++taken[code.text];
    return true;
  });
  std::erase_if(right, [&](const Code& code) {
    const auto same = taken.find(code.text);
    return same != taken.end() && same->second > 0 && same->second-- > 0;
  });
}

/// The texts of the links that the translation lacks, in document order.
std::vector<Span> texts_of_lost_links(const Subject& subject) {
  const ComparedLinks& links = compared_links(subject);
  std::vector<Span> texts;
  for (const Difference& difference : links.counterparts.differences) {
    const bool is_lost = difference.source && !difference.translation;
    if (is_lost) texts.push_back(links.source[*difference.source].text);
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

class InlineCode {
 public:
  explicit InlineCode(const Subject& subject)
      : subject_(subject),
        source_counts_(counts_of(subject.source)),
        translation_counts_(counts_of(subject.translation)) {}

  Findings run() {
    for (const BlockPair& pair : block_pairs(subject_)) compare(pair);
    return std::move(findings_);
  }

 private:
  void compare(const BlockPair& pair) {
    const Block& row = pair.translation.front();
    const bool is_parted = row.cells.size() > pair.source.front().cells.size() &&
                           parts_code(subject_.translation, row);
    if (is_parted) return;  // the table tells
    add_bare_code_slips(subject_, pair, findings_);
    Codes ours = codes_of(subject_.source, pair.source);
    Codes theirs = codes_of(subject_.translation, pair.translation);
    if (ours.empty() && theirs.empty()) return;
    cancel(ours, theirs);
    if (ours.empty() && theirs.empty()) return;
    if (ours.size() + theirs.size() <= kMostDifferent) look_closer(pair, ours, theirs);
    report_missing(pair, ours, !theirs.empty());
  }

  /// Leaves of `ours` what has no counterpart in the other paragraph.
  void look_closer(const BlockPair& pair, Codes& ours, Codes& theirs) {
    const std::string source = text_of(subject_.source, pair.source);
    const std::string translation = text_of(subject_.translation, pair.translation);
    // Who mends one name of several leaves a line that is half old.
    const bool is_alone = ours.size() == 1;
    drop_kinds(ours, theirs);
    report_translated(ours, theirs);
    report_styles(ours, theirs, is_alone);
    // A word that the translation marks as code, and the source does not.
    std::erase_if(theirs, [&](const Code& code) { return holds_code(source, code.text); });
    report_slips(ours, theirs, is_alone);
    std::erase_if(ours, [&](const Code& code) { return holds_code(translation, code.text); });
    if (ours.size() == 1 && theirs.size() == 1) {
      const bool is_unsure = may_be_translated(ours[0].text, theirs[0].text);
      // What is no slip may be meant, and used by other texts.
      report_changed(ours[0], theirs[0], is_unsure ? Certainty::unsure : Certainty::sure,
                     Safety::unsafe);
      ours.clear();
    }
  }

  /// Takes out each code of `ours` with the first of `theirs` that stands for it, by `is_pair`, and
  /// calls `take` with both.
  template <typename IsPair, typename Take>
  static void take_pairs(Codes& ours, Codes& theirs, IsPair is_pair, Take take) {
    std::erase_if(ours, [&](const Code& code) {
      const auto other = std::find_if(theirs.begin(), theirs.end(), [&](const Code& candidate) {
        return is_pair(code.text, candidate.text);
      });
      if (other == theirs.end()) return false;
      take(code, *other);
      theirs.erase(other);
      return true;
    });
  }

  /// Pairs of which the source's says in the code what it is.
  static void drop_kinds(Codes& ours, Codes& theirs) {
    const auto is_pair = [](std::string_view source, std::string_view translation) {
      const std::string_view name = without_kind(source);
      return name.size() < source.size() && name == translation;
    };
    take_pairs(ours, theirs, is_pair, [](const Code&, const Code&) {});
  }

  /// Pairs whose texts for people were translated.
  void report_translated(Codes& ours, Codes& theirs) {
    take_pairs(ours, theirs, differ_in_messages, [&](const Code& code, const Code& other) {
      report_changed(code, other, Certainty::unsure, Safety::unsafe);
    });
  }

  /// Pairs that are the same but for style.
  void report_styles(Codes& ours, Codes& theirs, bool is_alone) {
    const auto is_pair = [](std::string_view source, std::string_view translation) {
      return is_same_name(without_style(translation), without_style(source));
    };
    take_pairs(ours, theirs, is_pair, [&](const Code& code, const Code& other) {
      report_changed(code, other, Certainty::unsure, safety_of(code, other, is_alone));
    });
  }

  /// Pairs that are nearly the same.
  void report_slips(Codes& ours, Codes& theirs, bool is_alone) {
    const auto is_pair = [](std::string_view source, std::string_view translation) {
      const std::size_t limit =
          std::clamp<std::size_t>(count_code_points(source) / 4, 1, kMostSlips);
      return edit_distance(source, translation, limit) <= limit;
    };
    take_pairs(ours, theirs, is_pair, [&](const Code& code, const Code& slip) {
      // A path may be written with or without the slashes at its ends.
      if (without_slashes(code.text) == without_slashes(slip.text)) return;
      report_changed(code, slip, certainty_of_slip(code.text, slip.text),
                     safety_of(code, slip, is_alone));
    });
  }

  const CodeSlips& slips() {
    if (!slips_) slips_.emplace(subject_);
    return *slips_;
  }

  Safety safety_of(const Code& ours, const Code& theirs, bool is_alone) {
    if (!is_alone) return Safety::unsafe;
    return slips().can_mend(ours.text, theirs.text) ? Safety::safe : Safety::unsafe;
  }

  void report_changed(const Code& ours, const Code& theirs, Certainty certainty, Safety safety) {
    const Locale& locale = subject_.translation.locale;
    const bool is_of_locale = names_own_locale(theirs.text, locale, subject_.source.locale) &&
                              !names_own_locale(ours.text, locale, subject_.source.locale);
    if (is_of_locale || slips().may_be_of_source(ours.text, theirs.text))
      certainty = Certainty::unsure;
    Finding finding{.span = theirs.content, .source = ours.content};
    finding.fields = {{"expected", ours.text}, {"found", theirs.text}, {"codes", ""}};
    finding.certainty = certainty;
    constexpr std::string_view kNoFix = "`\r\n";  // longer marks, and lines of another container
    const std::string_view written = slice(subject_.source, ours.content);
    if (written.find_first_of(kNoFix) == written.npos &&
        theirs.text.find('`') == theirs.text.npos) {
      finding.fix = Fix{.safety = safety, .edits = {{theirs.content, std::string(written)}}};
    }
    findings_.push_back(std::move(finding));
  }

  /// Reports what of `codes` the translation lacks: one finding for all that is surely lost, one
  /// for what may be.
  void report_missing(const BlockPair& pair, const Codes& codes, bool has_other_code) {
    std::map<Certainty, Codes> lost;
    for (const Code& code : codes) {
      if (!is_missing(pair, code)) continue;
      const bool is_unsure = has_other_code || pair.match.likeness < kSureLikeness ||
                             !is_technical(code.text) || code.text.size() < 2 ||
                             is_written_small(pair, code) || stands_near(pair, code);
      lost[is_unsure ? Certainty::unsure : Certainty::sure].push_back(code);
    }
    for (const auto& [certainty, missing] : lost) {
      Finding finding{.span = pair.translation.front().span,
                      .source = missing.front().content,
                      .certainty = certainty,
                      .variant = missing.size() > 1 ? "several_missing" : "missing"};
      finding.fields = {
          {"expected", missing.front().text}, {"found", ""}, {"codes", listed(missing)}};
      findings_.push_back(std::move(finding));
    }
  }

  bool is_missing(const BlockPair& pair, const Code& code) {
    if (translation_counts_[code.text] >= source_counts_[code.text]) return false;  // it moved
    return !stands_in_other_style(code) && !is_in_lost_link(code.content) &&
           !is_foreign(pair.translation.front().span);
  }

  /// Whether the translation has the code as a word, in other capitals: `tabbar` for `TabBar`.
  bool is_written_small(const BlockPair& pair, const Code& code) const {
    const std::string text = text_of(subject_.translation, pair.translation);
    // `API_URL` is none.
    const bool is_name = std::any_of(code.text.begin(), code.text.end(),
                                     [](char c) { return c >= 'a' && c <= 'z'; });
    return is_name && holds_code(ascii_lowered(text), ascii_lowered(code.text));
  }

  /// Whether a block beside those of `pair`, or the heading above, has the code: a sentence may do
  /// without what it goes on about.
  bool stands_near(const BlockPair& pair, const Code& code) {
    constexpr std::size_t kBeside = 2;
    constexpr std::size_t kFarthest = 50;  // blocks, of the heading
    const std::vector<Block>& blocks = subject_.translation.blocks;
    const auto has_code = [&](std::size_t index) {
      const std::string_view text = slice(subject_.translation, blocks[index].span);
      searched_ += text.size();
      return searched_ <= kMostSearched && holds_code(text, code.text);
    };
    const Run& here = pair.match.translation;
    const std::size_t end = std::min(here.end() + kBeside, blocks.size());
    for (std::size_t i = here.first - std::min(here.first, kBeside); i < end; ++i) {
      if (!here.holds(i) && has_code(i)) return true;
    }
    const std::size_t farthest = here.first - std::min(here.first, kFarthest);
    for (std::size_t i = here.first; i > farthest; --i) {
      if (blocks[i - 1].kind == BlockKind::heading) return has_code(i - 1);
    }
    return false;
  }

  /// The first of `codes` as a message quotes them.
  static std::string listed(const Codes& codes) {
    constexpr std::size_t kShown = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(codes.size(), kShown); ++i) {
      text += (i > 0 ? ", `" : "`") + codes[i].text + '`';
    }
    if (codes.size() > kShown) text += " and " + std::to_string(codes.size() - kShown) + " more";
    return text;
  }

  /// Whether the translation has the code as often, written in another way: `is(...)` for `is()`.
  bool stands_in_other_style(const Code& code) {
    if (!styled_) styled_ = {without_styles(source_counts_), without_styles(translation_counts_)};
    const std::string name = without_style(code.text);
    return styled_->second[name] >= styled_->first[name];
  }

  /// Whether `code` is text of a link that is missing, which is a finding of its own.
  bool is_in_lost_link(Span code) {
    if (!lost_links_) lost_links_ = texts_of_lost_links(subject_);
    const auto behind = std::partition_point(lost_links_->begin(), lost_links_->end(),
                                             [&](Span text) { return text.begin <= code.begin; });
    return behind != lost_links_->begin() && std::prev(behind)->holds(code);
  }

  /// Whether the block, or a part of it, is not in the language at all: what it lacks beside is the
  /// smaller matter.
  bool is_foreign(Span block) {
    if (!foreign_) foreign_ = foreign_text(subject_);
    return std::any_of(foreign_->begin(), foreign_->end(),
                       [&](Span text) { return text.overlaps(block); });
  }

  const Subject& subject_;
  std::size_t searched_ = 0;                  // bytes of neighbours
  std::optional<std::vector<Span>> foreign_;  // once it is asked for
  std::map<std::string, std::size_t> source_counts_;
  std::map<std::string, std::size_t> translation_counts_;
  std::optional<std::vector<Span>> lost_links_;      // once they are asked for
  std::optional<std::pair<Counts, Counts>> styled_;  // once they are asked for
  std::optional<CodeSlips> slips_;                   // once it is asked for
  Findings findings_;
};

Findings run(const Subject& subject) {
  return InlineCode(subject).run();
}

}  // namespace

CheckKind inline_code() {
  return pair_kind("inline_code", "Code within a line is the source's.",
                   {"expected", "found", "codes"}, run);
}

}  // namespace recto::checks
