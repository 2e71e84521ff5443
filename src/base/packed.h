#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "base/span.h"

namespace recto {

/// Values as bytes that are kept between runs: numbers as 32 bits, texts behind their length.
class Packer {
 public:
  void number(std::size_t value) {
    const auto narrow = static_cast<std::uint32_t>(value);
    bytes_.append(reinterpret_cast<const char*>(&narrow), sizeof narrow);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void span(Span value) {
    number(value.begin);
    number(value.end);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what Packer wrote; after bytes that end too early everything is empty.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    if (rest_.size() < sizeof value) {
      fail();
      return 0;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  /// A number of things that follow, each of at least one byte.
  std::uint32_t count() {
    const std::uint32_t value = number();
    if (value > rest_.size()) fail();
    return is_whole_ ? value : 0;
  }
  std::string text() {
    const std::uint32_t size = count();
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  Span span() {
    const std::uint32_t begin = number();
    return {begin, number()};
  }
  bool is_done() const { return is_whole_ && rest_.empty(); }

 private:
  void fail() {
    is_whole_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool is_whole_ = true;
};

}  // namespace recto
