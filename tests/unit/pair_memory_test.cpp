#include "run/pair_memory.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using recto::CustomUse;
using recto::decoded;
using recto::Diagnostic;
using recto::encoded;
using recto::Fact;
using recto::Location;
using recto::PairMemory;

namespace {

Location location(const std::string& path) {
  return {path, {3, 9}, 2, 4, 2, 10, 5, 11, "![map]"};
}

Diagnostic diagnostic() {
  return {
      .at = location("i18n/de/x.md"),
      .source = location("blog/x.md"),
      .excerpt = {"a line", {2, 6}},
      .source_excerpt = recto::Excerpt{"its source", {0, 3}},
      .locale = *recto::parse_locale("zh-Hant-TW"),
      .rule = "image/changed",
      .severity = recto::Severity::error,
      .message = "another image",
      .expected = "a.png",
      .found = "b.png",
      .count = 2,
      .fingerprint = "0123456789abcdef",
      .fix = recto::Fix{recto::Safety::unsafe, "use `a.png`", {{{3, 8}, "a.png"}, {{9, 9}, ""}}},
      .edited = {location("i18n/de/x.md")}};
}

PairMemory memory() {
  PairMemory memory;
  recto::Facts& words = memory.facts["spelling/unknown-word"];
  words.add({.key = "rentabilité", .span = {5, 17}, .source = recto::Span{1, 2}, .count = 3});
  words.add({.key = "mot-clé", .value = "clé", .span = {40, 48}});
  memory.facts["tag/inconsistent"] = {};
  memory.customs.push_back(
      {.rule = "image/changed", .custom = "a\nb\n", .message = "in {posts}", .diagnostic = 0});
  memory.diagnostics.push_back(diagnostic());
  memory.diagnostics.push_back({.rule = "heading/missing"});
  memory.asked = {{"blog/map.png", true}, {"blog/plan.png", false}};
  memory.headings = {{{10, 2, {}}}, {{12, 2, {}}, {40, 3, {44, 50}}}};
  memory.has_verdict = true;
  return memory;
}

}  // namespace

TEST_CASE("pair memory: bytes give back what was written") {
  CHECK(decoded(encoded(memory())) == memory());
  CHECK(decoded(encoded({})) == PairMemory{});
}

TEST_CASE("pair memory: without a verdict no findings are kept") {
  PairMemory told = memory();
  told.has_verdict = false;
  const auto kept = decoded(encoded(told));
  REQUIRE(kept);
  CHECK(kept->facts == told.facts);
  CHECK(kept->diagnostics.empty());
  CHECK(kept->asked.empty());
  CHECK(kept->customs.front().diagnostic == std::nullopt);
}

TEST_CASE("pair memory: bytes that are cut or go on are no memory") {
  const std::string whole = encoded(memory());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO(size);
    CHECK(decoded(whole.substr(0, size)) == std::nullopt);
  }
  CHECK(decoded(whole + "x") == std::nullopt);
}

TEST_CASE("pair memory: a count that bytes cannot hold asks for no memory") {
  CHECK(decoded(std::string("\xFF\xFF\xFF\xFF", 4)) == std::nullopt);
}

TEST_CASE("pair memory: of a pair that is not reported only what it tells is read") {
  const auto told = decoded(encoded(memory()), recto::Wanted::facts_and_customs);
  REQUIRE(told);
  CHECK(told->facts == memory().facts);
  CHECK(told->customs.front().message == "in {posts}");
  CHECK(told->customs.front().diagnostic == std::nullopt);
  CHECK(told->diagnostics.empty());
  CHECK(told->has_verdict);
}

TEST_CASE("pair memory: facts come back one by one, whatever their numbers are") {
  recto::Facts facts;
  facts.add({.key = "", .value = "x", .span = {0, 4'000'000'000U}, .count = 127});
  facts.add({.key = std::string(300, 'k'), .span = {128, 16'384}, .source = recto::Span{7, 7}});
  std::vector<std::uint32_t> ends;
  for (const Fact& fact : recto::Facts(std::string(facts.packed()))) ends.push_back(fact.span.end);
  CHECK(ends == std::vector<std::uint32_t>{4'000'000'000U, 16'384});
}

TEST_CASE("pair memory: a fact that is cut ends the list") {
  recto::Facts facts;
  facts.add({.key = "river", .span = {3, 8}});
  facts.add({.key = "bank"});
  const std::string packed(facts.packed());
  std::vector<std::string> keys;
  for (const Fact& fact : recto::Facts(packed.substr(0, packed.size() - 1))) {
    keys.emplace_back(fact.key);
  }
  CHECK(keys == std::vector<std::string>{"river"});
}
