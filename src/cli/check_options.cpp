#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "cli/options.h"
#include "cli/parsers.h"

namespace recto {
namespace {

constexpr std::array<std::pair<const char*, FailOn>, 4> kFailOn = {{{"error", FailOn::error},
                                                                    {"warning", FailOn::warning},
                                                                    {"hint", FailOn::hint},
                                                                    {"never", FailOn::never}}};
constexpr std::array<std::pair<const char*, Color>, 3> kColors = {
    {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}}};

namespace fs = std::filesystem;

constexpr std::size_t kMostJobs = 256;

constexpr std::string_view kCheckFooter =
    R"(Examples:
  recto check
  recto check blog/2025-01-29-post.md --hints
  recto check --only heading --locale vi --format jsonl=findings.jsonl
  recto check --source post.md --locale fr post.fr.md
  recto check --format github --format sarif=recto.sarif

Exit status:
  0   nothing at or above --fail-on is left
  1   findings at or above --fail-on, or more warnings than --max-warnings
  2   the job could not be done: usage, configuration, a file that cannot be read
)";

Output output_of(const std::string& text) {
  const std::size_t sign = text.find('=');
  Output output{.format = chosen("--format", text.substr(0, sign), kFormats), .path = {}};
  if (sign == std::string::npos) return output;
  output.path = text.substr(sign + 1);
  if (output.path.empty()) refuse("`--format " + text + "` lacks a file behind `=`");
  if (output.path == "-") output.path.clear();
  return output;
}

std::vector<Output> outputs_of(const Strings& formats) {
  std::vector<Output> outputs;
  for (const std::string& text : formats) {
    const Output output = output_of(text);
    const auto same = [&](const Output& other) {
      return fs::path(other.path).lexically_normal() == fs::path(output.path).lexically_normal();
    };
    if (std::any_of(outputs.begin(), outputs.end(), same)) {
      refuse(output.path.empty()
                 ? "only one --format can go to standard output; write `--format " +
                       text.substr(0, text.find('=')) + "=FILE` for the other"
                 : "two formats cannot be written to the same file " + in_ticks(output.path));
    }
    outputs.push_back(output);
  }
  if (outputs.empty()) outputs.emplace_back();
  return outputs;
}

Shard shard(const std::string& text) {
  constexpr std::size_t kMostShards = 10'000;
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) refuse("`--shard` takes a part and how many there are, `1/3`");
  const Shard shard{number("--shard", text.substr(0, slash), kMostShards),
                    number("--shard", text.substr(slash + 1), kMostShards)};
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  refuse("`--shard` counts from `1/N` to `N/N`; there is no part " + in_ticks(text));
}

/// What the options of `check` leave to convert.
struct CheckTexts {
  std::string source_locale;
  Strings locales;
  Strings formats;
  std::string fail_on;
  std::string max_warnings;
  std::string shard;
  std::string jobs;
  std::string color;
  bool fix = false;
  bool unsafe_fixes = false;
};

OptionSet options_of(CheckCommand& check, CheckTexts& texts) {
  return {
      "recto check",
      "Checks translations against their sources.",
      {
          {"PATH", "",
           "sources, translations or folders (the whole site); with --source, the "
           "translation, or - for standard input",
           &check.paths},
          {"--files-from", "FILE|-", "read more PATHs, one a line", &check.files_from},
          config_option(check.config),
          {"--source", "FILE", "check one pair, no site needed", &check.source},
          {"--source-locale", "LOCALE", "the language of --source (en)", &texts.source_locale},
          locales_option(texts.locales),
          {"--only", "RULE", "only this rule, with its hints, or family (repeatable)", &check.only,
           true},
          {"--skip", "RULE", "not this rule or family (repeatable)", &check.skip, true},
          {"--hints", "", "show hints, too", &check.hints},
          {"--since", "REF|auto",
           "only what changed since REF, and only findings that it did not have; auto: the base "
           "that CI or pre-commit name, else the default branch",
           &check.since},
          {"--all-findings", "", "with --since: older findings, too", &check.all_findings},
          {"--stale", "",
           "tell, too, what changed in a source after the last commit of a translation",
           &check.stale},
          {"--staged", "", "only what is staged, as the index of git has it", &check.staged},
          {"--hook", "",
           "for pre-commit: findings of a pair of which only the source is given are warnings",
           &check.hook},
          {"--fix", "", "apply the safe fixes to the translations", &texts.fix},
          {"--unsafe-fixes", "", "apply those, too, that someone should read again",
           &texts.unsafe_fixes},
          {"--diff", "", "print what --fix would change, as a patch; change nothing", &check.diff},
          {"--format", "FORMAT[=FILE]",
           "text, jsonl, json, sarif, github, gitlab, checkstyle, junit, rdjson or markdown, to "
           "standard output or FILE (repeatable)",
           &texts.formats, false, names_of(kFormats)},
          {"--summary", "", "only a table of rules and locales", &check.summary},
          {"--baseline", "FOLDER", "findings accepted before (.recto/baseline, if it is there)",
           &check.baseline},
          {"--fail-on", "SEVERITY", "end with 1 from error (default), warning or hint on, or never",
           &texts.fail_on, false, names_of(kFailOn)},
          {"--max-warnings", "N", "end with 1 when there are more", &texts.max_warnings},
          {"--require-dictionaries", "", "end with 2 when a dictionary for spelling is missing",
           &check.require_dictionaries},
          {"--shard", "I/N",
           "only part I of N, with all translations of a source; together they are the whole",
           &texts.shard},
          {"--jobs", "N", "threads (as many as processors)", &texts.jobs},
          no_cache_option(check.no_cache),
          {"--color", "WHEN", "auto, always or never", &texts.color, false, names_of(kColors)},
          {"--stats", "", "say where the time went, by stage and rule", &check.stats},
          {"--quiet", "", "no notes, no progress and no closing line", &check.quiet},
      },
      std::string(kCheckFooter)};
}

