#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recto {

/// The code points of `text`; of what is no UTF-8, something for each lead byte.
std::u32string code_points(std::string_view text);

/// The number of insertions, deletions, substitutions and swaps of neighbouring code points
/// that turn one word into the other (optimal string alignment); stops at `limit` + 1.
std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit);

/// The candidate nearest to `word`, for "did you mean"; none when all differ by more than a third.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

/// `; did you mean `X`?` with the candidate nearest to `word`, else `otherwise`.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         const std::string& otherwise = "");

/// The share of common character bigrams of two texts, 0 to 1 (Sørensen-Dice coefficient).
double resemblance(std::string_view left, std::string_view right);

}  // namespace recto
