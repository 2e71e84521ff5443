#include "run/check_command.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <istream>
#include <map>
#include <ostream>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/environment.h"
#include "base/error.h"
#include "base/inside.h"
#include "base/parallel.h"
#include "checks/rule_set.h"
#include "discover/repository.h"
#include "discover/root.h"
#include "discover/site_kind.h"
#include "report/counts.h"
#include "report/diff.h"
#include "report/visible.h"
#include "run/baselines.h"
#include "run/judge.h"
#include "run/make_plan.h"
#include "run/mend.h"
#include "run/pair_phase.h"
#include "run/range.h"
#include "run/repeats.h"
#include "run/since.h"
#include "run/staleness.h"
#include "run/telling.h"
#include "run/write_reports.h"

namespace recto {
namespace {

constexpr int kClean = 0;
constexpr int kFindings = 1;
constexpr std::size_t kLongestFileList = 64U << 20U;

/// The lines of `input` that hold something. Throws Error where they are too much.
std::vector<std::string> lines_of(std::istream& input, const std::string& name) {
  std::vector<std::string> lines;
  std::size_t size = 0;
  for (std::string line; std::getline(input, line);) {
    size += line.size() + 1;
    if (size > kLongestFileList) throw Error(name, 0, "more than 64 MiB of PATHs");
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) lines.push_back(line);
  }
  if (input.bad()) throw Error(name, 0, "cannot be read; it should be a list of PATHs");
  return lines;
}

/// The PATHs of the command line and of `--files-from`.
std::vector<std::string> all_paths(const CheckCommand& command, const Surroundings& surroundings) {
  std::vector<std::string> paths = command.paths;
  if (command.files_from.empty()) return paths;
  std::vector<std::string> more;
  if (command.files_from == "-") {
    more = lines_of(surroundings.input, "--files-from -");
  } else {
    std::ifstream file(surroundings.working_folder / command.files_from);
    if (!file) throw Error(command.files_from, 0, "cannot be read");
    more = lines_of(file, command.files_from);
  }
  paths.insert(paths.end(), more.begin(), more.end());
  return paths;
}

/// Throws Error for a report that would overwrite a post of the site, or its recto.yaml.
void spare_posts(const CheckCommand& command, const Surroundings& surroundings,
                 const Config& config, const PreparedRun& run) {
  namespace fs = std::filesystem;
  if (run.posts.empty()) return;
  const fs::path here = fs::weakly_canonical(surroundings.working_folder);
  const fs::path root = fs::weakly_canonical(run.plan.posts.root);
  std::set<fs::path> spared = {(here / config.path).lexically_normal()};
  for (const std::string& post : run.posts) spared.insert((root / post).lexically_normal());
  for (const Output& output : command.outputs) {
    if (output.path.empty()) continue;
    std::error_code failure;  // of what is no file: `/dev/stdout` at a pipe
    const fs::path file = fs::weakly_canonical(here / output.path, failure);
    if (spared.contains(file)) {
      throw Error(output.path, 0, "is a file of the site; a report would overwrite it");
    }
  }
}

FailOn fail_on(const CheckCommand& command, const Config& config) {
  return command.fail_on.value_or(config.fail_on.value_or(FailOn::error));
}

/// The least severity that fails a run; errors where none does, for reports that must tell.
Severity fails_from(FailOn fail_on) {
  if (fail_on == FailOn::hint) return Severity::hint;
  return fail_on == FailOn::warning ? Severity::warning : Severity::error;
}

bool fails(const Counts& counts, FailOn fail_on) {
  if (fail_on == FailOn::never) return false;
  const Severity least = fails_from(fail_on);
  return counts.errors > 0 || (least <= Severity::warning && counts.warnings > 0) ||
         (least == Severity::hint && counts.hints > 0);
}

int status_of(const CheckCommand& command, const Config& config,
              const std::vector<Diagnostic>& diagnostics, const Judged& judged) {
  Counts counts;
  bool is_incomplete = command.require_dictionaries && judged.lacks_dictionary;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (judged.harmless.contains(diagnostic.fingerprint)) continue;
    ++counts.of(diagnostic.severity);
    is_incomplete = is_incomplete || is_file_error(diagnostic);
  }
  if (is_incomplete) return kCannotDoTheJob;
  const bool too_many_warnings = command.max_warnings && counts.warnings > *command.max_warnings;
  return too_many_warnings || fails(counts, fail_on(command, config)) ? kFindings : kClean;
}

std::string seconds_since(std::chrono::steady_clock::time_point start) {
  const auto elapsed = std::chrono::steady_clock::now() - start;
  std::ostringstream text;
  text.precision(2);
  text << std::fixed << std::chrono::duration<double>(elapsed).count() << " s";
  return text.str();
}

std::string last_line(const Counts& counts, const PreparedRun& run,
                      std::chrono::steady_clock::time_point start) {
  std::size_t sources = 0;
  for (const PlannedSource& source : run.plan.sources) {
    sources += source.is_reported() ? 1 : 0;
  }
  std::string line = "checked " + counted(run.reported_pairs, "pair") + " of " +
                     counted(sources, "post") + " in " + seconds_since(start) + ": " +
                     counted(counts.errors, "error") + ", " + counted(counts.warnings, "warning");
  if (counts.hints > 0) line += ", " + counted(counts.hints, "hint");
  return line;
}

