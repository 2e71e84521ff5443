#pragma once

#include <cstddef>
#include <string>

namespace recto {

/// What recto takes on, as `limits:` of recto.yaml sets it. A post beyond one of them is not
/// judged, and said to be so; the others are.
struct Limits {
  std::size_t file_size = 8U << 20U;            // bytes
  std::size_t front_matter_size = 256U << 10U;  // bytes
  std::size_t front_matter_depth = 32;          // maps and lists in one another
  std::size_t front_matter_values = 20'000;     // an alias counts as all that it stands for
  std::size_t nesting = 32;                     // quotes and items in one another
  std::size_t pair_work = 10'000'000;           // steps of `Work` that one pair may take
  std::size_t findings_per_file = 200;          // those beyond are counted only

  friend bool operator==(const Limits&, const Limits&) = default;
};

/// `bytes` as limits are written: `8 MiB`, `512 KiB`, `100 bytes`.
std::string size_in_words(std::size_t bytes);

}  // namespace recto
