#include <catch2/catch.hpp>
#include <string>

#include "base/error.h"
#include "config.h"

// recto.yaml as people get it wrong: every value is refused with its line and what is expected.

namespace {

using recto::Config;
using recto::parse_config;

std::string refusal(const std::string& text) {
  try {
    parse_config(text, "recto.yaml");
  } catch (const recto::Error& error) {
    return error.what();
  }
  return "accepted";
}

TEST_CASE("keys are held to their shape") {
  CHECK(refusal("allow:\n"
                "  - {rule: heading/extra, files: blog/x.md, locales: [ja], because: legal notice, "
                "until: 2026-12-31}\n"
                "baseline: .recto/baseline\n"
                "limits: {file_size: 8 MiB, front_matter_size: 64 KiB, front_matter_depth: 8,\n"
                "         front_matter_values: 100, nesting: 16, pair_work: 1000,\n"
                "         findings_per_file: 200}\n") == "accepted");
  CHECK(refusal("allow: heading/extra\n") == "recto.yaml:1: `allow` takes a list");
  CHECK(refusal("allow:\n  - {files: a}\n") == "recto.yaml:2: an entry of `allow` needs `rule`");
  CHECK(refusal("allow:\n  - {rule: a, until: soon}\n") ==
        "recto.yaml:2: `until` takes a date such as 2026-12-31");
  CHECK(refusal("allow:\n  - {rules: a}\n") ==
        "recto.yaml:2: unknown key `rules`; did you mean `rule`?");
  CHECK(refusal("limits: {findings_per_file: many}\n") ==
        "recto.yaml:1: `findings_per_file` takes a number from 1 to 1000000000");
  CHECK(refusal("limits: {pair_work: 0}\n") ==
        "recto.yaml:1: `pair_work` takes a number from 1 to 1000000000");
  CHECK(refusal("limits:\n  nesting: 1000\n") ==
        "recto.yaml:2: `nesting` takes a number from 1 to 256");
  CHECK(refusal("limits: {front_matter_depth: -1}\n") ==
        "recto.yaml:1: `front_matter_depth` takes a number from 1 to 256");
  CHECK(refusal("limits: {front_matter_value: 5}\n") ==
        "recto.yaml:1: unknown key `front_matter_value`; did you mean `front_matter_values`?");
  CHECK(refusal("baseline: [a]\n") == "recto.yaml:1: `baseline` takes a text");
}

TEST_CASE("off and no are the words they are") {
  const Config config = parse_config("locales: [no, vi]\nrules: {spelling: off}\n", "recto.yaml");
  REQUIRE(config.locales.size() == 2);
  CHECK(config.locales[0].locale.tag() == "no");
  CHECK(config.rules.at(0).severity == recto::Severity::off);
  CHECK(refusal("rules:\n  spelling: no\n") ==
        "recto.yaml:2: `no` is no severity; use error, warning, hint or off");
}

TEST_CASE("a template that could fit no path is refused where it stands") {
  const auto content = [](const std::string& source, const std::string& translation) {
    return refusal("content:\n  - source: '" + source + "'\n    translation: '" + translation +
                   "'\n");
  };
  CHECK(content("blog/{path}.md", "{locale}/{path}.md") == "accepted");
  CHECK(content("./{path}.md", "x/{locale}/{path}.{locale}.md") == "accepted");
  CHECK(content("blog/*.md", "{locale}/{path}.md") ==
        "recto.yaml:2: a template of `content` needs {path} in `source`, and {locale} and {path} "
        "in `translation`");
  CHECK(content("{locale}/{path}.md", "{locale}/{path}.md") ==
        "recto.yaml:2: a template of `content` needs {path} in `source`, and {locale} and {path} "
        "in `translation`");
  CHECK(content("blog/{path}.md", "i18n/{path}.md") ==
        "recto.yaml:3: a template of `content` needs {path} in `source`, and {locale} and {path} "
        "in `translation`");
  CHECK(content("{x}/{path}", "{locale}/{path}.md") ==
        "recto.yaml:2: `source` knows no braces but {path}, {locale}");
  CHECK(content("../{path}.md", "{locale}/{path}.md") ==
        "recto.yaml:2: `source` is seen from the folder of recto.yaml and stays in it");
  CHECK(content("blog/{path}.md", "/srv/{locale}/{path}.md") ==
        "recto.yaml:3: `translation` is seen from the folder of recto.yaml and stays in it");
  CHECK(refusal("content:\n  - source: blog/{path}.md\n") ==
        "recto.yaml:2: `content` needs both `source` and `translation`");
  CHECK(refusal("content: blog/{path}.md\n") ==
        "recto.yaml:1: `content` takes a list of templates");
}

TEST_CASE("words out of a fixed list name the list") {
  CHECK(refusal("dialect: mxd\n") ==
        "recto.yaml:1: `dialect` takes markdown, mdx, docusaurus, hugo or mkdocs");
  CHECK(refusal("fail_on: errors\n") ==
        "recto.yaml:1: `fail_on` takes error, warning, hint or never");
  CHECK(refusal("site: {locale_prefix: yes}\n") ==
        "recto.yaml:1: `locale_prefix` takes true or false");
}

TEST_CASE("broken YAML is refused in recto's own words") {
  CHECK(refusal("source: en\nsource: de\n") == "recto.yaml:2: the key `source` stands twice");
  CHECK(
      refusal("a: b: c\n") ==
      "recto.yaml:1: a `:` followed by a blank inside an unquoted value; put the value in quotes");
  CHECK(refusal("locales: [vi, vi]\n") == "recto.yaml:1: `vi` stands twice in `locales`");
  CHECK(refusal("limits: {file_size: 0}\n") == "recto.yaml:1: `0` is no size such as `8 MiB`");
  CHECK(refusal("exclude:\nrules:\noverrides:\n") == "accepted");
}

TEST_CASE("every cut and every damaged byte of a recto.yaml is refused or read, never a crash") {
  const std::string text =
      "source: en\nlocales: {pt: {is: pt-BR}}\ncontent:\n  - source: a/{path}.md\n"
      "    translation: b/{locale}/{path}.md\nwords: {vi: [x]}\nlimits: {file_size: 8 MiB}\n"
      "rules: {a/b: {severity: off, x: [1, 2]}}\nallow: [{rule: a, until: 2026-1-1}]\n";
  for (std::size_t i = 0; i < text.size(); ++i) {
    refusal(text.substr(0, i));
    for (const char c : {'\0', '\n', ':', '[', '}', '-', '\xFF', '"'}) {
      std::string damaged = text;
      damaged[i] = c;
      refusal(damaged);
    }
  }
}

}  // namespace
