#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "checks/rule.h"
#include "config.h"

namespace recto {

/// What the command line says about rules.
struct RuleChoice {
  std::vector<std::string> only;  // rules or families
  std::vector<std::string> skip;
  bool hints = false;
};

/// A rule put to use.
struct ActiveRule {
  const Rule& rule;
  ParamMap with;  // the rule's parameters as recto.yaml sets them
  Check check;
  Severity severity = Severity::warning;
  Severity unsure = Severity::hint;  // of findings that may be right; never above `severity`
  bool shows_hints = false;
};

/// Which rules hold for which pair: the rules there are, as recto.yaml and the command line set
/// them.
class RuleSet {
 public:
  /// Throws Error for rules, families, checks and parameters that do not exist, with the nearest
  /// known name.
  RuleSet(std::vector<Rule> rules, const Config& config, const RuleChoice& choice);
  RuleSet(RuleSet&&) = default;

  /// All rules there are; valid as long as this object, as are those put to use.
  const std::vector<Rule>& all() const { return rules_; }

  /// The rules for a pair to which the overrides with these indices apply. The reference stays
  /// valid.
  const std::vector<ActiveRule>& with_overrides(const std::vector<std::size_t>& overrides);
  /// Whether the override with this index was ever asked for.
  bool has_used(std::size_t override_index) const;
  /// The rules where no override applies.
  const std::vector<ActiveRule>& usual() { return with_overrides({}); }
  /// What a rule may be called by: the names of all rules there are, and of their families.
  std::vector<std::string> names() const;

 private:
  std::vector<ActiveRule> activated(const std::vector<std::size_t>& overrides) const;

  std::vector<Rule> rules_;
  Config config_;
  RuleChoice choice_;
  std::map<std::vector<std::size_t>, std::vector<ActiveRule>> activated_;
};

/// recto's own rules and those in the `rule_folders` of `config`, sorted by name. A project's rule
/// replaces one of the same name. Throws Error for a folder that does not exist and a rule that
/// cannot be parsed.
std::vector<Rule> all_rules(const Config& config, const std::string& root,
                            Examples examples = Examples::none);

/// The rule among `rules` whose kind of check is `kind`; null when it is switched off.
const ActiveRule* rule_of_kind(const std::vector<ActiveRule>& rules, std::string_view kind);

/// Whether `name` is that rule or its family.
bool is_named(const Rule& rule, const std::string& name);

/// Throws Error with the nearest rule or family when none of `rules` is named `name`.
void require_rule(const std::vector<Rule>& rules, const std::string& name,
                  const std::string& path = {}, std::size_t line = 0);

}  // namespace recto
