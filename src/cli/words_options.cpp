#include <array>
#include <utility>

#include "cli/options.h"
#include "cli/parsers.h"

namespace recto {

Command parse_words(const Strings& arguments) {
  constexpr std::array<std::pair<const char*, WordsFormat>, 2> kWordsFormats = {
      {{"text", WordsFormat::text}, {"json", WordsFormat::json}}};
  WordsCommand words;
  std::string format;
  Strings locales;
  const OptionSet options{
      "recto words",
      "Lists the words that no dictionary, source or other post knows, the most frequent first.",
      {{"WORD", "", "only these words (all)", &words.words},
       {"--accept", "",
        "add them to the list of accepted words; but for slips of known words, which have to be "
        "named",
        &words.accept},
       config_option(words.config),
       locales_option(locales),
       {"--format", "FORMAT", "text (default), which may be a list of words itself, or json",
        &format, false, names_of(kWordsFormats)},
       no_cache_option(words.no_cache),
       {"--quiet", "", "no notes and no progress", &words.quiet}}};
  if (auto help = parse(options, arguments)) return *std::move(help);
  words.locales = locales_of(locales);
  if (!format.empty()) words.format = chosen("--format", format, kWordsFormats);
  if (words.accept && !format.empty()) refuse("--accept prints no list; leave out --format");
  return words;
}

}  // namespace recto
