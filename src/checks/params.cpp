#include "checks/params.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/error.h"
#include "base/joined.h"
#include "text/similarity.h"

namespace recto {
namespace {

const std::string& single(const Param& param, std::string_view name) {
  if (param.is_list || param.values.size() != 1) {
    throw Error(param.path, param.line, "`" + std::string(name) + "` takes one value, not a list");
  }
  return param.values.front();
}

}  // namespace

const Param* Params::find(std::string_view name) {
  asked_.emplace(name);
  const auto found = given_.find(name);
  return found == given_.end() ? nullptr : &found->second;
}

std::vector<std::string> Params::strings(std::string_view name,
                                         std::vector<std::string> otherwise) {
  const Param* param = find(name);
  if (param == nullptr) return otherwise;
  return param->values;
}

std::string Params::string(std::string_view name, std::string otherwise) {
  const Param* param = find(name);
  if (param == nullptr) return otherwise;
  return single(*param, name);
}

double Params::number(std::string_view name, double otherwise) {
  const Param* param = find(name);
  if (param == nullptr) return otherwise;
  const std::string& value = single(*param, name);
  double number = 0;
  const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_whole = failure == std::errc() && end == value.data() + value.size();
  if (!is_whole || !std::isfinite(number) || number < 0) {
    throw Error(param->path, param->line,
                "`" + std::string(name) + "` takes a number from 0 on, not `" + value + "`");
  }
  return number;
}

std::size_t Params::count(std::string_view name, std::size_t otherwise) {
  constexpr double kMost = 1e6;
  return static_cast<std::size_t>(
      std::clamp(number(name, static_cast<double>(otherwise)), 1.0, kMost));
}

void Params::refuse_unknown() const {
  for (const auto& [name, param] : given_) {
    if (asked_.contains(name)) continue;
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    const std::string takes = known.empty() ? "none" : '`' + joined(known, "`, `") + '`';
    throw Error(param.path, param.line,
                "this rule has no parameter `" + name + "`" +
                    did_you_mean(name, known, "; it takes " + takes));
  }
}

}  // namespace recto
