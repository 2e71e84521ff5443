#include <utility>

#include "cli/options.h"
#include "cli/parsers.h"

namespace recto {

Command parse_rules(const Strings& arguments) {
  RulesCommand rules;
  const OptionSet options{"recto rules",
                          "Lists all rules, with the rules of the project.",
                          {config_option(rules.config),
                           {"--markdown", "", "print the manual as Markdown", &rules.markdown}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  return rules;
}

Command parse_explain(const Strings& arguments) {
  ExplainCommand explain;
  const OptionSet options{
      "recto explain",
      "Says what a rule is for, with examples.",
      {{"RULE", "", "such as heading/missing", &explain.rule}, config_option(explain.config)}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  if (explain.rule.empty()) refuse("`recto explain` needs a RULE; `recto rules` lists them");
  return explain;
}

Command parse_schema(const Strings& arguments) {
  SchemaCommand schema;
  const OptionSet options{
      "recto schema",
      "Prints the JSON schema of recto.yaml, for editors.",
      {{"--config", "FILE", "with the rules of the project that it names", &schema.config}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  return schema;
}

}  // namespace recto
