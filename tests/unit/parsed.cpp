#include "parsed.h"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "post/markdown.h"

namespace recto::testing {
namespace {

constexpr std::array<std::string_view, 10> kBlocks = {
    "heading", "paragraph", "image",     "row", "code",
    "html",    "divider",   "directive", "esm", "definition"};
constexpr std::array<std::string_view, 8> kInlines = {"text",  "emphasis", "code",   "link",
                                                      "image", "html",     "entity", "placeholder"};
constexpr std::array<std::string_view, 4> kContainers = {"list", "item", "quote", "table"};

/// Opens and closes brackets as blocks go from container to container.
class Brackets {
 public:
  explicit Brackets(const Post& post) : post_(post) {}

  void go_to(std::optional<std::size_t> container) {
    std::vector<std::size_t> wanted;
    for (; container; container = post_.containers[*container].parent) {
      wanted.insert(wanted.begin(), *container);
    }
    std::size_t common = 0;
    while (common < open_.size() && common < wanted.size() && open_[common] == wanted[common]) {
      ++common;
    }
    for (; open_.size() > common; open_.pop_back()) text_ += ')';
    for (; common < wanted.size(); ++common) {
      open_.push_back(wanted[common]);
      add(kContainers[static_cast<std::size_t>(post_.containers[wanted[common]].kind)]);
      text_ += '(';
    }
  }

  void add(std::string_view word) {
    if (!text_.empty() && text_.back() != '(') text_ += ' ';
    text_ += word;
  }

  std::string take() { return std::move(text_); }

 private:
  const Post& post_;
  std::vector<std::size_t> open_;
  std::string text_;
};

}  // namespace

Post parsed(std::string text, Dialect dialect) {
  Post post;
  post.dialect = dialect;
  post.text = std::move(text);
  post.body = span_at(0, post.text.size());
  MarkdownResult result = parse_markdown(post.text, post.body, dialect);
  post.containers = std::move(result.containers);
  post.blocks = std::move(result.blocks);
  post.definitions = std::move(result.definitions);
  if (result.problem) post.problems.push_back(*result.problem);
  return post;
}

std::string kinds(const Post& post) {
  std::string all;
  for (const Block& block : post.blocks) {
    if (!all.empty()) all += ' ';
    all += kBlocks[static_cast<std::size_t>(block.kind)];
  }
  return all;
}

std::string pieces(const Post& post, const Block& block) {
  std::string all;
  for (const Inline& piece : block.inlines) {
    if (!all.empty()) all += ' ';
    all += kInlines[static_cast<std::size_t>(piece.kind)];
    all += '(';
    all += slice(post, piece.span);
    all += ')';
  }
  return all;
}

std::string tree(const Post& post) {
  Brackets brackets(post);
  std::size_t next = 0;
  for (const Block& block : post.blocks) {
    while (next < post.containers.size() && post.containers[next].span.begin < block.span.begin) {
      brackets.go_to(next++);
    }
    brackets.go_to(block.container);
    brackets.add(kBlocks[static_cast<std::size_t>(block.kind)]);
  }
  while (next < post.containers.size()) brackets.go_to(next++);
  brackets.go_to(std::nullopt);
  return brackets.take();
}

}  // namespace recto::testing
