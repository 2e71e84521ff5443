#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "checks/check.h"
#include "checks/tables.h"
#include "harness.h"

// A rule's examples are its specification: the flagged one is reported by that rule and by no
// other, the silent one by none.

namespace {

using recto::Example;
using recto::Rule;
using recto::testing::diagnostics;
using recto::testing::rule_names;

std::vector<std::string> rules_on(const Example& example, const std::string& translation) {
  return rule_names(diagnostics({example.source, translation, example.locale, example.terms}));
}

TEST_CASE("the flagged examples of a rule are reported by that rule alone") {
  for (const Rule& rule : recto::built_in_rules(recto::Examples::all)) {
    for (const Example& example : rule.examples) {
      if (example.flagged.empty()) continue;
      INFO(rule.name << " (" << example.locale << ") " << example.note);
      CHECK(rules_on(example, example.flagged) == std::vector{rule.name});
    }
  }
}

TEST_CASE("the silent examples of a rule are reported by no rule") {
  for (const Rule& rule : recto::built_in_rules(recto::Examples::all)) {
    for (const Example& example : rule.examples) {
      if (example.silent.empty()) continue;
      INFO(rule.name << " (" << example.locale << ") " << example.note);
      CHECK(rules_on(example, example.silent) == std::vector<std::string>());
    }
  }
}

TEST_CASE("the message that an example quotes is the message of its finding") {
  for (const Rule& rule : recto::built_in_rules(recto::Examples::all)) {
    for (const Example& example : rule.examples) {
      if (example.message.empty()) continue;
      INFO(rule.name << " (" << example.locale << ") " << example.note);
      const auto found =
          diagnostics({example.source, example.flagged, example.locale, example.terms});
      REQUIRE(!found.empty());
      CHECK(found.front().message == example.message);
    }
  }
}

TEST_CASE("every rule shows what it flags and what it does not, or says which test does") {
  for (const Rule& rule : recto::built_in_rules(recto::Examples::all)) {
    INFO(rule.name);
    const auto has = [&](std::string Example::*text) {
      return std::any_of(rule.examples.begin(), rule.examples.end(),
                         [&](const Example& example) { return !(example.*text).empty(); });
    };
    const bool is_shown = has(&Example::flagged) && has(&Example::silent);
    CHECK((is_shown || !rule.tested_by.empty()));
    if (rule.tested_by.empty()) continue;
    CHECK(std::filesystem::exists(std::string(RECTO_ROOT) + "/tests/cli/" + rule.tested_by));
  }
}

TEST_CASE("the message of a rule uses only fields that its check provides") {
  for (const Rule& rule : recto::built_in_rules(recto::Examples::all)) {
    INFO(rule.name);
    const recto::CheckKind* kind = recto::find_check_kind(rule.check);
    REQUIRE(kind != nullptr);
    std::vector<std::string> messages = {rule.message, rule.fix};
    std::vector<std::string> provided = kind->fields;
    if (rule.custom) {
      messages.push_back(rule.custom->message);
      provided.insert(provided.end(), {"posts", "all", "locale"});
    }
    for (const auto& [variant, message] : rule.variants) messages.push_back(message);
    for (const std::string& message : messages) {
      for (const std::string& field : recto::fields_of(message)) {
        INFO(field);
        CHECK(std::find(provided.begin(), provided.end(), field) != provided.end());
      }
    }
  }
}

}  // namespace
