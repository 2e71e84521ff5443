#include "post/post.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "post/front_matter.h"
#include "post/markdown.h"
#include "post/merge_conflict.h"
#include "post/suppressions.h"
#include "text/unicode.h"

namespace recto {
namespace {

/// Whether all letters of `text` are capitals: `参见 API` has others, in a script without any.
bool is_in_capitals(std::string_view text) {
  bool has_capital = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) && !is_upper(c)) return false;
    has_capital = has_capital || is_upper(c);
  }
  return has_capital;
}

bool is_visible(std::string_view text) {
  return !std::all_of(text.begin(), text.end(), is_gap);
}

constexpr ByteSet kLineEnds("\r\n");
constexpr ByteSet kBetweenCells("\r\n|");
/// What may stand behind a line end; inside a quote its marks come first.
constexpr ByteSet kLineBegin(" \t\r\n>");

/// Appends what stands on the lines of `text`, with a blank for each line end and what surrounds
/// it.
void append_on_one_line(std::string_view text, std::string& result) {
  const std::size_t begin = result.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = kLineEnds.find_in(text, at);
    result += text.substr(at, end - at);
    if (end == text.size()) return;
    while (result.size() > begin && is_blank(result.back())) result.pop_back();
    result += ' ';
    at = kLineBegin.find_other_in(text, end + 1);
  }
}

/// Collects what a reader sees of pieces in document order.
class PlainText {
 public:
  PlainText(std::string_view text, BlockKind kind)
      : text_(text),
        shows_alt_(kind == BlockKind::image),
        separators_(kind == BlockKind::row ? kBetweenCells : kLineEnds) {}

  void add(const Inline& piece) {
    if (piece.span.begin < hidden_) return;
    switch (piece.kind) {
      case InlineKind::text:
      case InlineKind::entity:
        begin(piece.span);
        plain_ += slice(text_, piece.span);
        return;
      case InlineKind::code:
        begin(piece.content);
        append_on_one_line(slice(text_, piece.content), plain_);
        return;
      case InlineKind::image:
        if (!shows_alt_) hidden_ = piece.span.end;
        return;
      case InlineKind::link:
        // A bare URL is no prose.
        if (piece.target == piece.content) hidden_ = piece.span.end;
        return;
      default:
        return;
    }
  }

  std::string take() { return std::move(plain_); }

 private:
  /// A blank stands for what parts `span` from what was added last.
  void begin(Span span) {
    const std::string_view between = slice(text_, {end_, std::max(end_, span.begin)});
    if (separators_.is_in(between) && !plain_.empty() && plain_.back() != ' ') plain_ += ' ';
    end_ = span.end;
  }

  std::string_view text_;
  bool shows_alt_;
  const ByteSet& separators_;  // what stands between pieces that are apart
  std::string plain_;
  std::uint32_t hidden_ = 0;  // up to here nothing is shown
  std::uint32_t end_ = 0;     // of what was added last
};

}  // namespace

bool Post::is_readable() const {
  return std::all_of(problems.begin(), problems.end(), [](const Problem& problem) {
    return problem.what == Problem::What::front_matter ||
           problem.what == Problem::What::unsupported;
  });
}

std::string_view slice(const Post& post, Span span) {
  return slice(post.text, span);
}

bool shows_its_target(const Post& post, const Inline& link) {
  const std::string_view content = slice(post, link.content);
  if (link.content == link.target || content.find("://") != content.npos) return true;
  std::string_view shown = content;
  std::string_view target = slice(post, link.target);
  if (shown.ends_with('/')) shown.remove_suffix(1);
  if (target.ends_with('/')) target.remove_suffix(1);
  if (shown.empty() || !target.ends_with(shown)) return content == slice(post, link.target);
  target.remove_suffix(shown.size());
  return target.empty() || target.ends_with("://") || target == "mailto:";
}

const Container* item_of(const Post& post, const Block& block) {
  if (!block.container) return nullptr;
  const Container& container = post.containers[*block.container];
  return container.kind == ContainerKind::item ? &container : nullptr;
}

bool opens_item(const Post& post, std::size_t index) {
  const Container* item = item_of(post, post.blocks[index]);
  return item != nullptr && (index == 0 || post.blocks[index - 1].span.begin < item->span.begin);
}

bool ends_with_colon(const Post& post, std::size_t index) {
  const Block& block = post.blocks[index];
  const std::string_view text = slice(post, block.span);
  return block.kind == BlockKind::paragraph && (text.ends_with(':') || text.ends_with("："));
}

int meant_level(const Post& post, const Block& block) {
  if (block.kind == BlockKind::heading) return block.level;
  if (block.kind != BlockKind::paragraph || block.container) return 0;
  const std::string_view line = slice(post, block.span);
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks == 0 || marks > 6 || marks == line.size() || line.find('\n') != line.npos) return 0;
  const char first = line[marks];
  const bool is_other_letter = static_cast<unsigned char>(first) >= 0x80;
  // A mark in front of a small letter is that of a tag, a single one before a number, too.
  const bool is_telling = (first >= 'A' && first <= 'Z') || (marks > 1 && is_ascii_digit(first));
  const bool is_tag = marks == 1 && line.find(" #") != line.npos;
  return (is_telling || is_other_letter) && !is_tag ? static_cast<int>(marks) : 0;
}

