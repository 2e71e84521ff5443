#include "checks/code.h"

#include <algorithm>
#include <array>
#include <utility>

#include "post/ascii.h"
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

std::vector<LoneBlock> only_code(const Post& post, std::vector<LoneBlock> lone) {
  std::erase_if(lone,
                [&](const LoneBlock& at) { return post.blocks[at.block].kind != BlockKind::code; });
  return lone;
}

struct LoneCode {
  std::vector<LoneBlock> missing;
  std::vector<LoneBlock> extra;
  std::vector<std::pair<std::size_t, std::size_t>> rewritten;  // blocks at the same place
};

LoneCode lone_code(const Subject& subject) {
  LoneCode code{.missing = only_code(subject.source, missing_blocks(subject)),
                .extra = only_code(subject.translation, extra_blocks(subject))};
  for (auto lost = code.missing.begin(); lost != code.missing.end();) {
    const auto added = std::find_if(code.extra.begin(), code.extra.end(), [&](const LoneBlock& at) {
      return at.place == lost->block + 1 ? lost->place == at.block
                                         : at.place == lost->block && lost->place == at.block + 1;
    });
    if (added == code.extra.end()) {
      ++lost;
      continue;
    }
    code.rewritten.emplace_back(lost->block, added->block);
    code.extra.erase(added);
    lost = code.missing.erase(lost);
  }
  return code;
}

}  // namespace

std::vector<CodePair> code_pairs(const Subject& subject) {
  std::vector<CodePair> pairs;
  for (const BlockPair& pair : block_pairs(subject)) {
    if (pair.source.front().kind == BlockKind::code &&
        pair.translation.front().kind == BlockKind::code) {
      pairs.push_back({pair.source.front(), pair.translation.front(), pair.match.likeness});
    }
  }
  for (const auto& [ours, theirs] : lone_code(subject).rewritten) {
    pairs.push_back({subject.source.blocks[ours], subject.translation.blocks[theirs], 0});
  }
  return pairs;
}

std::vector<LoneBlock> missing_code_blocks(const Subject& subject) {
  return lone_code(subject).missing;
}

std::vector<LoneBlock> extra_code_blocks(const Subject& subject) {
  return lone_code(subject).extra;
}

CodeWithinLines::CodeWithinLines(const Subject& subject) {
  const auto count = [this](const Post& post, int step) {
    for (const Block& block : post.blocks) {
      for (const Inline& piece : block.inlines) {
        if (piece.kind == InlineKind::code) surplus_[slice(post, piece.content)] += step;
      }
    }
  };
  count(subject.translation, 1);
  count(subject.source, -1);
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
