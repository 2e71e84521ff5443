#include "run/comparison.h"

#include <algorithm>

#include "base/work.h"

namespace recto {
namespace {

bool has_front_matter_problem(const Post& post) {
  return std::any_of(post.problems.begin(), post.problems.end(), [](const Problem& problem) {
    return problem.what == Problem::What::front_matter ||
           problem.what == Problem::What::unsupported;
  });
}

}  // namespace

Comparison compared(const Plan& plan, const Post& source, const std::vector<Evidence>& evidence,
                    const Post& translation) {
  Work work(plan.posts.limits.pair_work);
  Comparison result{.alignment = align(source, evidence, translation, work)};
  result.causes = causes_of(source, translation, result.alignment);
  const bool can_compare_keys = !has_front_matter_problem(source) &&
                                !has_front_matter_problem(translation) &&
                                !hides_front_matter(result.causes, translation);
  if (can_compare_keys) result.keys = align_keys(source, translation, plan.policy, work);
  return result;
}

}  // namespace recto
