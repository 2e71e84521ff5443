#include "report/manual_page.h"

#include <string_view>

namespace recto {
namespace {

/// `text` for troff: no line begins a request, and a dash is one that can be pasted.
std::string troff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      if (result.empty() && (c == '.' || c == '\'')) result += "\\&";
      result += c;
    }
  }
  return result;
}

std::string option_entry(const OptionHelp& option) {
  std::string text = ".TP\n";
  for (std::size_t i = 0; i < option.names.size(); ++i) {
    text += (i == 0 ? "\\fB" : ", \\fB") + troff(option.names[i]) + "\\fR";
  }
  if (!option.value.empty()) text += " \\fI" + troff(option.value) + "\\fR";
  return text + "\n" + troff(option.description) + "\n";
}

std::string command_section(const CommandHelp& command) {
  std::string text = ".SS recto " + troff(command.name);
  if (!command.arguments.empty()) text += " " + troff(command.arguments);
  text += "\n" + troff(command.summary) + "\n";
  for (const OptionHelp& option : command.options) text += option_entry(option);
  return text;
}

}  // namespace

std::string manual_page(const std::vector<CommandHelp>& commands) {
  std::string text =
      ".TH RECTO 1 \"\" \"recto\" \"User Commands\"\n"
      ".SH NAME\n"
      "recto \\- finds where a translated Markdown post has drifted from its source\n"
      ".SH SYNOPSIS\n"
      ".B recto\n"
      ".I COMMAND\n"
      "[\\fIOPTIONS\\fR] [...]\n"
      ".SH DESCRIPTION\n"
      "Checks the translations of Markdown posts against their source: front matter, headings,\n"
      "code, links, numbers, names, terms and spelling. Findings go to standard output,\n"
      "everything else to standard error.\n"
      ".SH COMMANDS\n";
  for (const CommandHelp& command : commands) text += command_section(command);
  return text +
         ".SH EXIT STATUS\n"
         ".TP\n0\nnothing is left that fails the run\n"
         ".TP\n1\nfindings\n"
         ".TP\n2\nthe job could not be done\n"
         ".SH FILES\n"
         ".TP\n.I recto.yaml\n"
         "the configuration of a site, in its root; every key is optional, and\n"
         ".B recto schema\n"
         "tells editors about them\n"
         ".TP\n.I .recto/baseline\n"
         "the findings that were accepted\n";
}

}  // namespace recto
