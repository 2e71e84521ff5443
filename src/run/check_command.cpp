#include "run/check_command.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/parallel.h"
#include "checks/rule_set.h"
#include "discover/root.h"
#include "report/color.h"
#include "report/json.h"
#include "report/text.h"
#include "report/visible.h"
#include "run/customs.h"
#include "run/diagnose.h"
#include "run/files_phase.h"
#include "run/join_phase.h"
#include "run/make_plan.h"
#include "run/pair_phase.h"

namespace recto {
namespace {

constexpr int kClean = 0;
constexpr int kFindings = 1;
constexpr int kCannotDoTheJob = 2;
constexpr std::size_t kManyFindings = 50;

std::vector<std::string> lines_of(std::istream& input) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(input, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

/// The PATHs of the command line and of `--files-from`.
std::vector<std::string> all_paths(const CheckCommand& command, const Surroundings& surroundings) {
  std::vector<std::string> paths = command.paths;
  if (command.files_from.empty()) return paths;
  std::vector<std::string> more;
  if (command.files_from == "-") {
    more = lines_of(surroundings.input);
  } else {
    std::ifstream file(surroundings.working_folder / command.files_from);
    if (!file) throw Error(command.files_from, 0, "cannot be read");
    more = lines_of(file);
  }
  paths.insert(paths.end(), more.begin(), more.end());
  return paths;
}

struct Judged {
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> notes;
  bool lacks_dictionary = false;
};

void remember(std::vector<SourceResult>& results, FactStore& store) {
  for (SourceResult& result : results) {
    for (NewMemory& memory : result.memories) {
      store.add(memory.locale, memory.key, std::move(memory.bytes));
    }
  }
  store.save();
}

Judged judge(const Plan& plan, bool is_whole_site, std::size_t jobs) {
  FactStore store(plan);
  std::vector<SourceResult> results(plan.sources.size());
  for_each_index(results.size(), jobs,
                 [&](std::size_t i) { results[i] = judge_source(plan, store, plan.sources[i]); });
  remember(results, store);
  fold_customs(plan, is_whole_site, results);
  JoinResult joined = judge_locales(plan, results, jobs);
  Judged all{.notes = std::move(joined.notes), .lacks_dictionary = joined.lacks_dictionary};
  const auto take = [&](std::vector<Diagnostic>& diagnostics) {
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(all.diagnostics));
  };
  for (SourceResult& result : results) take(result.diagnostics);
  take(joined.diagnostics);
  std::vector<Diagnostic> files = judge_files(plan);
  take(files);
  std::sort(all.diagnostics.begin(), all.diagnostics.end(), stands_before);
  number_equal_fingerprints(all.diagnostics);
  return all;
}

std::size_t count_of(const std::vector<Diagnostic>& diagnostics, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [&](const Diagnostic& diagnostic) { return diagnostic.severity == severity; }));
}

bool fails(const std::vector<Diagnostic>& diagnostics, FailOn fail_on) {
  if (fail_on == FailOn::never) return false;
  const Severity least = fail_on == FailOn::error     ? Severity::error
                         : fail_on == FailOn::warning ? Severity::warning
                                                      : Severity::hint;
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& diagnostic) { return diagnostic.severity >= least; });
}

bool is_file_error(const Diagnostic& diagnostic) {
  return diagnostic.severity == Severity::error && diagnostic.rule.starts_with("file/");
}

int status_of(const CheckCommand& command, const Config& config, const Judged& judged) {
  const auto& diagnostics = judged.diagnostics;
  const bool lacks_dictionary = command.require_dictionaries && judged.lacks_dictionary;
  if (lacks_dictionary || std::any_of(diagnostics.begin(), diagnostics.end(), is_file_error)) {
    return kCannotDoTheJob;
  }
  const FailOn fail_on = command.fail_on.value_or(config.fail_on.value_or(FailOn::error));
  const bool too_many_warnings =
      command.max_warnings && count_of(diagnostics, Severity::warning) > *command.max_warnings;
  return too_many_warnings || fails(diagnostics, fail_on) ? kFindings : kClean;
}

