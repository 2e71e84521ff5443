#include "checks/translator_note.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kLookBack = 2000;  // bytes of a block before a place

/// Folded, without blanks.
constexpr std::array<std::string_view, 24> kBeginnings = {
    "译者注",         "译注",       "译者按",
    "譯者註",         "譯註",       "譯者注",
    "訳注",           "訳者注",     "訳者註",
    "역주",           "역자주",     "옮긴이",
    "n.d.t",          "ndt:",       "notedutraducteur",
    "n.delt",         "n.t.",       "notadeltraductor",
    "notadotradutor", "прим.пер",   "примечаниепереводчика",
    "anm.d.ü",        "przyp.tłum", "translator'snote"};

std::string letters_of(std::string_view text) {
  constexpr std::size_t kLongest = 80;  // bytes, more than any beginning takes
  std::string result;
  for (std::size_t at = 0; at < text.size() && at < kLongest;) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_mark = result.empty() && !is_letter(c);  // `> **`, `（`
    if (!is_space(c) && !is_mark) result += text.substr(begin, at - begin);
  }
  return folded(result);
}

}  // namespace

bool begins_translator_note(std::string_view text) {
  const std::string letters = letters_of(text);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return letters.starts_with(beginning); });
}

bool is_in_translator_note(const Post& post, const Block& block, Span place) {
  const std::size_t from =
      place.begin - std::min<std::size_t>(kLookBack, place.begin - block.span.begin);
  std::string_view before = slice(post.text, {static_cast<std::uint32_t>(from), place.begin});
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBrackets = {
      {{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}}};
  return std::any_of(kBrackets.begin(), kBrackets.end(), [&](const auto& bracket) {
    const std::size_t at = before.rfind(bracket.first);
    return at != std::string_view::npos && before.find(bracket.second, at) == before.npos &&
           begins_translator_note(std::string_view(post.text).substr(from + at));
  });
}

}  // namespace recto::checks
