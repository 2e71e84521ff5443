// normalisation: letters written as a base and combining marks where Unicode has them as one.
//
// They look the same, and a search, a link or a dictionary does not find them. The order of marks
// is left alone, since Arabic is typed in another order than NFC's, and so is all that NFC takes
// apart.

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "checks/check.h"
#include "checks/passages.h"
#include "text/excerpt.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostPlaces = 5;  // in more passages, one finding stands for the whole post

/// The parts of `text` between blanks that NFC makes shorter.
std::vector<Span> decomposed_words(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::vector<Span> words;
  if (is_nfc(text)) return words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!is_nfc(word) && count_code_points(nfc(word)) < count_code_points(word))
      words.push_back(span_at(at, end - at));
    at = end + 1;
  }
  return words;
}

/// The same in the prose of `passage`, less what `source` holds.
std::vector<Span> decomposed_words(const Post& post, const Passage& passage,
                                   const std::set<std::string_view>& source) {
  std::vector<Span> words;
  for (const Span piece : passage.pieces) {
    for (const Span word : decomposed_words(slice(post, piece))) {
      const Span place = span_at(piece.begin + word.begin, word.size());
      if (!source.contains(slice(post, place))) words.push_back(place);
    }
  }
  return words;
}

Finding finding_about(const Subject& subject, const std::vector<Span>& words) {
  const std::string found(slice(subject.translation, words.front()));
  Finding finding{.span = words.front()};
  finding.fields = {{"found", short_quote(found)},
                    {"count", std::to_string(words.size())},
                    {"expected", short_quote(nfc(found))},
                    {"length", std::to_string(count_code_points(found))},
                    {"expected_length", std::to_string(count_code_points(nfc(found)))}};
  Fix fix{.safety = Safety::safe};
  for (const Span word : words) fix.edits.push_back({word, nfc(slice(subject.translation, word))});
  finding.fix = std::move(fix);
  if (words.size() > 1) finding.variant = "several";
  return finding;
}

Findings run(const Subject& subject) {
  if (is_nfc(subject.translation.text)) return {};
  std::set<std::string_view> source;
  for (const Span word : decomposed_words(subject.source.text)) {
    source.insert(slice(subject.source, word));
  }
  std::vector<std::vector<Span>> found;
  std::vector<Span> all;
  for (const PairedPassage& paired : paired_passages(subject)) {
    auto words = decomposed_words(subject.translation, paired.passage, source);
    if (words.empty()) continue;
    all.insert(all.end(), words.begin(), words.end());
    found.push_back(std::move(words));
  }
  std::sort(all.begin(), all.end());
  if (found.size() > kMostPlaces) found = {std::move(all)};
  Findings findings;
  for (const auto& words : found) findings.push_back(finding_about(subject, words));
  return findings;
}

}  // namespace

CheckKind normalisation() {
  return pair_kind("normalisation",
                   "Letters with accents are one character where Unicode has one (NFC).",
                   {"found", "count", "expected", "length", "expected_length"}, run);
}

}  // namespace recto::checks
