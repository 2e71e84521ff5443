#include "post/nested_fences.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"
#include "post/block_start.h"

namespace recto {
namespace {

/// Whether what a fence says of its code is that it is text, which may hold fences.
bool is_text(std::string_view info) {
  constexpr std::array<std::string_view, 6> kTexts = {"markdown",  "md",   "mdx",
                                                      "plaintext", "text", "txt"};
  const std::string_view language = info.substr(0, info.find_first_of(" {\t"));
  return std::find(kTexts.begin(), kTexts.end(), language) != kTexts.end();
}

struct Fence {
  std::uint32_t place = 0;   // of its marks
  std::uint32_t length = 0;  // in marks
  std::string_view info;
};

/// Whether what stands on a line before a fence are marks of lists and quotes.
bool is_container_mark(std::string_view before) {
  return before.find_first_not_of(" \t->*+.)0123456789") == before.npos;
}

/// The fences of backticks that begin lines of `body`, behind blanks; none where one stands behind
/// the mark of a container or in a comment, which only a reader of all blocks can place.
std::vector<Fence> fences_of(std::string_view text, Span body) {
  constexpr std::string_view kMarks = "```";
  std::vector<Fence> fences;
  const std::string_view read = text.substr(0, body.end);
  std::size_t comment = read.find("<!--", body.begin);
  for (std::size_t at = read.find(kMarks, body.begin); at != read.npos;) {
    while (comment < at) {
      const std::size_t close = read.find("-->", comment);
      if (close > at) return {};
      comment = read.find("<!--", close);
    }
    const std::size_t end = std::min(read.find_first_of("\r\n", at), read.size());
    const std::size_t line = at == 0 ? 0 : read.find_last_of("\r\n", at - 1) + 1;
    const std::string_view before = read.substr(line, at - line);
    const auto length = opening_fence(read.substr(at, end - at));
    const bool begins_line = trimmed(before).empty();
    if (length && !begins_line && is_container_mark(before)) return {};
    if (length && begins_line) {
      fences.push_back({static_cast<std::uint32_t>(at), *length,
                        trimmed(read.substr(at + *length, end - at - *length))});
    }
    at = read.find(kMarks, end);
  }
  return fences;
}

}  // namespace

std::vector<std::uint32_t> inner_fences(std::string_view text, Span body) {
  std::vector<std::uint32_t> inner;
  const Fence* outer = nullptr;
  bool is_inside = false;  // of a fence that `outer` holds
  const std::vector<Fence> fences = fences_of(text, body);
  for (const Fence& fence : fences) {
    if (outer == nullptr) {
      outer = &fence;
    } else if (fence.length < outer->length) {
      continue;
    } else if (!fence.info.empty()) {
      if (is_inside || !is_text(outer->info)) return {};
      is_inside = true;
    } else if (is_inside) {
      inner.push_back(fence.place);
      is_inside = false;
    } else {
      outer = nullptr;
    }
  }
  return outer == nullptr ? inner : std::vector<std::uint32_t>();
}

}  // namespace recto
