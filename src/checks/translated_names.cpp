#include "checks/translated_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/ascii.h"

namespace recto::checks {
namespace {

/// Whether it is `{name}` or `<name>`, and no tag that programs know.
bool is_name(std::string_view text) {
  constexpr std::array<std::string_view, 7> kTags = {"<br>",  "<hr>",    "<img>", "<kbd>",
                                                     "<wbr>", "<input>", "<p>"};
  const bool is_in_brackets = (text.starts_with('{') && text.ends_with('}')) ||
                              (text.starts_with('<') && text.ends_with('>') &&
                               std::find(kTags.begin(), kTags.end(), text) == kTags.end());
  return is_in_brackets && text.size() > 2 &&
         std::all_of(text.begin() + 1, text.end() - 1, [](char c) {
           return (c >= 'a' && c <= 'z') || c == '_' || c == '-' || c == ' ';
         });
}

}  // namespace

bool TranslatedNames::take(const Placeholder& placeholder, std::size_t match) {
  const std::string_view name = slice(subject_.source, placeholder.span);
  const char open = name.front();
  if (!is_name(name)) return false;
  const auto [known, is_new] = left_.try_emplace({match, open});
  if (is_new) known->second = names_in(subject_.alignment[match].translation, open);
  return known->second > 0 && known->second-- > 0;
}

std::size_t TranslatedNames::names_in(const Run& run, char open) const {
  constexpr std::size_t kLongest = 100;  // bytes
  const char close = open == '{' ? '}' : '>';
  std::size_t count = 0;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    const std::string_view text = slice(subject_.translation, subject_.translation.blocks[i].span);
    for (auto at = text.find(open); at != text.npos; at = text.find(open, at + 1)) {
      const std::string_view inside = text.substr(at + 1, kLongest);
      const std::size_t end = inside.find_first_of(std::string{open, close});
      const bool is_closed = end != inside.npos && inside[end] == close;
      if (is_closed && !is_ascii(inside.substr(0, end))) ++count;
    }
  }
  return count;
}

}  // namespace recto::checks
