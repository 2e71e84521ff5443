#include "report/visible.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace recto {
namespace {

constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;
constexpr std::size_t kLongestCluster = 32;  // code points; more are an attack on the terminal

/// Hexadecimal as Unicode writes it: `<U+200B>`.
std::string spelt_out(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (auto rest = static_cast<std::size_t>(c); rest > 0 || digits.size() < 4; rest /= 16) {
    digits.insert(digits.begin(), kDigits[rest % 16]);
  }
  return "<U+" + digits + ">";
}

/// Whether a joiner after `before` is part of ordinary writing: Persian, Indic scripts, emoji.
bool needs_joiner(char32_t before) {
  if (is_emoji(before)) return before != kJoiner;
  switch (script_of(before)) {
    case Script::arabic:
    case Script::devanagari:
      return true;
    case Script::other:
    case Script::inherited:
      return is_letter(before) || is_mark(before);
    default:
      return false;
  }
}

bool is_hidden(char32_t c, char32_t before) {
  if (c == kJoiner || c == kNonJoiner) return !needs_joiner(before);
  constexpr std::array<char32_t, 4> kFillers = {0x115F, 0x1160, 0x3164, 0xFFA0};
  for (const char32_t filler : kFillers) {
    if (c == filler) return true;
  }
  return is_control(c);
}

/// Appends `c`, which stands after `before`, at the end of `shown` in a form that is safe.
void append_visible(std::string& shown, char32_t c, char32_t before, std::string_view rest) {
  const bool begins_command = c == U'#' && begins_log_command(rest);
  if (c == U'\t') {
    shown += ' ';
  } else if (begins_command || is_hidden(c, before)) {
    shown += spelt_out(c);
  } else {
    append_utf8(shown, c);
  }
}

bool is_regional_indicator(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool is_skin_tone(char32_t c) {
  return c >= 0x1F3FB && c <= 0x1F3FF;
}

/// Whether `c` belongs to the cluster whose last code point is `before`. `count` code points are
/// in it.
bool continues_cluster(char32_t before, char32_t c, std::size_t count) {
  if (count >= kLongestCluster) return false;
  if (is_mark(c) || is_skin_tone(c)) return true;
  if (c == kJoiner || c == kNonJoiner) return needs_joiner(before);
  if (before == kJoiner) return is_emoji(c);
  return count == 1 && is_regional_indicator(before) && is_regional_indicator(c);
}

}  // namespace

std::string visible(std::string_view text) {
  std::string shown;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    append_visible(shown, c, before, text.substr(at));
    before = c;
  }
  return shown;
}

std::vector<Cluster> clusters(std::string_view text) {
  std::vector<Cluster> result;
  char32_t before = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool is_new = result.empty() || !continues_cluster(before, c, count);
    if (is_new) {
      result.push_back({.span = span_at(begin, 0), .shown = {}, .width = 0});
      count = 0;
    }
    Cluster& cluster = result.back();
    cluster.span.end = static_cast<std::uint32_t>(at);
    append_visible(cluster.shown, c, before, text.substr(at));
    before = c;
    ++count;
  }
  for (Cluster& cluster : result) cluster.width = display_width(cluster.shown);
  return result;
}

bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_right_to_left(next_code_point(text, at))) return true;
  }
  return false;
}

std::string isolated(std::string_view text) {
  constexpr char32_t kIsolate = 0x2068;  // by the first strong character
  constexpr char32_t kEnd = 0x2069;
  std::string result;
  append_utf8(result, kIsolate);
  result += text;
  append_utf8(result, kEnd);
  return result;
}

bool begins_log_command(std::string_view rest) {
  if (!rest.starts_with('#')) return false;
  constexpr std::string_view kName = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::size_t end = rest.find_first_not_of(kName, 1);
  return end != std::string_view::npos && rest[end] == '[';
}

bool begins_workflow_command(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin != std::string_view::npos && text.substr(begin).starts_with("::");
}

std::string visible_lines(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    result += visible(line) + '\n';
  }
  return result;
}

}  // namespace recto
