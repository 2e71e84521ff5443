#include "checks/bare_code.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "text/similarity.h"

namespace recto::checks {
namespace {

constexpr std::size_t kShortest = 6;    // letters; shorter ones come near each other by chance
constexpr std::size_t kMostLost = 10;   // of a paragraph; one that lacks more says something else
constexpr std::size_t kMostLooks = 50;  // at words of a paragraph, so that time stays linear

constexpr ByteSet kOfWord("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.$");
constexpr ByteSet kInNames("ABCDEFGHIJKLMNOPQRSTUVWXYZ_.");  // one of them at least
constexpr ByteSet kOfUrl("/:@%-#");

/// Whether `word` ends as hosts and names of products do: `Kettle.js`, `example.org`.
bool is_host_or_product(std::string_view word) {
  constexpr std::array<std::string_view, 10> kEnds = {"js",  "io", "com", "org", "net",
                                                      "dev", "ai", "app", "cn",  "NET"};
  const std::size_t dot = word.rfind('.');
  return dot != word.npos &&
         std::find(kEnds.begin(), kEnds.end(), word.substr(dot + 1)) != kEnds.end();
}

/// Whether `word` is a name of code: `gate.open`, `max_width`, `openGate`.
bool is_code_name(std::string_view word) {
  if (word.size() < kShortest || is_host_or_product(word)) return false;
  const bool begins_small = word.front() >= 'a' && word.front() <= 'z';
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    const bool is_between = is_ascii_letter(word[i - 1]) && is_ascii_letter(word[i + 1]);
    if ((word[i] == '_' || word[i] == '.') && is_between) return true;
    const bool is_inner_capital = word[i] >= 'A' && word[i] <= 'Z' && word[i - 1] >= 'a';
    if (is_inner_capital && begins_small) return true;
  }
  return false;
}

/// The word of `text` around `at`, without dots at its end; empty where it is part of a URL.
Span word_around(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && kOfWord.has(text[begin - 1])) --begin;
  std::size_t end = kOfWord.find_other_in(text, at);
  const bool is_of_url = (begin > 0 && kOfUrl.has(text[begin - 1])) ||
                         (end < text.size() && kOfUrl.has(text[end]) && text[end] != ':');
  while (end > begin && text[end - 1] == '.') --end;
  return is_of_url ? Span{} : span_at(begin, end - begin);
}

/// Calls `take` with the place of each word of the prose of `blocks` that has one of `signs`, but
/// those of URLs.
template <typename Take>
void for_each_word(const Post& post, std::span<const Block> blocks, const ByteSet& signs,
                   Take take) {
  for (const Block& block : blocks) {
    for (const Inline& piece : block.inlines) {
      if (piece.kind != InlineKind::text) continue;
      const std::string_view text = slice(post, piece.span);
      for (std::size_t at = signs.find_in(text); at < text.size(); at = signs.find_in(text, at)) {
        const Span word = word_around(text, at);
        if (!word.is_empty()) take(span_at(piece.span.begin + word.begin, word.size()));
        at = kOfWord.find_other_in(text, at);
      }
    }
  }
}

std::string_view text_of(const Post& post, std::span<const Block> blocks) {
  return slice(post, {blocks.front().span.begin, blocks.back().span.end});
}

/// The names of code in the prose of the source that the translation has in no place of the pair.
std::vector<Span> lost_names(const Subject& subject, const BlockPair& pair) {
  const std::string_view translation = text_of(subject.translation, pair.translation);
  std::vector<Span> lost;
  for_each_word(subject.source, pair.source, kInNames, [&](Span place) {
    const std::string_view word = slice(subject.source, place);
    if (is_code_name(word) && translation.find(word) == translation.npos) lost.push_back(place);
  });
  return lost;
}

/// Whether `theirs` is `ours` in other capitals, but for the first, or with one letter changed that
/// is not the last: an ending is grammar.
bool is_slip(std::string_view ours, std::string_view theirs) {
  if (ours.substr(1) == theirs.substr(1)) return false;
  if (ascii_lowered(ours) == ascii_lowered(theirs)) return true;
  const auto [shorter, longer] =
      std::minmax(ours, theirs, [](auto left, auto right) { return left.size() < right.size(); });
  if (longer.starts_with(shorter.substr(0, shorter.size() - 1))) return false;
  return is_code_name(theirs) && edit_distance(ours, theirs, 1) == 1;
}

/// Whether the source writes `name` in other capitals, too: it may be the one that is wrong.
bool has_other_capitals(const Post& source, std::string_view name) {
  return occurrences(ascii_lowered(source.text), ascii_lowered(name)) >
         occurrences(source.text, name);
}

Finding changed(const Subject& subject, Span ours, Span theirs) {
  Finding finding{.span = theirs, .source = ours};
  const std::string expected(slice(subject.source, ours));
  if (has_other_capitals(subject.source, expected)) finding.certainty = Certainty::unsure;
  finding.fields = {{"expected", expected},
                    {"found", std::string(slice(subject.translation, theirs))},
                    {"codes", ""}};
  finding.fix = Fix{.safety = Safety::unsafe, .edits = {{theirs, expected}}};
  return finding;
}

}  // namespace

void add_bare_code_slips(const Subject& subject, const BlockPair& pair, Findings& findings) {
  const std::vector<Span> lost = lost_names(subject, pair);
  if (lost.empty() || lost.size() > kMostLost) return;
  std::size_t looks = 0;
  for_each_word(subject.translation, pair.translation, kOfWord, [&](Span place) {
    const std::string_view word = slice(subject.translation, place);
    if (word.size() + 1 < kShortest || ++looks > kMostLooks) return;
    const auto ours = std::find_if(lost.begin(), lost.end(), [&](Span name) {
      return is_slip(slice(subject.source, name), word);
    });
    // What the source says elsewhere is a name of its own.
    if (ours == lost.end() || subject.source.text.find(word) != std::string::npos) return;
    findings.push_back(changed(subject, *ours, place));
  });
}

}  // namespace recto::checks