/// What of the findings is not shown, behind the last line.
std::string not_shown(const CheckCommand& command, std::size_t accepted, std::size_t older) {
  std::string text;
  if (accepted > 0) text = "; " + std::to_string(accepted) + " in the baseline";
  text += '\n';
  if (older == 0) return text;
  return text + counted(older, "older finding") + " not shown" +
         (command.since.empty() ? "" : " (--all-findings)") + "\n";
}

bool shows_hints(const CheckCommand& command, const Config& config) {
  return command.hints || fail_on(command, config) == FailOn::hint;
}

/// The baselines that the command or recto.yaml names, or those in the usual place. Says in `notes`
/// when recto.yaml names a folder that is not there.
Baselines baselines_of(const CheckCommand& command, const Surroundings& surroundings,
                       const Root& root, std::vector<std::string>& notes) {
  if (!command.baseline.empty()) {
    return read_baselines(surroundings.working_folder, command.baseline);
  }
  const std::string folder = baseline_folder(root.config);
  // What is there and is no folder is told, not passed over.
  if (std::filesystem::exists(inside(root.folder, folder)))
    return read_baselines(root.folder, folder);
  if (!root.config.baseline.empty()) {
    notes.push_back("the baseline " + folder + " is not there; `recto baseline` makes it");
  }
  return {};
}

/// What is to be judged: one pair, or what `paths` and `scope` leave of the site.
PreparedRun prepared(const CheckCommand& command, const Surroundings& surroundings,
                     const std::vector<std::string>& paths, const Root& root, const Scope& scope,
                     RuleSet& rules) {
  const auto& working_folder = surroundings.working_folder;
  const bool is_site = command.source.empty();
  PreparedRun run =
      is_site ? prepare_site(command, working_folder, paths, root.folder, root.config, rules, scope)
              : prepare_pair(command, working_folder, surroundings.input, root.folder, root.config,
                             rules);
  if (is_site) run.plan.baselines = baselines_of(command, surroundings, root, run.notes);
  run.plan.is_measured = command.stats;
  run.plan.needs_all_posts = command.fix.has_value();  // mended text is judged by them, too
  return run;
}

/// Mends what the command asks for; with --diff nothing is written and `judged` stays what it is.
Mending mended(const CheckCommand& command, std::size_t jobs, PreparedRun& run,
               std::vector<SourceResult>& results, Judged& judged) {
  Judged remaining = judged;
  Mending mending = mend(run.plan, *command.fix, jobs, results, remaining);
  if (command.diff) return mending;
  write_mended(run.plan, jobs, results, mending, remaining);
  judged = std::move(remaining);
  return mending;
}

/// A name that nobody can know beforehand.
std::string random_name() {
  std::random_device random;
  std::string name;
  for (int i = 0; i < 4; ++i) name += std::to_string(random());
  return name;
}

/// From where `git apply` sees the paths of a patch to the root of the site: from the top of the
/// work tree, in whichever folder of it it runs; outside of one, from there.
std::string patch_prefix(const PreparedRun& run) {
  const auto top = repository_of(run.plan.posts.root);
  if (!top) return run.path_prefix;
  const auto folder = std::filesystem::weakly_canonical(run.plan.posts.root)
                          .lexically_relative(std::filesystem::weakly_canonical(*top))
                          .generic_string();
  return folder == "." ? "" : folder + '/';
}

/// What `mending` would change, as whoever reads the output can bear it. A file or a pipe gets the
/// exact patch.
std::string shown_patch(const Mending& mending, const PreparedRun& run,
                        const Surroundings& surroundings) {
  const std::string patch = patch_of(mending, patch_prefix(run));
  if (surroundings.output_is_terminal) return visible_lines(patch);
  const bool is_github = environment_variable("GITHUB_ACTIONS") == "true";
  return is_github && !patch.empty() ? fenced_patch(patch, random_name()) : patch;
}

/// Whether `root` is no site and has some below it, such as a repository with a README beside them.
bool is_beside_sites(const Root& root) {
  return root.config.path.empty() && !looks_like_site(root.folder) &&
         !sites_below(root.folder).empty();
}

using PathsBySite = std::map<std::filesystem::path, std::vector<std::string>>;

/// The PATHs of a hook by the sites that they lie in.
PathsBySite paths_by_site(const std::vector<std::string>& paths, const Surroundings& surroundings) {
  PathsBySite by_site;
  const auto& here = surroundings.working_folder;
  for (const std::string& path : paths) {
    if (const auto site = site_holding(here / path, here)) by_site[*site].push_back(path);
  }
  return by_site;
}

/// Whether the reports of several sites can follow each other: on one's screen, line by line.
bool can_follow(const Output& output) {
  return output.path.empty() && (output.format == Format::text || output.format == Format::github ||
                                 output.format == Format::jsonl);
}

