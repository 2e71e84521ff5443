#include "checks/rule_set.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/file.h"
#include "base/inside.h"
#include "base/joined.h"
#include "checks/tables.h"
#include "text/similarity.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

constexpr std::size_t kLargestRuleFile = 1U << 20U;

/// A name that no log takes for a command and no report has to escape.
bool is_plain_name(std::string_view name) {
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/";
  return name.find_first_not_of(kAllowed) == std::string_view::npos;
}

/// Throws Error where a text of the rule asks for what its check does not tell.
void require_fields(const Rule& rule, const CheckKind& kind, const std::string& path) {
  std::vector<std::string> texts = {rule.message, rule.fix};
  for (const auto& [name, message] : rule.variants) texts.push_back(message);
  for (const std::string& text : texts) {
    for (const std::string& field : fields_of(text)) {
      if (std::find(kind.fields.begin(), kind.fields.end(), field) != kind.fields.end()) continue;
      throw Error(path, 0,
                  "the check " + kind.name + " does not tell `{" + field + "}`, only {" +
                      joined(kind.fields, "}, {") + "}");
    }
  }
}

void require_check(const Rule& rule, const std::string& path) {
  if (const CheckKind* kind = find_check_kind(rule.check)) return require_fields(rule, *kind, path);
  std::vector<std::string> known;
  for (const CheckKind& kind : check_kinds()) known.push_back(kind.name);
  throw Error(path, rule.check_line,
              "there is no check `" + rule.check + "`" +
                  did_you_mean(rule.check, known, "; `recto explain RULE` names that of a rule"));
}

std::vector<Rule> project_rules(const fs::path& folder, const std::string& shown_folder) {
  std::vector<Rule> rules;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    const fs::path relative = entry.path().lexically_relative(folder);
    const std::string shown = shown_folder + "/" + relative.generic_string();
    if (std::distance(relative.begin(), relative.end()) != 2) {
      throw Error(shown, 0, "a rule lies at <family>/<problem>.yaml below its folder");
    }
    const std::string name = (relative.parent_path() / relative.stem()).generic_string();
    if (!is_plain_name(name)) {
      throw Error(shown, 0, "a family and a problem are named with A-Z, a-z, 0-9, `-` and `_`");
    }
    if (!is_inside(entry.path(), folder)) {
      throw Error(shown, 0, "leads out of its folder; it is not followed");
    }
    if (!entry.is_regular_file()) throw Error(shown, 0, "is no regular file");
    const FileContent content = read_file(entry.path(), kLargestRuleFile);
    if (content.failure != FileContent::Failure::none) {
      throw Error(shown, 0, "cannot be read: " + content.reason);
    }
    rules.push_back(parse_rule(content.bytes, shown, name));
    require_check(rules.back(), shown);
  }
  return rules;
}

/// Applies one line of `rules:` to a rule that it names.
void apply(const RuleSetting& setting, const std::string& path, ActiveRule& active) {
  if (setting.severity) {
    if (active.rule.fixed_severity && *setting.severity < active.rule.severity) {
      const bool names_family = setting.rule != active.rule.name;
      throw Error(
          path, setting.line,
          active.rule.name + " cannot be switched off or made milder" +
              (names_family ? "; name the other rules of `" + setting.rule + "` one by one" : ""));
    }
    active.severity = *setting.severity;
    // A rule that is never sure is raised as a whole.
    if (active.rule.severity == Severity::hint) active.unsure = active.severity;
  }
  if (setting.unsure) active.unsure = *setting.unsure;
  for (const auto& [name, param] : setting.with) active.with[name] = param;
}

void apply_all(const std::vector<RuleSetting>& settings, const std::string& path,
               ActiveRule& active) {
  // A rule's own line wins over its family's, wherever they stand.
  for (const RuleSetting& setting : settings) {
    if (setting.rule == active.rule.family()) apply(setting, path, active);
  }
  for (const RuleSetting& setting : settings) {
    if (setting.rule == active.rule.name) apply(setting, path, active);
  }
}

std::set<std::string> names_of(const std::vector<Rule>& rules) {
  std::set<std::string> names;
  for (const Rule& rule : rules) {
    names.insert(rule.name);
    names.insert(rule.family());
  }
  return names;
}

