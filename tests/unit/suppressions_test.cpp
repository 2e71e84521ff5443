#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/day.h"
#include "post/post.h"

using recto::BlockKind;
using recto::Dialect;
using recto::Post;

namespace {

Post parsed(const std::string& text, Dialect dialect = Dialect::docusaurus) {
  return recto::parse_post("post.md", {.language = "en"}, dialect, text);
}

/// What each allowance with a reach covers, by rule.
std::vector<std::string> reaches(const Post& post) {
  std::vector<std::string> result;
  for (const auto& allowance : post.suppressions.allowances) {
    std::string text = allowance.rule;
    if (allowance.reach) {
      text += ": " + std::string(slice(post, *allowance.reach));
      text.replace(text.find(": ") + 2, text.find("\n") - text.find(": ") - 1, "");
    }
    result.push_back(text);
  }
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a remark to recto in any form is no block") {
  for (const std::string remark :
       {"<!-- recto: allow link/extra -->", "{/* recto: allow link/extra */}",
        "[//]: # (recto: allow link/extra)", "<!--recto: allow link/extra\n-- a reason -->"}) {
    for (const Dialect dialect : {Dialect::docusaurus, Dialect::markdown, Dialect::hugo}) {
      const Post post = parsed("One.\n\n" + remark + "\n\nTwo.\n", dialect);
      CAPTURE(remark, static_cast<int>(dialect));
      REQUIRE(post.blocks.size() == 2);
      CHECK(post.definitions.empty());
      REQUIRE(post.suppressions.allowances.size() == 1);
      CHECK(post.suppressions.allowances[0].rule == "link/extra");
      CHECK(slice(post, post.suppressions.allowances[0].span) == "link/extra");
    }
  }
}

TEST_CASE("an allowance reaches to the end of the next block, list or table") {
  CHECK(reaches(parsed("<!-- recto: allow link, code/extra -->\nOne.\n\nTwo.\n")) ==
        Texts{"link: One.", "code/extra: One."});
  CHECK(reaches(parsed("<!-- recto: allow link -->\n- One\n- Two\n\nThree.\n")) ==
        Texts{"link: - One\n- Two"});
  CHECK(reaches(parsed("> <!-- recto: allow link -->\n> One.\n>\n> Two.\n")) ==
        Texts{"link: > One."});
  CHECK(reaches(parsed("One.\n\n<!-- recto: allow-file link -->\n")) == Texts{"link"});
}

TEST_CASE("an allowance may end with a day and give a reason") {
  const Post post =
      parsed("<!-- recto: allow a/b, c until 2026-12-31 -- until then, d -->\n\nX.\n");
  REQUIRE(post.suppressions.allowances.size() == 2);
  CHECK(post.suppressions.allowances[0].until == "2026-12-31");
  CHECK(post.suppressions.allowances[1].until == "2026-12-31");
  CHECK(post.suppressions.mistakes.empty());
}

TEST_CASE("the front matter key recto is no key and allows in the whole post") {
  const Post post =
      parsed("---\ntitle: T\nrecto:\n  allow: [link, 'a/b until 2026-12-31']\n---\n\nOne.\n");
  CHECK(post.front_matter.root.entries.size() == 1);
  CHECK(reaches(post) == Texts{"link", "a/b"});
  CHECK(post.suppressions.mistakes.empty());
}

TEST_CASE("what stands between local and end is taken out with its lists") {
  const Post post = parsed(
      "- One\n\n<!-- recto: local -->\n\n## Here\n\n- Two\n- Three\n\n<!-- recto: end -->\n\n"
      "> Four.\n");
  REQUIRE(post.blocks.size() == 2);
  CHECK(post.suppressions.local.size() == 3);
  CHECK(post.suppressions.local[0].kind == BlockKind::heading);
  CHECK(post.containers.size() == 3);
  REQUIRE(post.blocks[1].container);
  CHECK(post.containers[*post.blocks[1].container].kind == recto::ContainerKind::quote);
}

TEST_CASE("a remark that recto cannot follow is told, and takes nothing out") {
  for (const std::string remark : {"local", "end", "alow x", "allow", "allow x until soon", ""}) {
    const Post post = parsed("One.\n\n<!-- recto: " + remark + " -->\n\nTwo.\n");
    CAPTURE(remark);
    CHECK(post.blocks.size() == 2);
    CHECK(post.suppressions.mistakes.size() == 1);
    CHECK(post.suppressions.allowances.empty());
  }
}

TEST_CASE("code and prose about remarks are left alone") {
  const Post post = parsed(
      "```html\n<!-- recto: allow link -->\n```\n\nWrite `<!-- recto: local -->` before it.\n");
  CHECK(post.blocks.size() == 2);
  CHECK(post.suppressions == recto::Suppressions{});
}

TEST_CASE("a day is one of the calendar") {
  CHECK(recto::is_day("2024-02-29"));
  for (const std::string text : {"2023-02-29", "2024-13-01", "2024-1-01", "soon", ""}) {
    CAPTURE(text);
    CHECK_FALSE(recto::is_day(text));
  }
  CHECK(recto::is_day(recto::today()));
}

TEST_CASE("a remark without its colon is told, and prose about recto is not") {
  const auto mistakes = [](const std::string& comment) {
    return parse_post("x.md", {.language = "en"}, Dialect::markdown,
                      "<!-- " + comment + " -->\n\nTea.\n")
        .suppressions.mistakes.size();
  };
  CHECK(mistakes("recto allow number/changed") == 1);
  CHECK(mistakes("recto: allow number/changed") == 0);
  CHECK(mistakes("recto checks this page") == 0);
  CHECK(mistakes("recto allow me to say so") == 0);
}
