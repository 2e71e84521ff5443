#include "cli/options.h"

#include "text/similarity.h"

// GCC 12 takes <regex>, which CLI11 uses, for uninitialised when it optimises with sanitizers.
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

namespace recto {
namespace {

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
std::vector<OptionHelp> described(const CLI::App& app, const OptionSet& set) {
  std::vector<OptionHelp> options;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) continue;
    OptionHelp help{.value = option->get_type_size() == 0 ? "" : option->get_option_text(),
                    .description = option->get_description()};
    for (const std::string& name : option->get_snames()) help.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) help.names.push_back("--" + name);
    for (const Option& own : set.options) {
      if (holds(help.names, own.name)) help.choices = own.choices;
    }
    options.push_back(std::move(help));
  }
  return options;
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

void add(CLI::App& app, const Option& option) {
  const bool is_argument = !option.name.starts_with('-');
  if (bool* const* flag = std::get_if<bool*>(&option.target)) {
    app.add_flag(option.name, **flag, option.description);
  } else if (std::string* const* value = std::get_if<std::string*>(&option.target)) {
    CLI::Option* added = app.add_option(option.name, **value, option.description);
    if (is_argument)
      added->type_name("");
    else
      added->option_text(option.placeholder)->take_last();
  } else {
    CLI::Option* added =
        app.add_option(option.name, *std::get<Strings*>(option.target), option.description);
    if (is_argument)
      added->type_name("");
    else
      added->option_text(option.placeholder)->allow_extra_args(false);
    if (option.has_commas) added->delimiter(',');
  }
}

}  // namespace

Option config_option(std::string& file) {
  return {"--config", "FILE", "use this recto.yaml; its paths are seen from the working folder",
          &file};
}

Option locales_option(Strings& locales) {
  return {"--locale", "LOCALE", "only this locale (repeatable)", &locales, true};
}

Option no_cache_option(bool& no_cache) {
  return {"--no-cache", "", "remember nothing, and use nothing remembered", &no_cache};
}

std::optional<PrintCommand> parse(const OptionSet& set, Strings arguments) {
  CLI::App app(set.summary, set.command);
  if (!set.footer.empty()) app.footer(set.footer);
  for (const Option& option : set.options) add(app, option);
  refuse_empty_values(arguments);
  shield_brackets(arguments);
  app.allow_extras();
  app.set_help_flag("-h,--help", "print this help");
  app.get_formatter()->column_width(28);
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    return PrintCommand{app.help(), described(app, set)};
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
  refuse_option_as_value(app);
  return std::nullopt;
}

}  // namespace recto
