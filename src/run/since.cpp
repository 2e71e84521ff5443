#include "run/since.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/error.h"
#include "base/path_parts.h"
#include "discover/repository.h"
#include "run/diagnose.h"
#include "run/freshness.h"
#include "run/judge.h"

// Both states are judged by the same program and settings, and fingerprints are subtracted: what is
// left is what the change brought. The state before is the plan with the old bytes of the files
// that changed; those that are new have no state before.

namespace recto {
namespace {

void use_index(const Git& git, GitScope& result) {
  const ChangeRange staged{.changes = git.staged_changes()};
  result.scope = {.files = git.index_files(), .changed = staged.paths(), .gone = staged.gone()};
}

void use_range(ChangeRange range, GitScope& result) {
  if (range.changed_settings.empty()) {
    result.scope.changed = range.paths();
    result.scope.gone = range.gone();
  } else {
    result.notes.push_back(range.changed_settings + " changed since " + range.name +
                           ": all pairs are judged, with all their findings");
  }
  result.range = std::move(range);
}

/// The state before as a plan: old bytes, without what is new.
Plan plan_before(const Plan& plan, const ChangeRange& range, const FileContents& old,
                 const std::set<std::string>& asked) {
  Plan before = plan;
  for (const auto& [path, content] : old) before.posts.given[path] = content;
  before.orphans.clear();
  before.is_whole_site = false;
  std::set<std::string> added;
  std::set<std::string> created;  // posts without a translation among them
  for (const FileChange& change : range.changes) {
    if (!old.contains(change.after)) added.insert(change.after);
    if (change.before.empty()) created.insert(change.after);
  }
  std::set<std::string> translated;
  for (const std::string& path : range.gone()) translated.emplace(stem_of(path));
  std::erase_if(before.missing, [&](const MissingTranslation& missing) {
    return created.contains(missing.source_path) ||
           translated.contains(std::string(stem_of(missing.translation.path)));
  });
  std::erase_if(before.sources,
                [&](const PlannedSource& source) { return added.contains(source.path); });
  for (PlannedSource& source : before.sources) {
    std::erase_if(source.pairs,
                  [&](const PlannedPair& pair) { return added.contains(pair.translation.path); });
    for (PlannedPair& pair : source.pairs) {
      pair.is_reported = pair.is_reported && asked.contains(pair.translation.path);
    }
  }
  return before;
}

/// Takes out what the state before had.
std::size_t take_out_older(const Plan& before, std::size_t jobs,
                           std::vector<Diagnostic>& diagnostics) {
  std::set<std::string> older;
  for (const Diagnostic& diagnostic : join(before, judge_sources(before, jobs), jobs).diagnostics) {
    older.insert(diagnostic.fingerprint);
  }
  return std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return older.contains(diagnostic.fingerprint);
  });
}

std::set<std::string> reported_translations(const Plan& plan) {
  std::set<std::string> paths;
  for (const PlannedSource& source : plan.sources) {
    for (const PlannedPair& pair : source.pairs) {
      if (pair.is_reported) paths.insert(pair.translation.path);
    }
  }
  return paths;
}

}  // namespace

GitScope git_scope(const CheckCommand& command, const std::filesystem::path& root,
                   const Config& config, const Environment& environment) {
  GitScope result;
  // A hook may run where nothing is committed yet, or outside of a repository.
  const bool is_hook = command.hook && repository_of(root).has_value();
  if (command.since.empty() && !command.staged && !is_hook) return result;
  const Git& git = result.repository.emplace(root);
  if (command.staged) use_index(git, result);
  if (!command.since.empty()) {
    use_range(change_range(git, command.since, config, environment), result);
  }
  if (is_hook) {
    const ChangeRange staged{.changes = git.staged_changes()};
    for (const std::string& path : staged.paths()) result.staged.insert(path);
    result.scope.gone = staged.gone();
  }
  return result;
}

void use_index_texts(const CheckCommand& command, GitScope& git, Plan& plan) {
  if (!command.staged) return;
  const std::set<std::string> posts = paths_of(plan);
  std::vector<std::string> unlike = git.repository->files_unlike_index();
  std::erase_if(unlike, [&](const std::string& path) { return !posts.contains(path); });
  plan.posts.given = git.repository->contents("", unlike, plan.posts.limits.file_size);
  for (const std::string& path : unlike) {
    if (plan.posts.given.contains(path)) continue;
    if (path.find('\n') != path.npos) {
      throw Error(path + ": git cannot be asked for a name with a line end; rename the file");
    }
    git.notes.push_back(
        path + " is in a conflict: the index has no text of it, so the one on the disk is judged");
  }
}

std::set<std::string> lenient_pairs(const CheckCommand& command, const Config& config,
                                    const Environment& environment, GitScope& git,
                                    PreparedRun& run) {
  std::set<std::string> lenient;
  if (!command.hook) return lenient;
  for (PlannedSource& source : run.plan.sources) {
    for (PlannedPair& pair : source.pairs) {
      const std::string& path = pair.translation.path;
      if (!pair.is_reported || run.named.contains(path)) continue;
      if (git.staged.contains(path)) {
        pair.is_reported = false;
        --run.reported_pairs;
      } else {
        lenient.insert(path);
      }
    }
  }
  // Each question costs a process, and most hooks are given translations alone.
  if (!lenient.empty() && git.repository && !git.range) {
    const std::string from = environment("PRE_COMMIT_FROM_REF");
    if (!from.empty() || git.repository->has("HEAD")) {
      git.range = change_range(*git.repository, from.empty() ? "HEAD" : from, config, environment);
    }
  }
  for (const MissingTranslation& missing : run.plan.missing)
    lenient.insert(missing.translation.path);
  return lenient;
}

std::size_t apply_git_scope(const CheckCommand& command, const GitScope& git, const Plan& plan,
                            const std::set<std::string>& lenient, std::size_t jobs,
                            std::vector<Diagnostic>& diagnostics) {
  std::size_t older = 0;
  const std::set<std::string> asked = command.since.empty() ? lenient : reported_translations(plan);
  if (git.range && !(asked.empty() && plan.missing.empty())) {
    FileContents old = contents_before(*git.repository, *git.range, plan);
    const bool is_partial = git.range->changed_settings.empty() && !command.all_findings;
    if (is_partial) {
      older = take_out_older(plan_before(plan, *git.range, old, asked), jobs, diagnostics);
    }
    add_freshness(judge_freshness(plan, {{std::move(old), asked, git.range->name}}), diagnostics);
  }
  for (Diagnostic& diagnostic : diagnostics) {
    if (!lenient.contains(diagnostic.at.path)) continue;
    diagnostic.severity = std::min(diagnostic.severity, Severity::warning);
  }
  return older;
}

}  // namespace recto
