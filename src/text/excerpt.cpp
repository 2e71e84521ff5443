#include "text/excerpt.h"

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

}  // namespace recto
