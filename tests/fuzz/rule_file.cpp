// A project's own rule: read and put to use, or refused by an Error.

#include "checks/check.h"
#include "checks/rule_set.h"
#include "refusal.h"
#include "require.h"

using namespace recto;
using namespace recto::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto rule =
      unless_refused([&] { return parse_rule(text_of(data, size), "own.yaml", "site/own"); });
  if (!rule || find_check_kind(rule->check) == nullptr) return 0;  // all_rules refuses such a kind
  filled_in(rule->message, {{"found", "{found}"}});
  unless_refused([&] { return RuleSet({*rule}, {}, {}).usual().size(); });
  return 0;
}
