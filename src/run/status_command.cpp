#include "run/status_command.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "base/environment.h"
#include "checks/rule_set.h"
#include "discover/git.h"
#include "discover/root.h"
#include "report/visible.h"
#include "run/freshness.h"
#include "run/make_plan.h"
#include "run/range.h"
#include "run/staleness.h"
#include "run/telling.h"

namespace recto {
namespace {

using Rows = std::map<std::string, LocaleStatus>;  // by tag

/// Whether the row of the locale `tag` is shown; all are where none was asked for.
bool is_asked(const std::vector<Locale>& asked, const std::string& tag) {
  const auto is_tag = [&](const Locale& locale) { return locale.tag() == tag; };
  return asked.empty() || std::any_of(asked.begin(), asked.end(), is_tag);
}

Rows counted_pairs(const Plan& plan) {
  Rows rows;
  for (const PlannedSource& source : plan.sources) {
    for (const PlannedPair& pair : source.pairs) {
      ++rows[pair.translation.locale.tag()].translated;
    }
  }
  for (const Orphan& orphan : plan.orphans) {
    for (const Translation& translation : orphan.translations) {
      ++rows[translation.locale.tag()].orphaned;
    }
  }
  for (const MissingTranslation& missing : plan.missing) {
    ++rows[missing.translation.locale.tag()].missing;
  }
  return rows;
}

void count_findings(const std::vector<Diagnostic>& diagnostics, Rows& rows) {
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto row = rows.find(diagnostic.locale.tag());
    if (row == rows.end()) continue;
    if (diagnostic.severity == Severity::error) ++row->second.errors;
    if (diagnostic.severity == Severity::warning) ++row->second.warnings;
  }
}

/// Counts the translations that did not follow what changed in their sources; returns since when.
std::string count_behind(const StatusCommand& command, const Plan& plan, const Config& config,
                         Rows& rows) {
  std::map<std::string, std::string> tags;  // by path
  for (const PlannedSource& source : plan.sources) {
    for (const PlannedPair& pair : source.pairs) {
      tags[pair.translation.path] = pair.translation.locale.tag();
    }
  }
  std::string since = "the last commit of each translation";
  Freshness freshness;
  if (command.stale) {
    freshness = judge_staleness(plan);
  } else {
    std::set<std::string> all;
    for (const auto& [path, tag] : tags) all.insert(path);
    const Git git(plan.posts.root);
    const ChangeRange range = change_range(git, command.since, config, environment_variable);
    freshness = judge_freshness(plan, {{contents_before(git, range, plan), all, range.name}});
    since = range.name;
  }
  for (const auto& [path, places] : freshness.changed) ++rows[tags[path]].behind;
  return since;
}

/// A path a line, for programs; for a terminal each is spelt out. A name that would take two lines
/// would be two paths: it gets a note.
void print_missing(const std::vector<Locale>& asked, const PreparedRun& run,
                   const Surroundings& surroundings) {
  for (const MissingTranslation& missing : run.plan.missing) {
    const Translation& translation = missing.translation;
    if (is_asked(asked, translation.locale.tag())) {
      const std::string path = run.path_prefix + translation.path;
      if (path.find_first_of("\r\n") != std::string::npos) {
        surroundings.errors << "note: " << visible(path)
                            << " is not listed: a line ends in its name\n";
        continue;
      }
      surroundings.output << (surroundings.output_is_terminal ? visible(path) : path) << '\n';
    }
  }
}

}  // namespace

int run_status(const StatusCommand& command, const Surroundings& surroundings) {
  const Root root = find_root(surroundings.working_folder, command.config, {});
  RuleSet rules(all_rules(root.config, root.folder.string()), root.config, {});
  std::vector<Locale> locales;
  if (!command.locales.empty()) {
    // Refuses a locale that the site lacks. What is counted is the whole site's.
    const CheckCommand asked{.config = command.config, .locales = command.locales};
    locales = prepare_site(asked, surroundings.working_folder, {}, root.folder, root.config, rules)
                  .locales;
  }
  const CheckCommand whole{.config = command.config, .no_cache = command.no_cache};
  const PreparedRun run =
      prepare_site(whole, surroundings.working_folder, {}, root.folder, root.config, rules);
  if (!command.quiet) say("note: ", run.notes, surroundings);
  if (command.format == StatusFormat::paths) {
    print_missing(locales, run, surroundings);
    return tell_what_was_left_out(run, {}, surroundings);
  }
  Rows rows = counted_pairs(run.plan);
  Status status{.source_locale = run.plan.source_locale.tag()};
  if (command.stale || !command.since.empty()) {
    status.since = count_behind(command, run.plan, root.config, rows);
  }
  const Judged found = judged_site(run, command.quiet, surroundings);
  if (!command.quiet) say("note: ", found.notes, surroundings);
  count_findings(found.diagnostics, rows);
  for (auto& [tag, row] : rows) {
    if (!is_asked(locales, tag)) continue;
    row.locale = tag;
    row.posts = run.source_posts;
    status.locales.push_back(row);
  }
  surroundings.output << status_report(status, command.format);
  return tell_what_was_left_out(run, found, surroundings);
}

}  // namespace recto
