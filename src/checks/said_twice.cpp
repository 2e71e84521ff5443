#include "checks/said_twice.h"

#include <string_view>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kShortest = 20;  // code points
constexpr std::size_t kShortestHan = 6;

/// First bytes of what may end a sentence.
constexpr ByteSet kMayEnd(".!?\xE3\xEF");

/// Whether `c` ends a sentence wherever it stands; `.` does so before a blank.
bool ends_sentence(char32_t c) {
  return c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F';
}

/// Whether nobody says `sentence` twice on purpose: songs and speeches do so with short ones, and
/// with calls.
bool is_telling(std::string_view sentence) {
  if (sentence.empty()) return false;
  std::size_t end = sentence.size();
  const char32_t last = previous_code_point(sentence, end);
  if (last != U'.' && last != U'\u3002') return false;
  return count_code_points(sentence) >= (last == U'.' ? kShortest : kShortestHan);
}

/// The sentences of `text`, each with the blanks before it.
std::vector<Span> sentences_of(std::string_view text, Span part) {
  std::vector<Span> sentences;
  std::size_t begin = part.begin;
  text = text.substr(0, part.end);
  for (std::size_t at = part.begin; (at = kMayEnd.find_in(text, at)) < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool is_point = c == U'.' || c == U'!' || c == U'?';
    if (!ends_sentence(c) && !(is_point && (at >= part.end || is_gap(text[at])))) continue;
    sentences.push_back(span_at(begin, at - begin));
    begin = at;
  }
  return sentences;
}

}  // namespace

std::size_t sentences_in(const Post& post, const Block& block) {
  return sentences_of(post.text, block.content).size();
}

std::vector<Span> said_twice(const Post& post, const Block& block) {
  if (block.kind != BlockKind::paragraph) return {};
  std::vector<Span> again;
  std::string_view before;
  for (const Span sentence : sentences_of(post.text, block.content)) {
    const std::string_view text = trimmed(slice(post, sentence));
    if (text == before && is_telling(text)) again.push_back(sentence);
    before = text;
  }
  return again;
}

}  // namespace recto::checks
