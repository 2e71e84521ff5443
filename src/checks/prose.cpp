#include "checks/prose.h"

#include <algorithm>

namespace recto::checks {
namespace {

constexpr std::string_view kNoProse = "\uFFFC";

class ProseBuilder {
 public:
  explicit ProseBuilder(const Post& post) : post_(post), text_(post.text) {}

  void add(const Block& block) {
    add(block, block.content.is_empty() ? block.span : block.content);
  }

  /// Adds what stands in `part` of `block`.
  void add(const Block& block, Span part) {
    if (!prose_.text.empty()) prose_.text += '\n';
    end_ = part.begin;
    for (const Inline& piece : block.inlines) {
      if (piece.span.begin >= std::max(hidden_, part.begin) && piece.span.end <= part.end)
        add(piece);
    }
  }

  Prose take() { return std::move(prose_); }

 private:
  void add(const Inline& piece) {
    switch (piece.kind) {
      case InlineKind::emphasis:
        return;
      case InlineKind::link:
        if (shows_its_target(post_, piece)) hide(piece.span);
        return;
      case InlineKind::entity:
        part(piece.span.begin);
        prose_.text += ' ';
        end_ = piece.span.end;
        return;
      case InlineKind::text:
        part(piece.span.begin);
        prose_.pieces.push_back({static_cast<std::uint32_t>(prose_.text.size()), piece.span.begin});
        prose_.text += slice(text_, piece.span);
        end_ = piece.span.end;
        return;
      default:
        hide(piece.span);
    }
  }

  void hide(Span span) {
    part(span.begin);
    prose_.text += kNoProse;
    hidden_ = end_ = span.end;
  }

  /// A line end or the border of a cell between two pieces.
  void part(std::uint32_t begin) {
    const std::string_view between = slice(text_, {end_, std::max(end_, begin)});
    if (between.find('|') != std::string_view::npos)
      prose_.text += '\n';
    else if (between.find_first_of("\r\n") != std::string_view::npos)
      prose_.text += ' ';
  }

  const Post& post_;
  std::string_view text_;
  Prose prose_;
  std::uint32_t hidden_ = 0;  // up to here nothing is shown
  std::uint32_t end_ = 0;     // of what was added last
};

}  // namespace

Span Prose::place(Span span) const {
  const auto origin = [this](std::uint32_t at) {
    auto behind =
        std::upper_bound(pieces.begin(), pieces.end(), at,
                         [](std::uint32_t left, const Piece& right) { return left < right.begin; });
    if (behind == pieces.begin()) return std::uint32_t{0};
    --behind;
    return behind->origin + (at - behind->begin);
  };
  if (span.is_empty()) return {origin(span.begin), origin(span.begin)};
  return {origin(span.begin), origin(span.end - 1) + 1};
}

Prose prose_of(const Post& post, const yaml::Node& value) {
  return {.text = std::string(slice(post, value.span)), .pieces = {{0, value.span.begin}}};
}

Prose prose_of(const Post& post, std::span<const Block> blocks) {
  ProseBuilder builder(post);
  for (const Block& block : blocks) builder.add(block);
  return builder.take();
}

Prose prose_of(const Post& post, const Block& row, Span cell) {
  ProseBuilder builder(post);
  builder.add(row, cell);
  return builder.take();
}

}  // namespace recto::checks
