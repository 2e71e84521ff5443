// Causes that are a run of blocks without a match: the end of the source, a section with its
// heading.

#include <algorithm>

#include "align/cause_finders.h"
#include "align/likeness.h"
#include "align/lone_run.h"
#include "base/utf8.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kLostTail = 3;      // so many blocks at the end are no oversight
constexpr double kLostShare = 0.25;       // nor is so much of the text
constexpr double kDoubtful = 0.6;         // a likeness that proves nothing
constexpr double kCertain = 0.9;          // one that a broken sentence does not call in question
constexpr std::size_t kLeastSection = 2;  // a heading, and something under it
constexpr std::size_t kLeastBroken = 80;  // code points; shorter blocks vary too much
constexpr double kMostOfBroken = 0.6;     // what a block that broke off has of its usual length

bool is_text(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading ||
         block.kind == BlockKind::row || block.kind == BlockKind::code;
}

std::size_t text_bytes(const Post& post, std::size_t first) {
  std::size_t sum = 0;
  for (std::size_t i = first; i < post.blocks.size(); ++i) {
    if (is_text(post.blocks[i])) sum += post.blocks[i].span.size();
  }
  return sum;
}

/// Whether the blocks of `source` from `first` on are more than an oversight.
bool is_lost_tail(const Post& source, std::size_t first) {
  std::size_t texts = 0;
  bool has_heading = false;
  for (std::size_t i = first; i < source.blocks.size(); ++i) {
    texts += is_text(source.blocks[i]) ? 1 : 0;
    has_heading = has_heading || source.blocks[i].kind == BlockKind::heading;
  }
  if (texts < 2) return false;
  const bool leads_to_code = ends_with_colon(source, first) && first + 1 < source.blocks.size() &&
                             source.blocks[first + 1].kind == BlockKind::code;
  if (has_heading || texts >= kLostTail || leads_to_code) return true;
  return static_cast<double>(text_bytes(source, first)) >=
         kLostShare * static_cast<double>(text_bytes(source, 0));
}

bool holds_heading(const Post& post, std::size_t begin, std::size_t end) {
  return std::any_of(post.blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                     post.blocks.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Block& block) { return block.kind == BlockKind::heading; });
}

/// Whether the text ends in a mark that ends a sentence, brackets and quotes behind it aside.
bool ends_a_sentence(const Post& post, const Run& run) {
  constexpr std::u32string_view kClosing = U")]\"'”’»」』）";
  const std::string text = plain_text(post, post.blocks[run.end() - 1]);
  std::size_t at = text.size();
  while (at > 0) {
    const char32_t last = previous_code_point(text, at);
    const bool is_passed = is_space(last) || kClosing.find(last) != std::u32string_view::npos;
    if (!is_passed) return is_punctuation(last);
  }
  return false;
}

/// Whether the translation breaks off where its partner in the source, a paragraph, ends a
/// sentence.
bool breaks_off(const Post& source, const Post& translation, const Match& match) {
  return source.blocks[match.source.first].kind == BlockKind::paragraph &&
         ends_a_sentence(source, match.source) && !ends_a_sentence(translation, match.translation);
}

/// Where the source's blocks without a match that end before the match at `end` begin.
std::size_t tail_begin(const Alignment& alignment, std::size_t end) {
  while (end > 0 && alignment[end - 1].translation.count == 0) --end;
  return end;
}

/// One side of a match, so that what is missing and what is extra are found by the same walk.
using RunOf = Run Match::*;

/// The runs of blocks that begin with a heading and have no match.
std::vector<LoneRun> lone_sections(const Post& post, const Alignment& alignment, RunOf have,
                                   RunOf lack) {
  std::vector<LoneRun> sections;
  bool is_open = false;
  for (const Match& match : alignment) {
    const Run& run = match.*have;
    if (run.count == 0) continue;
    const bool is_lone = (match.*lack).count == 0;
    const bool goes_on = is_open && sections.back().blocks.end() == run.first;
    if (is_lone && goes_on) {
      ++sections.back().blocks.count;
    } else if (is_lone && post.blocks[run.first].kind == BlockKind::heading) {
      sections.push_back({run, (match.*lack).first});
      is_open = true;
    } else {
      is_open = false;
    }
  }
  std::erase_if(sections,
                [](const LoneRun& section) { return section.blocks.count < kLeastSection; });
  return sections;
}

}  // namespace

std::optional<Cause> truncation(const Post& source, const Post& translation,
                                const Alignment& alignment) {
  const std::size_t end = translation.blocks.size();
  const std::size_t before = tail_begin(alignment, alignment.size());
  std::size_t first =
      before < alignment.size() ? alignment[before].source.first : source.blocks.size();
  // A last block that was cut off may have found a partner far behind its own.
  const bool has_last = before > 0 && alignment[before - 1].source.count > 0 &&
                        alignment[before - 1].translation.first + 1 == end;
  if (has_last) {
    const Match& last = alignment[before - 1];
    const std::size_t earlier = tail_begin(alignment, before - 1);
    const std::size_t begin = alignment[earlier].source.first;
    const bool is_far = last.likeness < kDoubtful && holds_heading(source, begin, first);
    const bool skips = earlier < before - 1;
    // The partner of a broken sentence may be any block of its kind.
    const bool is_chance = last.likeness < kCertain && breaks_off(source, translation, last);
    if (skips && (is_far || is_chance)) first = begin;
  }
  if (!is_lost_tail(source, first)) return std::nullopt;
  return Cause{CauseKind::truncated,
               {first, source.blocks.size() - first},
               {end, 0},
               place_before(translation, end)};
}

std::optional<Cause> broken_end(const Post& source, const Post& translation,
                                const Alignment& alignment) {
  if (alignment.empty()) return std::nullopt;
  const Match& last = alignment.back();
  if (last.source.count != 1 || last.translation.count != 1) return std::nullopt;
  const Block& theirs = translation.blocks[last.translation.first];
  if (theirs.kind != BlockKind::paragraph || !breaks_off(source, translation, last)) {
    return std::nullopt;
  }
  const std::size_t all = count_code_points(plain_text(source, source.blocks[last.source.first]));
  const double expected =
      usual_length_ratio(source.locale, translation.locale) * static_cast<double>(all);
  const auto said = static_cast<double>(count_code_points(plain_text(translation, theirs)));
  if (all < kLeastBroken || said >= kMostOfBroken * expected) return std::nullopt;
  return Cause{
      CauseKind::broken_off, last.source, last.translation, {theirs.span.end, theirs.span.end}};
}

Causes missing_sections(const Post& source, const Post& translation, const Alignment& alignment) {
  return causes_of_missing(CauseKind::missing_section,
                           lone_sections(source, alignment, &Match::source, &Match::translation),
                           translation);
}

Causes extra_sections(const Post& translation, const Alignment& alignment) {
  return causes_of_extra(CauseKind::extra_section,
                         lone_sections(translation, alignment, &Match::translation, &Match::source),
                         translation);
}

Causes second_copies(const Post& translation, const Alignment& alignment) {
  Causes causes;
  std::size_t place = 0;  // in the source
  for (const Match& match : alignment) {
    if (match.source.count > 0 && !match.moved) place = match.source.end();
    if (!match.copy) continue;
    const Run& blocks = match.translation;
    if (!causes.empty() && causes.back().translation.end() == blocks.first) {
      causes.back().translation.count += blocks.count;
    } else {
      causes.push_back({CauseKind::second_copy, {place, 0}, blocks, {}});
    }
  }
  for (Cause& cause : causes) cause.span = span_of(translation, cause.translation);
  return causes;
}

}  // namespace recto
