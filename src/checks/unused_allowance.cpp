// unused_allowance: what a post or recto.yaml allows and nothing needs.

#include "checks/check.h"

namespace recto::checks {

CheckKind unused_allowance() {
  return {"unused_allowance",
          "What is allowed is there.",
          {"found", "expected", "until"},
          [](Params&) -> Check { return PipelineCheck{}; }};
}

}  // namespace recto::checks
