#include "checks/literal_links.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "checks/visible_text.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostParentheses = 8;      // in the text of a link
constexpr std::string_view kOpening = "\uFF08";  // full-width parentheses
constexpr std::string_view kClosing = "\uFF09";

/// Reads the links of one line of visible and other text. Every byte is looked at a few times only.
class LineReader {
 public:
  LineReader(const Post& post, const std::vector<Span>& visible, std::vector<LiteralLink>& found)
      : post_(post), text_(post.text), visible_(visible), found_(found) {}

  void read(Span line);

 private:
  bool is_visible(std::uint32_t at);
  bool is_mark(std::uint32_t at, char c) {
    return text_[at] == c && is_visible(at) && !is_escaped(post_, at);
  }
  std::uint32_t behind_opening(std::uint32_t at) const;
  std::uint32_t behind_closing(std::uint32_t at) const;
  std::uint32_t behind_blanks(std::uint32_t at) const;
  Span read_target(std::uint32_t at) const;
  Span read_title(std::uint32_t at) const;
  std::optional<LiteralLink> read_tail(std::uint32_t open, std::uint32_t close,
                                       std::uint32_t at) const;
  bool is_bracket_lost(const LiteralLink& link) const;

  const Post& post_;
  std::string_view text_;
  const std::vector<Span>& visible_;
  std::vector<LiteralLink>& found_;
  std::size_t next_visible_ = 0;
  std::uint32_t end_ = 0;  // of the line
};

bool LineReader::is_visible(std::uint32_t at) {
  while (next_visible_ < visible_.size() && visible_[next_visible_].end <= at) ++next_visible_;
  return next_visible_ < visible_.size() && visible_[next_visible_].begin <= at;
}

std::uint32_t LineReader::behind_blanks(std::uint32_t at) const {
  while (at < end_ && text_[at] == ' ') ++at;
  return at;
}

/// Behind the parenthesis at `at`, or `at` when there is none.
std::uint32_t LineReader::behind_opening(std::uint32_t at) const {
  if (at < end_ && text_[at] == '(') return at + 1;
  return slice(text_, {at, end_}).starts_with(kOpening) ? at + 3 : at;
}

std::uint32_t LineReader::behind_closing(std::uint32_t at) const {
  if (at < end_ && text_[at] == ')') return at + 1;
  return slice(text_, {at, end_}).starts_with(kClosing) ? at + 3 : at;
}

/// The URL at `at`: ASCII without blanks, with its own parentheses; letters beyond ASCII only where
/// a parenthesis closes them in.
Span LineReader::read_target(std::uint32_t at) const {
  constexpr std::string_view kStops = " \t<>[";
  const auto is_stop = [&](std::uint32_t i) { return kStops.find(text_[i]) != kStops.npos; };
  int open = 0;
  std::uint32_t end = at;
  for (; end < end_ && is_ascii(text_[end]) && !is_stop(end); ++end) {
    if (text_[end] == '(') ++open;
    if (text_[end] == ')' && open-- == 0) break;
  }
  std::uint32_t closed = end;
  while (closed < end_ && !is_stop(closed) && behind_closing(closed) == closed) ++closed;
  if (closed < end_ && !is_stop(closed)) return {at, closed};
  constexpr std::string_view kPunctuation = ".,;:!?";
  while (end > at && kPunctuation.find(text_[end - 1]) != kPunctuation.npos) --end;
  return {at, end};
}

/// ` "title"` with the blanks before it; empty when there is none.
Span LineReader::read_title(std::uint32_t at) const {
  const std::uint32_t begin = behind_blanks(at);
  if (begin == at || begin >= end_ || (text_[begin] != '"' && text_[begin] != '\''))
    return {at, at};
  const std::size_t close = slice(text_, {0, end_}).find(text_[begin], begin + 1);
  if (close == std::string_view::npos) return {at, at};
  return {at, static_cast<std::uint32_t>(close + 1)};
}

