#pragma once

#include <string>
#include <vector>

#include "align/evidence.h"
#include "checks/vocabulary.h"
#include "post/post.h"
#include "run/allowances.h"
#include "run/pair_memory.h"
#include "run/plan.h"
#include "run/stats.h"

namespace recto {

/// A source post with what is made of it once for all its pairs. Lives while the post does.
struct SourceReading {
  explicit SourceReading(const Post& of)
      : post(of), evidence(evidence_of(of)), words(of, of.locale) {}

  const Post& post;
  std::vector<Evidence> evidence;
  Vocabulary words;
};

/// What came of a pair, or of a source post by itself.
struct JudgedPair {
  PairMemory memory;
  bool is_readable = true;  // both sides are; else there are diagnostics only
  UsedAllowances used;
  std::vector<IdleAllowance> idle;
};

/// Judges a source post by itself. `stats` may be null.
JudgedPair judge_source_post(const Plan& plan, const Post& source,
                             const std::vector<ActiveRule>& rules, Stats* stats);

/// Aligns and judges a pair; one that is not reported is only asked for what it tells its locale.
JudgedPair judge_pair(const Plan& plan, const SourceReading& reading, Post translation,
                      const PlannedPair& pair, Stats* stats);

/// Whether `memory`, of a pair or a source post with these paths, holds what judging would find
/// today.
bool still_holds(const Plan& plan, const PairMemory& memory, const std::string& source_path,
                 const std::string& translation_path, const Locale& locale);

}  // namespace recto
