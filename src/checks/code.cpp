#include "checks/code.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "post/ascii.h"
#include "post/line_codes.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kAliases = {{
    {"javascript", "js"},
    {"typescript", "ts"},
    {"python", "py"},
    {"python3", "py"},
    {"shell", "sh"},
    {"bash", "sh"},
    {"zsh", "sh"},
    {"shellscript", "sh"},
    {"yml", "yaml"},
    {"markdown", "md"},
    {"text", "txt"},
    {"plaintext", "txt"},
    {"plain", "txt"},
    {"golang", "go"},
    {"rust", "rs"},
    {"ruby", "rb"},
    {"htm", "html"},
    {"docker", "dockerfile"},
}};

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

struct MatchedCode {
  std::vector<std::pair<Indices, double>> pairs;  // with how alike the blocks are
  std::vector<LoneBlock> missing;
  std::vector<LoneBlock> extra;
};

/// The lines of `block` without the blanks around them; empty for code that says too little to be
/// known by.
std::string essence(const Post& post, const Block& block) {
  constexpr std::size_t kLeast = 16;  // bytes
  std::string text;
  for (const Span line : block.lines) {
    const std::string words = short_quote(slice(post, line), line.size());
    if (words != " ") text += words + '\n';
  }
  return text.size() < kLeast ? std::string() : text;
}

/// Blocks by what they say; those that say the same are not there.
using ByEssence = std::unordered_map<std::string, std::size_t>;

template <typename BlockIndices>
ByEssence by_essence(const Post& post, const BlockIndices& blocks) {
  ByEssence result;
  for (const std::size_t index : blocks) {
    std::string text = essence(post, post.blocks[index]);
    if (text.empty()) continue;
    const auto [entry, is_new] = result.try_emplace(std::move(text), index);
    if (!is_new) entry->second = kTwice;
  }
  std::erase_if(result, [](const auto& entry) { return entry.second == kTwice; });
  return result;
}

/// Pairs code that says the same wherever it stands, before order does.
class CodeMatcher {
 public:
  explicit CodeMatcher(const Subject& subject) : subject_(subject) {
    code_.missing = only_code(subject.source, missing_blocks(subject));
    code_.extra = only_code(subject.translation, extra_blocks(subject));
    for (const BlockPair& pair : block_pairs(subject)) {
      if (pair.source.front().kind != BlockKind::code ||
          pair.translation.front().kind != BlockKind::code) {
        continue;
      }
      code_.pairs.push_back(
          {{pair.match.source.first, pair.match.translation.first}, pair.match.likeness});
    }
  }

  MatchedCode run() {
    if (!code_.missing.empty() || !code_.extra.empty()) pair_moved();
    pair_rewritten();
    std::sort(code_.pairs.begin(), code_.pairs.end());
    return std::move(code_);
  }

 private:
  bool is_same(const Indices& pair) const {
    return essence(subject_.source, subject_.source.blocks[pair.first]) ==
           essence(subject_.translation, subject_.translation.blocks[pair.second]);
  }

