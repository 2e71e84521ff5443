#pragma once

#include <string_view>

namespace recto::checks {

/// Whether two codes within lines differ in nothing but what is written for people, between quotes
/// or in angle brackets: `log("The gate is shut")`, `/plan <what to build>`.
bool differ_in_messages(std::string_view ours, std::string_view theirs);

}  // namespace recto::checks
