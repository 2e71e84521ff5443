// pair_orphan: translations whose source is gone.

#include "checks/check.h"

namespace recto::checks {

CheckKind pair_orphan() {
  return {"pair_orphan",
          "Every translation has a source.",
          {"locales", "expected", "likely_source"},
          [](Params&) -> Check { return PipelineCheck{}; }};
}

}  // namespace recto::checks
