// Code that lost its fence, and tables that lost a cell in their line of dashes.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "harness.h"

using namespace recto;
using namespace recto::testing;

namespace {

const std::string kCode = "gate open --north\n# it takes a while\ngate wait\n";

Pair unfenced(const std::string& text) {
  return {"Open the gate first:\n\n```sh\n" + kCode + "```\n\nNow the guests know.\n",
          "Öffnen Sie zuerst das Tor:\n\n" + text + "\nJetzt wissen es die Gäste.\n"};
}

/// The only finding of the pair that is no hint, and its variant by the message.
std::string only_message(const Pair& pair) {
  std::vector<Diagnostic> found = diagnostics(pair);
  std::erase_if(found, [](const Diagnostic& one) { return one.severity == Severity::hint; });
  REQUIRE(found.size() == 1);
  return found.front().message;
}

bool is_about_fence(const Pair& pair) {
  const auto found = diagnostics(pair);
  return std::any_of(found.begin(), found.end(), [](const Diagnostic& one) {
    return one.message.find("its fence or its indent is lost") != std::string::npos;
  });
}

std::string with_crlf(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.insert(at, "\r");
  return text;
}

}  // namespace

TEST_CASE("code without its fence is fenced again where nothing but the fence is lost") {
  const auto found = diagnostics(unfenced(kCode));
  REQUIRE(found.size() == 1);
  CHECK(found.front().rule == "code/missing");
  REQUIRE(found.front().fix);
  CHECK(found.front().fix->safety == Safety::safe);
  CHECK(found.front().fix->edits.front().text == "```sh\n");
}

TEST_CASE("code that is indented or changed besides is not fenced by a machine") {
  const auto indented =
      diagnostics(unfenced("  gate open --north\n  # it takes a while\n  gate wait\n"));
  REQUIRE(!indented.empty());
  CHECK(!indented.front().fix);
  const auto changed = diagnostics(unfenced("gate open --north\n# es dauert\ngate wait\n"));
  REQUIRE(!changed.empty());
  CHECK(!changed.front().fix);
}

TEST_CASE("code without its fence is found in lines that end with CRLF") {
  Pair pair = unfenced(kCode);
  pair.translation = with_crlf(pair.translation);
  CHECK(is_about_fence(pair));
}

TEST_CASE("what HTML, a comment or a shortcode holds is no code without a fence") {
  CHECK(!is_about_fence(unfenced("<!--\n" + kCode + "-->\n")));
  CHECK(!is_about_fence(unfenced("<div><pre>\n" + kCode + "</pre></div>\n")));
}

TEST_CASE("a line that is text in the source, too, is no code without a fence") {
  const std::string url = "https://example.org/download\n";
  CHECK(
      !is_about_fence({"Take it from here.\n\n```\n" + url + "```\n\n" + url + "\nThe end of it.\n",
                       "Nehmen Sie es von hier.\n\n" + url + "\nDas Ende davon.\n"}));
}

TEST_CASE("of two like blocks of code one may be fenced still") {
  const std::string block = "```sh\n" + kCode + "```\n\n";
  const Pair pair{"First this:\n\n" + block + "Then that:\n\n" + block + "The end of it.\n",
                  "Zuerst dies:\n\n" + block + "Dann jenes:\n\n" + kCode + "\nDas Ende davon.\n"};
  CHECK(only_message(pair) ==
        "this is a sh block in the source, and text here: its fence or its indent is lost");
}

TEST_CASE("a table of which some rows are lost is not the broken one") {
  const std::string days = "| Day | Hour |\n| --- | --- |\n| Monday | 9 |\n| Friday | 8 |\n";
  const Pair pair{
      "The hours:\n\n" + days + "\nThe end of it.\n",
      "Die Stunden:\n\n| Tag | Stunde |\n| --- | --- |\n| Montag | 9 |\n\n| Freitag | 8 "
      "|\n\nDas Ende davon.\n"};
  const auto found = diagnostics(pair);
  CHECK(std::any_of(found.begin(), found.end(), [](const Diagnostic& one) {
    return one.message.starts_with("this table has fewer rows");
  }));
}

TEST_CASE("each broken table is told once, by the table that it is like") {
  const std::string days = "| Day | Hour |\n| --- | --- |\n| Monday | 9 |\n| Friday | 8 |\n";
  const std::string lamps =
      "| Lamp | Colour | Use |\n| --- | --- | --- |\n| tank | green | day |\n";
  const Pair pair{
      "Both tables:\n\n" + days + "\n" + lamps + "\nThe end of it.\n",
      "Beide Tabellen:\n\n| Lampe | Farbe | Zweck |\n| --- | --- |\n| Tank | grün | Tag "
      "|\n\nDas Ende davon.\n"};
  const auto found = diagnostics(pair);
  const auto broken = std::find_if(found.begin(), found.end(), [](const Diagnostic& one) {
    return one.message.starts_with("this is no table to Markdown");
  });
  REQUIRE(broken != found.end());
  CHECK(broken->message.ends_with("begins with: | Lamp | Colour | Use |"));
}
