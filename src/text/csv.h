#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recto::csv {

struct Row {
  std::size_t line = 1;  // where it begins
  std::vector<std::string> cells;

  friend bool operator==(const Row&, const Row&) = default;
};

/// The rows of `text` (RFC 4180) that are not empty. Cells are parted by commas, semicolons or
/// tabs, whichever the first line has most of. Throws Error with the line for a quote that is never
/// closed, or that something follows.
std::vector<Row> rows(std::string_view text, const std::string& path);

/// `cells` as a line of CSV with commas.
std::string line(const std::vector<std::string>& cells);

}  // namespace recto::csv
