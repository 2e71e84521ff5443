#include "base/glob.h"

#include <catch2/catch.hpp>
#include <string>

using recto::matches_glob;

TEST_CASE("glob: a star stays inside a folder") {
  CHECK(matches_glob("blog/*.md", "blog/a.md"));
  CHECK_FALSE(matches_glob("blog/*.md", "blog/x/a.md"));
  CHECK(matches_glob("blog/2024-*", "blog/2024-01-02-x.md"));
  CHECK_FALSE(matches_glob("*", "a/b"));
  CHECK(matches_glob("b?og/a", "blog/a"));
  CHECK_FALSE(matches_glob("blog?a", "blog/a"));
  CHECK(matches_glob("?.md", "ü.md"));
}

TEST_CASE("glob: two stars cross folders, and none at all") {
  CHECK(matches_glob("blog/**", "blog/a.md"));
  CHECK(matches_glob("blog/**", "blog/x/y/a.md"));
  CHECK_FALSE(matches_glob("blog/**", "blogs/a.md"));
  CHECK(matches_glob("**/drafts/**", "drafts/a.md"));
  CHECK(matches_glob("**/drafts/**", "blog/x/drafts/a.md"));
  CHECK_FALSE(matches_glob("**/drafts/**", "blog/mydrafts/a.md"));
  CHECK(matches_glob("blog/**/a.md", "blog/a.md"));
  CHECK(matches_glob("**", "any/thing"));
  CHECK(matches_glob("a**z", "a/b/z"));
}

TEST_CASE("glob: a plain name matches the file or all below the folder") {
  CHECK(matches_glob("blog/drafts", "blog/drafts/x/a.md"));
  CHECK(matches_glob("blog/drafts/", "blog/drafts/a.md"));
  CHECK(matches_glob("./blog/a.md", "blog/a.md"));
  CHECK_FALSE(matches_glob("blog/drafts", "blog/drafts2/a.md"));
  CHECK_FALSE(matches_glob("blog/*", "blog/x/a.md"));
}

TEST_CASE("glob: sets and choices") {
  CHECK(matches_glob("x[0-9a].md", "x7.md"));
  CHECK(matches_glob("x[!0-9].md", "xa.md"));
  CHECK_FALSE(matches_glob("x[!0-9].md", "x7.md"));
  CHECK_FALSE(matches_glob("x[!a]y", "x/y"));
  CHECK(matches_glob("x[à-ü]", "xé"));
  CHECK(matches_glob("{blog,docs}/*.{md,mdx}", "docs/a.mdx"));
  CHECK_FALSE(matches_glob("{blog,docs}/*.{md,mdx}", "news/a.md"));
  CHECK(matches_glob("a{b,c{d,e}f}g", "acefg"));
  CHECK(matches_glob("a{,b}c", "ac"));
  CHECK(matches_glob("a{b", "a{b"));
  CHECK(matches_glob("a[b", "a[b"));
  CHECK(matches_glob("a\\*b", "a*b"));
  CHECK_FALSE(matches_glob("a\\*b", "axb"));
}

TEST_CASE("glob: no pattern is slow, no bytes crash") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "**/*a{a,{a,b}}";
  const std::string path(5000, 'a');
  CHECK_FALSE(matches_glob(pattern, path + "/c"));
  // Backtracking would take longer than any run of the tests may.
  CHECK_FALSE(matches_glob("\xFF[\xC3-\xFE{,}\\", "\xFF\xC3"));
  CHECK(matches_glob("\xFF?", "\xFF\x80"));
  CHECK(matches_glob("", ""));
  CHECK(matches_glob(std::string(10'000, '{') + std::string(10'000, '}'), ""));
}
