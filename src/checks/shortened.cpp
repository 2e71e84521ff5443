// shortened: a paragraph that is far shorter than this pair's own ratio lets expect.

#include <cmath>

#include "base/utf8.h"
#include "checks/balance.h"
#include "checks/blocks.h"
#include "text/excerpt.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

struct Settings {
  double least_length = 120;  // code points of the source: shorter ones vary too much
  double least_percent = 45;
};

double source_length(const Subject& subject, const BlockPair& pair) {
  std::size_t sum = 0;
  for (const Block& block : pair.source)
    sum += count_code_points(plain_text(subject.source, block));
  return static_cast<double>(sum);
}

Findings run(const Settings& settings, const Subject& subject) {
  const Balance balance(subject);
  Findings findings;
  for (const BlockPair& pair : block_pairs(subject)) {
    const Block& source = pair.source.front();
    if (source.kind != BlockKind::paragraph) continue;
    if (source_length(subject, pair) < settings.least_length) continue;
    const double percent = 100 * balance.share(pair);
    if (percent >= settings.least_percent) continue;
    const Block& block = pair.translation.front();
    const std::string expected = plain_text(subject.source, source);
    const std::string found = plain_text(subject.translation, block);
    if (found == expected) continue;  // not translated, but all there
    Finding finding{.span = block.span, .source = source.span};
    finding.fields = {{"percent", std::to_string(std::lround(percent))},
                      {"expected", short_quote(expected)},
                      {"found", short_quote(found)}};
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

CheckKind shortened() {
  return {"shortened",
          "A paragraph is about as long as the others of the pair let expect.",
          {"percent", "expected", "found"},
          [](Params& params) -> Check {
            Settings settings;
            settings.least_length = params.number("least_length", settings.least_length);
            settings.least_percent = params.number("least_percent", settings.least_percent);
            return PairCheck([settings](const Subject& subject) { return run(settings, subject); });
          }};
}

}  // namespace recto::checks
