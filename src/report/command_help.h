#pragma once

#include <string>
#include <vector>

namespace recto {

/// An option as its command describes it.
struct OptionHelp {
  std::vector<std::string> names;  // `-h`, `--help`
  std::string value;               // `FILE`; empty for a flag
  std::string description;
  std::vector<std::string> choices;  // what the value may be; none for any

  friend bool operator==(const OptionHelp&, const OptionHelp&) = default;
};

/// A command as the command line describes it.
struct CommandHelp {
  std::string name;
  std::string arguments;  // `[PATH...]`; empty when it takes none
  std::string summary;
  std::vector<OptionHelp> options;

  friend bool operator==(const CommandHelp&, const CommandHelp&) = default;
};

}  // namespace recto
