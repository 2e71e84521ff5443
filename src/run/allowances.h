#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "checks/check.h"
#include "checks/rule_set.h"
#include "run/plan.h"

namespace recto {

/// Which allowance: the file that grants it and the byte where, of recto.yaml the line.
struct AllowanceId {
  std::string path;
  std::size_t place = 0;

  friend auto operator<=>(const AllowanceId&, const AllowanceId&) = default;
};
using UsedAllowances = std::set<AllowanceId>;

/// What is to be reported of an allowance if nothing makes use of it.
struct IdleAllowance {
  AllowanceId id;
  Diagnostic diagnostic;
  bool is_shared = false;  // holds for other pairs, too, so that only a whole run can tell
};

/// What posts and recto.yaml allow in a pair, or in one post.
class Allowances {
 public:
  /// `source` is null when the findings are about `post` alone. Both outlive this.
  Allowances(const Plan& plan, const Post& post, const Post* source);

  /// What is said about a finding.
  struct Answer {
    bool is_allowed = false;
    std::string expired;  // the day until which it was allowed
  };
  /// Whether `finding` may be; what has a say in that is put into `used`.
  Answer ask(const Rule& rule, const Finding& finding, UsedAllowances& used) const;

 private:
  struct Entry {
    AllowanceId id;
    const Allowance* allowance;
    bool is_in_source;
  };
  std::map<std::string, std::vector<Entry>> by_rule_;  // or by family
  std::vector<Allowance> of_config_;
};

/// Says in the message of `diagnostic` that it was allowed once.
void note_expiry(const Allowances::Answer& answer, Diagnostic& diagnostic);

/// What is to be said about the remarks of `post`; `is_shared` when they hold for other pairs.
std::vector<IdleAllowance> idle_allowances(const Plan& plan, const std::vector<ActiveRule>& rules,
                                           const Post& post, bool is_shared);
/// The same of the allowances of recto.yaml.
std::vector<IdleAllowance> idle_allowances(const Plan& plan);

}  // namespace recto
