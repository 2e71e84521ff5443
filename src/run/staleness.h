#pragma once

#include <map>
#include <string>

#include "run/freshness.h"

namespace recto {

/// What translations did not follow since they were changed last themselves, by the history of the
/// site: blocks of the source that say something else than they did in the commit of the
/// translation. One that is changed and not yet committed is taken to be up to date. Throws Error
/// when git cannot say.
Freshness judge_staleness(const Plan& plan);

}  // namespace recto
