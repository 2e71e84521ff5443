#include "report/completion.h"

#include <string_view>

#include "base/joined.h"

namespace recto {
namespace {

/// The names of all options of `command`.
std::string names(const CommandHelp& command) {
  std::string list;
  for (const OptionHelp& option : command.options) {
    for (const std::string& name : option.names) {
      list += (list.empty() ? "" : " ") + name;
    }
  }
  return list;
}

std::string with_bars(std::string list) {
  for (char& c : list) c = c == ' ' ? '|' : c;
  return list;
}

bool takes_file(const OptionHelp& option) {
  return option.value.starts_with("FILE") || option.value == "FOLDER";
}

/// The options of `command` that take a value that no file is and nobody can list.
std::string other_values(const CommandHelp& command) {
  std::string list;
  for (const OptionHelp& option : command.options) {
    if (option.value.empty() || takes_file(option) || !option.choices.empty()) continue;
    for (const std::string& name : option.names) list += (list.empty() ? "" : " ") + name;
  }
  return list;
}

/// `text` between single quotes of a shell.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

/// `text` for fish, where a backslash protects a quote.
std::string fish_quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

/// `text` as a description in an `_arguments` specification of zsh.
std::string zsh_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

/// The cases of bash for the options of `command` whose values are listed.
std::string bash_choices(const CommandHelp& command) {
  std::string cases;
  for (const OptionHelp& option : command.options) {
    if (option.choices.empty()) continue;
    for (const std::string& name : option.names) {
      cases += "      if [[ $previous == " + name + " ]]; then COMPREPLY=($(compgen -W '" +
               joined(option.choices, " ") + "' -- \"$current\")); return; fi\n";
    }
  }
  return cases;
}

std::string zsh_option(const std::string& name, const OptionHelp& option) {
  std::string spec = "*" + name;
  if (!option.value.empty() && name.starts_with("--")) spec += "=";
  spec += "[" + zsh_text(option.description) + "]";
  if (!option.value.empty()) {
    spec += ":" + zsh_text(option.value) + ":";
    if (option.value.starts_with("FILE")) spec += "_files";
    if (option.value == "FOLDER") spec += "_files -/";
    if (!option.choices.empty()) spec += "(" + joined(option.choices, " ") + ")";
  }
  return quoted(spec);
}

}  // namespace

std::string bash_completion(const std::vector<CommandHelp>& commands) {
  std::string all;
  std::string cases;
  for (const CommandHelp& command : commands) {
    all += command.name + " ";
    cases += "    " + command.name + ")\n";
    const std::string values = other_values(command);
    if (!values.empty()) {
      cases += "      case $previous in " + with_bars(values) + ") return ;; esac\n";
    }
    cases += bash_choices(command);
    cases += "      options='" + names(command) + "'\n      ;;\n";
  }
  return "# bash completion of recto: `source <(recto completion bash)`\n"
         "_recto() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} options=\n"
         "  COMPREPLY=()\n"
         "  if ((COMP_CWORD == 1)); then\n"
         "    COMPREPLY=($(compgen -W '" +
         all +
         "--help --version' -- \"$current\"))\n"
         "    return\n"
         "  fi\n"
         "  case ${COMP_WORDS[1]} in\n" +
         cases +
         "  esac\n"
         "  if [[ $current == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
         "  fi\n"
         "}\n"
         "complete -o default -F _recto recto\n";
}

std::string zsh_completion(const std::vector<CommandHelp>& commands) {
  std::string list;
  std::string cases;
  for (const CommandHelp& command : commands) {
    list += "    " + quoted(command.name + ":" + command.summary) + "\n";
    cases += "    " + command.name + ")\n      _arguments \\\n";
    for (const OptionHelp& option : command.options) {
      for (const std::string& name : option.names) {
        cases += "        " + zsh_option(name, option) + " \\\n";
      }
    }
    cases += "        '*:file:_files'\n      ;;\n";
  }
  return "#compdef recto\n"
         "# zsh completion of recto: a file `_recto` on the fpath\n"
         "_recto() {\n"
         "  local -a commands=(\n" +
         list +
         "  )\n"
         "  if ((CURRENT == 2)); then\n"
         "    _describe command commands\n"
         "    return\n"
         "  fi\n"
         "  local command=$words[2]\n"
         "  shift words\n"
         "  ((CURRENT--))\n"
         "  case $command in\n" +
         cases +
         "  esac\n"
         "}\n"
         "if [[ $funcstack[1] == _recto ]]; then _recto \"$@\"; else compdef _recto recto; fi\n";
}

std::string fish_completion(const std::vector<CommandHelp>& commands) {
  std::string text = "# fish completion of recto: `recto completion fish | source`\n";
  for (const CommandHelp& command : commands) {
    text += "complete -c recto -f -n __fish_use_subcommand -a " + command.name + " -d " +
            fish_quoted(command.summary) + "\n";
  }
  for (const CommandHelp& command : commands) {
    for (const OptionHelp& option : command.options) {
      text += "complete -c recto -n '__fish_seen_subcommand_from " + command.name + "'";
      for (const std::string& name : option.names) {
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.value.empty()) text += takes_file(option) ? " -r" : " -x";
      if (!option.choices.empty()) text += " -a " + fish_quoted(joined(option.choices, " "));
      text += " -d " + fish_quoted(option.description) + "\n";
    }
  }
  return text;
}

}  // namespace recto
