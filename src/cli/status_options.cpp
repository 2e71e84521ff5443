#include <array>
#include <utility>

#include "cli/options.h"
#include "cli/parsers.h"

namespace recto {

namespace {

/// The table formats of `status`.
constexpr std::array<std::pair<const char*, StatusFormat>, 4> kStatusFormats = {
    {{"text", StatusFormat::text},
     {"json", StatusFormat::json},
     {"markdown", StatusFormat::markdown},
     {"paths", StatusFormat::paths}}};

}  // namespace

Command parse_status(const Strings& arguments) {
  StatusCommand status;
  std::string format;
  Strings locales;
  const OptionSet options{
      "recto status",
      "Counts, by locale, what is translated, missing, orphaned, found and behind.",
      {config_option(status.config),
       {"--since", "REF|auto",
        "count the translations, too, that did not follow what changed in their sources",
        &status.since},
       {"--stale", "",
        "count the translations, too, whose source changed after their own last commit",
        &status.stale},
       locales_option(locales),
       {"--format", "FORMAT",
        "text (default), json, markdown, or paths: where the missing translations would lie",
        &format, false, names_of(kStatusFormats)},
       no_cache_option(status.no_cache),
       {"--quiet", "", "no notes and no progress", &status.quiet}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  status.locales = locales_of(locales);
  if (!format.empty()) status.format = chosen("--format", format, kStatusFormats);
  if (status.stale && !status.since.empty()) {
    refuse("--stale looks at the history of each translation; leave out --since");
  }
  if (status.format == StatusFormat::paths && (status.stale || !status.since.empty())) {
    refuse(
        "--since and --stale count, and `--format paths` prints no counts; leave out one of them");
  }
  return status;
}

}  // namespace recto
