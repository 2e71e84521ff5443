#include "run/pair_phase.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "align/align.h"
#include "align/causes.h"
#include "align/keys.h"
#include "run/diagnose.h"

namespace recto {
namespace {

bool has_front_matter_problem(const Post& post) {
  return std::any_of(post.problems.begin(), post.problems.end(), [](const Problem& problem) {
    return problem.what == Problem::What::front_matter ||
           problem.what == Problem::What::unsupported;
  });
}

void judge_post(const Post& post, const std::vector<ActiveRule>& rules, SourceResult& result) {
  const Diagnoser diagnoser(post, nullptr);
  for (const ActiveRule& rule : rules) {
    const auto* check = std::get_if<PostCheck>(&rule.check);
    if (check == nullptr) continue;
    for (const Finding& finding : (*check)(post)) {
      if (auto diagnostic = diagnoser.diagnose(rule, finding)) {
        result.diagnostics.push_back(std::move(*diagnostic));
      }
    }
  }
}

CustomUse custom_use(const Subject& subject, const Rule& rule, const Finding& finding) {
  CustomUse use{.path = subject.translation.path,
                .rule = rule.name,
                .locale = subject.translation.locale,
                .message = filled_in(rule.custom->message, finding.fields)};
  for (const std::string& name : rule.custom->by) {
    const auto field = finding.fields.find(name);
    if (field != finding.fields.end()) use.custom += field->second;
    use.custom += '\n';
  }
  return use;
}

void check_pair(const Subject& subject, const PlannedPair& pair, SourceResult& result) {
  const Diagnoser diagnoser(subject.translation, &subject.source);
  for (const ActiveRule& rule : *pair.rules) {
    const auto* check = std::get_if<PairCheck>(&rule.check);
    // Of a pair that is not reported, only what the whole locale may do is asked.
    if (check == nullptr || !(pair.is_reported || rule.rule.custom)) continue;
    for (const Finding& finding : (*check)(subject)) {
      auto diagnostic = diagnoser.diagnose(rule, finding);
      if (!diagnostic) continue;
      if (rule.rule.custom) {
        result.customs.push_back(custom_use(subject, rule.rule, finding));
        if (pair.is_reported) result.customs.back().diagnostic = result.diagnostics.size();
      }
      if (pair.is_reported) result.diagnostics.push_back(std::move(*diagnostic));
    }
  }
}

void contribute(const Subject& subject, const PlannedPair& pair, SourceResult& result) {
  for (const ActiveRule& rule : *pair.rules) {
    const auto* check = std::get_if<SiteCheck>(&rule.check);
    if (check == nullptr) continue;
    PairFacts facts{subject.source.path, subject.translation.path, pair.is_reported,
                    check->contribute(subject)};
    result.facts[subject.translation.locale.tag()][rule.rule.name].push_back(std::move(facts));
  }
}

void judge_pair(const Plan& plan, const Post& source, const PlannedPair& pair,
                SourceResult& result) {
  const Post translation = plan.posts.read(pair.translation.path, pair.translation.locale);
  if (pair.is_reported) judge_post(translation, *pair.rules, result);
  if (!source.is_readable() || !translation.is_readable()) return;
  const Alignment alignment = align(source, translation);
  const Causes causes = causes_of(source, translation, alignment);
  const bool can_compare_keys = !has_front_matter_problem(source) &&
                                !has_front_matter_problem(translation) &&
                                !hides_front_matter(causes, translation);
  const KeyAlignment keys =
      can_compare_keys ? align_keys(source, translation, plan.policy) : KeyAlignment();
  const Subject subject{source,
                        translation,
                        alignment,
                        causes,
                        keys,
                        plan.policy,
                        plan.terms,
                        plan.words.at(pair.translation.locale.tag()),
                        pair.translation.is_variant_of_source};
  check_pair(subject, pair, result);
  contribute(subject, pair, result);
}

}  // namespace

SourceResult judge_source(const Plan& plan, const PlannedSource& planned) {
  SourceResult result;
  const Post source = plan.posts.read(planned.path, plan.source_locale);
  const bool is_reported = std::any_of(planned.pairs.begin(), planned.pairs.end(),
                                       [](const PlannedPair& pair) { return pair.is_reported; });
  if (is_reported) judge_post(source, *plan.usual_rules, result);
  for (const PlannedPair& pair : planned.pairs) judge_pair(plan, source, pair, result);
  return result;
}

}  // namespace recto
