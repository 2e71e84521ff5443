#include "run/allowances.h"

#include <algorithm>
#include <utility>

#include "base/day.h"
#include "discover/root.h"
#include "run/diagnose.h"
#include "text/similarity.h"

namespace recto {
namespace {

/// Whether the finding at `span` stands where something reaches.
bool is_within(const std::optional<Span>& reach, const std::optional<Span>& span) {
  if (!reach) return true;
  if (!span || span->begin < reach->begin) return false;
  return span->begin < reach->end || (span->is_empty() && span->begin == reach->end);
}

const ActiveRule* rule_about_idle(const std::vector<ActiveRule>& rules) {
  return rule_of_kind(rules, "unused_allowance");
}

/// Whether a rule of that name was asked about posts.
bool has_run(const std::vector<ActiveRule>& rules, const std::string& name) {
  return std::any_of(rules.begin(), rules.end(), [&](const ActiveRule& rule) {
    return is_named(rule.rule, name) && !std::holds_alternative<PipelineCheck>(rule.check);
  });
}

Finding idle_finding(const Allowance& allowance, const std::vector<std::string>& names) {
  Finding finding{.span = allowance.span};
  finding.fields = {{"found", allowance.rule}, {"until", allowance.until}};
  if (std::find(names.begin(), names.end(), allowance.rule) == names.end()) {
    const auto near = nearest(allowance.rule, names);
    finding.fields["expected"] = near.value_or("");
    finding.variant = near ? "misspelt" : "unknown";
  } else if (has_expired(allowance.until)) {
    finding.variant = "expired";
  }
  return finding;
}

}  // namespace

Allowances::Allowances(const Plan& plan, const Post& post, const Post* source) {
  for (const Post* from : {&post, source}) {
    if (from == nullptr) continue;
    for (const Allowance& allowance : from->suppressions.allowances) {
      by_rule_[allowance.rule].push_back(
          {{from->path, allowance.span.begin}, &allowance, from == source});
    }
  }
  const std::string& source_path = source == nullptr ? post.path : source->path;
  of_config_.reserve(plan.allow.size());
  for (const ConfigAllowance& allowance : plan.allow) {
    if (!fits(allowance.pairs, source_path, post.path, post.locale)) continue;
    of_config_.push_back({allowance.rule, {}, std::nullopt, allowance.until});
    by_rule_[allowance.rule].push_back(
        {{plan.config_path, allowance.line}, &of_config_.back(), false});
  }
}

Allowances::Answer Allowances::ask(const Rule& rule, const Finding& finding,
                                   UsedAllowances& used) const {
  Answer answer;
  if (rule.fixed_severity || by_rule_.empty()) return answer;
  for (const std::string& name : {rule.name, rule.family()}) {
    const auto entries = by_rule_.find(name);
    if (entries == by_rule_.end()) continue;
    for (const auto& [id, allowance, is_in_source] : entries->second) {
      if (!is_within(allowance->reach, is_in_source ? finding.source : finding.span)) continue;
      used.insert(id);
      if (has_expired(allowance->until)) {
        answer.expired = std::max(answer.expired, allowance->until);
      } else {
        answer.is_allowed = true;
      }
    }
  }
  return answer;
}

void note_expiry(const Allowances::Answer& answer, Diagnostic& diagnostic) {
  if (!answer.expired.empty()) diagnostic.message += " (allowed until " + answer.expired + ")";
}

std::vector<IdleAllowance> idle_allowances(const Plan& plan, const std::vector<ActiveRule>& rules,
                                           const Post& post, bool is_shared) {
  std::vector<IdleAllowance> idle;
  const ActiveRule* rule = rule_about_idle(rules);
  const Suppressions& said = post.suppressions;
  if (rule == nullptr || (said.allowances.empty() && said.mistakes.empty())) return idle;
  const Diagnoser diagnoser(post, nullptr);
  const auto add = [&](const Finding& finding, bool is_shared_one) {
    auto diagnostic = diagnoser.diagnose(*rule, finding);
    if (!diagnostic) return;
    idle.push_back({{post.path, finding.span.begin}, std::move(*diagnostic), is_shared_one});
  };
  for (const Allowance& allowance : said.allowances) {
    const Finding finding = idle_finding(allowance, plan.rule_names);
    const bool is_rule = finding.variant.empty() || finding.variant == "expired";
    if (is_rule && !has_run(rules, allowance.rule)) continue;
    add(finding, is_rule && is_shared);
  }
  for (const Suppressions::Mistake& mistake : said.mistakes) {
    Finding finding{.span = mistake.span, .variant = "mistake"};
    finding.fields["found"] = mistake.what;
    add(finding, false);
  }
  return idle;
}

std::vector<IdleAllowance> idle_allowances(const Plan& plan) {
  std::vector<IdleAllowance> idle;
  const ActiveRule* rule = rule_about_idle(*plan.usual_rules);
  if (rule == nullptr) return idle;
  for (const ConfigAllowance& allowance : plan.allow) {
    if (!has_run(*plan.usual_rules, allowance.rule)) continue;
    const Finding finding =
        idle_finding({allowance.rule, {}, std::nullopt, allowance.until}, plan.rule_names);
    Diagnostic diagnostic = diagnose_file(*rule, plan.config_path, plan.source_locale, finding);
    diagnostic.at.line = diagnostic.at.end_line = allowance.line;
    idle.push_back({{plan.config_path, allowance.line}, std::move(diagnostic), true});
  }
  return idle;
}

}  // namespace recto
