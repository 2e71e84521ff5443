#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "base/span.h"

namespace recto {

/// Values as bytes that are kept between runs: numbers below 2^32 as LEB128 (seven bits a byte, the
/// lowest first), since most are small; texts behind their length, spans as begin and length.
class Packer {
 public:
  /// Bytes that are written go on behind `bytes`.
  explicit Packer(std::string bytes = {}) : bytes_(std::move(bytes)) {}

  void number(std::size_t value) {
    auto rest = static_cast<std::uint32_t>(value);
    for (; rest >= 0x80; rest >>= 7U) bytes_ += static_cast<char>(rest | 0x80U);
    bytes_ += static_cast<char>(rest);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void span(Span value) {
    number(value.begin);
    number(value.end - value.begin);
  }
  /// All eight bytes, as they lie in memory: a hash has no small values.
  void hash(std::uint64_t value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what Packer wrote; after bytes that end too early everything is empty.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    const std::uint8_t first = rest_.empty() ? 0x80 : static_cast<std::uint8_t>(rest_.front());
    if (first >= 0x80) return long_number();
    rest_.remove_prefix(1);  // nearly always
    return first;
  }
  /// A number of things that follow, each of at least one byte.
  std::uint32_t count() {
    const std::uint32_t value = number();
    if (value > rest_.size()) fail();
    return is_whole_ ? value : 0;
  }
  /// A text where it lies.
  std::string_view view() {
    const std::uint32_t size = count();
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }
  std::string text() { return std::string(view()); }
  Span span() {
    const std::uint32_t begin = number();
    return {begin, begin + number()};
  }
  std::uint64_t hash() {
    std::uint64_t value = 0;
    if (rest_.size() < sizeof value) {
      fail();
      return 0;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  /// Whether nothing was missing so far.
  bool is_whole() const { return is_whole_; }
  /// Whether nothing is left; so it is where something was missing.
  bool is_at_end() const { return rest_.empty(); }
  /// Whether all was there and has been read.
  bool is_done() const { return is_whole_ && rest_.empty(); }

 private:
  std::uint32_t long_number() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 32; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= (byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
    fail();
    return 0;
  }
  void fail() {
    is_whole_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool is_whole_ = true;
};

}  // namespace recto
