#include "run/judge_pair.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "base/work.h"
#include "checks/versions.h"
#include "discover/root.h"
#include "run/comparison.h"
#include "run/diagnose.h"

namespace recto {
namespace {

bool has_remarks(const Post& post) {
  return !post.suppressions.allowances.empty() || !post.suppressions.mistakes.empty();
}

/// Whether something of recto.yaml is allowed in the pair.
bool is_allowed_something(const Plan& plan, const std::string& source_path,
                          const std::string& translation_path, const Locale& locale) {
  return std::any_of(plan.allow.begin(), plan.allow.end(), [&](const ConfigAllowance& allowance) {
    return fits(allowance.pairs, source_path, translation_path, locale);
  });
}

/// `source` is null when `post` is a source post itself.
void judge_post(const Plan& plan, const Post& post, const Post* source,
                const std::vector<ActiveRule>& rules, Stopwatch watch, JudgedPair& judged) {
  const Diagnoser diagnoser(post, nullptr);
  const Allowances allowances(plan, post, source);
  for (const ActiveRule& rule : rules) {
    const auto* check = std::get_if<PostCheck>(&rule.check);
    if (check == nullptr) continue;
    for (const Finding& finding : (*check)(post)) {
      const auto answer = allowances.ask(rule.rule, finding, judged.used);
      auto diagnostic = diagnoser.diagnose(rule, finding);
      if (!diagnostic || answer.is_allowed) continue;
      note_expiry(answer, *diagnostic);
      judged.memory.diagnostics.push_back(std::move(*diagnostic));
    }
    watch.lap(Stage::check, rule.rule.name);
  }
  judged.memory.has_verdict = !has_remarks(post);
  if (post.is_readable()) judged.idle = idle_allowances(plan, rules, post, source == nullptr);
}

/// None for a finding of another kind, which lacks what customs of the rule are known by.
std::optional<CustomUse> custom_use(const Rule& rule, const Finding& finding) {
  if (!rule.custom) return std::nullopt;
  CustomUse use{.rule = rule.name,
                .message = filled_in(rule.custom->message, finding.fields),
                .part = rule.custom->part};
  for (const std::string& name : rule.custom->by) {
    const auto field = finding.fields.find(name);
    if (field == finding.fields.end()) return std::nullopt;
    use.custom += field->second + '\n';
  }
  return use;
}

/// What the rule finds in the pair; of blocks that stand for something else, with doubt.
Findings found_by(const Rule& rule, const PairCheck& check, const Subject& subject) {
  Findings found = check(subject);
  if (found.empty() || !checks::compares_blocks(rule.name)) return found;
  const bool is_doubtful = checks::is_other_version(subject) ||
                           (rule.name != "text/truncated" && checks::is_stub(subject));
  if (!is_doubtful) return found;
  for (Finding& finding : found) make_doubtful(finding);
  return found;
}

/// Throws TooMuchWork.
void check_pair(const Plan& plan, const Subject& subject, const PlannedPair& pair, Stopwatch& watch,
                JudgedPair& judged) {
  const Diagnoser diagnoser(subject.translation, &subject.source);
  const Allowances allowances(plan, subject.translation, &subject.source);
  PairMemory& memory = judged.memory;
  Work findings(kMostFindings);
  for (const ActiveRule& rule : *pair.rules) {
    const auto* check = std::get_if<PairCheck>(&rule.check);
    // Of a pair that is not reported, only what the whole locale may do is asked.
    if (check == nullptr || !(pair.is_reported || rule.rule.custom)) continue;
    for (const Finding& finding : found_by(rule.rule, *check, subject)) {
      findings.add(1);
      const auto answer = allowances.ask(rule.rule, finding, judged.used);
      auto diagnostic = diagnoser.diagnose(rule, finding);
      if (!diagnostic) continue;
      const bool is_reported = pair.is_reported && !answer.is_allowed;
      // What is allowed counts towards a custom all the same.
      if (auto use = custom_use(rule.rule, finding)) {
        memory.customs.push_back(std::move(*use));
        memory.customs.back().is_allowed = answer.is_allowed;
        if (is_reported) memory.customs.back().diagnostic = memory.diagnostics.size();
      }
      if (!is_reported) continue;
      note_expiry(answer, *diagnostic);
      memory.diagnostics.push_back(std::move(*diagnostic));
    }
    watch.lap(Stage::check, rule.rule.name);
  }
}

void contribute(const Plan& plan, const Subject& subject, const PlannedPair& pair, Stopwatch& watch,
                PairMemory& memory) {
  const bool has_speller = plan.may_have_dictionary(pair.translation.locale);
  for (const ActiveRule& rule : *pair.rules) {
    const auto* check = std::get_if<SiteCheck>(&rule.check);
    if (check == nullptr || (check->needs_dictionary && !has_speller)) continue;
    memory.facts[rule.rule.name] = check->contribute(subject);
    watch.lap(Stage::check, rule.rule.name);
  }
}

/// The links of the site, with what is asked of its files put into `asked`.
SiteLinks remembering(const SiteLinks& site, std::vector<AskedFile>& asked) {
  SiteLinks result = site;
  if (!site.has_file) return result;
  result.has_file = [&](const std::string& path) {
    asked.push_back({path, site.has_file(path)});
    return asked.back().is_there;
  };
  return result;
}

void add_problem(Post& post, std::string detail) {
  post.problems.push_back(
      {Problem::What::too_complex, span_at(post.body.begin, 0), std::move(detail)});
}

/// How posts that can be read correspond; where they take too much work, that is a problem of the
/// translation.
std::optional<Comparison> comparison_of(const Plan& plan, const SourceReading& reading,
                                        Post& translation) {
  if (!reading.post.is_readable() || !translation.is_readable()) return std::nullopt;
  try {
    return compared(plan, reading.post, reading.evidence, translation);
  } catch (const TooMuchWork&) {
    add_problem(translation, "it takes more than " + std::to_string(plan.posts.limits.pair_work) +
                                 " steps to compare it with its source");
    return std::nullopt;
  }
}

/// Judges posts that correspond so. Throws TooMuchWork.
JudgedPair judged_pair(const Plan& plan, const SourceReading& reading, const Post& translation,
                       const Comparison& comparison, const PlannedPair& pair, Stats* stats) {
  const Post& source = reading.post;
  JudgedPair judged;
  if (pair.is_reported) {
    judge_post(plan, translation, &source, *pair.rules, Stopwatch(stats), judged);
  }
  judged.memory.has_verdict = judged.memory.has_verdict && !has_remarks(source);
  judged.memory.headings = {heading_places(source), heading_places(translation)};
  Stopwatch watch(stats);
  const Vocabulary translation_words(translation, plan.source_locale);
  const SiteLinks site = remembering(plan.site, judged.memory.asked);
  const Subject subject{source,
                        translation,
                        comparison.alignment,
                        comparison.causes,
                        comparison.keys,
                        plan.policy,
                        plan.locale_terms.at(pair.translation.locale.tag()),
                        plan.words.at(pair.translation.locale.tag()),
                        reading.words,
                        translation_words,
                        pair.translation.is_variant_of_source,
                        site};
  check_pair(plan, subject, pair, watch, judged);
  contribute(plan, subject, pair, watch, judged.memory);
  return judged;
}

/// Whether code of `post` holds fences at which CommonMark would end it.
bool holds_fences(const Post& post) {
  return std::any_of(post.blocks.begin(), post.blocks.end(),
                     [](const Block& block) { return block.holds_fences; });
}

/// What the fences of `post` say of their codes, in document order.
std::vector<std::string_view> labels_of(const Post& post) {
  std::vector<std::string_view> labels;
  for (const Block& block : post.blocks) {
    if (block.kind == BlockKind::code) labels.push_back(slice(post, block.info));
  }
  return labels;
}

/// The source as CommonMark reads its fences, where the translation spells that out: a program
/// wrote it anew that reads them so.
std::optional<Post> source_as_written(const Post& source, const Post& translation) {
  if (!holds_fences(source) || holds_fences(translation)) return std::nullopt;
  const std::vector<std::string_view> wanted = labels_of(translation);
  if (labels_of(source).size() == wanted.size()) return std::nullopt;
  Post written = parse_post(source.path, source.locale, source.dialect, source.text, source.limits,
                            Fences::as_written);
  return labels_of(written) == wanted ? std::optional(std::move(written)) : std::nullopt;
}

/// Aligns and judges a pair of which the source is read so.
JudgedPair judge_readings(const Plan& plan, const SourceReading& reading, Post translation,
                          const PlannedPair& pair, Stats* stats) {
  Stopwatch watch(stats);
  const auto comparison = comparison_of(plan, reading, translation);
  watch.lap(Stage::align);
  if (comparison) {
    try {
      return judged_pair(plan, reading, translation, *comparison, pair, stats);
    } catch (const TooMuchWork&) {
      add_problem(translation, "it has more than " + std::to_string(kMostFindings) + " findings");
    }
  }
  JudgedPair judged{.is_readable = false};
  if (pair.is_reported) {
    judge_post(plan, translation, &reading.post, *pair.rules, Stopwatch(stats), judged);
  }
  return judged;
}

}  // namespace

JudgedPair judge_source_post(const Plan& plan, const Post& source,
                             const std::vector<ActiveRule>& rules, Stats* stats) {
  JudgedPair judged{.is_readable = source.is_readable()};
  judge_post(plan, source, nullptr, rules, Stopwatch(stats), judged);
  for (Diagnostic& diagnostic : judged.memory.diagnostics) {
    if (diagnostic.fix) diagnostic.fix->safety = Safety::shown;  // only translations are mended
  }
  return judged;
}

JudgedPair judge_pair(const Plan& plan, const SourceReading& reading, Post translation,
                      const PlannedPair& pair, Stats* stats) {
  if (const auto written = source_as_written(reading.post, translation)) {
    return judge_readings(plan, SourceReading(*written), std::move(translation), pair, stats);
  }
  return judge_readings(plan, reading, std::move(translation), pair, stats);
}

bool still_holds(const Plan& plan, const PairMemory& memory, const std::string& source_path,
                 const std::string& translation_path, const Locale& locale) {
  return memory.has_verdict && !is_allowed_something(plan, source_path, translation_path, locale) &&
         std::all_of(memory.asked.begin(), memory.asked.end(), [&](const AskedFile& file) {
           return plan.site.has_file && plan.site.has_file(file.path) == file.is_there;
         });
}

}  // namespace recto
