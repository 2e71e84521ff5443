#include "align/likeness.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "align/tokens.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "text/unicode.h"

// The weights below were chosen by hand and checked on real posts. What a pairing costs as a whole
// stands in the header.

namespace recto {
namespace {

constexpr double kNeutral = 0.55;  // two texts about which nothing is known
constexpr double kTokenWeight = 0.45;
constexpr double kUsualOverlap = 0.4;     // of the tokens of a text and its translation
constexpr double kFewTokens = 3.0;        // fewer than these count less
constexpr double kLengthTolerance = 1.2;  // what half of all good translations stay below
constexpr double kLengthWeight = 0.06;
constexpr double kLengthLimit = 0.22;
constexpr double kCutOffWeight = 0.4;   // of what a last block is too short
constexpr double kMarkWeight = 0.06;    // of each piece that stands out on one side only
constexpr double kLoneMark = 0.03;      // of one piece in items, which are short and alike
constexpr double kNumberWeight = 0.15;  // of the number that an item is written with
constexpr double kTitleWeight = 0.2;    // of the only heading of the first level
constexpr double kFileWeight = 0.2;     // of the file whose code it is
constexpr std::size_t kUsualMarks = 1;  // that move to a neighbour
constexpr std::size_t kMostMarks = 4;   // that count
constexpr double kUsualLength = 150;    // code points for which the usual ratio speaks
constexpr double kLengthSlack = 8;      // code points; more or less says nothing about a short text

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

double overlap(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    if (left[i] == right[j]) {
      ++common;
      ++i;
      ++j;
    } else if (left[i] < right[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return static_cast<double>(common) / static_cast<double>(std::min(left.size(), right.size()));
}

/// What common tokens say, from -kTokenWeight to kTokenWeight.
double token_evidence(const std::vector<std::uint64_t>& source,
                      const std::vector<std::uint64_t>& translation) {
  const auto fewer = static_cast<double>(std::min(source.size(), translation.size()));
  if (fewer == 0) {
    const std::size_t more = std::max(source.size(), translation.size());
    return more >= 3 ? -0.1 : 0.0;
  }
  const double confidence = std::min(1.0, fewer / kFewTokens);
  return kTokenWeight * (overlap(source, translation) - kUsualOverlap) * confidence / 0.6;
}

/// The difference between the lengths, as Gale and Church (1993) measure it: it grows with the root
/// of the length.
double length_penalty(std::size_t source, std::size_t translation, double ratio) {
  const double expected = static_cast<double>(source) * ratio;
  const double difference =
      std::abs(static_cast<double>(translation) - expected) / std::sqrt(expected + kLengthSlack);
  return std::min(kLengthLimit, kLengthWeight * std::max(0.0, difference - kLengthTolerance));
}

/// The same of two blocks.
double length_penalty(const Evidence& source, const Evidence& translation, double ratio) {
  const double penalty = length_penalty(source.length, translation.length, ratio);
  const bool is_shorter =
      static_cast<double>(translation.length) < ratio * static_cast<double>(source.length);
  return translation.is_last && is_shorter ? kCutOffWeight * penalty : penalty;
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

/// How many pieces of `block` stand out or lead somewhere, as those of its translation do.
std::size_t marks_in(const Block& block) {
  const auto is_mark = [](const Inline& piece) {
    return piece.kind == InlineKind::code || piece.kind == InlineKind::link ||
           piece.kind == InlineKind::image ||
           (piece.kind == InlineKind::emphasis && piece.strength == 2);
  };
  return static_cast<std::size_t>(
      std::count_if(block.inlines.begin(), block.inlines.end(), is_mark));
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

bool can_match(const Evidence& source, const Evidence& translation) {
  if (source.kind == translation.kind) return true;
  const auto is_paragraph_like = [](const Evidence& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::image;
  };
  const auto is_html = [](const Evidence& block) {
    return block.kind == BlockKind::html || block.is_only_tags;
  };
  return (is_paragraph_like(source) && is_paragraph_like(translation)) ||
         (is_html(source) && is_html(translation));
}

}  // namespace

double usual_length_ratio(const Locale& source, const Locale& translation) {
  const auto density = [](const Locale& locale) {
    if (locale.language == "zh" || locale.language == "ja") return 0.45;
    return locale.language == "ko" ? 0.55 : 1.1;
  };
  const auto of_english = [&](const Locale& locale) {
    return locale.language == "en" ? 1.0 : density(locale);
  };
  return of_english(translation) / of_english(source);
}

double length_ratio(double source, double translation, double usual) {
  const double ratio = (translation + kUsualLength * usual) / (source + kUsualLength);
  return std::clamp(ratio, 0.2, 3.0);
}

double likeness(const Evidence& source, const Evidence& translation, double ratio) {
  if (source.is_set_apart || translation.is_set_apart) return 0;
  if (!can_match(source, translation)) return 0;
  if (source.kind == BlockKind::divider) return 1;
  // Most directives have no text that a reader sees.
  if (source.kind == BlockKind::directive) return source.id == translation.id ? 0.8 : 0.45;
  // What has no text, an address or a picture, is known by where it leads.
  const bool is_known =
      source.length > 0 || source.is_only_tags || source.tokens == translation.tokens;
  const bool is_same = source.text == translation.text && is_known;
  if (is_same) return 1;
  const bool is_html = source.kind == BlockKind::html || translation.kind == BlockKind::html;
  if (is_html && source.kind != translation.kind) return kNeutral;
  double value = kNeutral + token_evidence(source.tokens, translation.tokens);
  const bool is_code = source.kind == BlockKind::code;
  const bool may_stay = is_code || source.kind == BlockKind::html;
  const double penalty = length_penalty(source, translation, ratio);
  // Code keeps its length, unless it is made of sentences.
  value -= may_stay ? std::min(penalty, length_penalty(source, translation, 1.0)) : penalty;
  const bool is_placed_alike =
      source.container == translation.container && source.opens_item == translation.opens_item;
  if (!is_placed_alike) value -= 0.12;
  if (source.opens_bold != translation.opens_bold) value -= 0.05;
  const auto [fewer, more] = std::minmax(source.marks, translation.marks);
  const bool are_items = source.opens_item && translation.opens_item;
  if (are_items && more - fewer == kUsualMarks) value -= kLoneMark;
  if (more - fewer > kUsualMarks) {
    value -= kMarkWeight * static_cast<double>(std::min(more - fewer, kMostMarks) - kUsualMarks);
  }
  // In a list that leaves numbers out, those that are there are as in the source.
  const bool are_counted = source.number && translation.number;
  if (are_counted && (source.leaves_out || translation.leaves_out)) {
    value += source.number == translation.number ? kNumberWeight : -kNumberWeight;
  }
  // A list of names, of which each says what it is for.
  if (source.lead != 0 && source.lead == translation.lead) value += 0.25;
  // A translated label is in no other place; what is labelled like other code is other code.
  if (is_code && translation.id != 0 && source.id != translation.id) value -= 0.15;
  if (source.fence_file != 0 && translation.fence_file != 0) {
    value += source.fence_file == translation.fence_file ? kFileWeight : -kFileWeight;
  }
  if (!source.files.empty() && !translation.files.empty()) {
    value += overlap(source.files, translation.files) > 0 ? 0.15 : -0.15;
  }
  return std::clamp(value, 0.01, 0.99);
}

double heading_likeness(const Evidence& source, const Section& source_section,
                        const Evidence& translation, const Section& translation_section,
                        double ratio) {
  double value = 0.5;
  if (source.id != 0 && translation.id != 0) value += source.id == translation.id ? 0.5 : -0.2;
  if (source.ordinal && translation.ordinal) {
    value += *source.ordinal == *translation.ordinal ? 0.15 : -0.1;
  } else if (source.ordinal || translation.ordinal) {
    value -= 0.05;
  }
  value += source.level == translation.level ? 0.08 : -0.06;
  if (source.is_title != translation.is_title) value -= kTitleWeight;
  if (source.text == translation.text) value += 0.25;
  value += 0.5 * token_evidence(source.tokens, translation.tokens);
  value += 0.35 * token_evidence(source_section.opening, translation_section.opening);
  value += 0.5 * token_evidence(source_section.tokens, translation_section.tokens);
  // A section that was cut short keeps its heading.
  value -= 0.4 * length_penalty(source_section.length, translation_section.length, ratio);
  value -= 0.4 * length_penalty(source.length, translation.length, ratio);
  return std::clamp(value, 0.01, 1.0);
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
                .opens_bold = first.opens_bold,
                .opens_item = first.opens_item,
                .is_last = second.is_last,
                .is_set_apart = first.is_set_apart || second.is_set_apart};
  both.tokens.reserve(first.tokens.size() + second.tokens.size());
  std::set_union(first.tokens.begin(), first.tokens.end(), second.tokens.begin(),
                 second.tokens.end(), std::back_inserter(both.tokens));
  return both;
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
        return !std::binary_search(others.begin(), others.end(), token);
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

std::vector<Section> sections_of(const Post& post, const std::vector<Evidence>& evidence) {
  std::vector<Section> sections;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    if (evidence[i].is_set_apart) continue;
    if (evidence[i].kind == BlockKind::heading) {
      if (!sections.empty()) sections.back().end = i;
      sections.push_back({.heading = i, .end = post.blocks.size()});
    } else if (!sections.empty()) {
      Section& section = sections.back();
      if (i == section.heading + 1) section.opening = evidence[i].tokens;
      section.length += evidence[i].length;
      section.tokens.insert(section.tokens.end(), evidence[i].tokens.begin(),
                            evidence[i].tokens.end());
    }
  }
  for (Section& section : sections) {
    std::sort(section.tokens.begin(), section.tokens.end());
    const auto end = std::unique(section.tokens.begin(), section.tokens.end());
    section.tokens.erase(end, section.tokens.end());
  }
  return sections;
}

namespace {

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
    evidence.marks = marks_in(block);
    evidence.opens_bold = !block.inlines.empty() &&
                          block.inlines.front().kind == InlineKind::emphasis &&
                          block.inlines.front().strength == 2;
    evidence.opens_item = opens_item(post, i);
    if (evidence.opens_item || block.kind == BlockKind::row) evidence.lead = lead_of(text);
    if (evidence.opens_item) evidence.number = item_of(post, block)->number;
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
      const std::string_view file = file_of_fence(slice(post, block.info));
      if (!file.empty()) evidence.fence_file = hash_of(file);
    }
    result.push_back(std::move(evidence));
  }
  if (!result.empty()) result.back().is_last = true;
  note_title(result);
  note_lists_that_leave_out(post, result);
  return result;
}

}  // namespace recto
