#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"

namespace recto::checks {

/// Paragraphs of a post that say the same, word for word; short ones aside.
class Repeats {
 public:
  explicit Repeats(const Post& post);

  /// The first other paragraph with the text of the block at `index`.
  std::optional<std::size_t> other_than(std::size_t index) const;
  /// How many paragraphs have the text of the block at `index`, itself included; 0 where it is no
  /// paragraph, or short.
  std::size_t count(std::size_t index) const;

 private:
  std::vector<std::string> texts_;  // of each block; empty for what is no paragraph, or short
  std::map<std::string, std::vector<std::size_t>> places_;
};

}  // namespace recto::checks
