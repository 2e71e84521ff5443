// block_stale: a block of the source changed, and translations did not follow.

#include "checks/check.h"

namespace recto::checks {

CheckKind block_stale() {
  return {"block_stale",
          "Translations follow the changes of their source.",
          {"locales", "since", "expected", "found"},
          [](Params&) -> Check { return PipelineCheck{}; }};
}

}  // namespace recto::checks
