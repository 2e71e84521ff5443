#include "checks/balance.h"

#include <algorithm>

#include "align/likeness.h"
#include "base/utf8.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kNeighbours = 3;  // matches on each side that may have taken text up
constexpr double kTakenShare = 0.45;    // of the text that seems to be gone
constexpr double kSlack = 12;           // code points more or less say nothing

std::vector<std::size_t> lengths(const Post& post) {
  std::vector<std::size_t> result;
  result.reserve(post.blocks.size());
  for (const Block& block : post.blocks) {
    const bool is_prose = block.kind == BlockKind::paragraph || block.kind == BlockKind::row ||
                          block.kind == BlockKind::heading;
    result.push_back(is_prose ? count_code_points(plain_text(post, block)) : 0);
  }
  return result;
}

double sum(const std::vector<std::size_t>& lengths, const Run& run) {
  double result = 0;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    result += static_cast<double>(lengths[i]);
  }
  return result;
}

/// Whether both sides have the same bytes: such a text is as long as it was, whatever the language.
bool is_untranslated(const Subject& subject, const Match& match) {
  if (match.source.count != 1 || match.translation.count != 1) return false;
  return slice(subject.source, subject.source.blocks[match.source.first].span) ==
         slice(subject.translation, subject.translation.blocks[match.translation.first].span);
}

}  // namespace

Balance::Balance(const Subject& subject)
    : source_(lengths(subject.source)),
      translation_(lengths(subject.translation)),
      source_match_(source_.size()),
      translation_match_(translation_.size()) {
  double ours = 0;
  double theirs = 0;
  for (const Match& match : subject.alignment) {
    if (match.source.count == 0 || match.translation.count == 0) continue;
    if (is_untranslated(subject, match)) continue;
    ours += sum(source_, match.source);
    theirs += sum(translation_, match.translation);
  }
  ratio_ = length_ratio(ours, theirs,
                        usual_length_ratio(subject.source.locale, subject.translation.locale));
  for (const Match& match : subject.alignment) {
    const Post& post = match.source.count > 0 ? subject.source : subject.translation;
    const Run& run = match.source.count > 0 ? match.source : match.translation;
    for (std::size_t i = 0; i < match.source.count; ++i) {
      source_match_[match.source.first + i] = matches_.size();
    }
    for (std::size_t i = 0; i < match.translation.count; ++i) {
      translation_match_[match.translation.first + i] = matches_.size();
    }
    const double surplus =
        is_untranslated(subject, match)
            ? 0
            : sum(translation_, match.translation) - ratio_ * sum(source_, match.source);
    matches_.push_back({match.source, match.translation, surplus,
                        post.blocks[run.first].kind == BlockKind::heading});
  }
}

/// What the matches around the one at `at` have too much, or with `counts_missing` false too
/// little; what has no match on the same side does not count.
double Balance::surplus_around(std::size_t at, bool counts_missing) const {
  double total = 0;
  const auto add = [&](const Weighed& match) {
    const bool is_lost = match.translation.count == 0;
    const bool is_new = match.source.count == 0;
    if (counts_missing ? is_lost : is_new) return;
    const double surplus = counts_missing ? match.surplus : -match.surplus;
    // A block that is a little short does not make up for one that holds more than its own.
    if (surplus > kSlack) total += surplus;
  };
  for (std::size_t i = at, seen = 0; i-- > 0 && seen < kNeighbours && !matches_[i].is_heading;
       ++seen) {
    add(matches_[i]);
  }
  for (std::size_t i = at + 1, seen = 0;
       i < matches_.size() && seen < kNeighbours && !matches_[i].is_heading; ++i, ++seen) {
    add(matches_[i]);
  }
  return total;
}

bool Balance::holds_missing(const LoneBlock& missing) const {
  const double expected = ratio_ * static_cast<double>(source_[missing.block]);
  return expected > 0 &&
         surplus_around(source_match_[missing.block], true) >= kTakenShare * expected;
}

bool Balance::holds_extra(const LoneBlock& extra) const {
  const auto found = static_cast<double>(translation_[extra.block]);
  return found > 0 && surplus_around(translation_match_[extra.block], false) >= kTakenShare * found;
}

bool Balance::holds_extra(const LoneItems& extra) const {
  return std::all_of(extra.blocks.begin(), extra.blocks.end(), [&](std::size_t block) {
    return holds_extra(LoneBlock{block, extra.place});
  });
}

double Balance::share(const BlockPair& pair) const {
  const double expected = ratio_ * sum(source_, pair.match.source);
  return expected <= 0 ? 1 : sum(translation_, pair.match.translation) / expected;
}

}  // namespace recto::checks
