#pragma once

#include <string>
#include <string_view>
#include <vector>

// A list of accepted words is a text with one word a line; `#` begins a comment.

namespace recto {

/// The words of a list, in NFC.
std::vector<std::string> words_of_list(std::string_view text);

/// The list with `words` that it lacks, sorted by code point. Comments stay: those at the head of a
/// group (groups are parted by empty lines) at its head, others above or behind their word. New
/// words join the last group.
std::string with_words(std::string_view text, const std::vector<std::string>& words);

}  // namespace recto
