#include "checks/code_slips.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "post/line_codes.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Where the run of letters, digits, `_` and `$` ends that begins at `at`; `at` itself without one.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t behind = at;
    const char32_t c = next_code_point(text, behind);
    if (!is_letter(c) && !is_mark(c) && !digit_value(c) && c != '_' && c != '$') break;
    at = behind;
  }
  return at;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_word(text, at);
    if (end > at)
      words.push_back(text.substr(at, end - at));
    else
      next_code_point(text, at);
    at = std::max(at, end);
  }
  return words;
}

/// What of `text` no typist mistakes: numbers and operators, in order.
std::string signs_of(std::string_view text) {
  constexpr std::string_view kOperators = "<>=!&|+*%^~?";
  std::string signs;
  std::copy_if(text.begin(), text.end(), std::back_inserter(signs),
               [&](char c) { return is_ascii_digit(c) || kOperators.find(c) != kOperators.npos; });
  return signs;
}

/// Whether `text` is a text of the example, a word and what it says: `Price: 10`.
bool is_labelled(std::string_view text) {
  const std::size_t colon = text.find(": ");
  return colon != text.npos && colon > 0 && is_ascii_letter(text[colon - 1]);
}

bool has_latin(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (script_of(next_code_point(word, at)) == Script::latin) return true;
  }
  return false;
}

/// Whether `theirs`, a word, is `ours` but for a letter or two, or a word in letters that code has
/// none of.
bool is_slip_of_word(std::string_view ours, std::string_view theirs) {
  constexpr std::size_t kShortest = 4;
  if (is_ascii(ours) && !has_latin(theirs)) return true;
  const std::size_t limit = std::clamp<std::size_t>(ours.size() / 5, 1, 2);
  return ours.size() >= kShortest && edit_distance(ours, theirs, limit) <= limit;
}

}  // namespace

CodeSlips::CodeSlips(const Subject& subject)
    : locale_(subject.translation.locale),
      source_(counts_of(subject.source)),
      translation_(counts_of(subject.translation)) {
  for (const std::string_view code : line_codes(subject.translation)) ++codes_[code];
}

CodeSlips::Counts CodeSlips::counts_of(const Post& post) {
  Counts counts;
  const auto add = [&](std::string_view code) {
    for (const std::string_view word : words_of(code)) ++counts[word];
  };
  for (const std::string_view code : line_codes(post)) add(code);
  for (const Block& block : post.blocks) {
    if (block.kind == BlockKind::code) add(slice(post, block.span));
  }
  return counts;
}

/// Whether a part of `word` is the language or the region of the translation: `config_fr`.
bool CodeSlips::is_locale(std::string_view word) const {
  const auto is_same = [](std::string_view part, std::string_view tag) {
    return std::equal(part.begin(), part.end(), tag.begin(), tag.end(), [](char left, char right) {
      return ascii_lower(left) == ascii_lower(right);
    });
  };
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t end = std::min(word.find('_', begin), word.size());
    const std::string_view part = word.substr(begin, end - begin);
    if (is_same(part, locale_.language) || (!part.empty() && is_same(part, locale_.region))) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

bool CodeSlips::can_mend(std::string_view ours, std::string_view theirs) const {
  if (signs_of(ours) != signs_of(theirs) || is_labelled(ours)) return false;
  const std::vector<std::string_view> left = words_of(ours);
  const std::vector<std::string_view> right = words_of(theirs);
  if (left.empty() || left.size() != right.size()) return false;
  std::size_t slips = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    if (++slips > 1 || !is_slip_of_word(left[i], right[i]) || is_locale(right[i]) ||
        source_.contains(right[i]) || stands_elsewhere(right[i], theirs)) {
      return false;
    }
  }
  return true;
}

bool CodeSlips::may_be_of_source(std::string_view ours, std::string_view theirs) const {
  const std::vector<std::string_view> left = words_of(ours);
  const std::vector<std::string_view> right = words_of(theirs);
  if (left.size() != right.size()) return false;
  std::size_t slips = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    const auto uses = source_.find(left[i]);
    const bool is_odd = uses == source_.end() || uses->second <= 1;
    const bool is_slip =
        signs_of(left[i]) == signs_of(right[i]) && is_slip_of_word(left[i], right[i]);
    const auto others = source_.find(right[i]);
    const bool is_usual = others != source_.end() && others->second > 1;
    if (++slips > 1 || !is_odd || !is_slip || !is_usual) return false;
  }
  return slips == 1;
}

/// Whether the translation's code has `word` in more places than the codes in lines that are
/// `code`, which are all mended alike.
bool CodeSlips::stands_elsewhere(std::string_view word, std::string_view code) const {
  const auto uses = translation_.find(word);
  const auto same = codes_.find(code);
  return uses != translation_.end() && uses->second > (same == codes_.end() ? 1 : same->second);
}

}  // namespace recto::checks
