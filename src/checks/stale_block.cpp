// stale_block: a block of the source changed, and translations did not follow.

#include "checks/check.h"

namespace recto::checks {

CheckKind stale_block() {
  return {"stale_block",
          "Translations follow the changes of their source.",
          {"locales", "since", "expected", "found"},
          [](Params&) -> Check { return PipelineCheck{}; }};
}

}  // namespace recto::checks
