#include "report/diff.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>
#include <string>

#include "harness.h"
#include "temporary_folder.h"

using recto::unified_diff;

namespace {

/// What `git apply` makes of `before` with the patch.
std::string patched(const std::string& name, const std::string& before, const std::string& after) {
  const TemporaryFolder folder;
  folder.write(name, before);
  folder.write("patch", unified_diff(name, before, after));
  const std::string apply = "cd '" + folder.path().string() +
                            "' && GIT_CEILING_DIRECTORIES=/ git apply --whitespace=nowarn patch";
  REQUIRE(std::system(apply.c_str()) == 0);  // NOLINT: the shell is what is tested against
  return recto::testing::file_content(folder.path() / name);
}

std::string random_lines(std::mt19937& random) {
  std::string text;
  for (auto count = random() % 30; count > 0; --count) {
    text += static_cast<char>('a' + random() % 4);
    text += random() % 9 == 0 ? "\r\n" : "\n";
  }
  if (random() % 3 == 0) text += "end";
  return text;
}

}  // namespace

TEST_CASE("diff: a changed line stands between three lines on both sides") {
  CHECK(
      unified_diff("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n") ==
      "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n "
      "7\n 8\n");
  CHECK(unified_diff("a.md", "same\n", "same\n").empty());
}

TEST_CASE("diff: changes far apart are two hunks, near ones are one") {
  const auto hunks = [](int lines_between) {
    std::string between;
    for (int i = 0; i < lines_between; ++i) between += std::to_string(i) + "\n";
    const std::string patch = unified_diff("a", "a\n" + between + "b\n", "x\n" + between + "y\n");
    return patch.find("@@ -", patch.find("@@ -") + 1) == std::string::npos ? 1 : 2;
  };
  CHECK(hunks(6) == 1);
  CHECK(hunks(7) == 2);
}

TEST_CASE("diff: git applies a patch for any name and any last line") {
  const std::string before = "a\nb\nc";
  CHECK(patched("with blank.md", before, "a\nX\nc\n") == "a\nX\nc\n");
  CHECK(patched("tiếng \"Việt\"\t.md", before, "a\nb\n") == "a\nb\n");
  CHECK(patched("dir/x.md",
                "\xEF\xBB\xBF"
                "a\r\nb\r\n",
                "\xEF\xBB\xBF"
                "a\r\nc\r\n") ==
        "\xEF\xBB\xBF"
        "a\r\nc\r\n");
}

TEST_CASE("diff: git makes the new text of the old one, whatever they are") {
  std::mt19937 random(7);  // NOLINT: the same texts each time
  for (int i = 0; i < 60; ++i) {
    const std::string before = random_lines(random);
    const std::string after = random_lines(random);
    INFO(before << "=====\n" << after);
    if (before.empty() || after.empty() || before == after) continue;
    CHECK(patched("post.md", before, after) == after);
  }
}

TEST_CASE("diff: texts that have nothing in common are replaced, and it takes no long time") {
  std::string before;
  std::string after;
  for (int i = 0; i < 20'000; ++i) {
    before += "old " + std::to_string(i) + "\n";
    after += "new " + std::to_string(i) + "\n";
  }
  CHECK(patched("post.md", before, after) == after);
}
