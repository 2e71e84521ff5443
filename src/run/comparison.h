#pragma once

#include <vector>

#include "align/align.h"
#include "align/causes.h"
#include "align/evidence.h"
#include "align/keys.h"
#include "run/plan.h"

namespace recto {

/// How two posts correspond.
struct Comparison {
  Alignment alignment;
  Causes causes;
  KeyAlignment keys;  // none where a front matter cannot be read
};

/// Compares posts that can be read; `evidence` is the source's. Throws TooMuchWork.
Comparison compared(const Plan& plan, const Post& source, const std::vector<Evidence>& evidence,
                    const Post& translation);

}  // namespace recto
