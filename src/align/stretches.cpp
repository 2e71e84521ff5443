// Blocks of several kinds in a row that one side lacks: a paragraph with its list, a list with the
// code behind it.

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/cause_finders.h"
#include "align/lone_run.h"
#include "post/known_lines.h"

namespace recto {
namespace {

enum class Family { item, paragraph, code, row, mark };

Family family_of(const Post& post, const Block& block) {
  if (item_of(post, block) != nullptr) return Family::item;
  switch (block.kind) {
    case BlockKind::paragraph:
      return Family::paragraph;
    case BlockKind::code:
      return Family::code;
    case BlockKind::row:
      return Family::row;
    default:
      return Family::mark;
  }
}

/// Whether `run` is more than one paragraph, list, table or code block; a line that leads to code
/// goes with it.
bool is_mixed(const Post& post, const Run& run) {
  std::vector<Family> parts;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    const Family family = family_of(post, post.blocks[i]);
    if (family == Family::mark) continue;
    if (parts.empty() || parts.back() != family) parts.push_back(family);
  }
  const bool is_code_with_lead = run.count == 2 && parts.size() == 2 &&
                                 parts.back() == Family::code && ends_with_colon(post, run.first);
  return parts.size() > 1 && !is_code_with_lead;
}

/// One side, and what of it has no match.
class LoneSide {
 public:
  LoneSide(const Post& of, const Alignment& alignment, Run Match::*have, Run Match::*lack)
      : post(of), lone(lone_blocks(of, alignment, have, lack)) {
    for (std::size_t i = 0; i < lone.size(); ++i) {
      if (post.blocks[i].kind == BlockKind::heading) headings_.push_back(i);
      if (lone[i]) lone_.push_back(i);
    }
  }

  const Post& post;
  const Lone lone;

  /// The blocks around the one before which `place` is, from heading to heading.
  Run section_around(std::size_t place) const {
    const auto behind = std::lower_bound(headings_.begin(), headings_.end(), place);
    const std::size_t begin = behind == headings_.begin() ? 0 : *std::prev(behind) + 1;
    const std::size_t end = behind == headings_.end() ? post.blocks.size() : *behind;
    return {begin, end - begin};
  }

  bool has_lone() const { return !lone_.empty(); }
  bool has_lone_in(const Run& run) const {
    const auto first = std::lower_bound(lone_.begin(), lone_.end(), run.first);
    return first != lone_.end() && *first < run.end();
  }

  /// Whether a code block in `section`, or one without a match, has a line of `lines`: that may be
  /// the code which seems lost. Asked of many, only the first blocks with a line are looked at.
  bool may_have_code(const Run& section, const TellingLines& lines) const {
    constexpr std::size_t kMostBlocks = 50;
    if (!code_) note_code();
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
      const auto found = code_->find(line);
      if (found == code_->end()) return false;
      const auto end = found->second.begin() +
                       static_cast<std::ptrdiff_t>(std::min(found->second.size(), kMostBlocks));
      return std::any_of(found->second.begin(), end, [&](std::size_t block) {
        return lone[block].has_value() || section.holds(block);
      });
    });
  }

 private:
  void note_code() const {
    code_.emplace();
    for (std::size_t i = 0; i < post.blocks.size(); ++i) {
      if (post.blocks[i].kind != BlockKind::code) continue;
      for (const std::string_view line : telling_lines(post, post.blocks[i])) {
        (*code_)[line].push_back(i);
      }
    }
  }

  std::vector<std::size_t> headings_;
  std::vector<std::size_t> lone_;
  /// Code blocks by line, once they are asked for.
  mutable std::optional<std::unordered_map<std::string_view, std::vector<std::size_t>>> code_;
};

