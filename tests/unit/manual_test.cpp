#include "report/manual.h"

#include <catch2/catch.hpp>
#include <string>

using namespace recto;

namespace {

Rule code_changed() {
  Rule rule;
  rule.name = "code/changed";
  rule.check = "code_blocks";
  rule.severity = Severity::error;
  rule.message = "this {language} block differs: {found} instead of {expected}";
  rule.why = "Readers paste code.\nA translated flag fails.";
  rule.fix = "take the code of the source";
  rule.with["free_languages"] = Param{.values = {"text", "console"}, .is_list = true};
  rule.examples.push_back(Example{.note = "A translated flag.",
                                  .source = "```sh\nrecto --fix\n```\n",
                                  .flagged = "```sh\nrecto --beheben\n```\n",
                                  .silent = "```sh\nrecto --fix\n```\n",
                                  .message = "this sh block differs"});
  return rule;
}

Rule extra_link() {
  Rule rule;
  rule.name = "link/extra";
  rule.check = "links";
  rule.severity = Severity::warning;
  rule.message = "a | b <c>";
  rule.variants["many"] = "{count} links more";
  rule.fixed_severity = true;
  return rule;
}

bool holds(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("rules: one line each, in columns and sorted by name") {
  CHECK(rule_list({extra_link(), code_changed()}) ==
        "code/changed  error    this {language} block differs: {found} instead of {expected}\n"
        "link/extra    warning  a | b <c>\n");
  CHECK(rule_list({}).empty());
}

TEST_CASE("explain: a rule with its reason, its parameters and examples") {
  CHECK(rule_page(code_changed()) ==
        "code/changed  (error; check: code_blocks)\n"
        "\n"
        "  this {language} block differs: {found} instead of {expected}\n"
        "\n"
        "Why:\n"
        "  Readers paste code.\n"
        "  A translated flag fails.\n"
        "\n"
        "Fix:\n"
        "  take the code of the source\n"
        "\n"
        "Parameters:\n"
        "  free_languages: [text, console]\n"
        "\n"
        "Example (de): A translated flag.\n"
        "  source:\n"
        "    | ```sh\n"
        "    | recto --fix\n"
        "    | ```\n"
        "  flagged:\n"
        "    | ```sh\n"
        "    | recto --beheben\n"
        "    | ```\n"
        "  says: this sh block differs\n"
        "  not flagged:\n"
        "    | ```sh\n"
        "    | recto --fix\n"
        "    | ```\n"
        "\n"
        "In recto.yaml: `rules: {code/changed: off}`, or another severity. What it is not sure of\n"
        "is a hint; `{unsure: warning}` raises it.\n");
}

TEST_CASE("explain: every wording is shown, and what cannot be switched off is said") {
  const std::string page = rule_page(extra_link());
  CHECK(holds(page, "  a | b <c>\n  {count} links more\n"));
  CHECK(holds(page, "This rule cannot be switched off."));
}

TEST_CASE("explain: a rule of a project cannot send commands to the terminal") {
  Rule rule = code_changed();
  rule.why = "red \x1B[31m";
  CHECK(holds(rule_page(rule), "red <U+001B>[31m"));
}

TEST_CASE("manual: a section a family with a table, then each rule") {
  const std::string manual = rule_manual({extra_link(), code_changed()});
  CHECK(manual.starts_with("# Rules\n"));
  CHECK(manual.find("\n## code\n") < manual.find("\n## link\n"));
  CHECK(holds(manual, "| [code/changed](#codechanged) | error | this {language} block"));
  CHECK(holds(manual, "| [link/extra](#linkextra) | warning | a \\| b \\<c> |\n"));
  CHECK(holds(manual, "\n### code/changed\n"));
  CHECK(holds(manual, "Readers paste code. A translated flag fails.\n"));
  CHECK(holds(manual, "- `free_languages`: `[text, console]`\n"));
  CHECK(holds(manual, "Cannot be switched off."));
}

TEST_CASE("manual: an example that holds a fence stands in a longer one") {
  const std::string manual = rule_manual({code_changed()});
  CHECK(holds(manual, "````markdown\n```sh\nrecto --beheben\n```\n````\n"));
}