bool names_any(const std::vector<std::string>& names, const Rule& rule) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return is_named(rule, name); });
}

Check made(const Rule& rule, const ParamMap& with) {
  Params params(with);
  Check check = find_check_kind(rule.check)->make(params);
  params.refuse_unknown();
  return check;
}

}  // namespace

const ActiveRule* rule_of_kind(const std::vector<ActiveRule>& rules, std::string_view kind) {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const ActiveRule& rule) { return rule.rule.check == kind; });
  return found == rules.end() ? nullptr : &*found;
}

bool is_named(const Rule& rule, const std::string& name) {
  return rule.name == name || rule.family() == name;
}

void require_rule(const std::vector<Rule>& rules, const std::string& name, const std::string& path,
                  std::size_t line) {
  const std::set<std::string> known = names_of(rules);
  if (known.contains(name)) return;
  throw Error(path, line,
              "there is no rule `" + name + "`" +
                  did_you_mean(name, {known.begin(), known.end()}, "; see `recto rules`"));
}

std::vector<Rule> all_rules(const Config& config, const std::string& root, Examples examples) {
  std::vector<Rule> rules = built_in_rules(examples);
  for (const std::string& folder : config.rule_folders) {
    const fs::path path = inside(root, folder);
    if (!fs::is_directory(path)) throw Error(config.path, 0, "no rule folder `" + folder + "`");
    for (Rule& rule : project_rules(path, folder)) {
      std::erase_if(rules, [&](const Rule& other) { return other.name == rule.name; });
      rules.push_back(std::move(rule));
    }
  }
  std::sort(rules.begin(), rules.end(),
            [](const Rule& left, const Rule& right) { return left.name < right.name; });
  return rules;
}

RuleSet::RuleSet(std::vector<Rule> rules, const Config& config, const RuleChoice& choice)
    : rules_(std::move(rules)), config_(config), choice_(choice) {
  for (const std::string& name : choice.only) require_rule(rules_, name);
  for (const std::string& name : choice.skip) require_rule(rules_, name);
  const auto require_all = [&](const std::vector<RuleSetting>& settings) {
    for (const RuleSetting& setting : settings) {
      require_rule(rules_, setting.rule, config.path, setting.line);
    }
  };
  require_all(config.rules);
  for (const Override& override_settings : config.overrides) require_all(override_settings.rules);
  for (const ConfigAllowance& allowance : config.allow) {
    require_rule(rules_, allowance.rule, config.path, allowance.line);
  }
}

std::vector<std::string> RuleSet::names() const {
  const std::set<std::string> names = names_of(rules_);
  return {names.begin(), names.end()};
}

const std::vector<ActiveRule>& RuleSet::with_overrides(const std::vector<std::size_t>& overrides) {
  const auto known = activated_.find(overrides);
  if (known != activated_.end()) return known->second;
  return activated_.emplace(overrides, activated(overrides)).first->second;
}

bool RuleSet::has_used(std::size_t override_index) const {
  return std::any_of(activated_.begin(), activated_.end(), [&](const auto& entry) {
    const std::vector<std::size_t>& overrides = entry.first;
    return std::find(overrides.begin(), overrides.end(), override_index) != overrides.end();
  });
}

std::vector<ActiveRule> RuleSet::activated(const std::vector<std::size_t>& overrides) const {
  std::vector<ActiveRule> result;
  for (const Rule& rule : rules_) {
    const bool is_chosen = choice_.only.empty() || names_any(choice_.only, rule);
    const bool is_skipped = !is_chosen || names_any(choice_.skip, rule);
    if (is_skipped && !rule.fixed_severity) continue;
    ActiveRule active{.rule = rule, .with = rule.with, .severity = rule.severity};
    apply_all(config_.rules, config_.path, active);
    for (const std::size_t i : overrides) {
      apply_all(config_.overrides[i].rules, config_.path, active);
    }
    const bool is_asked_for =
        std::find(choice_.only.begin(), choice_.only.end(), rule.name) != choice_.only.end();
    active.shows_hints = choice_.hints || is_asked_for;
    const bool is_shown = active.severity > Severity::hint ||
                          (active.severity == Severity::hint && active.shows_hints);
    if (!is_shown) continue;
    active.check = made(rule, active.with);
    result.push_back(std::move(active));
  }
  return result;
}

}  // namespace recto
