#include <algorithm>

#include "checks/check.h"

namespace recto {
namespace checks {

#define KIND(name) CheckKind name();
#include "checks/kinds.def"
#undef KIND

}  // namespace checks

const std::vector<CheckKind>& check_kinds() {
  static const std::vector<CheckKind> kKinds = {
#define KIND(name) checks::name(),
#include "checks/kinds.def"
#undef KIND
  };
  return kKinds;
}

const CheckKind* find_check_kind(std::string_view name) {
  const auto& kinds = check_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const CheckKind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace recto
