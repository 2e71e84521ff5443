#include "cli.h"

// GCC 12 takes <regex>, which CLI11 uses, for uninitialised when it optimises with sanitizers.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <utility>

#include "base/error.h"
#include "base/locale.h"
#include "report/completion.h"
#include "report/manual_page.h"
#include "text/similarity.h"

// Each command has a CLI::App of its own, and every value is taken as a string and converted here:
// so a wrong one is answered with what would be right.

namespace recto {
namespace {

namespace fs = std::filesystem;

using Strings = std::vector<std::string>;

constexpr std::size_t kMostJobs = 256;

constexpr std::string_view kHelpHead =
    R"(recto - finds where a translated Markdown post has drifted from its source

Usage: recto COMMAND [OPTIONS] [...]

Commands:
)";

constexpr std::string_view kHelpTail =
    R"(
Options:
  -h, --help        print this help; after a command, the help of that command
  --version         print the version

Exit status:
  0   nothing is left that fails the run
  1   findings
  2   the job could not be done
)";

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

[[noreturn]] void refuse(const std::string& what) {
  throw Error(what);
}

std::string in_ticks(std::string_view text) {
  return "`" + std::string(text) + "`";
}

/// `text, jsonl or json`.
std::string listed(const Strings& values, const std::string& last) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += &value == &values.back() ? last : ", ";
    text += value;
  }
  return text;
}

std::string did_you_mean(std::string_view word, const Strings& known) {
  const auto near = nearest(word, known);
  return near ? "; did you mean " + in_ticks(*near) + "?" : "";
}

/// The options of a command that can be written with two dashes.
Strings long_options(const CLI::App& app) {
  Strings names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

void refuse_remaining(const CLI::App& app) {
  for (const std::string& argument : app.remaining()) {
    if (argument == "--") continue;
    const std::string help = "; see `" + app.get_name() + " --help`";
    if (!argument.starts_with('-')) {
      refuse(in_ticks(argument) + " is one argument too many for `" + app.get_name() + "`" + help);
    }
    const std::string name = argument.substr(0, argument.find('='));
    const std::string meant = did_you_mean(name, long_options(app));
    refuse("unknown option " + in_ticks(name) + (meant.empty() ? help : meant));
  }
}

/// `--name=` would take the next argument as its value.
void refuse_empty_values(const Strings& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return;
    if (argument.size() > 3 && argument.starts_with("--") && argument.ends_with('=')) {
      refuse(in_ticks(argument) + " ends where its value should stand");
    }
  }
}

/// CLI11 would read a PATH `[slug]` as a list; with a folder before it, it means the same.
void shield_brackets(Strings& arguments) {
  for (std::string& argument : arguments) {
    if (argument.starts_with('[') && argument.ends_with(']')) argument.insert(0, "./");
  }
}

/// The options of a command, as completions and the manual page show them.
std::vector<OptionHelp> described(const CLI::App& app) {
  std::vector<OptionHelp> options;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) continue;
    OptionHelp help{.value = option->get_type_size() == 0 ? "" : option->get_option_text(),
                    .description = option->get_description()};
    for (const std::string& name : option->get_snames()) help.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) help.names.push_back("--" + name);
    options.push_back(std::move(help));
  }
  return options;
}

/// Parses the arguments behind the command. The help text when they ask for it.
std::optional<PrintCommand> parse(CLI::App& app, Strings arguments) {
  refuse_empty_values(arguments);
  shield_brackets(arguments);
  app.allow_extras();
  app.set_help_flag("-h,--help", "print this help");
  app.get_formatter()->column_width(28);
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    return PrintCommand{app.help(), described(app)};
  } catch (const CLI::ArgumentMismatch& mismatch) {
    const std::string what = mismatch.what();
    refuse(in_ticks(what.substr(0, what.find_first_of(": "))) + " needs a value; see `" +
           app.get_name() + " --help`");
  } catch (const CLI::ConversionError& error) {
    const std::string what = error.what();
    const std::size_t name = std::min(what.find("--"), what.size());
    refuse(in_ticks(what.substr(name, what.find(' ', name) - name)) + " takes no value");
  } catch (const CLI::ParseError& error) {
    refuse(std::string(error.what()) + "; see `" + app.get_name() + " --help`");
  }
  refuse_remaining(app);
  return std::nullopt;
}

