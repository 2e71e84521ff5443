#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "align/align.h"
#include "corpus.h"

// What happens to one block of a post must be found as just that, whichever block it is.

namespace {

using recto::align;
using recto::Alignment;
using recto::BlockKind;
using recto::Match;
using recto::Post;
using recto::Run;

const std::string kSite = RECTO_ROOT "/tests/site/";

std::vector<Post> posts(const std::string& folder, const std::string& language) {
  std::vector<Post> result;
  for (const auto& file : recto::testing::markdown_files(kSite + folder)) {
    result.push_back(recto::parse_post(file.filename().string(), {.language = language},
                                       recto::Dialect::docusaurus, recto::testing::read_all(file)));
  }
  REQUIRE_FALSE(result.empty());
  return result;
}

/// Posts with their translations.
std::vector<std::pair<Post, Post>> pairs(const std::string& language) {
  std::vector<std::pair<Post, Post>> result;
  for (const Post& translation :
       posts("i18n/" + language + "/docusaurus-plugin-content-blog", language)) {
    for (const Post& source : posts("blog", "en")) {
      if (source.path == translation.path) result.push_back({source, translation});
    }
  }
  REQUIRE_FALSE(result.empty());
  return result;
}

std::string text(const Post& post, std::size_t index) {
  return std::string(slice(post, post.blocks[index].span));
}

/// The texts of the blocks that one side has alone.
std::vector<std::string> lone(const Post& post, const Alignment& alignment, Run Match::*have,
                              Run Match::*lack) {
  std::vector<std::string> texts;
  for (const Match& match : alignment) {
    if ((match.*lack).count == 0) texts.push_back(text(post, (match.*have).first));
  }
  return texts;
}

std::vector<std::string> dropped(const Post& source, const Alignment& alignment) {
  return lone(source, alignment, &Match::source, &Match::translation);
}

std::vector<std::string> added(const Post& translation, const Alignment& alignment) {
  return lone(translation, alignment, &Match::translation, &Match::source);
}

Post without_block(Post post, std::size_t index) {
  post.blocks.erase(post.blocks.begin() + static_cast<std::ptrdiff_t>(index));
  return post;
}

Post with_block(Post post, std::size_t index, recto::Block block) {
  post.blocks.insert(post.blocks.begin() + static_cast<std::ptrdiff_t>(index), std::move(block));
  return post;
}

TEST_CASE("every post aligned with itself is the identity") {
  for (const Post& post : posts("blog", "en")) {
    INFO(post.path);
    const Alignment alignment = align(post, post);
    REQUIRE(alignment.size() == post.blocks.size());
    for (std::size_t i = 0; i < alignment.size(); ++i) {
      CHECK(alignment[i].source == Run{i, 1});
      CHECK(alignment[i].translation == Run{i, 1});
      CHECK(!alignment[i].moved);
    }
  }
}

TEST_CASE("each block of the source is matched, left alone or joined exactly once") {
  for (const std::string language : {"vi", "ja"}) {
    for (const auto& [source, translation] : pairs(language)) {
      INFO(language << " " << source.path);
      std::vector<int> seen(source.blocks.size());
      std::vector<int> found(translation.blocks.size());
      for (const Match& match : align(source, translation)) {
        for (std::size_t i = 0; i < match.source.count; ++i) ++seen[match.source.first + i];
        for (std::size_t i = 0; i < match.translation.count; ++i) {
          ++found[match.translation.first + i];
        }
      }
      CHECK(seen == std::vector<int>(source.blocks.size(), 1));
      CHECK(found == std::vector<int>(translation.blocks.size(), 1));
    }
  }
}

TEST_CASE("deleting any block of a post drops just that block") {
  for (const Post& post : posts("blog", "en")) {
    for (std::size_t i = 0; i < post.blocks.size(); ++i) {
      INFO(post.path << ": " << text(post, i));
      const Post rest = without_block(post, i);
      const Alignment alignment = align(post, rest);
      CHECK(dropped(post, alignment) == std::vector{text(post, i)});
      CHECK(added(rest, alignment).empty());
    }
  }
}

TEST_CASE("duplicating any block of a post adds just that block") {
  for (const Post& post : posts("blog", "en")) {
    for (std::size_t i = 0; i < post.blocks.size(); ++i) {
      INFO(post.path << ": " << text(post, i));
      const Post more = with_block(post, i, post.blocks[i]);
      const Alignment alignment = align(post, more);
      CHECK(dropped(post, alignment).empty());
      CHECK(added(more, alignment) == std::vector{text(post, i)});
    }
  }
}

TEST_CASE("moving any block of a post loses it in one place and finds it in the other") {
  constexpr std::size_t kFar = 5;
  for (const Post& post : posts("blog", "en")) {
    for (std::size_t i = 0; i + kFar < post.blocks.size(); ++i) {
      // A heading that moves leaves its section to another one: that is more than one block.
      if (post.blocks[i].kind == BlockKind::heading) continue;
      INFO(post.path << ": " << text(post, i));
      const Post moved = with_block(without_block(post, i), i + kFar, post.blocks[i]);
      const Alignment alignment = align(post, moved);
      CHECK(dropped(post, alignment) == std::vector{text(post, i)});
      CHECK(added(moved, alignment) == std::vector{text(post, i)});
    }
  }
}

TEST_CASE("a divider inserted anywhere in a post is added, and nothing else") {
  for (const Post& post : posts("blog", "en")) {
    for (std::size_t i = 0; i <= post.blocks.size(); ++i) {
      INFO(post.path << ": before block " << i);
      const Post more = with_block(post, i, {.kind = BlockKind::divider});
      const Alignment alignment = align(post, more);
      CHECK(dropped(post, alignment).empty());
      CHECK(added(more, alignment).size() == 1);
    }
  }
}

TEST_CASE("deleting any paragraph of a translation drops one block of the source") {
  for (const std::string language : {"vi", "ja"}) {
    for (const auto& [source, translation] : pairs(language)) {
      const Alignment whole = align(source, translation);
      for (const Match& match : whole) {
        if (match.source.count != 1 || match.translation.count != 1) continue;
        if (source.blocks[match.source.first].kind == BlockKind::heading) continue;
        INFO(language << " " << source.path << ": " << text(source, match.source.first));
        const Post rest = without_block(translation, match.translation.first);
        std::vector<std::string> expected = dropped(source, whole);
        std::vector<std::string> found = dropped(source, align(source, rest));
        CHECK(found.size() == expected.size() + 1);
      }
    }
  }
}

}  // namespace
