#include "run/pair_phase.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>

#include "align/align.h"
#include "align/causes.h"
#include "align/keys.h"
#include "base/file.h"
#include "run/allowances.h"
#include "run/diagnose.h"

namespace recto {
namespace {

bool has_front_matter_problem(const Post& post) {
  return std::any_of(post.problems.begin(), post.problems.end(), [](const Problem& problem) {
    return problem.what == Problem::What::front_matter ||
           problem.what == Problem::What::unsupported;
  });
}

/// `source` is null when `post` is a source post itself.
void judge_post(const Plan& plan, const Post& post, const Post* source,
                const std::vector<ActiveRule>& rules, SourceResult& result) {
  const Diagnoser diagnoser(post, nullptr);
  const Allowances allowances(plan, post, source);
  for (const ActiveRule& rule : rules) {
    const auto* check = std::get_if<PostCheck>(&rule.check);
    if (check == nullptr) continue;
    for (const Finding& finding : (*check)(post)) {
      const auto answer = allowances.ask(rule.rule, finding, result.used);
      auto diagnostic = diagnoser.diagnose(rule, finding);
      if (!diagnostic || answer.is_allowed) continue;
      note_expiry(answer, *diagnostic);
      result.diagnostics.push_back(std::move(*diagnostic));
    }
  }
  if (!post.is_readable()) return;
  auto idle = idle_allowances(plan, rules, post, source == nullptr);
  std::move(idle.begin(), idle.end(), std::back_inserter(result.idle));
}

CustomUse custom_use(const Rule& rule, const Finding& finding) {
  CustomUse use{.rule = rule.name, .message = filled_in(rule.custom->message, finding.fields)};
  for (const std::string& name : rule.custom->by) {
    const auto field = finding.fields.find(name);
    if (field != finding.fields.end()) use.custom += field->second;
    use.custom += '\n';
  }
  return use;
}

void check_pair(const Plan& plan, const Subject& subject, const PlannedPair& pair,
                PairMemory& memory, SourceResult& result) {
  const Diagnoser diagnoser(subject.translation, &subject.source);
  const Allowances allowances(plan, subject.translation, &subject.source);
  for (const ActiveRule& rule : *pair.rules) {
    const auto* check = std::get_if<PairCheck>(&rule.check);
    // Of a pair that is not reported, only what the whole locale may do is asked.
    if (check == nullptr || !(pair.is_reported || rule.rule.custom)) continue;
    for (const Finding& finding : (*check)(subject)) {
      const auto answer = allowances.ask(rule.rule, finding, result.used);
      auto diagnostic = diagnoser.diagnose(rule, finding);
      if (!diagnostic) continue;
      const bool is_reported = pair.is_reported && !answer.is_allowed;
      // What is allowed counts towards a custom all the same.
      if (rule.rule.custom) {
        memory.customs.push_back(custom_use(rule.rule, finding));
        if (is_reported) memory.customs.back().diagnostic = result.diagnostics.size();
      }
      if (!is_reported) continue;
      note_expiry(answer, *diagnostic);
      result.diagnostics.push_back(std::move(*diagnostic));
    }
  }
}

void contribute(const Subject& subject, const PlannedPair& pair, PairMemory& memory) {
  for (const ActiveRule& rule : *pair.rules) {
    const auto* check = std::get_if<SiteCheck>(&rule.check);
    if (check != nullptr) memory.facts[rule.rule.name] = check->contribute(subject);
  }
}

/// What the pair tells its locale; none when a side cannot be read. Diagnostics go into `result`.
std::optional<PairMemory> judge_pair(const Plan& plan, const Post& source, const Post& translation,
                                     const PlannedPair& pair, SourceResult& result) {
  if (pair.is_reported) judge_post(plan, translation, &source, *pair.rules, result);
  if (!source.is_readable() || !translation.is_readable()) return std::nullopt;
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
                        plan.locale_terms.at(pair.translation.locale.tag()),
                        plan.words.at(pair.translation.locale.tag()),
                        pair.translation.is_variant_of_source,
                        plan.site};
  PairMemory memory;
  check_pair(plan, subject, pair, memory, result);
  contribute(subject, pair, memory);
  return memory;
}

void take(PairMemory memory, const std::string& source_path, const PlannedPair& pair,
          SourceResult& result) {
  const Translation& translation = pair.translation;
  FactsByRule& facts = result.facts[translation.locale.tag()];
  for (auto& [rule, told] : memory.facts) {
    facts[rule].push_back({source_path, translation.path, pair.is_reported, std::move(told)});
  }
  for (CustomUse& use : memory.customs) {
    use.path = translation.path;
    use.locale = translation.locale;
    result.customs.push_back(std::move(use));
  }
}

/// The source of a task, parsed when a pair needs more than its bytes.
class LazySource {
 public:
  LazySource(const Plan& plan, const std::string& path)
      : plan_(plan), path_(path), content_(plan.posts.content(path)) {}

  std::string_view bytes() const { return post_ ? post_->text : content_.bytes; }
  const Post& post() {
    if (!post_) post_ = plan_.posts.parsed(path_, plan_.source_locale, std::move(content_));
    return *post_;
  }

 private:
  const Plan& plan_;
  const std::string& path_;
  FileContent content_;
  std::optional<Post> post_;
};

}  // namespace

SourceResult judge_source(const Plan& plan, const FactStore& store, const PlannedSource& planned) {
  SourceResult result;
  LazySource source(plan, planned.path);
  const bool is_reported = std::any_of(planned.pairs.begin(), planned.pairs.end(),
                                       [](const PlannedPair& pair) { return pair.is_reported; });
  if (is_reported) judge_post(plan, source.post(), nullptr, *plan.usual_rules, result);
  for (Diagnostic& diagnostic : result.diagnostics) {
    if (diagnostic.fix) diagnostic.fix->safety = Safety::shown;  // only translations are mended
  }
  for (const PlannedPair& pair : planned.pairs) {
    const Translation& translation = pair.translation;
    FileContent content = plan.posts.content(translation.path);
    const std::uint64_t key =
        memory_key(pair.settings, planned.path, source.bytes(), translation.path, content.bytes);
    auto memory = pair.is_reported ? std::nullopt : store.find(translation.locale, key);
    const bool is_remembered = memory.has_value();
    if (!is_remembered) {
      const Post post = plan.posts.parsed(translation.path, translation.locale, std::move(content));
      memory = judge_pair(plan, source.post(), post, pair, result);
    }
    if (!memory) continue;
    if (!is_remembered && store.is_open() && !store.has(translation.locale, key)) {
      result.memories.push_back({translation.locale, key, encoded(*memory)});
    }
    take(std::move(*memory), planned.path, pair, result);
  }
  return result;
}

}  // namespace recto
