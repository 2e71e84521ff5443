#include "run/term_memory.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/error.h"
#include "temporary_folder.h"

using recto::decoded_terms;
using recto::encoded;
using recto::parse_terms;
using recto::remembered_terms;
using recto::Terms;

namespace {

std::string termbase() {
  std::string text =
      "- source: rain gauge\n  note: the tool\n  vi: {use: [máy đo mưa, vũ kế], not: gậy mưa}\n"
      "- source: Heronlight\n  keep: true\n  case: false\n";
  for (int i = 0; i < 50; ++i) {
    text += "- source: part " + std::to_string(i) + "\n  fr: pièce " + std::to_string(i) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("term memory: bytes give back what was written, and nothing when they are cut") {
  const Terms terms = parse_terms(termbase(), "terms.yaml");
  const std::string bytes = encoded(terms);
  CHECK(decoded_terms(bytes) == terms);
  CHECK(decoded_terms(encoded({})) == Terms{});
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    INFO(size);
    CHECK(decoded_terms(bytes.substr(0, size)) == std::nullopt);
  }
}

TEST_CASE("term memory: a termbase reads the same when it is remembered, and when it changed") {
  const TemporaryFolder folder;
  const std::string text = termbase();
  const Terms terms = parse_terms(text, "terms.yaml");
  CHECK(remembered_terms(folder.path(), text, "terms.yaml") == terms);
  CHECK(std::filesystem::exists(folder.path() / "termbases"));
  CHECK(remembered_terms(folder.path(), text, "terms.yaml") == terms);
  const std::string more = text + "- source: tide\n  fr: marée\n";
  CHECK(remembered_terms(folder.path(), more, "terms.yaml") == parse_terms(more, "terms.yaml"));
}

TEST_CASE("term memory: a broken termbase is refused each time") {
  const TemporaryFolder folder;
  const std::string text = termbase() + "- sauce: tide\n";
  CHECK_THROWS_AS(remembered_terms(folder.path(), text, "terms.yaml"), recto::Error);
  CHECK_THROWS_AS(remembered_terms(folder.path(), text, "terms.yaml"), recto::Error);
}