/// The link whose text stands between the `[` at `open` and `close`, and whose parenthesis follows
/// at `at`; without a parenthesis at its end only where `](` leaves no doubt.
std::optional<LiteralLink> LineReader::read_tail(std::uint32_t open, std::uint32_t close,
                                                 std::uint32_t at) const {
  const std::uint32_t begin = behind_opening(at);
  if (begin == at) return std::nullopt;
  const Span target = read_target(behind_blanks(begin));
  if (target.is_empty()) return std::nullopt;
  const Span title = read_title(target.end);
  const std::uint32_t last = behind_blanks(title.end);
  const std::uint32_t end = behind_closing(last);
  const bool is_closed = end != last;
  if (!is_closed && at != close + 1) return std::nullopt;
  const bool is_image = open > 0 && text_[open - 1] == '!' && !is_escaped(post_, open - 1);
  return LiteralLink{.span = {is_image ? open - 1 : open, is_closed ? end : title.end},
                     .text = {open + 1, close},
                     .target = target,
                     .title = title,
                     .is_image = is_image};
}

/// Whether no `]` follows before the next `[`, so that this one was forgotten.
bool LineReader::is_bracket_lost(const LiteralLink& link) const {
  const std::size_t next = slice(text_, {0, end_}).find_first_of("[]", link.span.end);
  return next == std::string_view::npos || text_[next] == '[';
}

void LineReader::read(Span line) {
  end_ = line.end;
  std::uint32_t open = 0;
  bool is_open = false;
  std::size_t parentheses = 0;  // behind the bracket
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    std::optional<LiteralLink> link;
    if (is_mark(at, '[')) {
      open = at;
      is_open = true;
      parentheses = 0;
    } else if (is_open && is_mark(at, ']')) {
      link = read_tail(open, at, behind_blanks(at + 1));
      is_open = false;
    } else if (is_open && at > open + 1 && is_mark(at, '(')) {
      link = read_tail(open, at, at);
      if (link && !is_bracket_lost(*link)) link.reset();
      is_open = !link && ++parentheses < kMostParentheses;
    }
    if (!link) continue;
    at = link->span.end - 1;
    found_.push_back(*link);
  }
}

/// Full-width marks that no URL holds; parentheses and colons are part of titles in Wikipedia.
constexpr std::array<std::string_view, 11> kFullWidthMarks = {
    "\u3002", "\u3001", "\uFF0C", "\uFF01", "\uFF1F", "\uFF1B",
    "\u300D", "\u300F", "\u3011", "\u300B", "\u3009"};

/// `url` without what encloses it: a quotation mark, a parenthesis that it does not open.
std::string_view without_closing(std::string_view url) {
  constexpr std::string_view kQuotes = "'\"";
  auto unopened = std::count(url.begin(), url.end(), ')') - std::count(url.begin(), url.end(), '(');
  while (!url.empty()) {
    const bool is_closing = url.back() == ')' && unopened > 0;
    if (!is_closing && kQuotes.find(url.back()) == kQuotes.npos) break;
    if (is_closing) --unopened;
    url.remove_suffix(1);
  }
  return url;
}

}  // namespace

std::vector<LiteralLink> literal_links(const Post& post, const Block& block) {
  std::vector<LiteralLink> found;
  if (slice(post, block.span).find('[') == std::string_view::npos) return found;
  const std::vector<Span> visible = visible_spans(post, block);
  LineReader reader(post, visible, found);
  std::uint32_t begin = block.span.begin;
  while (begin < block.span.end) {
    const std::size_t line_end = post.text.find_first_of("\r\n", begin);
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(line_end, block.span.end));
    reader.read({begin, end});
    begin = end + 1;
  }
  return found;
}

std::optional<std::uint32_t> end_before_prose(const Post& post, const Inline& link,
                                              const std::vector<std::string_view>& expected) {
  if (!is_bare_url(post, link) || post.dialect == Dialect::mkdocs) return std::nullopt;
  const std::string_view url = slice(post, link.span);
  const auto first = std::find_if(url.begin(), url.end(), [](char c) { return !is_ascii(c); });
  if (first == url.end()) return std::nullopt;
  std::size_t end = std::string_view::npos;
  for (const std::string_view whole : expected) {
    if (whole == url) return std::nullopt;
    const bool goes_on = whole.size() < url.size() && url.starts_with(whole);
    const std::string_view rest = url.substr(std::min(whole.size(), url.size()));
    const bool is_end =
        goes_on && (!is_ascii(rest.front()) || without_closing(rest.substr(0, 1)).empty());
    if (!whole.empty() && is_end) end = whole.size();
  }
  if (end == std::string_view::npos) {
    for (const std::string_view mark : kFullWidthMarks) end = std::min(end, url.find(mark));
  }
  if (end == std::string_view::npos) return std::nullopt;
  end = without_closing(url.substr(0, end)).size();
  return link.span.begin + static_cast<std::uint32_t>(end);
}

}  // namespace recto::checks