std::string rendered(const CheckCommand& command, Format format, const Judged& judged,
                     const TextStyle& style, bool is_terminal) {
  if (format == Format::jsonl) return jsonl_report(judged.diagnostics);
  if (command.summary) return summary_table(judged.diagnostics, style);
  std::string report;
  if (is_terminal && judged.diagnostics.size() > kManyFindings) {
    report = summary_table(judged.diagnostics, style) + "\n";
  }
  return report + text_report(judged.diagnostics, style);
}

void write_reports(const CheckCommand& command, const Surroundings& surroundings,
                   const Judged& judged, const PreparedRun& run) {
  for (const Output& output : command.outputs) {
    const bool is_terminal = output.path.empty() && surroundings.output_is_terminal;
    const TextStyle style{.color = uses_color(command.color, is_terminal, color_environment()),
                          .path_prefix = run.path_prefix};
    const std::string report = rendered(command, output.format, judged, style, is_terminal);
    if (output.path.empty()) {
      surroundings.output << report;
      continue;
    }
    std::ofstream file(surroundings.working_folder / output.path, std::ios::binary);
    file << report;
    file.close();
    if (!file) throw Error(output.path, 0, "cannot be written");
  }
}

std::string counted(std::size_t count, const std::string& word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

std::string seconds_since(std::chrono::steady_clock::time_point start) {
  const auto elapsed = std::chrono::steady_clock::now() - start;
  std::ostringstream text;
  text.precision(2);
  text << std::fixed << std::chrono::duration<double>(elapsed).count() << " s";
  return text.str();
}

std::string last_line(const std::vector<Diagnostic>& diagnostics, const PreparedRun& run,
                      std::chrono::steady_clock::time_point start) {
  std::size_t sources = 0;
  for (const PlannedSource& source : run.plan.sources) {
    const bool is_reported = std::any_of(source.pairs.begin(), source.pairs.end(),
                                         [](const PlannedPair& pair) { return pair.is_reported; });
    sources += is_reported ? 1 : 0;
  }
  std::string line = "checked " + counted(run.reported_pairs, "pair") + " of " +
                     counted(sources, "post") + " in " + seconds_since(start) + ": " +
                     counted(count_of(diagnostics, Severity::error), "error") + ", " +
                     counted(count_of(diagnostics, Severity::warning), "warning");
  const std::size_t hints = count_of(diagnostics, Severity::hint);
  if (hints > 0) line += ", " + counted(hints, "hint");
  return line;
}

}  // namespace

int run_check(const CheckCommand& command, const Surroundings& surroundings) {
  const auto start = std::chrono::steady_clock::now();
  const bool is_one_pair = !command.source.empty();
  const std::vector<std::string> paths =
      is_one_pair ? std::vector<std::string>() : all_paths(command, surroundings);
  const Root root = find_root(surroundings.working_folder, command.config, paths);
  const bool shows_hints = command.hints || command.fail_on == FailOn::hint ||
                           (!command.fail_on && root.config.fail_on == FailOn::hint);
  RuleSet rules(all_rules(root.config, root.folder.string()), root.config,
                {command.only, command.skip, shows_hints});
  const PreparedRun run = is_one_pair
                              ? prepare_pair(command, surroundings.working_folder,
                                             surroundings.input, root.folder, root.config, rules)
                              : prepare_site(command, surroundings.working_folder, paths,
                                             root.folder, root.config, rules);
  const std::size_t jobs =
      command.jobs > 0 ? command.jobs : std::max(1U, std::thread::hardware_concurrency());
  const Judged judged = judge(run.plan, run.is_whole_site, jobs);
  write_reports(command, surroundings, judged, run);
  if (!command.quiet) {
    for (const std::string& note : run.notes) {
      surroundings.errors << "note: " << visible(note) << '\n';
    }
    for (const std::string& note : judged.notes) {
      surroundings.errors << "note: " << visible(note) << '\n';
    }
    surroundings.errors << last_line(judged.diagnostics, run, start) << '\n';
  }
  return status_of(command, root.config, judged);
}

}  // namespace recto
