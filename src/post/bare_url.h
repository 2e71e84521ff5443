#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/span.h"

namespace recto {

/// Finds URLs and e-mail addresses that stand in prose without any marks, as GitHub's Markdown
/// links them: `https://example.org/a`, `www.example.org`, `me@example.org`.
class BareUrlFinder {
 public:
  /// Looks at `span` of `text` only, but for the byte before it.
  BareUrlFinder(std::string_view text, Span span);

  /// The next URL that begins at or behind `begin`, which grows from call to call.
  std::optional<Span> next(std::size_t begin);

 private:
  std::optional<Span> scheme_url(std::size_t colon, std::size_t begin) const;
  std::optional<Span> www_url(std::size_t at) const;
  std::optional<Span> address(std::size_t at_sign, std::size_t begin) const;
  std::size_t end_of_url(std::size_t begin, std::size_t at) const;

  std::string_view text_;
  // Where each of the signs stands next; behind the text when there is no more.
  std::size_t colon_ = 0;
  std::size_t www_ = 0;
  std::size_t at_sign_ = 0;
};

}  // namespace recto
