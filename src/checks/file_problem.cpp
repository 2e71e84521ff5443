// file_problem: a file that cannot be judged.

#include <array>
#include <utility>

#include "base/error.h"
#include "checks/check.h"

namespace recto::checks {
namespace {

constexpr std::array<std::pair<std::string_view, Problem::What>, 7> kProblems = {{
    {"unreadable", Problem::What::unreadable},
    {"not_utf8", Problem::What::not_utf8},
    {"empty", Problem::What::empty},
    {"too_large", Problem::What::too_large},
    {"too_complex", Problem::What::too_complex},
    {"unmerged", Problem::What::unmerged},
    {"unsupported", Problem::What::unsupported},
}};

Problem::What problem_named(const std::string& name) {
  for (const auto& [word, what] : kProblems) {
    if (word == name) return what;
  }
  throw Error("`problem: " + name + "` is none of the problems that a file can have");
}

Findings run(Problem::What what, const Post& post) {
  Findings findings;
  for (const Problem& problem : post.problems) {
    if (problem.what != what) continue;
    findings.push_back({.span = problem.span, .fields = {{"detail", problem.detail}}});
  }
  return findings;
}

}  // namespace

CheckKind file_problem() {
  return {
      "file_problem", "A file can be read and parsed.", {"detail"}, [](Params& params) -> Check {
        const Problem::What what = problem_named(params.string("problem", "unreadable"));
        return PostCheck([what](const Post& post) { return run(what, post); });
      }};
}

}  // namespace recto::checks
