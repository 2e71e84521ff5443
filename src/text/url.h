#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace recto {

/// The parts of a URL or of a relative reference (RFC 3986, appendix B), as written.
struct Url {
  std::string scheme;  // lower case, without `:`
  std::string host;    // lower case, without `www.`; with port
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;  // decoded names and values
  std::string fragment;

  friend bool operator==(const Url&, const Url&) = default;
};

/// The parts of `text`. Never fails: what is no URL is all path.
Url parse_url(std::string_view text);

/// `text` without the backslashes before punctuation that Markdown takes out of a destination.
std::string without_escapes(std::string_view text);

/// `text` with every %XX undone where the result is UTF-8, and with `+` as it is.
std::string percent_decoded(std::string_view text);

/// `text` as it must stand inside a query value: everything but unreserved characters and letters
/// beyond ASCII is escaped when `ascii` is not wanted; all of it otherwise.
std::string percent_encoded(std::string_view text, bool ascii);

/// Whether two URLs are the same after percent-decoding and NFC, but for the scheme's `s`, `www.`,
/// a trailing slash, and query values that are prose (a title drawn into an image).
bool is_same_but_for_text(const Url& left, const Url& right);

/// Whether a query value is prose rather than a setting: it holds a blank, or letters beyond ASCII.
bool is_prose_value(std::string_view value);

/// Where the value of the query parameter `name` stands in the URL `text`; none without it.
std::optional<Span> query_value_span(std::string_view text, std::string_view name);

}  // namespace recto
