#include "markdown_judge.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/unicode.h"

namespace recto::testing {
namespace {

bool is_white(char c) {
  return std::string_view(" \t\v\f\r\n").find(c) != std::string_view::npos;
}

bool consists_of(std::string_view text, std::string_view set) {
  return text.find_first_not_of(set) == std::string_view::npos;
}

class Judge {
 public:
  Judge(std::string_view text, Span body, const MarkdownResult& result)
      : text_(text), is_utf8_(!first_invalid_utf8(text)), body_(body), result_(result) {}

  std::optional<std::string> verdict() {
    for (const Container& container : result_.containers) judge(container);
    std::uint32_t end = body_.begin;
    for (const Block& block : result_.blocks) {
      expect(block.span.begin >= end, "blocks come in order", block.span);
      end = block.span.end;
      judge(block);
    }
    for (const Definition& definition : result_.definitions) {
      expect(definition.span.holds(definition.label), "a label in its definition", definition.span);
      expect(definition.span.holds(definition.target), "a target in it", definition.span);
    }
    judge_coverage();
    return wrong_;
  }

 private:
  void expect(bool is_right, std::string_view what, Span span) {
    if (is_right || wrong_) return;
    wrong_ = std::string(what) + " at " + std::to_string(span.begin) + ": " +
             std::string(slice(text_, span).substr(0, 80));
  }

  std::string_view at(Span span) const { return slice(text_, span); }

  void expect_whole_characters(Span span) {
    if (!is_utf8_) return;
    for (const std::uint32_t border : {span.begin, span.end}) {
      const bool is_inside = border < text_.size() && (text_[border] & '\xC0') == '\x80';
      expect(!is_inside, "a border of a code point", span);
    }
  }

  void judge(const Container& container) {
    expect_whole_characters(container.span);
    const auto index = static_cast<std::size_t>(&container - result_.containers.data());
    expect(body_.holds(container.span), "a container in the body", container.span);
    if (container.parent) {
      expect(*container.parent < index, "parents first", container.span);
      const Container& parent = result_.containers[std::min(*container.parent, index)];
      expect(parent.span.holds(container.span), "a container in its parent", container.span);
    }
    if (container.kind != ContainerKind::item) return;
    const std::string_view mark = at(container.marker);
    const bool is_bullet = mark == "-" || mark == "+" || mark == "*";
    const bool is_number = mark.size() > 1 && (mark.back() == '.' || mark.back() == ')') &&
                           consists_of(mark.substr(0, mark.size() - 1), "0123456789");
    expect(is_bullet || is_number, "an item's mark", container.marker);
    expect(container.number.has_value() == is_number, "an item's number", container.marker);
  }

  void judge(const Block& block) {
    expect(body_.holds(block.span) && !block.span.is_empty(), "a block in the body", block.span);
    expect(!is_white(text_[block.span.begin]) || block.kind == BlockKind::code,
           "a block begins with a mark", block.span);
    expect(block.span.holds(block.content), "content in its block", block.span);
    if (block.container) {
      expect(result_.containers[*block.container].span.holds(block.span), "a block in a container",
             block.span);
    }
    for (const Span part :
         {block.marker, block.id, block.id_attribute, block.info, block.closing}) {
      expect(part.is_empty() || block.span.holds(part), "a part of a block", part);
      expect_whole_characters(part);
    }
    expect_whole_characters(block.span);
    expect_whole_characters(block.content);
    for (const Span line : block.lines) {
      expect_whole_characters(line);
      expect(block.span.holds(line), "a line in its block", line);
      expect(at(line).find_first_of("\r\n") == std::string_view::npos, "one line", line);
    }
    judge_kind(block);
    judge_inlines(block);
  }

  void judge_kind(const Block& block) {
    const std::string_view mark = at(block.marker);
    if (block.kind == BlockKind::heading) {
      const bool is_atx =
          consists_of(mark, "#") && mark.size() == static_cast<std::size_t>(block.level);
      const bool is_setext = mark == std::string(mark.size(), block.level == 1 ? '=' : '-');
      expect(is_atx || is_setext, "a heading's marks", block.marker);
    } else if (block.kind == BlockKind::code && !mark.empty()) {
      expect(mark.size() >= 3 && (consists_of(mark, "`") || consists_of(mark, "~")), "a fence",
             block.marker);
      expect(block.closing.is_empty() || at(block.closing).starts_with(mark), "a closing fence",
             block.closing);
    } else if (block.kind == BlockKind::row) {
      for (const Span cell : block.cells) judge_cell(cell);
    }
  }