/// An option with one value; the last one counts.
CLI::Option* add_value(CLI::App& app, const std::string& name, std::string& value,
                       const std::string& placeholder, const std::string& description) {
  return app.add_option(name, value, description)->option_text(placeholder)->take_last();
}

/// An option that may be repeated and takes one value each time.
CLI::Option* add_values(CLI::App& app, const std::string& name, Strings& values,
                        const std::string& placeholder, const std::string& description) {
  return app.add_option(name, values, description)
      ->option_text(placeholder)
      ->allow_extra_args(false);
}

void refuse_option_as_value(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option->get_type_size() == 0) continue;
    for (const std::string& value : option->results()) {
      const bool is_option = value.size() > 2 && value.starts_with("--");
      if (value.empty() || is_option) refuse(in_ticks(option->get_name()) + " needs a value");
    }
  }
}

std::size_t number(const std::string& option, const std::string& text, std::size_t most) {
  std::size_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error == std::errc() && stopped == end && value <= most) return value;
  refuse(in_ticks(option) + " takes a whole number up to " + std::to_string(most) + ", not " +
         in_ticks(text));
}

/// The value named `text` of a short list.
template <typename Value, std::size_t N>
Value chosen(const std::string& option, const std::string& text,
             const std::array<std::pair<const char*, Value>, N>& known) {
  Strings names;
  for (const auto& [name, value] : known) {
    if (text == name) return value;
    names.emplace_back(name);
  }
  refuse(in_ticks(option) + " takes " + listed(names, " or ") + ", not " + in_ticks(text) +
         did_you_mean(text, names));
}

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

/// What the options of `check` leave to convert.
struct CheckTexts {
  Strings formats;
  std::string fail_on;
  std::string max_warnings;
  std::string jobs;
  std::string color;
  bool fix = false;
  bool unsafe_fixes = false;
};

void add_check_options(CLI::App& app, CheckCommand& check, CheckTexts& texts) {
  app.footer(std::string(kCheckFooter));
  app.add_option("PATH", check.paths,
                 "sources, translations or folders (the whole site); with --source, the "
                 "translation, or - for standard input")
      ->type_name("");
  add_value(app, "--files-from", check.files_from, "FILE|-", "read more PATHs, one a line");
  add_value(app, "--config", check.config, "FILE", "use this recto.yaml");
  add_value(app, "--source", check.source, "FILE", "check one pair, no site needed");
  add_value(app, "--source-locale", check.source_locale, "LOCALE", "the language of --source (en)");
  add_values(app, "--locale", check.locales, "LOCALE", "only this locale (repeatable)");
  add_values(app, "--only", check.only, "RULE", "only this rule or family (repeatable)");
  add_values(app, "--skip", check.skip, "RULE", "not this rule or family (repeatable)");
  app.add_flag("--hints", check.hints, "show hints, too");
  add_value(app, "--since", check.since, "REF|auto",
            "only what changed since REF, and only findings that it did not have; auto: the base "
            "that CI or pre-commit name, else the default branch");
  app.add_flag("--all-findings", check.all_findings, "with --since: older findings, too");
  app.add_flag("--staged", check.staged, "only what is staged, as the index of git has it");
  app.add_flag("--hook", check.hook,
               "for pre-commit: findings of a pair of which only the source is given are warnings");
  app.add_flag("--fix", texts.fix, "apply the safe fixes to the translations");
  app.add_flag("--unsafe-fixes", texts.unsafe_fixes,
               "apply those, too, that someone should read again");
  app.add_flag("--diff", check.diff, "print what --fix would change, as a patch; change nothing");
  add_values(app, "--format", texts.formats, "FORMAT[=FILE]",
             "text, jsonl, json, sarif, github, gitlab, checkstyle, junit, rdjson or markdown, to "
             "standard output or FILE (repeatable)");
  app.add_flag("--summary", check.summary, "only a table of rules and locales");
  add_value(app, "--baseline", check.baseline, "FOLDER",
            "findings accepted before (.recto/baseline, if it is there)");
  add_value(app, "--fail-on", texts.fail_on, "SEVERITY",
            "end with 1 from error (default), warning or hint on, or never");
  add_value(app, "--max-warnings", texts.max_warnings, "N", "end with 1 when there are more");
  app.add_flag("--require-dictionaries", check.require_dictionaries,
               "end with 2 when a dictionary for spelling is missing");
  add_value(app, "--jobs", texts.jobs, "N", "threads (as many as processors)");
  app.add_flag("--no-cache", check.no_cache, "remember nothing, and use nothing remembered");
  add_value(app, "--color", texts.color, "WHEN", "auto, always or never");
  app.add_flag("--quiet", check.quiet, "no notes, no progress and no closing line");
}

