#include <utility>

#include "cli/options.h"
#include "cli/parsers.h"

namespace recto {

Command parse_baseline(const Strings& arguments) {
  BaselineCommand baseline;
  const OptionSet options{"recto baseline",
                          "Accepts today's findings, so that only new ones fail.",
                          {config_option(baseline.config),
                           {"--hints", "", "accept hints, too", &baseline.hints},
                           {"--prune", "", "only forget what is found no more", &baseline.prune}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  return baseline;
}

}  // namespace recto
