#include "checks/blanks_in_code.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace recto::checks {
namespace {

constexpr std::string_view kNoBreak = "\u00A0";
constexpr std::string_view kNarrowNoBreak = "\u202F";

/// The lines of code of `post`, in blocks and within lines.
template <typename Use>
void for_each_code(const Post& post, const Use& use) {
  for (const Block& block : post.blocks) {
    if (block.kind == BlockKind::code) {
      for (const Span line : block.lines) use(line);
    }
    for (const Inline& piece : block.inlines) {
      if (piece.kind == InlineKind::code) use(piece.content);
    }
  }
}

/// The no-break spaces in `code`.
std::vector<Span> blanks_in(const Post& post, Span code) {
  std::vector<Span> blanks;
  const std::string_view text = slice(post, code);
  for (const std::string_view blank : {kNoBreak, kNarrowNoBreak}) {
    for (std::size_t at = text.find(blank); at != text.npos; at = text.find(blank, at + 1)) {
      blanks.push_back(span_at(code.begin + at, blank.size()));
    }
  }
  std::sort(blanks.begin(), blanks.end());
  return blanks;
}

std::string with_plain_blanks(const Post& post, Span code, const std::vector<Span>& blanks) {
  std::string plain;
  std::uint32_t begin = code.begin;
  for (const Span blank : blanks) {
    plain.append(slice(post, {begin, blank.begin})) += ' ';
    begin = blank.end;
  }
  return plain.append(slice(post, {begin, code.end}));
}

}  // namespace

std::vector<Span> blanks_in_code(const Subject& subject) {
  std::vector<Span> found;
  const Post& post = subject.translation;
  if (post.text.find(kNoBreak) == post.text.npos &&
      post.text.find(kNarrowNoBreak) == post.text.npos) {
    return found;
  }
  std::unordered_set<std::string_view> ours;
  for_each_code(subject.source, [&](Span code) { ours.insert(slice(subject.source, code)); });
  for_each_code(post, [&](Span code) {
    const std::vector<Span> blanks = blanks_in(post, code);
    if (blanks.empty() || !ours.contains(with_plain_blanks(post, code, blanks))) return;
    found.insert(found.end(), blanks.begin(), blanks.end());
  });
  return found;
}

}  // namespace recto::checks
