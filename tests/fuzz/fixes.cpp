// Fixes: a post that was mended has no more findings of the rules that mended it than before, and
// is left alone by the next run.

#include <fstream>
#include <map>
#include <string>

#include "pair_input.h"
#include "pair_site.h"
#include "require.h"
#include "run/mend.h"
#include "text/unicode.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

using Counts = std::map<std::string, std::size_t>;

/// Those that `--unsafe-fixes` would mend, by rule.
Counts mendable(const std::vector<Diagnostic>& diagnostics) {
  Counts counts;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.at.path != PairSite::kTranslation || !diagnostic.fix) continue;
    if (diagnostic.fix->safety <= Safety::unsafe) ++counts[diagnostic.rule];
  }
  return counts;
}

struct Mended {
  std::string text;
  Counts before;
  Counts after;
};

Mended mended(PairSite& site, const PairInput& input) {
  std::ofstream(site.path_of_translation(), std::ios::binary) << input.translation;
  Plan plan = site.plan(input);
  std::vector<SourceResult> results = judge_sources(plan, 1);
  Judged judged = join(plan, results, 1);
  Mended result{.text = input.translation, .before = mendable(judged.diagnostics)};
  const Mending mending = mend(plan, Safety::unsafe, 1, results, judged);
  result.after = mendable(judged.diagnostics);
  const auto file = mending.files.find(PairSite::kTranslation);
  if (file != mending.files.end()) result.text = file->second.text;
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static PairSite site;
  PairInput input = pair_of(text_of(data, size));
  const Mended once = mended(site, input);
  if (once.text == input.translation) return 0;
  for (const auto& [rule, count] : once.before) {
    const auto after = once.after.find(rule);
    require(after == once.after.end() || after->second <= count, "mending adds no " + rule);
  }
  require(!first_invalid_utf8(once.text), "a mended text is UTF-8");
  input.translation = once.text;
  require(mended(site, input).text == once.text, "what was mended is left alone");
  return 0;
}