std::optional<std::size_t> quote_around(const Post& post, const Block& block) {
  std::optional<std::size_t> quote;
  for (auto at = block.container; at; at = post.containers[*at].parent) {
    if (post.containers[*at].kind == ContainerKind::quote) quote = at;
  }
  return quote;
}

bool is_in_code(const Block& block, Span span) {
  return std::any_of(block.inlines.begin(), block.inlines.end(), [&](const Inline& piece) {
    return piece.kind == InlineKind::code && piece.span.holds(span);
  });
}

std::size_t block_behind(const Post& post, std::size_t at) {
  const auto block =
      std::partition_point(post.blocks.begin(), post.blocks.end(),
                           [&](const Block& earlier) { return earlier.span.end <= at; });
  return static_cast<std::size_t>(block - post.blocks.begin());
}

bool is_wrapped_line(const Post& post, std::size_t index) {
  if (index == 0 || index >= post.blocks.size()) return false;
  const auto open_brackets = [&](std::size_t block) {
    const std::string_view text = slice(post, post.blocks[block].span);
    return std::count(text.begin(), text.end(), '(') - std::count(text.begin(), text.end(), ')');
  };
  return open_brackets(index - 1) > 0 && open_brackets(index) < 0;
}

bool is_broken_table(const Post& post, const Block& block) {
  return block.kind == BlockKind::paragraph && slice(post, block.content).starts_with('|');
}

bool is_label(const Post& post, const Block& block) {
  constexpr std::size_t kLongest = 60;  // code points
  if (block.kind != BlockKind::paragraph || block.container || meant_level(post, block) > 0) {
    return false;
  }
  const std::string text = plain_text(post, block);
  if (text.empty() || count_code_points(text) > kLongest) return false;
  const bool is_bold = !block.inlines.empty() &&
                       block.inlines.front().kind == InlineKind::emphasis &&
                       block.inlines.front().strength == 2 &&
                       block.inlines.front().span.size() + 1 >= block.content.size();
  return is_bold || is_in_capitals(text);
}

std::string plain_text(const Post& post, const Block& block) {
  return plain_text(post, block, block.span);
}

std::string plain_text(const Post& post, const Block& block, Span part) {
  if (block.kind == BlockKind::code) {
    std::string plain;
    for (const Span line : block.lines) {
      if (!part.holds(line)) continue;
      if (!plain.empty()) plain += ' ';
      plain += slice(post.text, line);
    }
    return plain;
  }
  PlainText plain(post.text, block.kind);
  auto piece = std::lower_bound(
      block.inlines.begin(), block.inlines.end(), part.begin,
      [](const Inline& other, std::uint32_t begin) { return other.span.begin < begin; });
  for (; piece != block.inlines.end() && piece->span.begin <= part.end; ++piece) {
    if (part.holds(piece->span)) plain.add(*piece);
  }
  return plain.take();
}

Post parse_post(std::string path, Locale locale, Dialect dialect, std::string text,
                const Limits& limits, Fences fences) {
  Post post;
  post.path = std::move(path);
  post.locale = std::move(locale);
  post.dialect = dialect;
  post.text = std::move(text);
  post.limits = limits;
  const std::string_view bytes = post.text;
  const Span whole = span_at(0, bytes.size());
  post.body = whole;
  if (const auto invalid = first_invalid_utf8(bytes)) {
    const bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    post.problems.push_back({Problem::What::not_utf8, span_at(*invalid, 1),
                             is_utf16 ? "it is UTF-16; save it as UTF-8"
                                      : "a byte is of another encoding; save it as UTF-8"});
    return post;
  }
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (!is_visible(bytes.substr(begin))) {
    post.problems.push_back({Problem::What::empty, whole, "nothing is in it"});
    return post;
  }
  FrontMatterResult front = parse_front_matter(bytes, limits);
  post.front_matter = std::move(front.front_matter);
  post.problems = std::move(front.problems);
  post.body.begin = std::max(front.body_begin, static_cast<std::uint32_t>(begin));
  MarkdownResult markdown = parse_markdown(bytes, post.body, dialect, limits.nesting, fences);
  post.containers = std::move(markdown.containers);
  post.blocks = std::move(markdown.blocks);
  post.definitions = std::move(markdown.definitions);
  if (markdown.problem) post.problems.push_back(std::move(*markdown.problem));
  if (const auto conflict = merge_conflict(post)) {
    post.problems = {{Problem::What::unmerged, *conflict, "both texts stand in it"}};
  }
  take_out_suppressions(post);
  return post;
}

}  // namespace recto
