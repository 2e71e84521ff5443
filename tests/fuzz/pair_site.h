#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "checks/rule_set.h"
#include "config.h"
#include "pair_input.h"
#include "run/judge.h"
#include "run/plan.h"
#include "temporary_folder.h"

namespace recto::fuzzing {

/// A site of one pair with all rules, hints included; its dictionaries hold a few words, so that
/// opening them takes no time. Made once a program. Only French is spell checked: looking for what
/// each unknown word may mean would take most of every run.
class PairSite {
 public:
  static constexpr const char* kSource = "source.md";
  static constexpr const char* kTranslation = "translation.md";

  PairSite();

  /// The plan for one pair, whose texts are given. What is wrong with its terms leaves them out.
  Plan plan(const PairInput& input);
  const std::vector<Rule>& rules() const { return rules_.all(); }
  std::filesystem::path path_of_translation() const { return folder_.path() / kTranslation; }

 private:
  const AcceptedWords& words(const Locale& locale);

  TemporaryFolder folder_;
  Config config_;
  RuleSet rules_;
  RuleSet rules_but_spelling_;
  std::map<Locale, AcceptedWords> words_;
};

}  // namespace recto::fuzzing
