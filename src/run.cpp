#include "run.h"

#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "checks/rule_set.h"
#include "discover/root.h"
#include "report/manual.h"
#include "report/schema.h"
#include "run/baseline_command.h"
#include "run/check_command.h"
#include "run/init_command.h"
#include "run/status_command.h"
#include "run/telling.h"
#include "run/terms_command.h"
#include "run/words_command.h"

namespace recto {
namespace {

std::vector<Rule> rules_here(const std::string& config, const Surroundings& surroundings) {
  const Root root = find_root(surroundings.working_folder, config, {});
  return all_rules(root.config, root.folder.string(), Examples::all);
}

int run_rules(const RulesCommand& command, const Surroundings& surroundings) {
  const std::vector<Rule> rules = rules_here(command.config, surroundings);
  print(command.markdown ? rule_manual(rules) : rule_list(rules), surroundings);
  return 0;
}

int run_explain(const ExplainCommand& command, const Surroundings& surroundings) {
  const std::vector<Rule> rules = rules_here(command.config, surroundings);
  require_rule(rules, command.rule);
  for (const Rule& rule : rules) {
    if (is_named(rule, command.rule)) surroundings.output << rule_page(rule);
  }
  return 0;
}

}  // namespace

int run(const Command& command, const Surroundings& surroundings) {
  if (const auto* check = std::get_if<CheckCommand>(&command)) {
    return run_check(*check, surroundings);
  }
  if (const auto* rules = std::get_if<RulesCommand>(&command)) {
    return run_rules(*rules, surroundings);
  }
  if (const auto* explain = std::get_if<ExplainCommand>(&command)) {
    return run_explain(*explain, surroundings);
  }
  if (const auto* status = std::get_if<StatusCommand>(&command)) {
    return run_status(*status, surroundings);
  }
  if (const auto* init = std::get_if<InitCommand>(&command)) return run_init(*init, surroundings);
  if (const auto* schema = std::get_if<SchemaCommand>(&command)) {
    print(config_schema(rules_here(schema->config, surroundings)), surroundings);
    return 0;
  }
  if (const auto* baseline = std::get_if<BaselineCommand>(&command)) {
    return run_baseline(*baseline, surroundings);
  }
  if (const auto* words = std::get_if<WordsCommand>(&command)) {
    return run_words(*words, surroundings);
  }
  if (const auto* terms = std::get_if<TermsCommand>(&command)) {
    return run_terms(*terms, surroundings);
  }
  surroundings.output << std::get<PrintCommand>(command).text;
  return 0;
}

}  // namespace recto
