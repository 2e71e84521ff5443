#include "harness.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <memory>
#include <string_view>

#include "checks/rule_set.h"
#include "run/diagnose.h"
#include "run/join_phase.h"
#include "run/pair_phase.h"
#include "run/plan.h"

namespace recto::testing {

namespace {

/// recto's own settings, whatever dictionaries this machine has beside those of ci/install.
Config settings(const Locale& locale) {
  constexpr std::array<std::string_view, 5> kInstalled = {"ar", "en", "es", "fr", "vi"};
  Config config;
  if (std::find(kInstalled.begin(), kInstalled.end(), locale.language) == kInstalled.end()) {
    config.rules.push_back({.rule = "spelling/unknown-word", .severity = Severity::off});
  }
  return config;
}

}  // namespace

std::vector<Diagnostic> diagnostics(const Pair& pair) {
  // Opening a dictionary takes longer than all else, so that it is done once.
  static const auto dictionaries = std::make_shared<Dictionaries>();
  const Locale locale = parse_locale(pair.locale).value();
  const Config config = settings(locale);
  RuleSet rules(all_rules(config, "."), config, {.hints = true});
  Plan plan;
  plan.posts.given = {{"source.md", {.bytes = pair.source}},
                      {"translation.md", {.bytes = pair.translation}}};
  plan.source_locale = parse_locale(pair.source_locale).value();
  plan.policy = key_policy("docusaurus", config);
  if (!pair.terms.empty()) plan.terms = parse_terms(pair.terms, "terms.yaml");
  plan.usual_rules = &rules.usual();
  plan.locale_terms[locale.tag()] = LocaleTerms(plan.terms, plan.source_locale, locale);
  plan.words[locale.tag()] = accepted_words("/nonexistent", config, plan.terms, locale);
  plan.sources.push_back({.path = "source.md", .rules = &rules.usual()});
  plan.sources.back().pairs.push_back(
      {.translation = {"translation.md", locale}, .rules = &rules.usual()});
  plan.rules_by_path["translation.md"] = &rules.usual();
  plan.opened_dictionaries = dictionaries;
  std::vector<SourceResult> results = {judge_source(plan, FactStore(), plan.sources.front())};
  JoinResult joined = judge_locales(plan, results, 1);
  std::vector<Diagnostic> all = std::move(results.front().diagnostics);
  std::move(joined.diagnostics.begin(), joined.diagnostics.end(), std::back_inserter(all));
  std::sort(all.begin(), all.end(), stands_before);
  number_equal_fingerprints(all);
  return all;
}

std::vector<std::string> rule_names(const std::vector<Diagnostic>& found) {
  std::vector<std::string> names;
  for (const Diagnostic& diagnostic : found) {
    if (std::find(names.begin(), names.end(), diagnostic.rule) == names.end()) {
      names.push_back(diagnostic.rule);
    }
  }
  return names;
}

std::string file_content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace recto::testing
