// Terms learnt from a pair: whatever they are, a termbase takes them.

#include "checks/terms_yaml.h"
#include "pair_input.h"
#include "pair_site.h"
#include "require.h"
#include "run/learn_terms.h"

using namespace recto;
using namespace recto::fuzzing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static PairSite site;
  const Plan plan = site.plan(pair_of(text_of(data, size)));
  std::string yaml;
  Terms terms;
  for (const Proposal& proposal : learnt_terms(plan, 1, 1)) {
    yaml += yaml_entry(proposal.term);
    terms.push_back(proposal.term);
  }
  require(parse_terms(yaml, "terms.yaml") == terms, "what was learnt is a termbase");
  return 0;
}