/// Judges one site after the other, as a hook at the root of a repository must. Throws Error where
/// the report of one would take the place of the other's.
int run_hook_by_site(const CheckCommand& command, const PathsBySite& by_site,
                     const Surroundings& surroundings) {
  if (!std::all_of(command.outputs.begin(), command.outputs.end(), can_follow)) {
    throw Error("the PATHs lie in " + std::to_string(by_site.size()) +
                " sites, and such a report is of one; run recto for each, in its folder");
  }
  int status = 0;
  for (const auto& [site, paths] : by_site) {
    CheckCommand part = command;
    part.files_from.clear();
    part.paths = paths;
    status = std::max(status, run_check(part, surroundings));
  }
  return status;
}

/// Puts why a part of the job was not done before `problems`, those of the reports.
void add_problems_of_run(const CheckCommand& command, const PreparedRun& run,
                         const Mending& mending, std::vector<std::string>& problems) {
  problems.insert(problems.begin(), run.problems.begin(), run.problems.end());
  const bool is_all = run.plan.is_whole_site && !command.shard;
  if (is_all && run.reported_pairs == 0) {
    problems.emplace_back(
        run.plan.orphans.empty()
            ? "no post of the site is translated; see `locales:` in recto.yaml"
            : "no translation of the site has its source; see `content:` in recto.yaml");
  }
  problems.insert(problems.begin(), mending.failures.begin(), mending.failures.end());
}

/// Judges what `paths` name of the site at `root`, mends and reports it; the exit status.
int check_site(const CheckCommand& command, const std::vector<std::string>& paths, const Root& root,
               std::chrono::steady_clock::time_point start, const Surroundings& surroundings) {
  Stats stats;
  Stopwatch watch(command.stats ? &stats : nullptr);
  RuleSet rules(all_rules(root.config, root.folder.string()), root.config,
                {command.only, command.skip, shows_hints(command, root.config)});
  GitScope git = git_scope(command, root.folder, root.config, environment_variable);
  // An empty list names nothing; no PATH at all would be the whole site.
  if (!command.files_from.empty() && paths.empty()) git.scope.changed.emplace();
  PreparedRun run = prepared(command, surroundings, paths, root, git.scope, rules);
  spare_posts(command, surroundings, root.config, run);
  use_index_texts(command, git, run.plan);
  const std::set<std::string> lenient =
      lenient_pairs(command, root.config, environment_variable, git, run);
  watch.lap(Stage::discover);
  const std::size_t jobs = command.jobs > 0 ? command.jobs : processors();
  std::vector<SourceResult> results =
      judge_sources_with_progress(run.plan, jobs, command.quiet, surroundings);
  // What is mended is joined again.
  Judged judged = join(run.plan, command.fix ? results : std::move(results), jobs);
  const std::size_t older =
      apply_git_scope(command, git, run.plan, lenient, jobs, judged.diagnostics);
  if (command.stale) add_freshness(judge_staleness(run.plan), judged.diagnostics);
  const Mending mending = command.fix ? mended(command, jobs, run, results, judged) : Mending();
  if (command.diff) surroundings.output << shown_patch(mending, run, surroundings);
  Report report = report_outline(run, rules.all(), surroundings.working_folder);
  report.fails_from = fails_from(fail_on(command, root.config));
  report.diagnostics = without_repeats(std::move(judged.diagnostics));
  const Counts counts = counts_of(report.diagnostics);
  const int status = status_of(command, root.config, report.diagnostics, judged);
  watch.start();
  std::vector<std::string> problems =
      write_reports(command, surroundings, std::move(report), root.config.limits.findings_per_file);
  watch.lap(Stage::render);
  add_problems_of_run(command, run, mending, problems);
  // A hook has nothing to say where nothing is wrong.
  if (!command.quiet && !(command.hook && counts.total() == 0)) {
    for (const auto* notes : {&git.notes, &run.notes, &judged.notes})
      say("note: ", *notes, surroundings);
    if (command.fix) surroundings.errors << mending_summary(mending, !command.diff) << '\n';
    surroundings.errors << last_line(counts, run, start)
                        << not_shown(command, judged.accepted, older);
  }
  if (command.stats) {
    stats.add(judged.stats);
    surroundings.errors << text_of(stats);
  }
  say("recto: ", problems, surroundings);
  return problems.empty() ? status : kCannotDoTheJob;
}

}  // namespace

int run_check(const CheckCommand& command, const Surroundings& surroundings) {
  const auto start = std::chrono::steady_clock::now();
  const std::vector<std::string> paths =
      command.source.empty() ? all_paths(command, surroundings) : std::vector<std::string>();
  const Root root = find_root(surroundings.working_folder, command.config, paths);
  if (command.hook && !paths.empty()) {
    if (is_beside_sites(root)) return 0;
    // One that was found by a PATH may not be the only one.
    const bool is_by_path = !is_inside(surroundings.working_folder, root.folder);
    const PathsBySite by_site = is_by_path ? paths_by_site(paths, surroundings) : PathsBySite();
    if (by_site.size() > 1) return run_hook_by_site(command, by_site, surroundings);
  }
  return check_site(command, paths, root, start, surroundings);
}

}  // namespace recto
