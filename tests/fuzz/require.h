#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/span.h"

// What every target of the fuzzer needs.

/// The function that libFuzzer, or driver.cpp, calls with each input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace recto::fuzzing {

/// Stops the program, saying what is wrong, unless `is_right`; in every build.
inline void require(bool is_right, std::string_view what) {
  if (is_right) return;
  std::fprintf(stderr, "wrong: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

/// `span` lies in `text` and on borders of its code points.
inline void require_place(std::string_view text, Span span, std::string_view what) {
  require(span.begin <= span.end && span.end <= text.size(), std::string(what) + " is in the text");
  for (const std::uint32_t border : {span.begin, span.end}) {
    const bool is_inside = border < text.size() && (text[border] & '\xC0') == '\x80';
    require(!is_inside, std::string(what) + " does not cut a character");
  }
}

/// The input as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace recto::fuzzing
