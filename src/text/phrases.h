#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace recto {

/// Phrases that are looked for in one pass over a text, however many they are (Aho and Corasick,
/// 1975). Compares bytes; immutable, so that threads may share it.
class Phrases {
 public:
  struct Place {
    std::size_t phrase = 0;  // index into what the automaton was made of
    Span span;

    friend bool operator==(const Place&, const Place&) = default;
  };

  Phrases() = default;
  /// Empty phrases are never found.
  explicit Phrases(const std::vector<std::string>& phrases);

  /// Every place of every phrase, overlapping ones too, in the order of their ends.
  std::vector<Place> places(std::string_view text) const;

 private:
  /// A prefix of phrases. The children of a state are neighbours, sorted by their byte.
  struct State {
    std::uint32_t first_child = 0;
    std::uint32_t fallback = 0;   // the longest proper suffix that is a prefix of a phrase, too
    std::uint32_t shorter = 0;    // the next fallback at which a phrase ends; 0 for none
    std::uint32_t first_end = 0;  // the phrases that end here, in order_
    std::uint32_t ends = 0;
    std::uint16_t children = 0;
    unsigned char byte = 0;
  };

  std::uint32_t child(std::uint32_t state, unsigned char byte) const;
  std::uint32_t next(std::uint32_t state, unsigned char byte) const;
  void add_child(std::uint32_t parent, unsigned char byte, std::uint32_t first_end);

  std::vector<State> states_;                   // breadth first; the root is the first
  std::vector<std::uint32_t> order_;            // the phrases, sorted
  std::vector<std::uint32_t> sizes_;            // of the phrases
  std::array<std::uint32_t, 256> from_root_{};  // most bytes of a text begin no phrase
};

}  // namespace recto
