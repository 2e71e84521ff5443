#include "report/excerpt.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "report/visible.h"
#include "text/unicode.h"

// A line may be megabytes long, so only the bytes near the mark are looked at. They are cut into
// clusters, and a window of clusters is chosen that begins with the mark and grows to both sides as
// far as the width allows.

namespace recto {
namespace {

constexpr std::string_view kCut = "...";
constexpr std::size_t kIndent = 3;
constexpr std::size_t kBytesACell = 16;  // how far to look: Thai with marks takes 9

/// The bytes of a line near its mark, as clusters.
struct Piece {
  std::vector<Cluster> clusters;
  std::size_t first = 0;  // the marked clusters
  std::size_t last = 0;   // behind them
  bool is_cut_left = false;
  bool is_cut_right = false;
};

/// Neighbouring clusters that are shown.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t width = 0;
};

/// `at`, or the next place to its right, at most three bytes on, where a code point begins.
std::size_t at_code_point(std::string_view text, std::size_t at) {
  for (int i = 0; i < 3 && at < text.size() && is_continuation(text[at]); ++i) ++at;
  return std::min(at, text.size());
}

Excerpt without_byte_order_mark(const Excerpt& excerpt, std::size_t line) {
  const auto size = static_cast<std::uint32_t>(kByteOrderMark.size());
  if (line != 1 || !excerpt.line.starts_with(kByteOrderMark) || excerpt.mark.begin < size) {
    return excerpt;
  }
  return {excerpt.line.substr(size), {excerpt.mark.begin - size, excerpt.mark.end - size}};
}

Piece piece_around(std::string_view line, Span mark, std::size_t width) {
  const std::size_t reach = width * kBytesACell;
  const std::size_t middle = std::min<std::size_t>(mark.begin, line.size());
  const std::size_t begin = middle > reach ? at_code_point(line, middle - reach) : 0;
  const std::size_t end = at_code_point(line, std::min(line.size(), middle + reach));
  Piece piece{.clusters = clusters(line.substr(begin, end - begin))};
  piece.is_cut_left = begin > 0;
  piece.is_cut_right = end < line.size();
  const auto offset = static_cast<std::uint32_t>(begin);
  for (Cluster& cluster : piece.clusters) {
    cluster.span = {cluster.span.begin + offset, cluster.span.end + offset};
  }
  const auto ends_before = [](const Cluster& cluster, std::uint32_t at) {
    return cluster.span.end <= at;
  };
  const auto begins_before = [](const Cluster& cluster, std::uint32_t at) {
    return cluster.span.begin < at;
  };
  const auto& all = piece.clusters;
  const auto first = std::lower_bound(all.begin(), all.end(), mark.begin, ends_before);
  const auto last = std::lower_bound(first, all.end(), mark.end, begins_before);
  piece.first = static_cast<std::size_t>(first - all.begin());
  piece.last = static_cast<std::size_t>(last - all.begin());
  return piece;
}

std::size_t width_of(const std::vector<Cluster>& clusters, std::size_t first, std::size_t last) {
  std::size_t width = 0;
  for (std::size_t i = first; i < last; ++i) width += clusters[i].width;
  return width;
}

/// Adds the cluster to the window when there is room.
bool takes(Window& window, const Cluster& cluster, std::size_t room) {
  if (window.width + cluster.width > room) return false;
  window.width += cluster.width;
  return true;
}

Window window_of(const Piece& piece, std::size_t width) {
  const auto& all = piece.clusters;
  const std::size_t whole = width_of(all, 0, all.size());
  if (!piece.is_cut_left && !piece.is_cut_right && whole <= width) return {0, all.size(), whole};
  const std::size_t room = width - std::min(width, 2 * kCut.size());
  Window window{piece.first, piece.first, 0};
  while (window.last < piece.last && takes(window, all[window.last], room)) ++window.last;
  bool grows = window.last == piece.last;
  while (grows) {
    const bool left = window.first > 0 && takes(window, all[window.first - 1], room);
    if (left) --window.first;
    const bool right = window.last < all.size() && takes(window, all[window.last], room);
    if (right) ++window.last;
    grows = left || right;
  }
  return window;
}

std::string shown(const Piece& piece, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += piece.clusters[i].shown;
  return text;
}

std::string trimmed_right(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

/// `   28 | ` or, without a number, blanks of the same width.
std::string gutter(const std::string& number, const ExcerptStyle& style) {
  const std::size_t blanks = style.number_width - std::min(style.number_width, number.size());
  return std::string(kIndent + blanks, ' ') + number + " | ";
}

std::string marks(const Piece& piece, const Window& window, std::size_t indent,
                  const ExcerptStyle& style) {
  const std::size_t before = indent + width_of(piece.clusters, window.first, piece.first);
  const std::size_t last = std::min(piece.last, window.last);
  const std::size_t width = width_of(piece.clusters, std::min(piece.first, last), last);
  const std::string row(std::max<std::size_t>(1, width), style.mark);
  return std::string(before, ' ') + style.mark_begin + row + style.mark_end;
}

/// What is marked, in quotes and isolated; nothing when the mark is only a place.
std::string quoted(const Piece& piece, const Window& window, const ExcerptStyle& style) {
  const std::size_t last = std::min(piece.last, window.last);
  if (piece.first >= last) return {};
  const std::string cut(last < piece.last ? kCut : "");
  const std::string text = isolated(shown(piece, piece.first, last) + cut);
  return style.mark_begin + style.mark + style.mark_end + " \"" + text + "\"";
}

}  // namespace

std::vector<std::string> drawn(const Excerpt& excerpt, std::size_t line,
                               const ExcerptStyle& style) {
  const Excerpt whole = without_byte_order_mark(excerpt, line);
  const Piece piece = piece_around(whole.line, whole.mark, style.width);
  const Window window = window_of(piece, style.width);
  const bool cut_left = window.first > 0 || piece.is_cut_left;
  const bool cut_right = window.last < piece.clusters.size() || piece.is_cut_right;
  const std::string left(cut_left ? kCut : "");
  const std::string right(cut_right ? kCut : "");
  const std::string text = left + shown(piece, window.first, window.last) + right;
  const bool is_plain = !has_right_to_left(text);
  const std::string below =
      is_plain ? marks(piece, window, left.size(), style) : quoted(piece, window, style);
  std::vector<std::string> lines = {
      trimmed_right(gutter(std::to_string(line), style) + (is_plain ? text : isolated(text)))};
  if (!below.empty()) lines.push_back(gutter("", style) + below);
  return lines;
}

}  // namespace recto
