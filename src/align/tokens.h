#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "post/post.h"

namespace recto {

/// The bit of a token that tells one with digits from words.
inline constexpr std::uint64_t kNumberToken = 1;

/// Hashes of what survives the translation of `block`, whose visible text is `text`: numbers, words
/// in Latin script with a capital or a digit, inline code, the last parts of URLs. Sorted,
/// distinct.
std::vector<std::uint64_t> tokens_of(const Post& post, const Block& block, std::string_view text);

/// Hashes of the names of files at the ends of paths in `code`: what it includes or opens. Sorted.
std::vector<std::uint64_t> files_of(std::string_view code);

/// Hashes of the lines of `code` that are long enough to tell it from other code: sorted and
/// distinct.
std::vector<std::uint64_t> lines_of_code(std::string_view code);

/// Hashes of the URLs with a host that the links of `block` lead to: sorted.
std::vector<std::uint64_t> urls_of(const Post& post, const Block& block);

/// How many of the tokens, sorted and distinct, both have.
std::size_t count_common(const std::vector<std::uint64_t>& left,
                         const std::vector<std::uint64_t>& right);

}  // namespace recto
