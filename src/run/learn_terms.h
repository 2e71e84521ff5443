#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "checks/terms.h"
#include "run/plan.h"

namespace recto {

/// A term that translators agree on, with what speaks for it.
struct Proposal {
  Term term;
  std::string evidence;  // `fr 4 of 5, vi 3 of 3 posts; first in blog/a.md`
};

/// The terms that the posts of `plan` show: short units that at least `least_posts` posts of a
/// locale have and that most of them render alike, and names that every locale keeps. Sorted by
/// source.
std::vector<Proposal> learnt_terms(const Plan& plan, std::size_t least_posts, std::size_t jobs);

}  // namespace recto
