#include "post/inlines.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "post/bare_url.h"

namespace recto {
namespace {

/// What makes two labels the same: blanks in any number count as one, ASCII capitals as small.
std::string normalised(std::string_view label) {
  std::string result;
  for (const char c : label) {
    if (!is_blank(c) && !is_line_end(c)) {
      result += ascii_lower(c);
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

/// The bytes of the blank, or line end with the indentation behind it, that `code` begins with.
std::uint32_t leading_blank(std::string_view code) {
  if (code.front() == '\n') return 1 + FlatText::kIndent;
  return code.front() == ' ' ? 1 : 0;
}

/// The same of its end.
std::uint32_t trailing_blank(std::string_view code) {
  constexpr std::size_t kLineEnd = 1 + FlatText::kIndent;
  if (code.size() >= kLineEnd && code[code.size() - kLineEnd] == '\n') return kLineEnd;
  return code.back() == ' ' ? 1 : 0;
}

/// `content` without the one blank, or line end, that a code span may have on both sides.
Span without_padding(std::string_view text, Span content) {
  const std::string_view code = slice(text, content);
  if (code.find_first_not_of(" \n") == std::string_view::npos) return content;
  const std::uint32_t leading = leading_blank(code);
  const std::uint32_t trailing = trailing_blank(code);
  if (leading == 0 || trailing == 0 || leading + trailing >= code.size()) return content;
  return {content.begin + leading, content.end - trailing};
}

}  // namespace

InlineBuilder::InlineBuilder(std::string_view source, const FlatText& flat, Outline& outline)
    : source_(source), flat_(flat), outline_(outline), text_(flat.text()) {}

std::vector<Inline>& InlineBuilder::inlines() {
  return outline_.blocks[leaf_->block].inlines;
}

char InlineBuilder::front() const {
  return cursor_ < end_ ? text_[cursor_] : '\0';
}

std::uint32_t InlineBuilder::run(char c) const {
  std::uint32_t at = cursor_;
  while (at < end_ && text_[at] == c) ++at;
  return at - cursor_;
}

Lines InlineBuilder::leaf_lines() const {
  return {text_, std::span(flat_.lines()).subspan(leaf_->first_line, leaf_->line_count)};
}

/// Goes to the leaf that `at` stands in; whether it is one with prose.
bool InlineBuilder::enter_leaf(std::uint32_t at) {
  const auto& begins = flat_.leaf_begins();
  const bool is_next = next_leaf_ < begins.size() && begins[next_leaf_] <= at;
  if (!is_next) return leaf_ != nullptr;
  while (next_leaf_ < begins.size() && begins[next_leaf_] <= at) ++next_leaf_;
  const Leaf& leaf = outline_.leaves[next_leaf_ - 1];
  finish();
  is_in_text_ = has_passed_line_end_ = false;
  leaf_ = leaf.is_definition ? nullptr : &leaf;
  line_ = leaf.first_line;
  cursor_ = flat_.lines()[line_].begin;
  end_ = flat_.lines()[leaf.first_line + leaf.line_count - 1].end;
  return leaf_ != nullptr;
}

void InlineBuilder::move(std::uint32_t to) {
  cursor_ = std::clamp(to, cursor_, end_);
  const std::size_t last = leaf_->first_line + leaf_->line_count - 1;
  while (line_ < last && flat_.lines()[line_ + 1].begin <= cursor_) ++line_;
}

void InlineBuilder::add(InlineKind kind, Span flat) {
  if (flat.begin >= flat.end) return;
  const Span span = flat_.to_source(flat, line_);
  std::vector<Inline>& all = inlines();
  const bool is_text = kind == InlineKind::text;
  if (is_text && is_in_text_ && all.back().span.end == span.begin) {
    all.back().span.end = all.back().content.end = span.end;
  } else {
    all.push_back({kind, span, span, {}, {}, 0});
  }
  is_in_text_ = is_text;
}

void InlineBuilder::add_text(Span flat) {
  if (!enter_leaf(flat.begin)) return;
  const std::uint32_t end = std::min(flat.end, end_);
  for (std::uint32_t begin = std::max(flat.begin, cursor_); begin < end; begin = cursor_) {
    move(begin);
    const Span line = flat_.lines()[line_];
    add_line_of_text({begin, std::min(end, line.end)});
    if (end <= line.end) break;
    end_line();
    if (cursor_ <= begin) break;
  }
}

void InlineBuilder::add_line_of_text(Span flat) {
  std::uint32_t begin = flat.begin;
  const auto& regions = flat_.regions();
  while (region_ < regions.size() && regions[region_].span.end <= begin) ++region_;
  for (; region_ < regions.size() && regions[region_].span.begin < flat.end; ++region_) {
    const Region& region = regions[region_];
    add_words({begin, std::max(begin, region.span.begin)});
    if (region.span.begin >= begin) add(region.kind, region.span);
    begin = std::min(region.span.end, flat.end);
    if (region.span.end > flat.end) break;
  }
  add_words({begin, flat.end});
  move(flat.end);
}

/// Adds text with the bare URLs in it, which md4c had better not look for: it finds them in the
/// targets of links, too, and then loses emphasis behind them.
void InlineBuilder::add_words(Span flat) {
  if (flat.begin >= flat.end) return;
  const bool is_in_link = std::any_of(open_.begin(), open_.end(), [](const OpenInline& each) {
    return each.style != OpenInline::Style::emphasis;
  });
  if (!is_in_link) {
    BareUrlFinder urls(text_, flat);
    while (const auto url = urls.next(flat.begin)) {
      add(InlineKind::text, {flat.begin, url->begin});
      add(InlineKind::link, *url);
      inlines().back().target = inlines().back().span;
      add(InlineKind::text, *url);
      is_in_text_ = false;
      flat.begin = url->end;
    }
  }
  add(InlineKind::text, flat);
}

void InlineBuilder::add_entity(Span flat) {
  if (!enter_leaf(flat.begin)) return;
  move(flat.begin);
  add(InlineKind::entity, flat);
  move(flat.end);
}

void InlineBuilder::add_html(Span flat, bool goes_on) {
  if (!enter_leaf(flat.begin)) return;
  move(flat.begin);
  std::vector<Inline>& all = inlines();
  if (goes_on && !all.empty() && all.back().kind == InlineKind::html) {
    all.back().span.end = all.back().content.end = flat_.to_source(flat.end, line_);
  } else {
    add(InlineKind::html, flat);
  }
  move(flat.end);
}

void InlineBuilder::add_zero() {
  if (leaf_ == nullptr || cursor_ >= end_) return;
  add(InlineKind::text, {cursor_, cursor_ + 1});
  move(cursor_ + 1);
}

void InlineBuilder::end_line() {
  if (leaf_ == nullptr || std::exchange(has_passed_line_end_, false)) return;
  const std::size_t last = leaf_->first_line + leaf_->line_count - 1;
  if (line_ < last) move(flat_.lines()[line_ + 1].begin);
}

void InlineBuilder::finish() {
  // md4c's reports pair up; should one ever be without its end, it is left out.
  for (const OpenInline& opened : open_) drop(opened.index);
  open_.clear();
  if (!std::exchange(has_dropped_, false)) return;
  std::erase_if(inlines(), [](const Inline& piece) { return piece.span.is_empty(); });
}

/// Marks an inline as one to be taken out once its leaf is finished.
void InlineBuilder::drop(std::size_t index) {
  Inline& dropped = inlines()[index];
  dropped.span.end = dropped.span.begin;
  has_dropped_ = true;
}

void InlineBuilder::begin(InlineKind kind, OpenInline opened, std::uint32_t mark) {
  is_in_text_ = false;
  const std::uint32_t begin = flat_.to_source(cursor_, line_);
  move(cursor_ + mark);
  const std::uint32_t content = flat_.to_source(cursor_, line_);
  opened.index = inlines().size();
  open_.push_back(opened);
  inlines().push_back({kind, {begin, content}, {content, content}, {}, {}, 0});
}

void InlineBuilder::begin_emphasis(int strength) {
  if (leaf_ == nullptr) return;
  const std::uint32_t found = run(front());
  const auto mark = strength > 0 ? std::min(static_cast<std::uint32_t>(strength), found) : found;
  begin(InlineKind::emphasis, {0, mark, OpenInline::Style::emphasis, {}}, mark);
  inlines().back().strength = strength;
}

void InlineBuilder::begin_code() {
  if (leaf_ == nullptr) return;
  const std::uint32_t ticks = run('`');
  begin(InlineKind::code, {0, ticks, OpenInline::Style::code, {}}, ticks);
}

void InlineBuilder::begin_link(std::optional<Span> target) {
  if (leaf_ == nullptr) return;
  using Style = OpenInline::Style;
  const Style style = front() == '<' ? Style::angle : Style::bracket;
  begin(InlineKind::link, {0, 1, style, target}, 1);
}

void InlineBuilder::begin_image(std::optional<Span> target) {
  if (leaf_ == nullptr) return;
  begin(InlineKind::image, {0, 1, OpenInline::Style::bracket, target}, 2);
}

void InlineBuilder::end() {
  if (leaf_ == nullptr || open_.empty()) return;
  const OpenInline opened = open_.back();
  open_.pop_back();
  is_in_text_ = false;
  Inline& ended = inlines()[opened.index];
  ended.content.end = flat_.to_source(cursor_, line_);
  switch (opened.style) {
    case OpenInline::Style::code:
      end_code(ended);
      break;
    case OpenInline::Style::bracket:
      end_bracket(ended, opened);
      break;
    default:
      ended.target = ended.kind == InlineKind::link ? ended.content : Span{};
      end_mark(ended, opened.mark);
  }
  // What has lost a mark to a URL beside it is no emphasis that anyone could see.
  const bool has_marks = ended.span.end - ended.content.end == opened.mark;
  if (ended.kind == InlineKind::emphasis && (opened.mark == 0 || !has_marks)) drop(opened.index);
}

/// Moves over a closing mark.
void InlineBuilder::end_mark(Inline& ended, std::uint32_t mark) {
  const char c = front();
  const bool is_mark = c == '*' || c == '_' || c == '~' || c == '`' || c == '>';
  if (is_mark) move(cursor_ + std::min(mark, run(c)));
  ended.span.end = flat_.to_source(cursor_, line_);
}

/// The end of a code span: the next run of as many backticks as it began with.
void InlineBuilder::end_code(Inline& code) {
  const std::uint32_t begin = cursor_;
  const std::uint32_t ticks = code.content.begin - code.span.begin;
  while (cursor_ < end_ && run('`') != ticks) cursor_ += std::max(run('`'), std::uint32_t{1});
  move(cursor_);
  const Span content = without_padding(text_, {begin, cursor_});
  code.content = flat_.to_source(content, line_);
  // md4c reports the line end before such a closing mark behind the mark, and the mark as text.
  has_passed_line_end_ = content.end < cursor_ && cursor_ == flat_.lines()[line_].begin;
  end_mark(code, ticks);
}

/// The end of `[text](target "title")`, `[text][label]`, `[label][]` or `[label]`, with the cursor
/// at the `]` of the text.
void InlineBuilder::end_bracket(Inline& link, const OpenInline& opened) {
  const Lines lines = leaf_lines();
  const LinePlace begin{line_ - leaf_->first_line, cursor_ + 1};
  const Span text_label = link.content;
  move(cursor_ + 1);
  const auto inline_end = front() == '(' ? read_link_end(lines, begin) : std::nullopt;
  if (inline_end && (!opened.target || opened.target->begin == inline_end->target.begin)) {
    link.target = flat_.to_source(inline_end->target);
    link.title = flat_.to_source(inline_end->title);
    move(inline_end->end.at);
  } else if (text_.substr(cursor_, 2) == "[]") {
    set_reference(link, opened.target, text_label);
    move(cursor_ + 2);
  } else if (const auto label = front() == '[' ? read_label(lines, begin) : std::nullopt) {
    set_reference(link, opened.target, flat_.to_source(label->span));
    move(label->end.at);
  } else {
    set_reference(link, opened.target, text_label);
  }
  link.span.end = flat_.to_source(cursor_, line_);
}

void InlineBuilder::set_reference(Inline& link, const std::optional<Span>& target, Span label) {
  const auto& all = outline_.definitions;
  const Definition* definition = nullptr;
  if (target) {
    link.target = flat_.to_source(*target);
    const auto found = std::partition_point(all.begin(), all.end(), [&](const Definition& each) {
      return each.target.begin < link.target.begin;
    });
    if (found != all.end() && found->target == link.target) definition = &*found;
  } else {
    definition = definition_of(label);
  }
  if (definition == nullptr) return;
  link.target = definition->target;
  link.title = definition->title;
}

/// The definition of a label; the first one where there are several.
const Definition* InlineBuilder::definition_of(Span label) {
  if (labels_.empty()) {
    for (const Definition& each : outline_.definitions) {
      labels_.try_emplace(normalised(slice(source_, each.label)), &each);
    }
  }
  const auto found = labels_.find(normalised(slice(source_, label)));
  return found == labels_.end() ? nullptr : found->second;
}

}  // namespace recto
