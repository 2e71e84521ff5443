#include "run/pair_memory.h"

#include <catch2/catch.hpp>
#include <string>

using recto::CustomUse;
using recto::decoded;
using recto::encoded;
using recto::Fact;
using recto::PairMemory;

namespace {

PairMemory memory() {
  PairMemory memory;
  memory.facts["spelling/unknown-word"] = {
      {.key = "rentabilité", .value = "", .span = {5, 17}, .source = recto::Span{1, 2}, .count = 3},
      {.key = "mot-clé", .value = "clé", .span = {40, 48}}};
  memory.facts["tag/inconsistent"] = {};
  memory.customs.push_back({.rule = "image/changed", .custom = "a\nb\n", .message = "in {posts}"});
  return memory;
}

}  // namespace

TEST_CASE("pair memory: bytes give back what was written") {
  CHECK(decoded(encoded(memory())) == memory());
  CHECK(decoded(encoded({})) == PairMemory{});
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
