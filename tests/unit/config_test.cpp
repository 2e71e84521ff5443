#include "config.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/error.h"

namespace {

using recto::Config;
using recto::Error;
using recto::parse_config;
using recto::Severity;

std::string refusal(const std::string& text) {
  try {
    parse_config(text, "recto.yaml");
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

TEST_CASE("every key of recto.yaml is read") {
  const Config config = parse_config(
      "source: en\n"
      "locales: {pt: {is: pt-BR}, en-GB: {variant: true}}\n"
      "content:\n"
      "  - source: blog/{path}.md\n"
      "    translation: i18n/{locale}/blog/{path}.md\n"
      "dialect: mdx\n"
      "exclude: [blog/drafts/**]\n"
      "words: {vi: [vi.txt]}\n"
      "terms: [terms.yaml]\n"
      "dictionaries: {pt: pt_BR}\n"
      "front_matter: {same: [authors], local: [image]}\n"
      "rules:\n"
      "  spelling: off\n"
      "  heading/restyled: error\n"
      "  spelling/unknown-word: {severity: warning, used_in: 2}\n"
      "overrides:\n"
      "  - {files: blog/2024-*, locales: [ar], rules: {heading: off}}\n"
      "fail_on: warning\n"
      "limits: {file_size: 2 MiB, nesting: 8, findings_per_file: 50}\n",
      "recto.yaml");
  CHECK(config.source->tag() == "en");
  REQUIRE(config.locales.size() == 2);
  CHECK(config.locales[0].folder == "pt");
  CHECK(config.locales[0].locale.tag() == "pt-BR");
  CHECK(config.locales[1].variant == true);
  REQUIRE(config.content.size() == 1);
  CHECK(config.content[0].source == "blog/{path}.md");
  CHECK(config.locale_words.at("vi") == std::vector<std::string>{"vi.txt"});
  CHECK(config.dictionaries.at("pt") == "pt_BR");
  CHECK(config.front_matter->local == std::vector<std::string>{"image"});
  REQUIRE(config.rules.size() == 3);
  CHECK(config.rules[0].severity == Severity::off);
  CHECK(config.rules[2].with.at("used_in").values == std::vector<std::string>{"2"});
  CHECK(config.overrides[0].pairs.files == std::vector<std::string>{"blog/2024-*"});
  CHECK(config.fail_on == recto::FailOn::warning);
  CHECK(config.limits.file_size == 2U << 20U);
  CHECK(config.limits.nesting == 8);
  CHECK(config.limits.findings_per_file == 50);
  CHECK(config.limits.pair_work == recto::Limits().pair_work);
}

TEST_CASE("an empty recto.yaml changes nothing") {
  Config expected;
  expected.path = "recto.yaml";
  CHECK(parse_config("", "recto.yaml") == expected);
  CHECK(parse_config("# only a comment\n", "recto.yaml") == expected);
}

TEST_CASE("what cannot be right is refused with its line and a suggestion") {
  CHECK(refusal("sorce: en\n") == "recto.yaml:1: unknown key `sorce`; did you mean `source`?");
  CHECK(refusal("source: en\nlimits: {filesize: 1}\n") ==
        "recto.yaml:2: unknown key `filesize`; did you mean `file_size`?");
  CHECK(refusal("rules: {heading: loud}\n") ==
        "recto.yaml:1: `loud` is no severity; use error, warning, hint or off");
  CHECK(refusal("locales: [vi, tlhingan]\n") ==
        "recto.yaml:1: `tlhingan` is no language tag such as `vi` or `pt-BR`");
  CHECK(refusal("limits: {file_size: big}\n") == "recto.yaml:1: `big` is no size such as `8 MiB`");
  CHECK(refusal("exclude: {a: b}\n") == "recto.yaml:1: `exclude` takes a list");
  CHECK(refusal("- a\n") == "recto.yaml:1: recto.yaml takes keys with values");
}

}  // namespace
