// A glossary in CSV: read or refused by an Error, and written so that it is read as the same.

#include "checks/terms_csv.h"

#include "refusal.h"
#include "require.h"

using namespace recto;
using namespace recto::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Locale english = {.language = "en"};
  const auto read = [&](std::string_view text) {
    return terms_of_csv(text, "terms.csv", english, "vi");
  };
  const auto terms = unless_refused([&] { return read(text_of(data, size)); });
  if (!terms) return 0;
  const std::string csv = csv_of(*terms, english);
  const auto again = unless_refused([&] { return read(csv); });
  require(again && csv_of(*again, english) == csv, "terms are read as they were written");
  return 0;
}