/// Whether `other` has nothing that may stand for blocks of `run`: without a match in the section
/// where they would stand, or code with a line of theirs.
bool lacks_all(const LoneSide& side, const Run& run, const LoneSide& other) {
  const Run section = other.section_around(*side.lone[run.first]);
  if (other.has_lone_in(section)) return false;
  TellingLines code;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    const Block& block = side.post.blocks[i];
    if (block.kind == BlockKind::code) code.merge(telling_lines(side.post, block));
  }
  return code.empty() || !other.may_have_code(section, code);
}

/// The texts that `post` has more than once: what stands there twice is told as that.
std::set<std::string_view> repeated_texts(const Post& post) {
  std::set<std::string_view> seen;
  std::set<std::string_view> repeated;
  for (const Block& block : post.blocks) {
    if (block.kind != BlockKind::paragraph) continue;
    const std::string_view text = slice(post, block.content);
    if (!seen.insert(text).second) repeated.insert(text);
  }
  return repeated;
}

bool repeats(const Post& post, const Run& run, const std::set<std::string_view>& repeated) {
  const auto begin = post.blocks.begin() + static_cast<std::ptrdiff_t>(run.first);
  return std::any_of(
      begin, begin + static_cast<std::ptrdiff_t>(run.count), [&](const Block& block) {
        return block.kind == BlockKind::paragraph && repeated.contains(slice(post, block.content));
      });
}

/// The tables of which a part has a match: what is lost of them is told by row.
std::set<std::size_t> kept_tables(const LoneSide& side) {
  std::set<std::size_t> tables;
  for (std::size_t i = 0; i < side.lone.size(); ++i) {
    const Block& block = side.post.blocks[i];
    if (block.kind == BlockKind::row && !side.lone[i]) tables.insert(*block.container);
  }
  return tables;
}

std::vector<LoneRun> stretches_of(const LoneSide& side, const LoneSide& other) {
  std::vector<LoneRun> stretches;
  if (!side.has_lone()) return stretches;
  const std::set<std::string_view> repeated = repeated_texts(side.post);
  const std::set<std::size_t> kept = kept_tables(side);
  const auto is_lone = [&](std::size_t index) {
    const Block& block = side.post.blocks[index];
    return side.lone[index] && block.kind != BlockKind::heading &&
           (block.kind != BlockKind::row || !kept.contains(*block.container));
  };
  for (std::size_t i = 0; i < side.lone.size() && stretches.size() < kMostCauses; ++i) {
    if (!is_lone(i)) continue;
    Run run{i, 1};
    while (run.end() < side.lone.size() && is_lone(run.end()) &&
           side.lone[run.end()] == side.lone[i])
      ++run.count;
    if (is_mixed(side.post, run) && !repeats(side.post, run, repeated) &&
        lacks_all(side, run, other))
      stretches.push_back({run, *side.lone[i]});
    i = run.end() - 1;
  }
  return stretches;
}

/// Whether code or a table is among the blocks: what the author did not write is graver there than
/// in text, and told by rules of its own.
bool holds_code(const Post& post, const Run& run) {
  const auto begin = post.blocks.begin() + static_cast<std::ptrdiff_t>(run.first);
  return std::any_of(begin, begin + static_cast<std::ptrdiff_t>(run.count), [](const Block& block) {
    return block.kind == BlockKind::code || block.kind == BlockKind::row;
  });
}

}  // namespace

Causes lone_stretches(const Post& source, const Post& translation, const Alignment& alignment) {
  const LoneSide ours(source, alignment, &Match::source, &Match::translation);
  const LoneSide theirs(translation, alignment, &Match::translation, &Match::source);
  Causes causes =
      causes_of_missing(CauseKind::missing_stretch, stretches_of(ours, theirs), translation);
  std::vector<LoneRun> extra = stretches_of(theirs, ours);
  std::erase_if(extra,
                [&](const LoneRun& stretch) { return holds_code(translation, stretch.blocks); });
  const Causes added = causes_of_extra(CauseKind::extra_stretch, extra, translation);
  causes.insert(causes.end(), added.begin(), added.end());
  return causes;
}

}  // namespace recto
