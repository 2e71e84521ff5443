// What a translation program left, and how safely it can be taken away.

#include <catch2/catch.hpp>
#include <string>

#include "harness.h"

namespace {

using namespace recto;
using recto::testing::diagnostics;
using recto::testing::rule_names;

const std::string kFrontMatter = "---\ntitle: Der Kessel\n---\n\n";
const std::string kBody = "Der Kessel fasst 12 Liter.\n\n```sh\nboil 12\n```\n\nSonst nichts.\n";
const std::string kSource =
    "---\ntitle: The kettle\n---\n\nThe kettle holds 12 litres.\n\n```sh\nboil 12\n```\n\nNo "
    "more.\n";

/// The one finding on a translation of the source.
Diagnostic only_finding(const std::string& translation) {
  const auto found = diagnostics({kSource, translation, "de", {}});
  INFO(translation);
  REQUIRE(rule_names(found) == std::vector<std::string>{"text/leftover"});
  REQUIRE(found.size() == 1);
  REQUIRE(found.front().fix);
  return found.front();
}

std::string mended(std::string text, const Fix& fix) {
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit) {
    text.replace(edit->span.begin, edit->span.size(), edit->text);
  }
  return text;
}

TEST_CASE("a fence around a whole post is taken away safely, the code in it aside") {
  const std::string post = kFrontMatter + kBody;
  for (const std::string opening : {"```\n", "```markdown\n", "````md\n"}) {
    const std::string marks = opening.substr(0, opening.find_first_not_of('`'));
    const std::string text = opening + post + marks + "\n";
    const Fix fix = *only_finding(text).fix;
    CHECK(fix.safety == Safety::safe);
    CHECK(mended(text, fix) == post);
  }
}

TEST_CASE("any other fence is taken away only when asked for") {
  const std::string around_keys = "```yaml\n---\ntitle: Der Kessel\n---\n```\n\n" + kBody;
  const std::string around_body = kFrontMatter + "```markdown\n" + kBody + "```\n";
  const std::string behind_words =
      "Hier ist die Übersetzung:\n\n```\n" + kFrontMatter + kBody + "```\n";
  for (const std::string& text : {around_keys, around_body, behind_words}) {
    CHECK(only_finding(text).fix->safety == Safety::unsafe);
  }
  CHECK(mended(around_keys, *only_finding(around_keys).fix) ==
        "---\ntitle: Der Kessel\n---\n\n" + kBody);
  CHECK(mended(around_body, *only_finding(around_body).fix) ==
        "---\ntitle: Der Kessel\n---\n" + kBody);
  CHECK(mended(behind_words, *only_finding(behind_words).fix) == kFrontMatter + kBody);
}

TEST_CASE("what a program said around the post is taken away as a whole") {
  const std::string post = kFrontMatter + kBody;
  const std::string before = "Sure! Here is the translation:\n\n" + post;
  CHECK(mended(before, *only_finding(before).fix) == post);
  const std::string behind = post + "\n---\n\nNote: I kept the code as it is.\n\n- One more\n";
  CHECK(mended(behind, *only_finding(behind).fix) == post);
  const std::string fence = post + "```\n";
  CHECK(mended(fence, *only_finding(fence).fix) == post);
}

TEST_CASE("a second front matter in the body is one finding") {
  const std::string text = kFrontMatter + "Der Kessel fasst 12 Liter.\n\n" + kFrontMatter +
                           "```sh\nboil 12\n```\n\nSonst nichts.\n";
  const Diagnostic found = only_finding(text);
  CHECK(found.at.line == 7);
  CHECK(mended(text, *found.fix).find("title:", 10) == std::string::npos);
}

}  // namespace
