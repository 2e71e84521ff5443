#include "text/similarity.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "base/utf8.h"

namespace recto {
namespace {

std::vector<std::uint64_t> bigrams(std::string_view text) {
  const std::u32string points = code_points(text);
  std::vector<std::uint64_t> result;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    result.push_back((static_cast<std::uint64_t>(points[i]) << 32U) | points[i + 1]);
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

std::u32string code_points(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    std::size_t size = 1;
    if (lead >= 0xF0U)
      size = 4;
    else if (lead >= 0xE0U)
      size = 3;
    else if (lead >= 0xC0U)
      size = 2;
    if (i + size > text.size()) size = 1;
    char32_t value = size == 1 ? lead : lead & (0xFFU >> (size + 1));
    for (std::size_t k = 1; k < size; ++k) {
      value = (value << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    result.push_back(value);
    i += size;
  }
  return result;
}

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
  const auto is_beyond = [limit](std::size_t one, std::size_t other) {
    return std::max(one, other) - std::min(one, other) > limit;
  };
  if (is_beyond(count_code_points(left), count_code_points(right))) return limit + 1;
  const std::u32string a = code_points(left);
  const std::u32string b = code_points(right);
  if (is_beyond(a.size(), b.size())) return limit + 1;  // where the bytes are no UTF-8
  // Three rows suffice: a swap looks two rows back.
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, last);
    std::swap(last, row);
    // Farther than `limit` from the diagonal nothing is within the limit.
    const std::size_t begin = i > limit ? i - limit : 1;
    const std::size_t end = std::min(b.size(), i + limit);
    row[begin - 1] = begin == 1 ? i : limit + 1;
    if (end < b.size()) row[end + 1] = limit + 1;
    for (std::size_t j = begin; j <= end; ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    const auto first = row.begin() + static_cast<std::ptrdiff_t>(begin) - 1;
    const auto behind = row.begin() + static_cast<std::ptrdiff_t>(end) + 1;
    if (*std::min_element(first, behind) > limit) return limit + 1;
  }
  return std::min(row[b.size()], limit + 1);
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(1, code_points(word).size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate, best_distance);
    if (distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         const std::string& otherwise) {
  const auto near = nearest(word, candidates);
  return near ? "; did you mean `" + *near + "`?" : otherwise;
}

double resemblance(std::string_view left, std::string_view right) {
  const auto a = bigrams(left);
  const auto b = bigrams(right);
  if (a.empty() || b.empty()) return left == right ? 1 : 0;
  std::vector<std::uint64_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

}  // namespace recto
