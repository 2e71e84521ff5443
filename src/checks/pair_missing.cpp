// pair_missing: a source post without a translation in a locale that has translations.

#include "checks/check.h"

namespace recto::checks {

CheckKind pair_missing() {
  return {"pair_missing",
          "A source post has a translation in every locale of the site.",
          {"locales"},
          [](Params&) -> Check { return PipelineCheck{}; }};
}

}  // namespace recto::checks
