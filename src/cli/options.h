#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli.h"
#include "cli/values.h"

namespace recto {

/// An option or argument of a command, and where it goes.
struct Option {
  std::string name;         // `--config`; without dashes, an argument such as PATH
  std::string placeholder;  // `FILE`; empty for flags and arguments
  std::string description;
  /// Of an option with one value the last one counts; a list is of an option that may be
  /// repeated.
  std::variant<bool*, std::string*, Strings*> target;
  bool has_commas = false;  // whether commas part the values of a list
  Strings choices{};        // what its value may be; none for any
};

/// Options that several commands take.
Option config_option(std::string& file);
Option locales_option(Strings& locales);
Option no_cache_option(bool& no_cache);

/// What a command takes.
struct OptionSet {
  std::string command;  // `recto check`
  std::string summary;
  std::vector<Option> options;
  std::string footer{};
};

/// Puts the arguments behind the command where `set` says. The help when they ask for it. Throws
/// Error for what is not understood, with the nearest known option.
std::optional<PrintCommand> parse(const OptionSet& set, Strings arguments);

}  // namespace recto
