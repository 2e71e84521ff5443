#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/param.h"

namespace recto {

/// The parameters of a rule as its check asks for them. Every getter throws Error{path, line} when
/// the value does not have the wanted shape; `refuse_unknown` when one was given that no getter
/// asked for.
class Params {
 public:
  explicit Params(ParamMap given) : given_(std::move(given)) {}

  std::vector<std::string> strings(std::string_view name, std::vector<std::string> otherwise);
  std::string string(std::string_view name, std::string otherwise);
  double number(std::string_view name, double otherwise);
  /// The same as a whole number from 1 to a million.
  std::size_t count(std::string_view name, std::size_t otherwise);
  /// Throws Error with the nearest known name.
  void refuse_unknown() const;

 private:
  const Param* find(std::string_view name);

  ParamMap given_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace recto
