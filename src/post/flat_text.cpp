#include "post/flat_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "post/block_start.h"
#include "post/dialect.h"
#include "post/mdx.h"

namespace recto {
namespace {

constexpr std::string_view kFirst = "x ";
constexpr std::string_view kNext = "    ";
// md4c lets a fence interrupt a paragraph however far it is indented.
constexpr std::string_view kNextBeforeFence = "x   ";
static_assert(kNext.size() == FlatText::kIndent && kNextBeforeFence.size() == FlatText::kIndent);

/// Finds where code spans end. Remembers for which lengths of backticks there is no end, so that
/// looking for one costs a leaf no more than linear time.
class CodeSpans {
 public:
  explicit CodeSpans(std::string_view text) : text_(text) {}

  /// The offset behind the code span, or behind its backticks where it has no end.
  std::size_t behind(std::size_t at) {
    const std::size_t begin = behind_ticks(at);
    const std::size_t length = begin - at;
    if (length >= is_endless_.size() || is_endless_[length]) return begin;
    for (std::size_t next = text_.find('`', begin); next != std::string_view::npos;) {
      const std::size_t end = behind_ticks(next);
      if (end - next == length) return end;
      next = text_.find('`', end);
    }
    is_endless_[length] = true;
    return begin;
  }

 private:
  std::size_t behind_ticks(std::size_t at) const {
    while (at < text_.size() && text_[at] == '`') ++at;
    return at;
  }

  std::string_view text_;
  std::array<bool, 33> is_endless_ = {};
};

std::size_t behind_comment(std::string_view text, std::size_t at) {
  const std::size_t end = text.find("-->", at + 4);
  return end == std::string_view::npos ? text.size() : end + 3;
}

/// The offset behind the mark of a footnote, `[^1]`.
std::optional<std::size_t> behind_footnote(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 100;
  const std::size_t end = text.substr(0, at + kLongest).find_first_of("] \t\n[", at + 1);
  if (text.substr(at, 2) != "[^" || end == std::string_view::npos) return std::nullopt;
  if (text[end] != ']' || end == at + 2) return std::nullopt;
  return end + 1;
}

std::optional<std::size_t> behind_syntax(std::string_view text, std::size_t at, Dialect dialect,
                                         MdxReader& mdx) {
  if (text[at] == '[') return behind_footnote(text, at);
  if (text[at] == '{') {
    return is_mdx(dialect) ? mdx.behind_expression(text, at) : behind_shortcode(text, at);
  }
  return is_mdx(dialect) ? mdx.behind_tag(text, at) : std::nullopt;
}

/// What may begin dialect syntax, or hide it.
constexpr ByteSet kBeginsSyntax("\\`{<[");
constexpr ByteSet kBrackets("[]");

}  // namespace

FlatText::FlatText(std::string_view source, const Outline& outline, Dialect dialect) {
  std::size_t size = 0;
  for (const Span line : outline.lines) size += line.size() + kNext.size() + 1;
  text_.reserve(size + 2 * outline.leaves.size());
  lines_.reserve(outline.lines.size());
  sources_.reserve(outline.lines.size());
  leaf_begins_.reserve(outline.leaves.size());
  MdxReader mdx(size);
  for (const Leaf& leaf : outline.leaves) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    leaf_begins_.push_back(begin);
    append(leaf, source, outline.lines);
    if (!leaf.is_definition) mask(begin, dialect, mdx);
    text_ += "\n\n";
  }
}

void FlatText::append(const Leaf& leaf, std::string_view source, const std::vector<Span>& lines) {
  for (std::size_t i = 0; i < leaf.line_count; ++i) {
    const Span line = lines[leaf.first_line + i];
    const std::string_view content = slice(source, line);
    if (i > 0) {
      text_ += '\n';
      text_ += opening_fence(content) ? kNextBeforeFence : kNext;
    } else if (!leaf.is_definition) {
      text_ += kFirst;
    }
    lines_.push_back(span_at(text_.size(), content.size()));
    sources_.push_back(line.begin);
    text_ += content;
    // Blanks behind a backslash at the end of a line keep it from being a line break.
    if (content.ends_with('\\') && line.end < source.size() && is_blank(source[line.end])) {
      text_ += ' ';
    }
  }
}

void FlatText::mask(std::uint32_t begin, Dialect dialect, MdxReader& mdx) {
  const std::string_view text = text_;
  const bool has_mdx = is_mdx(dialect);
  const auto has = [&](std::string_view what) { return text.find(what, begin) != text.npos; };
  if (!has("{") && !has("[^") && !(has_mdx && has("<"))) return;
  CodeSpans code_spans(text);
  for (std::size_t at = begin; at < text.size();) {
    const char c = text[at];
    if (!kBeginsSyntax.has(c)) {
      ++at;
      continue;
    }
    if (c == '\\') {
      at += 2;
    } else if (c == '`') {
      at = code_spans.behind(at);
    } else if (text.substr(at, 4) == "<!--") {
      at = behind_comment(text, at);
    } else if (const auto end = behind_syntax(text, at, dialect, mdx)) {
      const bool is_html = c == '<' || is_mdx_comment(text.substr(at, *end - at));
      regions_.push_back(
          {is_html ? InlineKind::html : InlineKind::placeholder, span_at(at, *end - at)});
      fill(regions_.back().span);
      at = *end;
    } else {
      ++at;
    }
  }
}

/// Writes what Markdown takes for a word in signs over `span`, line ends aside: emphasis beside it
/// begins and ends as it would beside braces.
void FlatText::fill(Span span) {
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (text_[at] == '\n')
      at += kIndent;
    else
      text_[at] = 'x';
  }
  text_[span.begin] = '%';
  text_[span.end - 1] = '%';
}

std::size_t FlatText::line_at(std::uint32_t at) const {
  const auto behind =
      std::upper_bound(lines_.begin(), lines_.end(), at,
                       [](std::uint32_t place, Span line) { return place < line.begin; });
  return behind == lines_.begin() ? 0 : static_cast<std::size_t>(behind - lines_.begin()) - 1;
}

std::uint32_t FlatText::to_source(std::uint32_t at, std::size_t line) const {
  const bool is_here = lines_[line].begin <= at && at <= lines_[line].end;
  if (!is_here) line = line_at(at);
  const Span flat = lines_[line];
  return sources_[line] + std::clamp(at, flat.begin, flat.end) - flat.begin;
}

Span FlatText::to_source(Span span, std::size_t line) const {
  return {to_source(span.begin, line), to_source(span.end, line)};
}

Span FlatText::to_source(Span span) const {
  return to_source(span, line_at(span.begin));
}

const Leaf* FlatText::entangled_leaf(const Outline& outline) const {
  constexpr std::size_t kMostSteps = 16;  // for each byte
  constexpr std::size_t kFree = 1U << 20U;
  const std::size_t most = kMostSteps * text_.size() + kFree;
  std::size_t steps = 0;
  std::vector<std::size_t> open;
  std::size_t next_leaf = 0;
  for (std::size_t at = kBrackets.find_in(text_); at < text_.size();
       at = kBrackets.find_in(text_, at + 1)) {
    while (next_leaf < leaf_begins_.size() && leaf_begins_[next_leaf] <= at) {
      ++next_leaf;
      open.clear();
    }
    if (text_[at] == '[') {
      open.push_back(at);
    } else if (!open.empty()) {
      steps += at - open.back();
      open.pop_back();
      if (steps > most) return &outline.leaves[next_leaf - 1];
    }
  }
  return nullptr;
}

}  // namespace recto
