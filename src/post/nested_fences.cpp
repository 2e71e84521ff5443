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
  constexpr std::array<std::string_view, 6> kTexts = {"",    "markdown",  "md",
                                                      "mdx", "plaintext", "text"};
  const std::string_view language = info.substr(0, info.find_first_of(" {\t"));
  return std::find(kTexts.begin(), kTexts.end(), language) != kTexts.end();
}

struct Fence {
  std::uint32_t place = 0;   // of its marks
  std::uint32_t length = 0;  // in marks
  std::string_view info;
};

/// The fences of backticks that begin lines of `body`, behind blanks.
std::vector<Fence> fences_of(std::string_view text, Span body) {
  constexpr std::string_view kMarks = "```";
  std::vector<Fence> fences;
  const std::string_view read = text.substr(0, body.end);
  for (std::size_t at = read.find(kMarks, body.begin); at != read.npos;) {
    const std::size_t end = std::min(read.find_first_of("\r\n", at), read.size());
    const std::size_t blank = read.substr(0, at).find_last_not_of(" \t");
    const bool begins_line = at == body.begin || blank == read.npos || read[blank] == '\n';
    const auto length = begins_line ? opening_fence(read.substr(at, end - at)) : std::nullopt;
    if (length) {
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
