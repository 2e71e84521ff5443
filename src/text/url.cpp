#include "text/url.h"

#include <algorithm>
#include <cctype>

#include "base/ascii.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

std::optional<unsigned> hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
  return std::nullopt;
}

/// The length of a scheme at the beginning of `text`, without its colon; 0 when there is none.
std::size_t scheme_size(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return 0;
  const bool is_scheme =
      std::all_of(text.begin(), text.begin() + static_cast<long>(colon), [](unsigned char c) {
        return c < 0x80 && (std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.');
      });
  return is_scheme && std::isalpha(static_cast<unsigned char>(text.front())) != 0 ? colon : 0;
}

std::string decoded_value(std::string_view text) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), '+', ' ');
  return percent_decoded(plain);
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> query;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('&', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view value = equals < part.size() ? part.substr(equals + 1) : "";
    query.emplace_back(decoded_value(part.substr(0, equals)), decoded_value(value));
    begin = end + 1;
  }
  return query;
}

std::string comparable_path(std::string_view path) {
  std::string result = nfc(percent_decoded(path));
  while (result.size() > 1 && result.back() == '/') result.pop_back();
  return result == "/" ? std::string() : result;
}

std::string comparable_scheme(const std::string& scheme) {
  return scheme == "https" ? "http" : scheme;
}

}  // namespace

std::string without_escapes(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape =
        text[i] == '\\' && i + 1 < text.size() && is_ascii_punctuation(text[i + 1]);
    if (is_escape) ++i;
    result += text[i];
  }
  return result;
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = hex_value(text[i + 1]);
      const auto low = hex_value(text[i + 2]);
      if (high && low) {
        result += static_cast<char>(*high * 16U + *low);
        i += 2;
        continue;
      }
    }
    result += text[i];
  }
  return first_invalid_utf8(result) ? std::string(text) : result;
}

std::string percent_encoded(std::string_view text, bool ascii) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool unreserved =
        byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '~');
    if (unreserved || (byte >= 0x80 && !ascii)) {
      result += c;
    } else {
      result += '%';
      result += kHexDigits[byte / 16U];
      result += kHexDigits[byte % 16U];
    }
  }
  return result;
}

Url parse_url(std::string_view text) {
  Url url;
  const std::size_t hash = text.find('#');
  if (hash != std::string_view::npos) {
    url.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  const std::size_t question = text.find('?');
  if (question != std::string_view::npos) {
    url.query = parse_query(text.substr(question + 1));
    text = text.substr(0, question);
  }
  if (const std::size_t size = scheme_size(text); size > 0) {
    url.scheme = ascii_lowered(text.substr(0, size));
    text = text.substr(size + 1);
  }
  if (text.starts_with("//")) {
    const std::size_t slash = std::min(text.find('/', 2), text.size());
    url.host = ascii_lowered(text.substr(2, slash - 2));
    if (url.host.starts_with("www.")) url.host.erase(0, 4);
    text = text.substr(slash);
  }
  url.path = text;
  return url;
}

bool is_prose_value(std::string_view value) {
  std::size_t at = 0;
  while (at < value.size()) {
    const char32_t c = next_code_point(value, at);
    if (is_space(c) || (c >= 0x80 && is_letter(c))) return true;
  }
  return false;
}

bool is_same_but_for_text(const Url& left, const Url& right) {
  if (left.host != right.host || left.fragment != right.fragment) return false;
  if (comparable_scheme(left.scheme) != comparable_scheme(right.scheme)) return false;
  if (comparable_path(left.path) != comparable_path(right.path)) return false;
  if (left.query.size() != right.query.size()) return false;
  for (std::size_t i = 0; i < left.query.size(); ++i) {
    const auto& [left_name, left_value] = left.query[i];
    const auto& [right_name, right_value] = right.query[i];
    if (left_name != right_name) return false;
    if (nfc(left_value) == nfc(right_value)) continue;
    if (!is_prose_value(left_value) && !is_prose_value(right_value)) return false;
  }
  return true;
}

std::optional<Span> query_value_span(std::string_view text, std::string_view name) {
  std::size_t at = text.find('?');
  const std::size_t stop = std::min(text.find('#'), text.size());
  while (at != std::string_view::npos && at < stop) {
    const std::size_t end = std::min(text.find('&', at + 1), stop);
    const std::string_view part = text.substr(at + 1, end - at - 1);
    if (part.starts_with(name) && part.size() > name.size() && part[name.size()] == '=') {
      return span_at(at + 2 + name.size(), part.size() - name.size() - 1);
    }
    at = end;
  }
  return std::nullopt;
}

}  // namespace recto