  void judge_cell(Span cell) {
    expect_whole_characters(cell);
    const std::string_view content = at(cell);
    for (std::size_t i = 0; i < content.size(); ++i) {
      if (content[i] == '\\')
        ++i;
      else
        expect(content[i] != '|', "no bar in a cell", cell);
    }
  }

  void judge_inlines(const Block& block) {
    std::vector<Span> outer;
    std::uint32_t begin = 0;
    for (const Inline& piece : block.inlines) {
      expect(block.content.holds(piece.span) || block.kind == BlockKind::directive,
             "an inline in the content", piece.span);
      expect(piece.span.begin >= begin && !piece.span.is_empty(), "inlines in order", piece.span);
      expect(piece.span.holds(piece.content), "content in its inline", piece.span);
      for (const Span part : {piece.span, piece.content, piece.target, piece.title}) {
        expect_whole_characters(part);
      }
      begin = piece.span.begin;
      while (!outer.empty() && outer.back().end <= piece.span.begin) outer.pop_back();
      expect(outer.empty() || outer.back().holds(piece.span), "inlines nest", piece.span);
      outer.push_back(piece.span);
      judge(piece);
    }
  }

  void judge(const Inline& piece) {
    const std::string_view bytes = at(piece.span);
    const bool is_target_here = piece.target.end <= text_.size();
    switch (piece.kind) {
      case InlineKind::text:
        return expect(bytes.find_first_of("\r\n") == std::string_view::npos, "text", piece.span);
      case InlineKind::emphasis: {
        const std::string_view marks = piece.strength == 0 ? "~" : "*_";
        return expect(marks.find(bytes.front()) != std::string_view::npos &&
                          marks.find(bytes.back()) != std::string_view::npos,
                      "emphasis", piece.span);
      }
      case InlineKind::code:
        return expect(bytes.front() == '`' && bytes.back() == '`', "code", piece.span);
      case InlineKind::link:
        expect(is_target_here, "a target", piece.target);
        if (bytes.front() == '[') {
          return expect(bytes.back() == ')' || bytes.back() == ']', "a link", piece.span);
        }
        if (bytes.front() == '<') return expect(bytes.back() == '>', "an autolink", piece.span);
        return expect(bytes.find_first_of(".@:") != std::string_view::npos, "a URL", piece.span);
      case InlineKind::image:
        return expect(is_target_here && bytes.starts_with("![") &&
                          (bytes.back() == ')' || bytes.back() == ']'),
                      "an image", piece.span);
      case InlineKind::html:
        return expect(bytes.front() == '<' || bytes.front() == '{', "HTML", piece.span);
      case InlineKind::entity:
        return expect(bytes.front() == '&' && bytes.back() == ';', "an entity", piece.span);
      case InlineKind::placeholder:
        return expect(bytes.front() == '{' || bytes.starts_with("[^"), "placeholder", piece.span);
    }
  }

  /// What belongs to no block is a mark of a container.
  void judge_coverage() {
    std::vector<bool> covered(text_.size());
    const auto cover = [&](Span span) {
      std::fill(covered.begin() + span.begin, covered.begin() + span.end, true);
    };
    for (const Block& block : result_.blocks) cover(block.span);
    for (const Container& container : result_.containers) cover(container.marker);
    for (std::uint32_t i = body_.begin; i < body_.end; ++i) {
      expect(covered[i] || is_white(text_[i]) || text_[i] == '>', "a byte in no block",
             {i, std::min(i + 20, body_.end)});
    }
  }

  std::string_view text_;
  bool is_utf8_;
  Span body_;
  const MarkdownResult& result_;
  std::optional<std::string> wrong_;
};

}  // namespace

std::optional<std::string> wrong_with(std::string_view text, Span body,
                                      const MarkdownResult& result) {
  return Judge(text, body, result).verdict();
}

}  // namespace recto::testing
