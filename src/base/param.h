#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace recto {

/// The value of one parameter of a rule as YAML wrote it; a scalar is a list of one.
struct Param {
  std::vector<std::string> values;
  bool is_list = false;
  std::string path;      // of the file that says so
  std::size_t line = 0;  // from 1

  friend bool operator==(const Param&, const Param&) = default;
};

using ParamMap = std::map<std::string, Param, std::less<>>;

}  // namespace recto