  void pair_moved() {
    std::vector<std::size_t> ours;
    std::vector<std::size_t> theirs;
    std::set<std::size_t> lost;
    std::set<std::size_t> added;
    for (const auto& [pair, likeness] : code_.pairs) {
      if (is_same(pair)) {
        same_.push_back(pair);
        continue;
      }
      ours.push_back(pair.first);
      theirs.push_back(pair.second);
    }
    for (const LoneBlock& lone : code_.missing) {
      ours.push_back(lone.block);
      lost.insert(lone.block);
    }
    for (const LoneBlock& lone : code_.extra) {
      theirs.push_back(lone.block);
      added.insert(lone.block);
    }
    const ByEssence known = by_essence(subject_.translation, theirs);
    for (const auto& [text, source] : by_essence(subject_.source, ours)) {
      const auto found = known.find(text);
      // Two that both have partners in their places changed places, which readers must hear of.
      const bool is_free =
          found != known.end() && (lost.contains(source) || added.contains(found->second));
      if (is_free) moved_.emplace(source, found->second);
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
    std::erase_if(code_.missing, [&](const LoneBlock& lone) { return lone.block == source; });
    std::erase_if(code_.extra, [&](const LoneBlock& lone) { return lone.block == translation; });
    std::erase_if(code_.pairs, [&](const auto& entry) {
      const Indices& pair = entry.first;
      if (pair.first == source && pair.second != translation) {
        code_.extra.push_back({pair.second, source});
      } else if (pair.second == translation && pair.first != source) {
        code_.missing.push_back({pair.first, translation});
      } else {
        return false;
      }
      return true;
    });
    code_.pairs.push_back({{source, translation}, 1});
  }

  /// Code that is lost on one side and new on the other, at the same place, was rewritten.
  void pair_rewritten() {
    for (auto lost = code_.missing.begin(); lost != code_.missing.end();) {
      const auto added =
          std::find_if(code_.extra.begin(), code_.extra.end(), [&](const LoneBlock& at) {
            return at.place == lost->block + 1
                       ? lost->place == at.block
                       : at.place == lost->block && lost->place == at.block + 1;
          });
      if (added == code_.extra.end()) {
        ++lost;
        continue;
      }
      code_.pairs.push_back({{lost->block, added->block}, 0});
      code_.extra.erase(added);
      lost = code_.missing.erase(lost);
    }
  }

  const Subject& subject_;
  MatchedCode code_;
  std::vector<Indices> same_;  // pairs that need not be looked at
  std::map<std::size_t, std::size_t> moved_;
};

}  // namespace

std::vector<CodePair> code_pairs(const Subject& subject) {
  std::vector<CodePair> pairs;
  for (const auto& [pair, likeness] : CodeMatcher(subject).run().pairs) {
    pairs.push_back(
        {subject.source.blocks[pair.first], subject.translation.blocks[pair.second], likeness});
  }
  return pairs;
}

std::vector<LoneBlock> missing_code_blocks(const Subject& subject) {
  return CodeMatcher(subject).run().missing;
}

std::vector<LoneBlock> extra_code_blocks(const Subject& subject) {
  return CodeMatcher(subject).run().extra;
}

CodeWithinLines::CodeWithinLines(const Subject& subject) {
  for (const std::string_view code : line_codes(subject.translation)) ++surplus_[code];
  for (const std::string_view code : line_codes(subject.source)) --surplus_[code];
}

int CodeWithinLines::surplus(const Post& post, const Block& block) const {
  if (block.lines.size() != 1) return 0;
  std::string_view line = slice(post, block.lines.front());
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  const auto found = surplus_.find(line);
  return found == surplus_.end() ? 0 : found->second;
}

bool CodeWithinLines::is_added(const Post& post, const Block& block) const {
  return surplus(post, block) > 0;
}

bool CodeWithinLines::is_lost(const Post& post, const Block& block) const {
  return surplus(post, block) < 0;
}

std::string language_of(std::string_view info) {
  std::string language;
  for (const char c : info) {
    const bool is_part = !is_blank(c) && c != '{' && c != '}' && c != ',' && c != ':' && c != '=';
    // `{.python .numberLines}` and `python{1,3}`.
    if (!is_part && language.empty() && c == '{') continue;
    if (!is_part) break;
    if (c == '.' && language.empty()) continue;
    language += ascii_lower(c);
  }
  for (const auto& [alias, name] : kAliases) {
    if (language == alias) return std::string(name);
  }
  return language;
}

std::string language_name(const Post& post, const Block& block) {
  const std::string_view info = slice(post, block.info);
  const std::string language = language_of(info);
  return language.empty() ? "code" : language;
}

std::string first_line(const Post& post, const Block& block) {
  for (const Span line : block.lines) {
    std::string text = short_quote(slice(post, line), 60);
    if (!text.empty() && text != " ") return text;
  }
  return {};
}

}  // namespace recto::checks
