#include "base/hash.h"

#include <cstring>

namespace recto {

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

std::uint64_t content_hash(std::string_view bytes, std::uint64_t seed) {
  constexpr std::uint64_t kMultiplier = 0xC6A4A7935BD1E995ULL;
  constexpr unsigned kShift = 47;
  const auto mixed = [](std::uint64_t word) {
    word *= kMultiplier;
    word ^= word >> kShift;
    return word * kMultiplier;
  };
  std::uint64_t hash = seed ^ (bytes.size() * kMultiplier);
  while (bytes.size() >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    hash = (hash ^ mixed(word)) * kMultiplier;
    bytes.remove_prefix(sizeof word);
  }
  if (!bytes.empty()) {  // an empty view may point nowhere
    std::uint64_t rest = 0;
    std::memcpy(&rest, bytes.data(), bytes.size());
    hash = (hash ^ rest) * kMultiplier;
  }
  hash ^= hash >> kShift;
  hash *= kMultiplier;
  return hash ^ (hash >> kShift);
}

}  // namespace recto
