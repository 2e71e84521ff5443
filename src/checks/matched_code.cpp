#include "checks/matched_code.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "checks/blocks.h"
#include "checks/code.h"
#include "checks/code_text.h"
#include "post/info_string.h"
#include "post/known_lines.h"
#include "text/similarity.h"

namespace recto::checks {
namespace {

/// Blocks that were moved, of those that do not agree; more are another post.
constexpr std::size_t kMostMoved = 200;
constexpr std::size_t kTwice = static_cast<std::size_t>(-1);

std::vector<LoneBlock> only_code(const Post& post, std::vector<LoneBlock> lone) {
  std::erase_if(lone,
                [&](const LoneBlock& at) { return post.blocks[at.block].kind != BlockKind::code; });
  return lone;
}

/// Indices of the blocks of a pair.
using Indices = std::pair<std::size_t, std::size_t>;

/// What `line` says but for blanks, and for texts of several words that begin in it.
std::string essence(const Post& post, const CodeLine& line) {
  std::vector<Span> texts = texts_begun_in(line);
  std::erase_if(texts,
                [&](Span text) { return slice(post, text).find(' ') == std::string_view::npos; });
  return code_without(post, line, texts);
}

/// The lines of `block` but for comments; empty for code that says too little to be known by.
std::string essence_of(const Post& post, const Block& block) {
  constexpr std::size_t kLeast = 8;  // bytes
  const std::string language = language_of(slice(post, block.info));
  std::string text;
  for (const CodeLine& line : code_text(post, block, language).lines) {
    text += essence(post, line) + '\n';
  }
  return text.size() < kLeast ? std::string() : text;
}

/// The file that the code of `block` is of; empty where its fence names none.
std::string file_named_by(const Post& post, const Block& block) {
  return std::string(file_of_fence(slice(post, block.info)));
}

/// Blocks by a text; those that share one are not there.
using BlocksByText = std::unordered_map<std::string, std::size_t>;

template <typename TextOf>
BlocksByText blocks_by(TextOf text_of, const Post& post, const std::vector<std::size_t>& blocks) {
  BlocksByText result;
  for (const std::size_t index : blocks) {
    std::string text = text_of(post, post.blocks[index]);
    if (text.empty()) continue;
    const auto [entry, is_new] = result.try_emplace(std::move(text), index);
    if (!is_new) entry->second = kTwice;
  }
  std::erase_if(result, [](const auto& entry) { return entry.second == kTwice; });
  return result;
}

/// The words of `code`, in order: what stands between signs.
std::vector<std::string_view> words_of(std::string_view code) {
  const auto is_of_word = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); };
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < code.size(); ++at) {
    std::size_t end = at;
    while (end < code.size() && is_of_word(code[end])) ++end;
    if (end > at) words.push_back(code.substr(at, end - at));
    at = end;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// Whether half of the words of the shorter of two codes are words of the other.
bool share_words(std::string_view left, std::string_view right) {
  const std::vector<std::string_view> ours = words_of(left);
  const std::vector<std::string_view> theirs = words_of(right);
  std::vector<std::string_view> common;
  std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                        std::back_inserter(common));
  return common.size() * 2 >= std::min(ours.size(), theirs.size());
}

/// Whether two blocks have no line in common and are little alike: they may stand beside each other
/// and not for each other.
bool are_unlike(const Subject& subject, const CodePair& pair) {
  if (slice(subject.source, pair.source.content) ==
      slice(subject.translation, pair.translation.content)) {
    return false;
  }
  if (have_common_line(subject, pair)) return false;
  constexpr std::size_t kCompared = 2000;  // bytes of a block
  constexpr std::size_t kFewLines = 6;
  constexpr double kAlike = 0.5;
  const std::string_view source = slice(subject.source, pair.source.content).substr(0, kCompared);
  const std::string_view translation =
      slice(subject.translation, pair.translation.content).substr(0, kCompared);
  // A command or two, of which a name was changed.
  const bool are_short =
      pair.source.lines.size() <= kFewLines && pair.translation.lines.size() <= kFewLines;
  if (are_short && share_words(source, translation)) return false;
  return resemblance(source, translation) < kAlike;
}

