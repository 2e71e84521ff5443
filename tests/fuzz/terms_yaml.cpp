// A termbase in YAML: read or refused by an Error, written so that it is read as the same, and
// found in texts.

#include "checks/terms_yaml.h"

#include "checks/locale_terms.h"
#include "refusal.h"
#include "require.h"
#include "text/unicode.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

void find(const Terms& terms, std::string_view text) {
  for (const std::string language : {"vi", "fr", "ja", "ar"}) {
    const LocaleTerms found(terms, {.language = "en"}, {.language = language});
    for (const WordFinder* finder : {&found.sources, &found.uses, &found.rejects}) {
      for (const WordFinder::Place& place : finder->places(text)) {
        require_place(text, place.span, "a term");
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  const auto terms = unless_refused([&] { return parse_terms(text, "terms.yaml"); });
  if (!terms || first_invalid_utf8(text)) return 0;
  std::string yaml;
  for (const Term& term : *terms) yaml += yaml_entry(term);
  require(parse_terms(yaml, "terms.yaml") == *terms, "terms are read as they were written");
  find(*terms, text);
  return 0;
}
