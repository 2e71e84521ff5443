#include "report/completion.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli.h"

// Completions, the manual page and README follow the command line: whatever --help names stands in
// them.

using namespace recto;

namespace {

std::string printed(const std::vector<const char*>& arguments) {
  std::vector<const char*> all = {"recto"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return std::get<PrintCommand>(parse_command_line(static_cast<int>(all.size()), all.data())).text;
}

/// The words of a text that begin with `--`, as far as they are an option.
std::vector<std::string> options_in(const std::string& text) {
  std::vector<std::string> options;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  -")) continue;
    const std::size_t begin = line.find("--");
    if (begin == std::string::npos) continue;
    const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", begin);
    options.push_back(line.substr(begin, end - begin));
  }
  return options;
}

/// The commands of the overview.
std::vector<std::string> commands() {
  std::vector<std::string> names;
  std::istringstream lines(printed({"--help"}));
  bool is_list = false;
  for (std::string line; std::getline(lines, line);) {
    if (is_list && line.empty()) break;
    if (is_list) names.push_back(line.substr(2, line.find(' ', 2) - 2));
    if (line == "Commands:") is_list = true;
  }
  return names;
}

std::string without(std::string text, char unwanted) {
  std::erase(text, unwanted);
  return text;
}

std::string readme() {
  std::ifstream file(std::string(RECTO_ROOT) + "/README.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("completion: every command and option of --help stands in completions and manual page") {
  const std::string bash = printed({"completion", "bash"});
  const std::string zsh = printed({"completion", "zsh"});
  const std::string fish = printed({"completion", "fish"});
  const std::string man = without(printed({"completion", "man"}), '\\');
  REQUIRE(commands().size() >= 8);
  for (const std::string& command : commands()) {
    INFO(command);
    CHECK(bash.find("    " + command + ")") != std::string::npos);
    CHECK(zsh.find("    " + command + ")") != std::string::npos);
    CHECK(fish.find("-a " + command + " ") != std::string::npos);
    CHECK(man.find(".SS recto " + command) != std::string::npos);
    const std::vector<std::string> options = options_in(printed({command.c_str(), "--help"}));
    REQUIRE_FALSE(options.empty());
    for (const std::string& option : options) {
      INFO(option);
      CHECK(bash.find(option) != std::string::npos);
      CHECK(zsh.find("'*" + option) != std::string::npos);
      CHECK(fish.find("-l " + option.substr(2) + " ") != std::string::npos);
      CHECK(man.find("fB" + option + "fR") != std::string::npos);
    }
  }
}

TEST_CASE("README names every command, and every option of every command") {
  const std::string text = readme();
  for (const std::string& command : commands()) {
    INFO(command);
    CHECK(text.find("recto " + command) != std::string::npos);
    for (const std::string& option : options_in(printed({command.c_str(), "--help"}))) {
      INFO(option);
      const bool is_known = text.find("`" + option + "`") != std::string::npos ||
                            text.find("`" + option + " ") != std::string::npos ||
                            text.find("`" + option + "`, ") != std::string::npos;
      CHECK((is_known || option == "--help"));
    }
  }
}

TEST_CASE("completions offer the values of an option that has a few") {
  const std::vector<CommandHelp> commands = {
      {"check", "", "", {{{"--color"}, "WHEN", "when", {"auto", "never"}}}}};
  CHECK(bash_completion(commands).find("compgen -W 'auto never'") != std::string::npos);
  CHECK(zsh_completion(commands).find(":WHEN:(auto never)'") != std::string::npos);
  CHECK(fish_completion(commands).find("-l color -x -a 'auto never'") != std::string::npos);
  const std::string check = printed({"completion", "bash"});
  CHECK(check.find("--fail-on ]]; then COMPREPLY=($(compgen -W 'error warning hint never'") !=
        std::string::npos);
}