/// Whether a code block of either side has no partner, be it explained.
bool has_lone_code(const Subject& subject) {
  const auto is_lone = [](const Post& post, const Run& run, const Run& other) {
    return other.count == 0 && run.count > 0 && post.blocks[run.first].kind == BlockKind::code;
  };
  return std::any_of(subject.alignment.begin(), subject.alignment.end(), [&](const Match& match) {
    return is_lone(subject.source, match.source, match.translation) ||
           is_lone(subject.translation, match.translation, match.source);
  });
}

/// Pairs code that says the same wherever it stands, before order does.
class CodeMatcher {
 public:
  explicit CodeMatcher(const Subject& subject)
      : subject_(subject),
        missing_(only_code(subject.source, missing_blocks(subject))),
        extra_(only_code(subject.translation, extra_blocks(subject))) {
    for (const BlockPair& pair : block_pairs(subject)) {
      if (pair.source.front().kind != BlockKind::code ||
          pair.translation.front().kind != BlockKind::code) {
        continue;
      }
      pairs_.push_back(
          {{pair.match.source.first, pair.match.translation.first}, pair.match.likeness});
    }
  }

  MatchedCode run() {
    if (!missing_.empty() || !extra_.empty()) pair_moved();
    pair_rewritten();
    std::sort(pairs_.begin(), pairs_.end());
    MatchedCode code{.missing = std::move(missing_), .extra = std::move(extra_)};
    if (!code.missing.empty() || !code.extra.empty()) find_elsewhere(code);
    const bool has_lone = has_lone_code(subject_);
    for (const auto& [pair, likeness] : pairs_) {
      CodePair& matched = code.pairs.emplace_back(CodePair{
          subject_.source.blocks[pair.first], subject_.translation.blocks[pair.second], likeness});
      // Where each block has one on the other side, those in the same place belong together.
      matched.may_be_other =
          has_lone && are_unlike(subject_, matched) && !stands_in_source(matched.translation);
    }
    return code;
  }

 private:
  using Counts = std::unordered_map<std::string, std::size_t>;

  static Counts counts_of(const Post& post) {
    Counts counts;
    for (const Block& block : post.blocks) {
      if (block.kind == BlockKind::code) ++counts[essence_of(post, block)];
    }
    return counts;
  }

  static std::size_t count_in(const Counts& counts, const std::string& text) {
    const auto found = counts.find(text);
    return found == counts.end() ? 0 : found->second;
  }

  const Counts& source_codes() {
    if (!source_codes_) source_codes_ = counts_of(subject_.source);
    return *source_codes_;
  }

  /// Whether the source has the code of `block`, a block of the translation, in any place.
  bool stands_in_source(const Block& block) {
    return source_codes().contains(essence_of(subject_.translation, block));
  }

  /// Sections that changed places take their code with them.
  void find_elsewhere(MatchedCode& code) {
    const Counts& ours = source_codes();
    const Counts theirs = counts_of(subject_.translation);
    for (const LoneBlock& lone : code.missing) {
      const std::string text = essence_of(subject_.source, subject_.source.blocks[lone.block]);
      const bool is_there = count_in(theirs, text) >= count_in(ours, text);
      if (!text.empty() && is_there) code.missing_elsewhere.insert(lone.block);
    }
    for (const LoneBlock& lone : code.extra) {
      const std::string text =
          essence_of(subject_.translation, subject_.translation.blocks[lone.block]);
      const std::size_t count = count_in(ours, text);
      const bool is_there = count >= count_in(theirs, text);
      if (text.empty() || count == 0) continue;
      (is_there ? code.extra_elsewhere : code.extra_repeated).insert(lone.block);
    }
  }

  bool is_same(const Indices& pair) const {
    return essence_of(subject_.source, subject_.source.blocks[pair.first]) ==
           essence_of(subject_.translation, subject_.translation.blocks[pair.second]);
  }

