#include "checks/source_words.h"

#include <array>
#include <cstring>

#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kShortestStem = 4;   // bytes
constexpr std::size_t kLongestWord = 120;  // bytes
constexpr std::array<std::string_view, 14> kEndings = {"s",    "es",    "ed",      "ing", "er",
                                                       "ers",  "e",     "ly",      "ize", "ized",
                                                       "izes", "izing", "ization", "able"};

/// What words that are no shorter than a stem begin with.
std::uint32_t beginning_of(std::string_view word) {
  std::uint32_t beginning = 0;
  std::memcpy(&beginning, word.data(), kShortestStem);
  return beginning;
}

}  // namespace

SourceWords::SourceWords(const Post& source) {
  std::unordered_set<std::string_view> seen;
  const std::string_view text = source.text;
  std::size_t begin = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    const bool is_ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_ascii_letter || (c >= 0x80 && (is_letter(c) || is_mark(c)))) {
      if (end != from) begin = from;
      end = at;
      if (at < text.size()) continue;
    }
    if (end <= begin) continue;
    const std::string_view word = text.substr(begin, end - begin);
    if (seen.insert(word).second) add(word);
    begin = end;
  }
}

void SourceWords::add(std::string_view word) {
  if (word.size() > kLongestWord) return;
  std::string key = folded(word);
  for (const std::string_view ending : kEndings) {
    if (key.size() < kShortestStem + ending.size() || !key.ends_with(ending)) continue;
    const bool is_plural = ending == "s" || ending == "es";
    (is_plural ? words_ : stems_).insert(key.substr(0, key.size() - ending.size()));
  }
  if (key.size() >= kShortestStem) beginnings_.insert(beginning_of(key));
  words_.insert(std::move(key));
}

bool SourceWords::holds(std::string_view word) const {
  return holds_folded(folded(word));
}

bool SourceWords::holds_folded(std::string_view word) const {
  if (words_.contains(word)) return true;
  if (word.size() < kShortestStem || !beginnings_.contains(beginning_of(word))) return false;
  // What is left of a word without its ending takes a short one only: else `rendering` would hide
  // `rendabilité`.
  for (std::size_t size = word.size(); size >= kShortestStem; --size) {
    const std::size_t ending = word.size() - size;
    if (ending > size) break;
    const std::string_view stem = word.substr(0, size);
    if (words_.contains(stem) || (ending <= size / 2 && stems_.contains(stem))) return true;
  }
  return false;
}

}  // namespace recto
