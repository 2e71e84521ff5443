#include "post/info_string.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace recto {
namespace {

/// The end of what begins at `at` and is one piece: quoted text, braces, or a character.
std::size_t piece_end(std::string_view info, std::size_t at) {
  const char mark = at < info.size() ? info[at] : ' ';
  if (mark != '"' && mark != '\'' && mark != '{') return std::min(at + 1, info.size());
  const std::size_t closing = info.find(mark == '{' ? '}' : mark, at + 1);
  return closing == info.npos ? info.size() : closing + 1;
}

std::string_view without_quotes(std::string_view value) {
  if (!value.starts_with('"') && !value.starts_with('\'')) return value;
  return value.substr(1, value.find(value.front(), 1) - 1);
}

}  // namespace

std::size_t info_word_end(std::string_view info, std::size_t at) {
  while (at < info.size() && !is_blank(info[at]) && info[at] != '}') at = piece_end(info, at);
  return at;
}

std::vector<InfoAttribute> attributes_of(std::string_view info) {
  std::vector<InfoAttribute> attributes;
  for (std::size_t at = info.find('='); at != info.npos; at = info.find('=', at)) {
    std::size_t begin = at;
    while (begin > 0 && is_ascii_letter(info[begin - 1])) --begin;
    const std::string_view name = info.substr(begin, at - begin);
    const std::size_t value = at + 1;
    at = info_word_end(info, value);
    const bool is_word = begin == 0 || is_blank(info[begin - 1]) || info[begin - 1] == '{';
    if (is_word && !name.empty()) attributes.push_back({name, value, at});
  }
  return attributes;
}

std::string_view file_of_fence(std::string_view info) {
  constexpr std::array<std::string_view, 4> kNames = {"fileName", "filename", "file", "title"};
  std::string_view file;
  std::size_t best = kNames.size();
  for (const InfoAttribute& attribute : attributes_of(info)) {
    const auto name = std::find(kNames.begin(), kNames.end(), attribute.name);
    const auto rank = static_cast<std::size_t>(name - kNames.begin());
    const std::string_view value =
        without_quotes(info.substr(attribute.begin, attribute.end - attribute.begin));
    // A title may be a sentence.
    if (rank >= best || value.find('.') == value.npos) continue;
    best = rank;
    file = value;
  }
  return file;
}

}  // namespace recto
