#include <algorithm>
#include <array>
#include <utility>

#include "base/joined.h"
#include "cli/options.h"
#include "cli/parsers.h"
#include "text/similarity.h"

namespace recto {

namespace {

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
  const OptionSet options{
      "recto terms learn",
      "Proposes terms that translators agree on, to be reviewed.",
      {config_option(terms.config),
       {"--min", "N", "of what at least N posts of a locale show (3)", &least}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  if (!least.empty()) terms.least_posts = number("--min", least, 1'000'000);
  return terms;
}

Command parse_terms_import(const Strings& arguments) {
  TermsCommand terms{.action = TermsCommand::Action::import_file};
  std::string locale;
  const OptionSet options{"recto terms import",
                          "Prints the terms of a glossary that the site does not have yet.",
                          {{"FILE", "", "CSV of DeepL, Crowdin or Weblate, or TBX", &terms.file},
                           config_option(terms.config),
                           {"--locale", "L", "the language of the translations", &locale}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  if (terms.file.empty()) refuse("`recto terms import` needs a FILE");
  terms.locale = locale_of(locale);
  return terms;
}

Command parse_terms_export(const Strings& arguments) {
  constexpr std::array<std::pair<const char*, TermsFormat>, 2> kTermsFormats = {
      {{"csv", TermsFormat::csv}, {"tbx", TermsFormat::tbx}}};
  TermsCommand terms{.action = TermsCommand::Action::export_all};
  std::string format;
  std::string locale;
  const OptionSet options{
      "recto terms export",
      "Prints the terms of the site in another format.",
      {config_option(terms.config),
       {"--format", "FORMAT", "csv or tbx", &format, false, names_of(kTermsFormats)},
       {"--locale", "L", "only this locale", &locale}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  if (format.empty()) refuse("`recto terms export` needs `--format csv` or `--format tbx`");
  terms.format = chosen("--format", format, kTermsFormats);
  terms.locale = locale_of(locale);
  return terms;
}

/// The line of an option as CLI11 writes it.
std::string option_line(const OptionHelp& option) {
  std::string line =
      "  " + joined(option.names, ",") + (option.value.empty() ? "" : " ") + option.value;
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

}  // namespace

Command parse_terms_command(const Strings& arguments) {
  const Strings actions = {"learn", "import", "export"};
  if (arguments.empty()) refuse("`recto terms` needs " + joined(actions, ", ", " or "));
  const std::string& action = arguments.front();
  if (action == "--help" || action == "-h") return terms_help();
  const Strings rest(arguments.begin() + 1, arguments.end());
  if (action == "learn") return parse_terms_learn(rest);
  if (action == "import") return parse_terms_import(rest);
  if (action == "export") return parse_terms_export(rest);
  refuse("`recto terms` takes " + joined(actions, ", ", " or ") + ", not " + in_ticks(action) +
         did_you_mean(action, actions));
}

}  // namespace recto