void convert(const CheckTexts& texts, CheckCommand& check) {
  check.outputs = outputs_of(texts.formats);
  check.locales = locales_of(texts.locales);
  if (const auto locale = locale_of(texts.source_locale)) check.source_locale = *locale;
  if (!texts.fail_on.empty()) check.fail_on = chosen("--fail-on", texts.fail_on, kFailOn);
  if (!texts.color.empty()) check.color = chosen("--color", texts.color, kColors);
  if (!texts.shard.empty()) check.shard = shard(texts.shard);
  if (!texts.jobs.empty()) check.jobs = number("--jobs", texts.jobs, kMostJobs);
  if (!texts.max_warnings.empty()) {
    check.max_warnings = number("--max-warnings", texts.max_warnings, 1'000'000'000);
  }
  if (texts.fix || check.diff) check.fix = Safety::safe;
  if (texts.unsafe_fixes) check.fix = Safety::unsafe;
  if (check.diff && texts.formats.empty()) check.outputs.clear();
}

/// One pair needs both its sides and one locale.
void settle_pair(CheckCommand& check) {
  if (check.source == "-") refuse("--source takes a file; only the translation may be `-`");
  if (!check.baseline.empty()) refuse("--baseline makes no sense with --source");
  if (!check.files_from.empty()) refuse("--files-from makes no sense with --source");
  if (check.locales.size() != 1)
    refuse("--source needs exactly one --locale, that of the translation");
  if (check.paths.size() != 1) {
    refuse("--source needs exactly one translation: `recto check --source FILE --locale " +
           check.locales.front().tag() + " TRANSLATION`");
  }
}

/// Whether `skip` leaves nothing of what `only` asks for.
bool is_all_skipped(const CheckCommand& check) {
  return !check.only.empty() &&
         std::all_of(check.only.begin(), check.only.end(), [&](const std::string& rule) {
           return holds(check.skip, rule) || holds(check.skip, rule.substr(0, rule.find('/')));
         });
}

void refuse_nonsense_with_fixes(const CheckCommand& check, const CheckTexts& texts) {
  if (!check.fix) return;
  if (holds(check.paths, "-")) {
    refuse("what comes from standard input cannot be fixed; write it to a file first");
  }
  const auto is_printed = [](const Output& output) { return output.path.empty(); };
  const bool prints_report =
      check.summary || (!texts.formats.empty() &&
                        std::any_of(check.outputs.begin(), check.outputs.end(), is_printed));
  if (check.diff && prints_report) {
    refuse("--diff prints a patch to standard output; write `--format FORMAT=FILE` for a report");
  }
}

void refuse_nonsense_with_git(const CheckCommand& check) {
  const bool asks_git = !check.since.empty() || check.staged || check.hook;
  if (asks_git && !check.source.empty()) {
    refuse("--source judges one pair as it is; --since, --staged and --hook are for a site");
  }
  if (check.staged && !check.since.empty()) refuse("--staged makes no sense with --since");
  if (check.staged && check.fix) {
    refuse("--staged reads the index, which --fix cannot mend; leave out one of them");
  }
  if ((!check.since.empty() || check.hook) && check.fix) {
    refuse("--fix mends whole files, old mistakes too; leave out --since and --hook");
  }
  if (check.stale &&
      (check.staged || check.hook || !check.since.empty() || !check.source.empty())) {
    refuse(
        "--stale looks at the history of each translation; leave out --since, --staged, --hook "
        "and --source");
  }
  if (check.all_findings && check.since.empty())
    refuse("--all-findings makes no sense without --since");
}

void refuse_nonsense(const CheckCommand& check) {
  refuse_nonsense_with_git(check);
  if (check.shard && !check.source.empty()) {
    refuse("--source judges one pair, of which there are no parts; leave out --shard");
  }
  if (check.source.empty() && holds(check.paths, "-")) {
    refuse("`-` is a translation for --source; a list of PATHs is read by `--files-from -`");
  }
  if (holds(check.paths, "")) refuse("a PATH is empty");
  if (is_all_skipped(check)) refuse("--skip leaves nothing of what --only asks for");
  if (check.fail_on == FailOn::never && check.max_warnings) {
    refuse("--max-warnings makes no sense with --fail-on never");
  }
  const auto takes_output = [](const Output& output) {
    return output.path.empty() && output.format != Format::text;
  };
  if (check.summary && std::any_of(check.outputs.begin(), check.outputs.end(), takes_output)) {
    refuse("--summary is text and cannot share standard output; write `--format FORMAT=FILE`");
  }
}

}  // namespace

Command parse_check(const Strings& arguments) {
  CheckCommand check;
  CheckTexts texts;
  if (auto help = parse(options_of(check, texts), arguments)) return *std::move(help);
  convert(texts, check);
  if (check.source.empty() && !texts.source_locale.empty()) {
    refuse("--source-locale makes no sense without --source");
  }
  if (!check.source.empty()) settle_pair(check);
  refuse_nonsense(check);
  refuse_nonsense_with_fixes(check, texts);
  return check;
}

}  // namespace recto
