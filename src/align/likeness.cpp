#include "align/likeness.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "align/tokens.h"

// The weights below were chosen by hand and checked on real posts. What a pairing costs as a whole
// stands in the header.

namespace recto {
namespace {

constexpr double kNeutral = 0.55;  // two texts about which nothing is known
constexpr double kTokenWeight = 0.45;
constexpr double kUsualOverlap = 0.5;     // of the tokens of a text and its translation
constexpr double kFewTokens = 3.0;        // fewer than these count less
constexpr double kLengthTolerance = 1.2;  // what half of all good translations stay below
constexpr double kLengthWeight = 0.06;
constexpr double kLengthLimit = 0.22;
constexpr double kCutOffWeight = 0.4;  // of what a last block is too short
constexpr double kMarkWeight = 0.06;   // of each piece that stands out on one side only
constexpr double kLoneMark = 0.03;     // of one piece in items, which are short and alike
constexpr double kLoneCode = 0.1;      // of code and links there
constexpr double kLoneToken = 0.07;    // of each token there that the other one lacks
constexpr std::size_t kMostLoneTokens = 3;
constexpr double kMargin = 0.1;         // above kAlone, at which such tokens end to count
constexpr double kNumberWeight = 0.15;  // of the number that an item is written with
constexpr double kTitleWeight = 0.2;    // of the only heading of the first level
constexpr double kShapeWeight = 0.075;  // of the kinds of blocks in a section
constexpr double kFileWeight = 0.2;     // of the file whose code it is
constexpr double kFilesWeight = 0.15;   // of the files that code names
constexpr double kLinesWeight = 0.2;    // of lines that code has in common
constexpr double kLabelWeight = 0.15;   // of another label of code
constexpr double kLeadWeight = 0.25;    // of the name that an item begins with
constexpr double kPlaceWeight = 0.12;   // of a place in another container
constexpr double kItemWeight = 0.2;     // of a list item and other text that share no token
constexpr double kBoldWeight = 0.05;    // of a beginning in bold
constexpr double kUrlWeight = 0.15;     // of a link to the same page
constexpr std::size_t kUsualMarks = 1;  // that move to a neighbour
constexpr std::size_t kMostMarks = 4;   // that count
constexpr double kUsualLength = 150;    // code points for which the usual ratio speaks
constexpr double kLeastRatio = 0.7;     // of the usual one; what is beyond was lost or added
constexpr double kMostRatio = 1.4;
constexpr double kCopyWeight = 0.2;    // of a text whose copy stands elsewhere
constexpr double kCopiesWeight = 0.2;  // of such texts in two sections
constexpr double kLengthSlack = 8;     // code points; more or less says nothing about a short text

double overlap(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right) {
  if (left.empty() || right.empty()) return 0;
  return static_cast<double>(count_common(left, right)) /
         static_cast<double>(std::min(left.size(), right.size()));
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

/// What where two blocks stand says of them: in a list or a quote, and with which number.
double place_evidence(const Evidence& source, const Evidence& translation) {
  double value = 0;
  const bool is_placed_alike =
      source.container == translation.container && source.opens_item == translation.opens_item;
  if (!is_placed_alike) value -= kPlaceWeight;
  const bool is_one_an_item =
      source.may_be_item != translation.may_be_item && source.opens_item != translation.opens_item;
  const bool has_tokens = !source.tokens.empty() || !translation.tokens.empty();
  if (is_one_an_item && has_tokens && overlap(source.tokens, translation.tokens) == 0) {
    value -= kItemWeight;
  }
  // In a list that leaves numbers out, those that are there are as in the source.
  const bool are_counted = source.number && translation.number;
  if (are_counted && (source.leaves_out || translation.leaves_out)) {
    value += source.number == translation.number ? kNumberWeight : -kNumberWeight;
  }
  return value;
}

/// What speaks against two items: tokens of one where the other has none at all, or such as a
/// translation keeps and the other's post has nowhere.
double lone_tokens(const Evidence& source, const Evidence& translation) {
  if (!source.opens_item || !translation.opens_item) return 0;
  const bool is_one_bare = source.tokens.empty() || translation.tokens.empty();
  const std::size_t more = std::max(source.tokens.size(), translation.tokens.size());
  const std::size_t count = source.lost + translation.lost + (is_one_bare ? more : 0);
  return kLoneToken * static_cast<double>(std::min(count, kMostLoneTokens));
}

/// What the pieces of two texts say that stand out: in bold or code, links and images.
double mark_evidence(const Evidence& source, const Evidence& translation) {
  double value = 0;
  if (source.opens_bold != translation.opens_bold) value -= kBoldWeight;
  const auto [fewer, more] = std::minmax(source.marks, translation.marks);
  const bool are_items = source.opens_item && translation.opens_item;
  if (are_items && source.codes != translation.codes) {
    value -= kLoneCode;
  } else if (are_items && more - fewer == kUsualMarks) {
    value -= kLoneMark;
  }
  if (more - fewer > kUsualMarks) {
    value -= kMarkWeight * static_cast<double>(std::min(more - fewer, kMostMarks) - kUsualMarks);
  }
  // A list of names, of which each says what it is for.
  if (source.lead != 0 && source.lead == translation.lead) value += kLeadWeight;
  return value;
}

/// What the fences of two codes say of them, and the files that they name.
double code_evidence(const Evidence& source, const Evidence& translation) {
  double value = 0;
  // A translated label is in no other place; what is labelled like other code is other code.
  if (translation.id != 0 && source.id != translation.id) value -= kLabelWeight;
  if (source.fence_file != 0 && translation.fence_file != 0) {
    value += source.fence_file == translation.fence_file ? kFileWeight : -kFileWeight;
  }
  if (!source.files.empty() && !translation.files.empty()) {
    value += overlap(source.files, translation.files) > 0 ? kFilesWeight : -kFilesWeight;
  }
  value += kLinesWeight * overlap(source.lines, translation.lines);
  return value;
}

/// What the kinds of the blocks under two headings say, from -kShapeWeight to kShapeWeight; nothing
/// where one of them has none.
double shape_evidence(const std::vector<int>& source, const std::vector<int>& translation) {
  if (source.empty() || translation.empty()) return 0;
  std::vector<int> common;
  std::set_intersection(source.begin(), source.end(), translation.begin(), translation.end(),
                        std::back_inserter(common));
  const std::size_t all = source.size() + translation.size() - common.size();
  return kShapeWeight * (2 * static_cast<double>(common.size()) / static_cast<double>(all) - 1);
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
  return std::clamp(ratio, kLeastRatio * usual, kMostRatio * usual);
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
  if (source.has_copy || translation.has_copy) value -= kCopyWeight;
  const bool may_stay = source.kind == BlockKind::code || source.kind == BlockKind::html;
  const double penalty = length_penalty(source, translation, ratio);
  // Code keeps its length, unless it is made of sentences.
  value -= may_stay ? std::min(penalty, length_penalty(source, translation, 1.0)) : penalty;
  value += place_evidence(source, translation) + mark_evidence(source, translation);
  if (overlap(source.urls, translation.urls) > 0) value += kUrlWeight;
  if (source.kind == BlockKind::code) value += code_evidence(source, translation);
  // Such tokens tell which of several items it is, and not that it is none.
  value = std::max(value - lone_tokens(source, translation), std::min(value, kAlone + kMargin));
  return std::clamp(value, 0.01, 0.99);
}

double heading_likeness(const Evidence& source, const Section& source_section,
                        const Evidence& translation, const Section& translation_section,
                        double ratio) {
  double value = 0.5;
  if (source.id != 0 && translation.id != 0) value += source.id == translation.id ? 0.5 : -0.1;
  if (source.ordinal && translation.ordinal) {
    value += *source.ordinal == *translation.ordinal ? 0.15 : -0.25;
  } else if (source.ordinal || translation.ordinal) {
    value -= 0.05;
  }
  value += source.level == translation.level ? 0.08 : -0.12;
  if (source.is_title || translation.is_title) {
    value += source.is_title == translation.is_title ? kTitleWeight : -kTitleWeight;
  }
  if (source.text == translation.text) value += 0.25;
  value += 0.8 * token_evidence(source.tokens, translation.tokens);
  value += 0.25 * token_evidence(source_section.opening, translation_section.opening);
  value += 0.35 * token_evidence(source_section.tokens, translation_section.tokens);
  value += shape_evidence(source_section.shape, translation_section.shape);
  if (!source_section.copies.empty() && !translation_section.copies.empty()) {
    value += kCopiesWeight * (2 * overlap(source_section.copies, translation_section.copies) - 1);
  }
  // A section that was cut short keeps its heading.
  value -= 0.3 * length_penalty(source_section.length, translation_section.length, ratio);
  value -= 0.6 * length_penalty(source.length, translation.length, ratio);
  return std::clamp(value, 0.01, 1.0);
}

}  // namespace recto
