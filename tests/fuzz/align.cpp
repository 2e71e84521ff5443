// Alignment: every block of both posts exactly once, in the order of the source; causes and keys
// that exist.

#include "align/align.h"

#include <vector>

#include "align/causes.h"
#include "align/keys.h"
#include "config.h"
#include "pair_input.h"
#include "post/post.h"
#include "require.h"
#include "run/plan.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

/// Counts the blocks of one side.
class Tally {
 public:
  explicit Tally(const Post& post) : seen_(post.blocks.size()) {}

  void count(Run run) {
    require(run.end() <= seen_.size(), "a run is in its post");
    for (std::size_t i = 0; i < run.count; ++i) ++seen_[run.first + i];
  }
  void require_each_once() const {
    for (const int count : seen_) require(count == 1, "every block is matched exactly once");
  }

 private:
  std::vector<int> seen_;
};

void judge(const Post& source, const Post& translation, const Alignment& alignment) {
  Tally sources(source);
  Tally translations(translation);
  std::size_t last = 0;
  for (const Match& match : alignment) {
    sources.count(match.source);
    translations.count(match.translation);
    require(match.source.count + match.translation.count > 0, "a match has a block");
    require(match.likeness >= 0 && match.likeness <= 1, "likeness is from 0 to 1");
    if (match.source.count == 0) continue;
    require(match.source.first >= last, "matches come in the order of the source");
    last = match.source.end();
  }
  sources.require_each_once();
  translations.require_each_once();
}

void judge(const Post& source, const Post& translation, const Causes& causes) {
  for (const Cause& cause : causes) {
    require(cause.source.end() <= source.blocks.size(), "a cause's source");
    require(cause.translation.end() <= translation.blocks.size(), "a cause's translation");
    require_place(translation.text, cause.span, "a cause");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const KeyPolicy policy = key_policy("docusaurus", {});
  PairInput input = pair_of(text_of(data, size));
  const Post source =
      parse_post("a.md", {.language = "en"}, input.dialect, std::move(input.source));
  const Post translation =
      parse_post("b.md", input.locale, input.dialect, std::move(input.translation));
  if (!source.is_readable() || !translation.is_readable()) return 0;
  const Alignment alignment = align(source, translation);
  judge(source, translation, alignment);
  judge(source, translation, causes_of(source, translation, alignment));
  Work work;
  for (const KeyMatch& match : align_keys(source, translation, policy, work)) {
    require(match.source || match.translation, "a match of keys has a key");
  }
  return 0;
}
