#include "text/excerpt.h"

#include <algorithm>

#include "text/unicode.h"

namespace recto {

std::string short_quote(std::string_view text, std::size_t limit) {
  std::string result;
  std::size_t count = 0;
  bool pending_blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      pending_blank = !result.empty();
      continue;
    }
    if (pending_blank) {
      result += ' ';
      ++count;
    }
    pending_blank = false;
    if (count >= limit) return result + "...";
    append_utf8(result, c);
    ++count;
  }
  return result;
}

std::string collapsed(std::string_view text) {
  return short_quote(text, text.size());
}

std::pair<std::string, std::string> short_quotes(std::string_view left, std::string_view right) {
  constexpr std::size_t kBefore = 40;  // bytes that both have in common
  const auto [different, other] =
      std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  const auto common = static_cast<std::size_t>(different - left.begin());
  if (common <= kBefore) return {short_quote(left), short_quote(right)};
  // No blank in so much text: a language without them, or one long word.
  std::size_t begin = left.find_first_of(" \t\r\n", common - kBefore);
  if (begin >= common) begin = common - kBefore;
  while (begin > 0 && (static_cast<unsigned char>(left[begin]) & 0xC0) == 0x80) --begin;
  return {"..." + short_quote(left.substr(begin)), "..." + short_quote(right.substr(begin))};
}

}  // namespace recto
