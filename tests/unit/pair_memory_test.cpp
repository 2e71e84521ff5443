#include "run/pair_memory.h"

#include <catch2/catch.hpp>
#include <string>

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
  memory.facts["spelling/unknown-word"] = {
      {.key = "rentabilité", .value = "", .span = {5, 17}, .source = recto::Span{1, 2}, .count = 3},
      {.key = "mot-clé", .value = "clé", .span = {40, 48}}};
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
