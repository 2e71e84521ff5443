// What a reader sees of marks that Markdown does not take for marks, and what mends it.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "checks/literal_links.h"
#include "checks/literal_marks.h"
#include "harness.h"
#include "parsed.h"

namespace {

using namespace recto;
using recto::testing::diagnostics;
using recto::testing::parsed;

std::vector<std::string> marks_in(const std::string& text) {
  const Post post = parsed(text);
  std::vector<std::string> marks;
  for (const Block& block : post.blocks) {
    for (const auto& mark : checks::literal_marks(post, block)) {
      marks.emplace_back(slice(post, mark.span));
    }
  }
  return marks;
}

/// The targets of literal links, `!` before those of images.
std::vector<std::string> links_in(const std::string& text) {
  const Post post = parsed(text);
  std::vector<std::string> links;
  for (const Block& block : post.blocks) {
    for (const auto& link : checks::literal_links(post, block)) {
      links.push_back((link.is_image ? "!" : "") + std::string(slice(post, link.target)));
    }
  }
  return links;
}

/// `translation` with the fixes of the findings about its markup made.
std::string mended(const std::string& source, std::string translation) {
  const auto found = diagnostics({source, translation, "ja", {}});
  for (auto each = found.rbegin(); each != found.rend(); ++each) {
    if (each->rule != "markup/literal" || !each->fix) continue;
    for (auto edit = each->fix->edits.rbegin(); edit != each->fix->edits.rend(); ++edit) {
      translation.replace(edit->span.begin, edit->span.size(), edit->text);
    }
  }
  return translation;
}

using Strings = std::vector<std::string>;

TEST_CASE("literal marks are those that a reader sees") {
  CHECK(marks_in("a **b** c") == Strings{});
  CHECK(marks_in("a **b ** c") == Strings{"**", "**"});
  CHECK(marks_in("a **b c") == Strings{"**"});
  CHECK(marks_in("今夜も**「北門」**は") == Strings{"**", "**"});
  CHECK(marks_in("`a ** b` and \\** c") == Strings{"*"});
  CHECK(marks_in("https://example.org/a__b__c ![a ** b](c.png)") == Strings{});
  CHECK(marks_in("```\n**\n```") == Strings{});
}

TEST_CASE("marks belong together two by two, whatever Markdown makes of them") {
  const Post post = parsed("**「a」**と**「b」**の");
  const Block& block = post.blocks.front();
  const auto meant = checks::meant_emphasis(post, block, block.span, "**");
  REQUIRE(meant.size() == 2);
  CHECK(slice(post, meant[0].content()) == "「a」");
  CHECK(slice(post, meant[1].content()) == "「b」");
  CHECK(meant[0].is_literal);
  CHECK(meant[1].is_literal);
}

TEST_CASE("literal links are those whose brackets and parentheses a reader sees") {
  CHECK(links_in("[a](/b)") == Strings{});
  CHECK(links_in("[a] (/b)") == Strings{"/b"});
  CHECK(links_in("![a] (b.png)") == Strings{"!b.png"});
  CHECK(links_in("[a]（https://example.org/b）です") == Strings{"https://example.org/b"});
  CHECK(links_in("[a](/b and more") == Strings{"/b"});
  CHECK(links_in("see ([a](/b, and more)") == Strings{"/b"});
  CHECK(links_in("[a(/b) and more") == Strings{"/b"});
  CHECK(links_in("[a (b) c] and \\[a] (/b)") == Strings{});
  CHECK(links_in("`[a] (/b)`") == Strings{});
  CHECK(links_in("[a] (/b_(c)) and [d] (/e \"f\")") == Strings{"/b_(c)", "/e"});
  CHECK(links_in("[sic] (and so on), [a]") == Strings{});
}

TEST_CASE("a fix renders: marks move, or become HTML where nothing else helps") {
  const std::string bold = "A **word** here.\n";
  CHECK(mended(bold, "ここに**言葉 **です。\n") == "ここに**言葉** です。\n");
  CHECK(mended(bold, "ここに ** 言葉 ** です。\n") == "ここに **言葉** です。\n");
  CHECK(mended(bold, "ここに**言葉：**です。\n") == "ここに**言葉**：です。\n");
  CHECK(mended(bold, "ここに**「言葉」**です。\n") == "ここに「**言葉**」です。\n");
  CHECK(mended(bold, "ここに**言葉（ことば）**です。\n") ==
        "ここに<strong>言葉（ことば）</strong>です。\n");
  CHECK(mended("**A** and **b**.\n", "**「あ」**と**「い」**の。\n") ==
        "「**あ**」と「**い**」の。\n");
}

TEST_CASE("a fix of a link writes its marks as they should be") {
  const std::string link = "Read [it](/a) now.\n";
  CHECK(mended(link, "今[それ] (/a)を読む。\n") == "今[それ](/a)を読む。\n");
  CHECK(mended(link, "今[それ]（/a）を読む。\n") == "今[それ](/a)を読む。\n");
  CHECK(mended(link, "今[それ(/a)を読む。\n") == "今[それ](/a)を読む。\n");
  CHECK(mended(link, "今[それ](/aを読む。\n") == "今[それ](/a)を読む。\n");
}

TEST_CASE("thousands of broken marks in one paragraph do not take long") {
  std::string text;
  std::string source;
  for (int i = 0; i < 10000; ++i) text += "**a ";
  for (int i = 0; i < 10000; ++i) source += "**a** ";
  CHECK(marks_in(text).size() == 10000);
  std::string brackets;
  for (int i = 0; i < 20000; ++i) brackets += "[(";
  CHECK(links_in(brackets).size() < 20000);
  CHECK(diagnostics({source + "\n", text + "\n", "de", {}}).size() > 1);
}

/// What the findings about markup say, in order.
Strings messages(const std::string& source, const std::string& translation) {
  Strings messages;
  for (const auto& found : diagnostics({source, translation, "ja", {}})) {
    if (found.rule == "markup/literal") messages.push_back(found.message);
  }
  return messages;
}

TEST_CASE("emphasis that only fails because of marks before it is no finding of its own") {
  CHECK(messages("He calls it *“the gate”* and it is *always* open.\n",
                 "彼はそれを*「門」*と呼び、それは*いつも*開いています。\n") ==
        Strings{"readers see the marks in `*「門」*`; the source's render"});
}

TEST_CASE("two asterisks of which Markdown takes one are still the bold mark that was meant") {
  CHECK(messages("The **“old” gate** is *“a wonder”*, they say, and so is the **north gate**.\n",
                 "あの**門「旧」**は*「驚き」*だと言われ、**北門**もそうです。\n") ==
        Strings{"readers see the marks in `**門「旧」**`; the source's render"});
}

}  // namespace
