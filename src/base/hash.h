#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace recto {

/// FNV-1a, 64 bits (Fowler, Noll, Vo): the same on every machine, so that it may be kept in files.
/// For words and lines.
std::uint64_t hash_of(std::string_view text);

/// MurmurHash64A (Appleby, 2008), eight bytes a step: for whole files.
std::uint64_t content_hash(std::string_view bytes, std::uint64_t seed = 0);

/// For containers of texts that are asked with views.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return content_hash(text);  // half as long as the standard library's for a word
  }
};

}  // namespace recto
