// The outline that recto makes line by line, held against the one that md4c makes by itself.

#include <md4c.h>

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpus.h"
#include "parsed.h"

namespace {

using namespace recto;

/// The blocks that md4c reports, one letter each. A tight item's paragraph is not reported as such:
/// it begins with the first text outside other blocks.
struct Reported {
  std::string kinds;
  std::vector<MD_BLOCKTYPE> open;
  bool is_in_leaf = false;

  void begin(MD_BLOCKTYPE type) {
    is_in_leaf = type != MD_BLOCK_LI && type != MD_BLOCK_QUOTE && type != MD_BLOCK_DOC;
    open.push_back(type);
    if (type == MD_BLOCK_H) kinds += 'h';
    if (type == MD_BLOCK_P) kinds += 'p';
    if (type == MD_BLOCK_CODE) kinds += 'c';
    if (type == MD_BLOCK_HTML) kinds += '<';
    if (type == MD_BLOCK_HR) kinds += '-';
    if (type == MD_BLOCK_TR) kinds += '|';
  }
  void end() {
    open.pop_back();
    is_in_leaf = false;
  }
  void say() {
    if (!is_in_leaf && open.back() == MD_BLOCK_LI) kinds += 'p';
    is_in_leaf = true;
  }
};

Reported& reported(void* user) {
  return *static_cast<Reported*>(user);
}

std::string kinds_by_md4c(std::string_view text) {
  Reported result;
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
    reported(user).begin(type);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void* user) {
    reported(user).end();
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE, void*, void* user) {
    reported(user).say();
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void* user) {
    // Inside a table, cells are leaves of their own.
    const MD_BLOCKTYPE type = reported(user).open.back();
    if (type == MD_BLOCK_LI) reported(user).say();
    return 0;
  };
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &result);
  return result.kinds;
}

std::string kinds_by_recto(const Post& post) {
  std::string kinds;
  for (const Block& block : post.blocks) {
    constexpr std::string_view kLetters = "hpp|c<-   ";
    const char letter = kLetters[static_cast<std::size_t>(block.kind)];
    if (letter != ' ') kinds += letter;
  }
  return kinds;
}

/// The post without what md4c knows nothing of: directives, and shortcodes in prose.
std::string without_dialect(const Post& post) {
  std::string text = post.text;
  for (const Block& block : post.blocks) {
    for (std::uint32_t i = block.span.begin; i < block.span.end; ++i) {
      if (block.kind == BlockKind::directive && text[i] != '\n') text[i] = ' ';
    }
    for (const Inline& piece : block.inlines) {
      if (piece.kind != InlineKind::placeholder || block.kind == BlockKind::directive) continue;
      for (std::uint32_t i = piece.span.begin; i < piece.span.end; ++i) text[i] = i % 2 ? 'x' : ' ';
      text[piece.span.begin] = text[piece.span.end - 1] = 'x';
    }
  }
  return text;
}

}  // namespace

TEST_CASE("markdown: the blocks of real posts are those that md4c finds") {
  const auto folder = recto::testing::corpus_folder();
  if (!folder) return;
  for (const auto& path : recto::testing::markdown_files(*folder)) {
    if (path.extension() == ".mdx") continue;
    INFO(path.string());
    const Post post = recto::testing::parsed(recto::testing::read_all(path));
    CHECK(kinds_by_recto(post) == kinds_by_md4c(without_dialect(post)));
  }
}
