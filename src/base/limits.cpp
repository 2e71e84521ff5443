#include "base/limits.h"

namespace recto {

std::string size_in_words(std::size_t bytes) {
  constexpr std::size_t kMebi = 1U << 20U;
  constexpr std::size_t kKibi = 1U << 10U;
  if (bytes % kMebi == 0) return std::to_string(bytes / kMebi) + " MiB";
  if (bytes % kKibi == 0) return std::to_string(bytes / kKibi) + " KiB";
  return std::to_string(bytes) + " bytes";
}

}  // namespace recto
