#include "checks/literal_escapes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "text/unicode.h"
#include "text/url.h"

namespace recto::checks {
namespace {

constexpr ByteSet kBeginsEscape("\\%");
constexpr std::size_t kLongest = 10;  // bytes of what follows an escaped `&`

/// The character of `digits` in that base; none when there is no such.
std::optional<std::string> character(std::string_view digits, int base) {
  std::uint32_t number = 0;
  const auto [end, failure] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  const bool is_whole = failure == std::errc() && end == digits.data() + digits.size();
  const bool is_character = number >= 0x20 && number <= 0x10FFFF && (number & 0x1FF800U) != 0xD800;
  if (!is_whole || !is_character) return std::nullopt;
  std::string text;
  append_utf8(text, number);
  return text;
}

bool is_letter_text(std::string_view text) {
  std::size_t at = 0;
  return is_letter(next_code_point(text, at));
}

/// What `&name;` means, of the names that editors write.
std::optional<std::string> named_character(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kNames = {
      {{"amp", "&"},
       {"apos", "'"},
       {"gt", ">"},
       {"hellip", "…"},
       {"laquo", "«"},
       {"ldquo", "“"},
       {"lt", "<"},
       {"mdash", "—"},
       {"nbsp", "\u00A0"},
       {"quot", "\""},
       {"raquo", "»"},
       {"rsquo", "’"}}};
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const auto& known) { return known.first == name; });
  if (found == kNames.end()) return std::nullopt;
  return std::string(found->second);
}

/// `&amp;` before `#39;` or `quot;`: an entity whose `&` was escaped once more.
std::optional<LiteralEscape> escaped_entity(const Post& post, Span entity) {
  const std::string_view behind = std::string_view(post.text).substr(entity.end, kLongest);
  const std::size_t end = behind.find(';');
  if (slice(post, entity) != "&amp;" || end == behind.npos) return std::nullopt;
  const std::string_view name = behind.substr(0, end);
  std::optional<std::string> meant;
  if (name.starts_with("#x"))
    meant = character(name.substr(2), 16);
  else if (name.starts_with('#'))
    meant = character(name.substr(1), 10);
  else
    meant = named_character(name);
  if (!meant) return std::nullopt;
  return LiteralEscape{span_at(entity.begin, entity.size() + end + 1), *std::move(meant),
                       '&' + std::string(behind.substr(0, end + 1))};
}

/// `\u0131` at `at` of `text`.
std::optional<LiteralEscape> escaped_for_programs(std::string_view text, std::size_t at) {
  constexpr std::size_t kDigits = 4;
  if (text.substr(at, 2) != "\\u" || text.size() < at + 2 + kDigits) return std::nullopt;
  const auto meant = character(text.substr(at + 2, kDigits), 16);
  if (!meant || is_ascii(*meant) || !is_letter_text(*meant)) return std::nullopt;
  return LiteralEscape{span_at(at, 2 + kDigits), *meant, *meant};
}

/// `%C4%B1` at `at` of `text`: a letter beyond ASCII as URLs have it.
std::optional<LiteralEscape> escaped_for_urls(std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 12;
  std::size_t size = 0;
  while (size < kMost && text.substr(at + size, 1) == "%" && text.size() >= at + size + 3)
    size += 3;
  for (; size >= 6; size -= 3) {
    const std::string meant = percent_decoded(text.substr(at, size));
    std::size_t end = 0;
    const char32_t c = next_code_point(meant, end);
    if (end == meant.size() && c >= 0x80 && is_letter(c) && !first_invalid_utf8(meant))
      return LiteralEscape{span_at(at, size), meant, meant};
  }
  return std::nullopt;
}

/// Whether what stands at `at` of `text` is a part of an address, a path or a name of a file.
bool is_in_address(std::string_view text, std::size_t at) {
  constexpr std::size_t kAround = 300;  // bytes on either side
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = at - std::min(at, kAround);
  std::string_view before = text.substr(first, at - first);
  before.remove_prefix(before.find_last_of(kBlanks) + 1);
  std::string_view behind = text.substr(at, kAround);
  behind = behind.substr(0, behind.find_first_of(kBlanks));
  while (behind.ends_with('.')) behind.remove_suffix(1);
  constexpr std::string_view kSigns = "/#?=&@:.\\";
  return before.find_first_of(kSigns) != before.npos ||
         behind.find_first_of(kSigns, 1) != behind.npos;
}

void add_from_text(const Post& post, Span piece, std::vector<LiteralEscape>& escapes) {
  const std::string_view text = slice(post, piece);
  for (std::size_t at = kBeginsEscape.find_in(text); at < text.size();) {
    auto escape = text[at] == '%' ? escaped_for_urls(text, at) : escaped_for_programs(text, at);
    std::size_t behind = at + 1;
    if (escape && !is_in_address(post.text, piece.begin + at)) {
      behind = escape->span.end;
      escape->span = span_at(piece.begin + at, escape->span.size());
      escapes.push_back(*std::move(escape));
    }
    at = kBeginsEscape.find_in(text, behind);
  }
}

}  // namespace

std::vector<LiteralEscape> literal_escapes(const Post& post, const Block& block) {
  std::vector<LiteralEscape> escapes;
  for (const Inline& piece : block.inlines) {
    if (piece.kind == InlineKind::text) add_from_text(post, piece.span, escapes);
    if (piece.kind != InlineKind::entity) continue;
    if (auto escape = escaped_entity(post, piece.span)) escapes.push_back(*std::move(escape));
  }
  return escapes;
}

}  // namespace recto::checks
