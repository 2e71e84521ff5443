// findings_limit: a file with more findings than are reported of one file.

#include "checks/check.h"

namespace recto::checks {

CheckKind findings_limit() {
  return {"findings_limit",
          "A file has so few findings that each can be read.",
          {"count", "most"},
          [](Params&) -> Check { return PipelineCheck{}; }};
}

}  // namespace recto::checks
