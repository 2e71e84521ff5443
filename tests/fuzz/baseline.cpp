// A baseline: read or refused by an Error, and written so that it is read as the same.

#include "report/baseline.h"

#include <string>

#include "refusal.h"
#include "require.h"
#include "text/unicode.h"

using namespace recto;
using namespace recto::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = [](std::string_view text) { return parse_baseline(text, "vi.json"); };
  auto baseline = unless_refused([&] { return read(text_of(data, size)); });
  if (!baseline || first_invalid_utf8(text_of(data, size))) return 0;
  // yaml-cpp reads `\N` as a byte that is no UTF-8, which is not written.
  const std::string written = baseline_text(*baseline);
  require(baseline_text(read(written)) == written, "a baseline is read as it was written");
  return 0;
}
