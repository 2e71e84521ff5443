#include "align/evidence.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "align/ordinal.h"
#include "align/tokens.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "post/info_string.h"
#include "text/marks.h"
#include "text/unicode.h"

namespace recto {
namespace {

std::vector<std::uint64_t> all_tokens(const std::vector<Evidence>& blocks) {
  std::vector<std::uint64_t> all;
  for (const Evidence& block : blocks) {
    all.insert(all.end(), block.tokens.begin(), block.tokens.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// What the fences of code say of `value`, sorted.
std::vector<std::uint64_t> said_by_fences(const std::vector<Evidence>& blocks,
                                          std::uint64_t Evidence::*value) {
  std::vector<std::uint64_t> said;
  for (const Evidence& block : blocks) {
    if (block.kind == BlockKind::code) said.push_back(block.*value);
  }
  std::sort(said.begin(), said.end());
  return said;
}

/// The mark of a directive; of shortcodes only their names, as they may say more to people.
std::string name_of_directive(std::string_view mark) {
  if (!mark.starts_with('{')) return std::string(mark);
  std::string names;
  for (std::size_t at = 0; at < mark.size(); at = mark.find('{', at)) {
    at = std::min(mark.find_first_not_of("{<% \t", at), mark.size());
    const std::size_t end = std::min(mark.find_first_of(" \t>%}", at), mark.size());
    names.append(mark.substr(at, end - at)) += ' ';
    at = end;
  }
  return names;
}

bool is_code_or_link(const Inline& piece) {
  return piece.kind == InlineKind::code || piece.kind == InlineKind::link ||
         piece.kind == InlineKind::image;
}

bool is_bold(const Inline& piece) {
  return piece.kind == InlineKind::emphasis && piece.strength == 2;
}

std::size_t count_of(const Block& block, bool (*is_counted)(const Inline&)) {
  return static_cast<std::size_t>(
      std::count_if(block.inlines.begin(), block.inlines.end(), is_counted));
}

/// Whether the block is nothing but tags in one paragraph, which would be an HTML block in lines of
/// their own.
bool is_only_tags(const Post& post, const Block& block) {
  if (block.kind != BlockKind::paragraph) return false;
  bool has_tag = false;
  for (const Inline& piece : block.inlines) {
    const bool is_tag = piece.kind == InlineKind::html;
    const bool is_gap = piece.kind == InlineKind::text &&
                        slice(post, piece.span).find_first_not_of(" \t") == std::string_view::npos;
    if (!is_tag && !is_gap) return false;
    has_tag = has_tag || is_tag;
  }
  return has_tag;
}

/// What `block` says; of code without its fence and its indent, by which other code may be like it.
std::string text_of(const Post& post, const Block& block) {
  if (block.kind == BlockKind::html) return std::string(slice(post, block.span));
  if (block.kind != BlockKind::code) return plain_text(post, block);
  std::string text;
  for (const Span line : block.lines) text.append(slice(post, line)) += '\n';
  return text;
}

/// The hash of the word that `text` begins with, when it is one of ASCII; 0 for none.
std::uint64_t lead_of(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  const std::string_view word = text.substr(0, text.find_first_of(" \t\n:,(["));
  const auto is_ascii = [](char c) { return c > ' ' && c < 0x7F; };
  const bool is_word = word.size() >= kShortest && std::all_of(word.begin(), word.end(), is_ascii);
  return is_word ? hash_of(word) : 0;
}

/// The code that `block` begins with, unless it is too short to tell it from others.
std::string_view leading_code(const Post& post, const Block& block) {
  constexpr std::size_t kShortest = 3;
  if (block.inlines.empty() || block.inlines.front().kind != InlineKind::code) return {};
  const std::string_view code = slice(post, block.inlines.front().content);
  return code.size() < kShortest ? std::string_view() : code;
}

/// Whether a line of `text` begins with a number or a mark that Markdown does not take for an
/// item's: `1)`, `-one`, `・`.
bool has_item_mark(std::string_view text) {
  for (std::size_t line = 0; line < text.size();) {
    std::size_t at = std::min(text.find_first_not_of(" \t\n", line), text.size());
    if (at == text.size()) return false;
    const char32_t first = next_code_point(text, at);
    const bool is_bold = first == U'*' && text.substr(at).starts_with('*');
    if (is_digit(first) || (is_one_of(first, U"-*+•·・●○▪–—（(＊") && !is_bold)) return true;
    line = std::min(text.find('\n', at), text.size());
  }
  return false;
}

void note_title(std::vector<Evidence>& evidence) {
  const auto is_first_level = [](const Evidence& block) {
    return block.kind == BlockKind::heading && block.level == 1;
  };
  const auto title = std::find_if(evidence.begin(), evidence.end(), is_first_level);
  if (title == evidence.end()) return;
  title->is_title = std::none_of(title + 1, evidence.end(), is_first_level);
}

/// Marks the items of lists whose numbers grow, and not always by one: `1.`, `3.`.
void note_lists_that_leave_out(const Post& post, std::vector<Evidence>& evidence) {
  struct List {
    std::vector<std::size_t> items;  // blocks
    int last = 0;
    bool grows = true;
    bool leaves_out = false;
  };
  std::map<std::size_t, List> lists;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (!evidence[i].number) continue;
    const std::optional<std::size_t> list = item_of(post, post.blocks[i])->parent;
    if (!list) continue;
    List& found = lists[*list];
    const int number = *evidence[i].number;
    const bool is_first = found.items.empty();
    found.grows = found.grows && (is_first || number > found.last);
    found.leaves_out = found.leaves_out || (!is_first && number > found.last + 1);
    found.last = number;
    found.items.push_back(i);
  }
  for (const auto& [container, list] : lists) {
    if (!list.grows || !list.leaves_out) continue;
    for (const std::size_t item : list.items) evidence[item].leaves_out = true;
  }
}

}  // namespace

std::vector<Evidence> evidence_of(const Post& post) {
  std::vector<Evidence> result;
  result.reserve(post.blocks.size());
  const bool keeps_latin = !is_written_in_latin(post.locale);
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    const Block& block = post.blocks[i];
    const std::string text = text_of(post, block);
    Evidence evidence{.kind = block.kind, .level = meant_level(post, block)};
    if (evidence.level > 0) evidence.kind = BlockKind::heading;
    if (block.container) evidence.container = post.containers[*block.container].kind;
    evidence.length = count_code_points(text);
    evidence.is_only_tags = is_only_tags(post, block);
    evidence.text = hash_of(evidence.is_only_tags ? slice(post, block.span) : text);
    if (!block.id.is_empty()) evidence.id = hash_of(slice(post, block.id));
    if (!block.info.is_empty()) evidence.id = hash_of(slice(post, block.info));
    if (evidence.kind == BlockKind::heading) {
      if (const auto ordinal = leading_ordinal(text)) evidence.ordinal = ordinal->value;
    }
    evidence.codes = count_of(block, is_code_or_link);
    evidence.marks = evidence.codes + count_of(block, is_bold);
    evidence.opens_bold = !block.inlines.empty() && is_bold(block.inlines.front());
    evidence.leads_on = ends_with_colon(post, i);
    evidence.opens_item = opens_item(post, i);
    const bool is_paragraph = block.kind == BlockKind::paragraph;
    evidence.may_be_item =
        evidence.opens_item || (is_paragraph && has_item_mark(slice(post, block.content)));
    if (evidence.opens_item || block.kind == BlockKind::row) {
      const std::string_view code = leading_code(post, block);
      evidence.lead = code.empty() ? lead_of(text) : hash_of(code);
    }
    if (evidence.opens_item) evidence.number = item_of(post, block)->number;
    evidence.keeps_latin = keeps_latin;
    if (block.kind == BlockKind::directive) {
      evidence.id = hash_of(name_of_directive(slice(post, block.marker)));
    }
    // What an unclosed fence swallows says nothing about the section that it begins in.
    if (is_unclosed(block))
      evidence.length = 0;
    else
      evidence.tokens = tokens_of(post, block, text);
    if (evidence.kind == BlockKind::code) {
      evidence.files = files_of(text);
      evidence.lines = lines_of_code(text);
      const std::string_view file = file_of_fence(slice(post, block.info));
      if (!file.empty()) evidence.fence_file = hash_of(file);
    }
    evidence.urls = urls_of(post, block);
    result.push_back(std::move(evidence));
  }
  if (!result.empty()) result.back().is_last = true;
  note_title(result);
  note_lists_that_leave_out(post, result);
  return result;
}

void note_copies(std::vector<Evidence>& source, std::vector<Evidence>& translation) {
  struct Count {
    std::size_t source = 0;
    std::size_t translation = 0;
  };
  std::unordered_map<std::uint64_t, Count> counts;
  const auto is_text = [](const Evidence& block) {
    return block.length > 0 && (block.kind == BlockKind::paragraph ||
                                block.kind == BlockKind::row || block.kind == BlockKind::code);
  };
  for (const Evidence& block : source) {
    if (is_text(block)) ++counts[block.text].source;
  }
  for (const Evidence& block : translation) {
    if (is_text(block)) ++counts[block.text].translation;
  }
  for (Evidence& block : source) {
    if (!is_text(block)) continue;
    const Count& count = counts.at(block.text);
    block.has_copy = count.source <= count.translation;
  }
  for (Evidence& block : translation) {
    if (!is_text(block)) continue;
    const Count& count = counts.at(block.text);
    block.has_copy = count.translation <= count.source;
  }
}

void keep_common_tokens(std::vector<Evidence>& source, std::vector<Evidence>& translation) {
  const std::vector<std::uint64_t> ours = all_tokens(source);
  const std::vector<std::uint64_t> theirs = all_tokens(translation);
  const std::vector<std::uint64_t> our_code = said_by_fences(source, &Evidence::id);
  const std::vector<std::uint64_t> their_code = said_by_fences(translation, &Evidence::id);
  const auto keep = [](std::vector<Evidence>& blocks, const std::vector<std::uint64_t>& others,
                       const std::vector<std::uint64_t>& languages,
                       const std::vector<std::uint64_t>& names) {
    for (Evidence& block : blocks) {
      const bool is_code = block.kind == BlockKind::code;
      if (is_code && !std::binary_search(languages.begin(), languages.end(), block.id))
        block.id = 0;
      if (!std::binary_search(names.begin(), names.end(), block.fence_file)) block.fence_file = 0;
      std::erase_if(block.tokens, [&](std::uint64_t token) {
        const bool is_lost = !std::binary_search(others.begin(), others.end(), token);
        const bool is_kept = block.keeps_latin || (token & kNumberToken) != 0;
        if (is_lost && is_kept && block.opens_item) ++block.lost;
        return is_lost;
      });
    }
  };
  const std::vector<std::uint64_t> our_files = said_by_fences(source, &Evidence::fence_file);
  const std::vector<std::uint64_t> their_files = said_by_fences(translation, &Evidence::fence_file);
  // Where one post has no title, that of the other may be any heading.
  const auto is_title = [](const Evidence& block) { return block.is_title; };
  const bool have_titles = std::any_of(source.begin(), source.end(), is_title) &&
                           std::any_of(translation.begin(), translation.end(), is_title);
  if (!have_titles) {
    for (Evidence& block : source) block.is_title = false;
    for (Evidence& block : translation) block.is_title = false;
  }
  keep(source, theirs, their_code, their_files);
  keep(translation, ours, our_code, our_files);
}

Evidence joined(const Evidence& first, const Evidence& second) {
  Evidence both{.kind = first.kind,
                .container = first.container,
                .level = first.level,
                .length = first.length + second.length,
                .text = first.text ^ (second.text * 31),
                .id = first.id,
                .ordinal = first.ordinal,
                .marks = first.marks + second.marks,
                .codes = first.codes + second.codes,
                .opens_bold = first.opens_bold,
                .leads_on = second.leads_on,
                .opens_item = first.opens_item,
                .may_be_item = first.may_be_item || second.may_be_item,
                .is_last = second.is_last,
                .has_copy = first.has_copy || second.has_copy,
                .is_set_apart = first.is_set_apart || second.is_set_apart,
                .lost = first.lost + second.lost};
  both.tokens.reserve(first.tokens.size() + second.tokens.size());
  std::set_union(first.tokens.begin(), first.tokens.end(), second.tokens.begin(),
                 second.tokens.end(), std::back_inserter(both.tokens));
  std::set_union(first.urls.begin(), first.urls.end(), second.urls.begin(), second.urls.end(),
                 std::back_inserter(both.urls));
  return both;
}

}  // namespace recto
