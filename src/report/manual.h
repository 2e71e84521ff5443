#pragma once

#include <string>
#include <vector>

#include "checks/rule.h"

namespace recto {

/// The list of all rules for a terminal: name, severity, one line each (`recto rules`).
std::string rule_list(const std::vector<Rule>& rules);
/// All about one rule for a terminal (`recto explain RULE`).
std::string rule_page(const Rule& rule);
/// All about one rule in Markdown, without a heading.
std::string rule_markdown(const Rule& rule);
/// rules/README.md: the manual of all rules, in Markdown.
std::string rule_manual(const std::vector<Rule>& rules);

}  // namespace recto
