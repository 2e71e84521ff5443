#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "checks/terms.h"

namespace recto {

/// What `parse_terms` returns, remembered in `cache` by the bytes: a thousand terms take YAML
/// longer than a run on one pair takes for all else. Throws Error as `parse_terms` does.
Terms remembered_terms(const std::optional<std::filesystem::path>& cache, std::string_view text,
                       const std::string& path);

/// `terms` as bytes to be kept between runs.
std::string encoded(const Terms& terms);
/// What these bytes say; none when they are no whole termbase.
std::optional<Terms> decoded_terms(std::string_view bytes);

}  // namespace recto
