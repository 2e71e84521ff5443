#include "cli.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/joined.h"
#include "cli/options.h"
#include "cli/parsers.h"
#include "report/completion.h"
#include "report/manual_page.h"
#include "text/similarity.h"

// A parser for each command. Every value is taken as a string and converted there: so a wrong one
// is answered with what would be right.

namespace recto {
namespace {

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
    {"words", "[WORD...]", "list the words that nobody knows, or accept them", parse_words},
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
  const OptionSet options{
      "recto completion",
      "Prints what a shell needs to complete recto's commands and options.",
      {{"SHELL", "", "bash, zsh, fish; or man: the manual page recto.1", &shell}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
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
         (meant.empty() ? "; the commands are " + joined(command_names(), ", ", " and ") : meant));
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
