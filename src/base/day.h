#pragma once

#include <string>
#include <string_view>

namespace recto {

/// Whether `text` is a day of the calendar as `2026-12-31`; such texts are in the order of days.
bool is_day(std::string_view text);
/// The day it is, in UTC.
std::string today();
/// Whether the day `until` is over; never when it is empty.
bool has_expired(std::string_view until);

}  // namespace recto