void convert(const CheckTexts& texts, CheckCommand& check) {
  constexpr std::array<std::pair<const char*, FailOn>, 4> kFailOn = {{{"error", FailOn::error},
                                                                      {"warning", FailOn::warning},
                                                                      {"hint", FailOn::hint},
                                                                      {"never", FailOn::never}}};
  constexpr std::array<std::pair<const char*, Color>, 3> kColors = {
      {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}}};
  check.outputs = outputs_of(texts.formats);
  if (!texts.fail_on.empty()) check.fail_on = chosen("--fail-on", texts.fail_on, kFailOn);
  if (!texts.color.empty()) check.color = chosen("--color", texts.color, kColors);
  if (!texts.jobs.empty()) check.jobs = number("--jobs", texts.jobs, kMostJobs);
  if (!texts.max_warnings.empty()) {
    check.max_warnings = number("--max-warnings", texts.max_warnings, 1'000'000'000);
  }
  if (check.fail_on == FailOn::hint) check.hints = true;
  if (texts.fix || check.diff) check.fix = Safety::safe;
  if (texts.unsafe_fixes) check.fix = Safety::unsafe;
  if (check.diff && texts.formats.empty()) check.outputs.clear();
}

bool is_at(const Strings& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
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
           check.locales.front() + " TRANSLATION`");
  }
  if (check.source_locale.empty()) check.source_locale = "en";
  for (const std::string& tag : {check.source_locale, check.locales.front()}) {
    if (!parse_locale(tag)) refuse(in_ticks(tag) + " is no language tag such as `fr` or `pt-BR`");
  }
}

/// Whether `skip` leaves nothing of what `only` asks for.
bool is_all_skipped(const CheckCommand& check) {
  return !check.only.empty() &&
         std::all_of(check.only.begin(), check.only.end(), [&](const std::string& rule) {
           return is_at(check.skip, rule) || is_at(check.skip, rule.substr(0, rule.find('/')));
         });
}

