#include <utility>

#include "cli/options.h"
#include "cli/parsers.h"

namespace recto {

Command parse_init(const Strings& arguments) {
  InitCommand init;
  const OptionSet options{
      "recto init",
      "Looks where posts and translations lie, says what it found, writes recto.yaml.",
      {{"--print", "", "write to standard output instead", &init.print}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  return init;
}

}  // namespace recto
