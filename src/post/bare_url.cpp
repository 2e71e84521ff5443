#include "post/bare_url.h"

#include <algorithm>

#include "base/ascii.h"

namespace recto {
namespace {

bool is_in_domain(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.' ||
         !is_ascii(c);
}

bool is_in_address(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '.' || c == '+' || c == '-' || c == '_';
}

}  // namespace

BareUrlFinder::BareUrlFinder(std::string_view text, Span span)
    : text_(text.substr(0, span.end)),
      colon_(text_.find("://", span.begin)),
      www_(text_.find("www.", span.begin)),
      at_sign_(text_.find('@', span.begin)) {}

std::optional<Span> BareUrlFinder::next(std::size_t begin) {
  while (true) {
    if (colon_ < begin) colon_ = text_.find("://", begin);
    if (www_ < begin) www_ = text_.find("www.", begin);
    if (at_sign_ < begin) at_sign_ = text_.find('@', begin);
    const std::size_t sign = std::min({colon_, www_, at_sign_});
    if (sign >= text_.size()) return std::nullopt;
    std::optional<Span> found;
    if (sign == colon_) {
      found = scheme_url(sign, begin);
      colon_ = text_.find("://", sign + 1);
    } else if (sign == www_) {
      found = www_url(sign);
      www_ = text_.find("www.", sign + 1);
    } else {
      found = address(sign, begin);
      at_sign_ = text_.find('@', sign + 1);
    }
    if (found) return found;
  }
}

/// Where the URL ends that goes on at `at`: before a blank or `<`, and without the punctuation that
/// rather belongs to the sentence around it.
std::size_t BareUrlFinder::end_of_url(std::size_t begin, std::size_t at) const {
  std::size_t end = std::min(text_.find_first_of(" \t\v\f<", at), text_.size());
  std::ptrdiff_t open = 0;  // parentheses, and closed ones off
  for (std::size_t i = begin; i < end; ++i) open += text_[i] == '(' ? 1 : text_[i] == ')' ? -1 : 0;
  constexpr std::string_view kPunctuation = "?!.,:*_~'\";";
  while (end > at) {
    const char last = text_[end - 1];
    const bool is_extra = last == ')' && open < 0;
    if (!is_extra && kPunctuation.find(last) == std::string_view::npos) break;
    if (is_extra) ++open;
    --end;
  }
  return end;
}

std::optional<Span> BareUrlFinder::scheme_url(std::size_t colon, std::size_t begin) const {
  std::size_t scheme = colon;
  while (scheme > begin && is_ascii_letter(text_[scheme - 1]) && colon - scheme <= 5) --scheme;
  const std::string_view name = text_.substr(scheme, colon - scheme);
  if (name != "http" && name != "https") return std::nullopt;
  const std::size_t domain = colon + 3;
  if (domain >= text_.size() || !is_in_domain(text_[domain]) || text_[domain] == '.') {
    return std::nullopt;
  }
  const std::size_t end = end_of_url(scheme, domain);
  if (end == domain) return std::nullopt;
  return span_at(scheme, end - scheme);
}

std::optional<Span> BareUrlFinder::www_url(std::size_t at) const {
  constexpr std::string_view kBefore = " \t\n*_~([";
  if (at > 0 && kBefore.find(text_[at - 1]) == std::string_view::npos) return std::nullopt;
  std::size_t dots = 0;
  std::size_t domain = at;
  for (; domain < text_.size() && is_in_domain(text_[domain]); ++domain) {
    if (text_[domain] == '.') ++dots;
  }
  if (dots < 2) return std::nullopt;
  const std::size_t end = end_of_url(at, at + 4);
  if (end == at + 4) return std::nullopt;
  return span_at(at, end - at);
}

std::optional<Span> BareUrlFinder::address(std::size_t at_sign, std::size_t begin) const {
  std::size_t first = at_sign;
  while (first > begin && is_in_address(text_[first - 1])) --first;
  std::size_t end = at_sign + 1;
  std::size_t dots = 0;
  const auto is_in_host = [](char c) { return is_in_address(c) && c != '+'; };
  while (end < text_.size() && is_in_host(text_[end])) ++end;
  while (end > at_sign + 1 && text_[end - 1] == '.') --end;
  for (std::size_t i = at_sign + 1; i < end; ++i) {
    if (text_[i] == '.') ++dots;
  }
  if (first == at_sign || dots == 0 || text_[end - 1] == '-' || text_[end - 1] == '_') {
    return std::nullopt;
  }
  return span_at(first, end - first);
}

}  // namespace recto