void refuse_nonsense_with_fixes(const CheckCommand& check, const CheckTexts& texts) {
  if (!check.fix) return;
  if (is_at(check.paths, "-")) {
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
  if (check.all_findings && check.since.empty())
    refuse("--all-findings makes no sense without --since");
}

void refuse_nonsense(const CheckCommand& check) {
  refuse_nonsense_with_git(check);
  if (check.source.empty()) {
    if (!check.source_locale.empty()) refuse("--source-locale makes no sense without --source");
    if (is_at(check.paths, "-")) {
      refuse("`-` is a translation for --source; a list of PATHs is read by `--files-from -`");
    }
  }
  if (is_at(check.paths, "")) refuse("a PATH is empty");
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

Command parse_check(const Strings& arguments) {
  CheckCommand check;
  CheckTexts texts;
  CLI::App app("Checks translations against their sources.", "recto check");
  add_check_options(app, check, texts);
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  convert(texts, check);
  if (!check.source.empty()) settle_pair(check);
  refuse_nonsense(check);
  refuse_nonsense_with_fixes(check, texts);
  return check;
}

Command parse_rules(const Strings& arguments) {
  RulesCommand rules;
  CLI::App app("Lists all rules, with the rules of the project.", "recto rules");
  add_value(app, "--config", rules.config, "FILE", "use this recto.yaml");
  app.add_flag("--markdown", rules.markdown, "print the manual as Markdown");
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  return rules;
}

Command parse_explain(const Strings& arguments) {
  ExplainCommand explain;
  CLI::App app("Says what a rule is for, with examples.", "recto explain");
  app.add_option("RULE", explain.rule, "such as heading/missing")->type_name("");
  add_value(app, "--config", explain.config, "FILE", "use this recto.yaml");
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  if (explain.rule.empty()) refuse("`recto explain` needs a RULE; `recto rules` lists them");
  return explain;
}

Command parse_baseline(const Strings& arguments) {
  BaselineCommand baseline;
  CLI::App app("Accepts today's findings, so that only new ones fail.", "recto baseline");
  add_value(app, "--config", baseline.config, "FILE", "use this recto.yaml");
  app.add_flag("--hints", baseline.hints, "accept hints, too");
  app.add_flag("--prune", baseline.prune, "only forget what is found no more");
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  return baseline;
}

constexpr std::string_view kTermsHelp =
    R"(Learns, imports or exports the terms of the site.

Usage: recto terms learn [--min N]
       recto terms import FILE [--locale L]
       recto terms export --format csv|tbx [--locale L]

  learn     proposes terms that translators agree on, and names that every locale keeps
  import    reads a glossary: CSV of DeepL, Crowdin or Weblate, or TBX
  export    prints the terms of the site

learn and import print what dictionaries/terms.yaml does not have yet, in its own form.
)";

Command parse_terms_learn(const Strings& arguments) {
  TermsCommand terms{.action = TermsCommand::Action::learn};
  std::string least;
  CLI::App app("Proposes terms that translators agree on, to be reviewed.", "recto terms learn");
  add_value(app, "--config", terms.config, "FILE", "use this recto.yaml");
  add_value(app, "--min", least, "N", "of what at least N posts of a locale show (3)");
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  if (!least.empty()) terms.least_posts = number("--min", least, 1'000'000);
  return terms;
}

/// A locale as the termbase writes it.
void settle_locale(std::string& tag) {
  if (tag.empty()) return;
  const auto locale = parse_locale(tag);
  if (!locale) refuse(in_ticks(tag) + " is no language tag such as `fr` or `pt-BR`");
  tag = locale->tag();
}

Command parse_terms_import(const Strings& arguments) {
  TermsCommand terms{.action = TermsCommand::Action::import_file};
  CLI::App app("Prints the terms of a glossary that the site does not have yet.",
               "recto terms import");
  app.add_option("FILE", terms.file, "CSV of DeepL, Crowdin or Weblate, or TBX")->type_name("");
  add_value(app, "--config", terms.config, "FILE", "use this recto.yaml");
  add_value(app, "--locale", terms.locale, "L", "the language of the translations");
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  if (terms.file.empty()) refuse("`recto terms import` needs a FILE");
  settle_locale(terms.locale);
  return terms;
}

Command parse_terms_export(const Strings& arguments) {
  constexpr std::array<std::pair<const char*, TermsFormat>, 2> kTermsFormats = {
      {{"csv", TermsFormat::csv}, {"tbx", TermsFormat::tbx}}};
  TermsCommand terms{.action = TermsCommand::Action::export_all};
  std::string format;
  CLI::App app("Prints the terms of the site in another format.", "recto terms export");
  add_value(app, "--config", terms.config, "FILE", "use this recto.yaml");
  add_value(app, "--format", format, "FORMAT", "csv or tbx");
  add_value(app, "--locale", terms.locale, "L", "only this locale");
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  if (format.empty()) refuse("`recto terms export` needs `--format csv` or `--format tbx`");
  terms.format = chosen("--format", format, kTermsFormats);
  settle_locale(terms.locale);
  return terms;
}

/// The line of an option as CLI11 writes it.
std::string option_line(const OptionHelp& option) {
  std::string names;
  for (const std::string& name : option.names) names += (names.empty() ? "" : ",") + name;
  std::string line = "  " + names + (option.value.empty() ? "" : " ") + option.value;
  line.resize(std::max<std::size_t>(line.size() + 1, 28), ' ');
  return line + option.description + "\n";
}

/// The help of all actions, with the options that any of them takes.
PrintCommand terms_help() {
  PrintCommand help{std::string(kTermsHelp)};
  for (const auto parse_action : {parse_terms_learn, parse_terms_import, parse_terms_export}) {
    const auto part = std::get<PrintCommand>(parse_action({"--help"}));
    for (const OptionHelp& option : part.options) {
      const bool is_known =
          std::any_of(help.options.begin(), help.options.end(),
                      [&](const OptionHelp& known) { return known.names == option.names; });
      if (!is_known) help.options.push_back(option);
    }
  }
  help.text += "\nOptions:\n";
  for (const OptionHelp& option : help.options) help.text += option_line(option);
  return help;
}

Command parse_terms_command(const Strings& arguments) {
  const Strings actions = {"learn", "import", "export"};
  if (arguments.empty()) refuse("`recto terms` needs " + listed(actions, " or "));
  const std::string& action = arguments.front();
  if (action == "--help" || action == "-h") return terms_help();
  const Strings rest(arguments.begin() + 1, arguments.end());
  if (action == "learn") return parse_terms_learn(rest);
  if (action == "import") return parse_terms_import(rest);
  if (action == "export") return parse_terms_export(rest);
  refuse("`recto terms` takes " + listed(actions, " or ") + ", not " + in_ticks(action) +
         did_you_mean(action, actions));
}

/// The table formats of `status`.
constexpr std::array<std::pair<const char*, StatusFormat>, 4> kStatusFormats = {
    {{"text", StatusFormat::text},
     {"json", StatusFormat::json},
     {"markdown", StatusFormat::markdown},
     {"paths", StatusFormat::paths}}};

Command parse_status(const Strings& arguments) {
  StatusCommand status;
  std::string format;
  CLI::App app("Counts, by locale, what is translated, missing, orphaned, found and behind.",
               "recto status");
  add_value(app, "--config", status.config, "FILE", "use this recto.yaml");
  add_value(app, "--since", status.since, "REF|auto",
            "count the translations, too, that did not follow what changed in their sources");
  add_values(app, "--locale", status.locales, "LOCALE", "only this locale (repeatable)");
  add_value(app, "--format", format, "FORMAT",
            "text (default), json, markdown, or paths: where the missing translations would lie");
  app.add_flag("--no-cache", status.no_cache, "remember nothing, and use nothing remembered");
  app.add_flag("--quiet", status.quiet, "no notes and no progress");
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  if (!format.empty()) status.format = chosen("--format", format, kStatusFormats);
  if (status.format == StatusFormat::paths && !status.since.empty()) {
    refuse("--since counts, and `--format paths` prints no counts; leave out one of them");
  }
  return status;
}

Command parse_init(const Strings& arguments) {
  InitCommand init;
  CLI::App app("Looks where posts and translations lie, says what it found, writes recto.yaml.",
               "recto init");
  app.add_flag("--print", init.print, "write to standard output instead");
  if (auto help = parse(app, arguments)) return *std::move(help);
  return init;
}

Command parse_schema(const Strings& arguments) {
  SchemaCommand schema;
  CLI::App app("Prints the JSON schema of recto.yaml, for editors.", "recto schema");
  add_value(app, "--config", schema.config, "FILE", "with the rules of the project that it names");
  if (auto help = parse(app, arguments)) return *std::move(help);
  refuse_option_as_value(app);
  return schema;
}

Command parse_completion(const Strings& arguments);

/// A command of recto: the overview, the completions and the manual page are made from these.
struct KnownCommand {
  std::string name;
  std::string arguments;
  std::string summary;
  Command (*parse)(const Strings& arguments);
};

const std::vector<KnownCommand> kCommands = {
    {"check", "[PATH...]", "check the site, or the pairs that the given files or folders belong to",
     parse_check},
    {"init", "", "find out where posts lie, and write recto.yaml", parse_init},
    {"status", "", "count by locale what is translated, missing, wrong or behind", parse_status},
    {"baseline", "", "accept today's findings, so that only new ones fail", parse_baseline},
    {"terms", "ACTION", "learn, import or export the terms of the site", parse_terms_command},
    {"rules", "", "list all rules", parse_rules},
    {"explain", "RULE", "say what a rule is for, with examples", parse_explain},
    {"schema", "", "print the JSON schema of recto.yaml", parse_schema},
    {"completion", "SHELL", "print the completions of bash, zsh or fish, or the manual page",
     parse_completion},
};

Strings command_names() {
  Strings names;
  for (const KnownCommand& command : kCommands) names.push_back(command.name);
  return names;
}

std::string overview() {
  std::string text(kHelpHead);
  for (const KnownCommand& command : kCommands) {
    std::string line = "  " + command.name;
    if (!command.arguments.empty()) line += " " + command.arguments;
    line.resize(std::max<std::size_t>(line.size() + 1, 20), ' ');
    text += line + command.summary + "\n";
  }
  return text + std::string(kHelpTail);
}

/// All commands with their options, asked of the commands themselves.
std::vector<CommandHelp> all_commands() {
  std::vector<CommandHelp> commands;
  for (const KnownCommand& command : kCommands) {
    const auto help = std::get<PrintCommand>(command.parse({"--help"}));
    commands.push_back({command.name, command.arguments, command.summary, help.options});
  }
  return commands;
}

Command parse_completion(const Strings& arguments) {
  std::string shell;
  CLI::App app("Prints what a shell needs to complete recto's commands and options.",
               "recto completion");
  app.add_option("SHELL", shell, "bash, zsh, fish; or man: the manual page recto.1")->type_name("");
  if (auto help = parse(app, arguments)) return *std::move(help);
  if (shell.empty()) refuse("`recto completion` needs a SHELL: bash, zsh or fish, or man");
  using Writer = std::string (*)(const std::vector<CommandHelp>&);
  constexpr std::array<std::pair<const char*, Writer>, 4> kWriters = {{{"bash", bash_completion},
                                                                       {"zsh", zsh_completion},
                                                                       {"fish", fish_completion},
                                                                       {"man", manual_page}}};
  return PrintCommand{chosen("recto completion", shell, kWriters)(all_commands())};
}

Command parse_without_command(const std::string& first) {
  if (first == "--help" || first == "-h" || first == "help") return PrintCommand{overview()};
  if (first == "--version") return PrintCommand{"recto " RECTO_VERSION "\n"};
  if (first.starts_with('-')) {
    const std::string meant = did_you_mean(first, {"--help", "--version"});
    refuse(
        "unknown option " + in_ticks(first) +
        (meant.empty() ? "; options stand behind a command: `recto check " + first + "`" : meant));
  }
  const std::string meant = did_you_mean(first, command_names());
  if (first.find_first_of("./") != std::string::npos) {
    refuse("unknown command " + in_ticks(first) + "; to check a file or folder, `recto check " +
           first + "`");
  }
  refuse("unknown command " + in_ticks(first) +
         (meant.empty() ? "; the commands are " + listed(command_names(), " and ") : meant));
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  if (argc < 2) return PrintCommand{overview()};
  const std::string command = argv[1];
  const Strings arguments(argv + 2, argv + argc);
  for (const KnownCommand& known : kCommands) {
    if (known.name == command) return known.parse(arguments);
  }
  return parse_without_command(command);
}

}  // namespace recto