  void pair_moved() {
    std::vector<std::size_t> ours;
    std::vector<std::size_t> theirs;
    std::set<std::size_t> lost;
    std::set<std::size_t> added;
    for (const auto& [pair, likeness] : pairs_) {
      if (is_same(pair)) {
        same_.push_back(pair);
        continue;
      }
      ours.push_back(pair.first);
      theirs.push_back(pair.second);
    }
    for (const LoneBlock& lone : missing_) {
      ours.push_back(lone.block);
      lost.insert(lone.block);
    }
    for (const LoneBlock& lone : extra_) {
      theirs.push_back(lone.block);
      added.insert(lone.block);
    }
    std::set<std::size_t> taken;  // of the translation
    for (const auto by : {essence_of, file_named_by}) {
      const BlocksByText known = blocks_by(by, subject_.translation, theirs);
      for (const auto& [text, source] : blocks_by(by, subject_.source, ours)) {
        const auto found = known.find(text);
        // Two that both have partners in their places changed places, which readers must hear of.
        const bool is_free =
            found != known.end() && (lost.contains(source) || added.contains(found->second));
        if (is_free && !moved_.contains(source) && taken.insert(found->second).second) {
          moved_.emplace(source, found->second);
        }
      }
    }
    if (moved_.size() > kMostMoved) return;
    std::erase_if(moved_, [&](const auto& entry) { return overtakes(entry); });
    for (const auto& [source, translation] : moved_) part(source, translation);
  }

  /// Whether code that is the same on both sides would stand before one of the two and behind the
  /// other: steps that changed places.
  bool overtakes(const Indices& moved) const {
    return std::any_of(same_.begin(), same_.end(), [&](const Indices& pair) {
      return (pair.first < moved.first) != (pair.second < moved.second);
    });
  }

  /// Frees the blocks that `source` and `translation` were paired with, and pairs these two.
  void part(std::size_t source, std::size_t translation) {
    std::erase_if(missing_, [&](const LoneBlock& lone) { return lone.block == source; });
    std::erase_if(extra_, [&](const LoneBlock& lone) { return lone.block == translation; });
    std::erase_if(pairs_, [&](const auto& entry) {
      const Indices& pair = entry.first;
      if (pair.first == source && pair.second != translation) {
        extra_.push_back({pair.second, source});
      } else if (pair.second == translation && pair.first != source) {
        missing_.push_back({pair.first, translation});
      } else {
        return false;
      }
      return true;
    });
    pairs_.push_back({{source, translation}, 1});
  }

  /// Code that is lost on one side and new on the other, at the same place, was rewritten.
  void pair_rewritten() {
    for (auto lost = missing_.begin(); lost != missing_.end();) {
      const auto added = std::find_if(extra_.begin(), extra_.end(), [&](const LoneBlock& at) {
        return at.place == lost->block + 1 ? lost->place == at.block
                                           : at.place == lost->block && lost->place == at.block + 1;
      });
      if (added == extra_.end()) {
        ++lost;
        continue;
      }
      pairs_.push_back({{lost->block, added->block}, 0});
      extra_.erase(added);
      lost = missing_.erase(lost);
    }
  }

  const Subject& subject_;
  std::optional<Counts> source_codes_;             // once they are asked for
  std::vector<std::pair<Indices, double>> pairs_;  // with how alike the blocks are
  std::vector<LoneBlock> missing_;
  std::vector<LoneBlock> extra_;
  std::vector<Indices> same_;  // pairs that need not be looked at
  std::map<std::size_t, std::size_t> moved_;
};

}  // namespace

const MatchedCode& matched_code(const Subject& subject) {
  auto& code = subject.shared.code;
  return code ? *code : code.emplace(CodeMatcher(subject).run());
}

bool have_common_line(const Subject& subject, const CodePair& pair) {
  const TellingLines ours = telling_lines(subject.source, pair.source);
  const TellingLines theirs = telling_lines(subject.translation, pair.translation);
  return std::any_of(ours.begin(), ours.end(),
                     [&](std::string_view line) { return theirs.contains(line); });
}

bool is_redrawn(const Subject& subject, const CodePair& pair) {
  constexpr std::array<std::string_view, 5> kDiagrams = {"d2", "dot", "graphviz", "mermaid",
                                                         "plantuml"};
  const bool are_fenced = !pair.source.marker.is_empty() && !pair.translation.marker.is_empty();
  if (!are_fenced || !pair.translation.info.is_empty()) return false;
  const std::string language = language_of(slice(subject.source, pair.source.info));
  return std::find(kDiagrams.begin(), kDiagrams.end(), language) != kDiagrams.end() &&
         !have_common_line(subject, pair);
}

bool says_the_same(const Subject& subject, const CodePair& pair) {
  return essence_of(subject.source, pair.source) ==
         essence_of(subject.translation, pair.translation);
}

}  // namespace recto::checks
