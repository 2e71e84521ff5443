#include "base/line_map.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace recto {
namespace {

constexpr std::size_t kLongestText = 400;  // code points
constexpr std::size_t kStep = 1024;        // bytes between two counts
/// How many bytes around a mark an excerpt keeps: more than a report shows.
constexpr std::uint32_t kExcerptReach = 1024;

/// `span` without the bytes of code points that it cuts.
Span at_code_points(std::string_view text, Span span) {
  while (span.begin < span.end && is_continuation(text[span.begin])) ++span.begin;
  while (span.end > span.begin && span.end < text.size() && is_continuation(text[span.end])) {
    --span.end;
  }
  return span;
}

std::string cut(std::string_view text, std::size_t limit) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_continuation(text[i])) continue;
    if (seen == limit) return std::string(text.substr(0, i));
    ++seen;
  }
  return std::string(text);
}

}  // namespace

LineMap::LineMap(std::string_view text) : starts_{0} {
  const auto add_behind = [&](char mark) {
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
      const bool is_half = mark == '\r' && text.substr(at + 1).starts_with('\n');
      if (!is_half) starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
  };
  add_behind('\n');
  const auto first_return = static_cast<std::ptrdiff_t>(starts_.size());
  add_behind('\r');
  std::inplace_merge(starts_.begin(), starts_.begin() + first_return, starts_.end());
  code_points_.push_back(0);
  for (std::size_t at = 0; at + kStep <= text.size(); at += kStep) {
    code_points_.push_back(code_points_.back() + count_code_points(text.substr(at, kStep)));
  }
}

std::size_t LineMap::line(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin());
}

Span LineMap::line_span(std::string_view text, std::size_t line) const {
  const std::uint32_t begin = starts_[line - 1];
  std::uint32_t end =
      line < starts_.size() ? starts_[line] : static_cast<std::uint32_t>(text.size());
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return {begin, end};
}

std::size_t LineMap::column(std::string_view text, std::uint32_t line_begin,
                            std::uint32_t offset) const {
  const auto before = [&](std::uint32_t at) {
    const std::size_t end = std::min<std::size_t>(at, text.size());  // files may change in a run
    const std::size_t step = end / kStep;
    return code_points_[step] + count_code_points(text.substr(step * kStep, end % kStep));
  };
  const bool holds_mark = line_begin == 0 && slice(text, {0, offset}).starts_with(kByteOrderMark);
  return before(offset) - before(line_begin) + (holds_mark ? 0 : 1);
}

Location locate(std::string_view text, const LineMap& lines, std::string path, Span span) {
  Location location{.path = std::move(path), .span = span};
  location.line = lines.line(span.begin);
  location.end_line = lines.line(span.end);
  const std::uint32_t first_line = lines.line_span(text, location.line).begin;
  const std::uint32_t last_line = lines.line_span(text, location.end_line).begin;
  location.column = lines.column(text, first_line, span.begin);
  location.end_column = lines.column(text, last_line, span.end);
  location.byte_column = span.begin - first_line + 1;
  location.end_byte_column = span.end - last_line + 1;
  location.text = cut(slice(text, span), kLongestText);
  return location;
}

Excerpt excerpt_at(std::string_view text, const LineMap& lines, Span span) {
  const Span line = lines.line_span(text, lines.line(span.begin));
  const std::uint32_t begin = std::min(span.begin, line.end);
  const std::uint32_t end = std::clamp(span.end, begin, line.end);
  // A line may be as long as a file, and have a finding in every word.
  const Span kept{std::max(line.begin, begin - std::min(begin, kExcerptReach)),
                  std::min(line.end, begin + kExcerptReach)};
  const Span whole = at_code_points(text, kept);
  return {std::string(slice(text, whole)),
          {std::max(begin, whole.begin) - whole.begin, std::min(end, whole.end) - whole.begin}};
}

}  // namespace recto
