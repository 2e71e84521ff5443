// front_matter_unreadable: a front matter that is broken, open or doubled.

#include "checks/check.h"

namespace recto::checks {
namespace {

Findings run(const Post& post) {
  Findings findings;
  for (const Problem& problem : post.problems) {
    if (problem.what != Problem::What::front_matter) continue;
    findings.push_back({.span = problem.span, .fields = {{"detail", problem.detail}}});
  }
  return findings;
}

}  // namespace

CheckKind front_matter_unreadable() {
  return {"front_matter_unreadable",
          "The front matter is YAML between two lines of three dashes.",
          {"detail"},
          [](Params&) -> Check { return PostCheck(run); }};
}

}  // namespace recto::checks
