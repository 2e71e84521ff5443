#include "checks/literal_signs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"

namespace recto::checks {
namespace {

std::size_t count_entities(const Block& block) {
  return static_cast<std::size_t>(
      std::count_if(block.inlines.begin(), block.inlines.end(),
                    [](const Inline& piece) { return piece.kind == InlineKind::entity; }));
}

/// The size of `&name;` at `at` of `text`, blanks before the `;` included; 0 for other text.
std::size_t entity_size(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  if (end < at + 3) return 0;
  for (const std::string_view blank : {" ", "\u00A0", "\u202F"}) {
    if (text.substr(end).starts_with(blank)) {
      end += blank.size();
      break;
    }
  }
  return end < text.size() && text[end] == ';' ? end + 1 - at : 0;
}

}  // namespace

std::optional<Span> broken_checkbox(const Post& source, const Block& ours, const Post& translation,
                                    const Block& theirs) {
  constexpr std::array<std::string_view, 9> kSlips = {"[]",    "[ ]",  "[x]",    "［ ］", "［］",
                                                      "［x］", "[　]", "［　］", "【 】"};
  if (!slice(source, ours.marker).starts_with('[') || !theirs.marker.is_empty())
    return std::nullopt;
  if (slice(source, ours.marker).starts_with("[^")) return std::nullopt;  // a footnote
  const std::string_view text = slice(translation, theirs.content);
  const auto slip = std::find_if(kSlips.begin(), kSlips.end(), [&](std::string_view mark) {
    return text.starts_with(mark) && !text.substr(mark.size()).starts_with('(');
  });
  if (slip == kSlips.end()) return std::nullopt;
  return span_at(theirs.content.begin, slip->size());
}

std::vector<Span> broken_entities(std::span<const Block> source, const Post& post,
                                  const Block& block) {
  std::size_t expected = 0;
  for (const Block& ours : source) expected += count_entities(ours);
  std::vector<Span> broken;
  if (expected <= count_entities(block)) return broken;
  const std::size_t most = expected - count_entities(block);
  for (const Inline& piece : block.inlines) {
    if (piece.kind != InlineKind::text) continue;
    const std::string_view text = slice(post, piece.span);
    for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
      const std::size_t size = entity_size(text, at);
      if (size > 0 && broken.size() < most) broken.push_back(span_at(piece.span.begin + at, size));
    }
  }
  return broken;
}

}  // namespace recto::checks
