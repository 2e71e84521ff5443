#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace recto {

/// A half-open range of bytes in a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  /// The length in bytes.
  std::uint32_t size() const { return end - begin; }
  bool is_empty() const { return begin == end; }
  /// Whether `inner` lies inside this span; an empty span lies inside when its place does.
  bool holds(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  /// Whether the two have a byte in common.
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend auto operator<=>(const Span&, const Span&) = default;
};

/// The span of `size` bytes from `begin`; texts are limited to 4 GiB before they get here.
inline Span span_at(std::size_t begin, std::size_t size) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

/// The bytes of `text` at `span`, cut where `text` ends.
inline std::string_view slice(std::string_view text, Span span) {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

}  // namespace recto
