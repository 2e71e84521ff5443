#include "text/instant.h"

namespace recto {
namespace {

/// Reads a date from left to right; every step that does not fit makes the whole fail.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool failed = false;

  bool at_end() const { return at_ == text_.size(); }
  bool accept(std::string_view any_of) {
    if (at_end() || any_of.find(text_[at_]) == std::string_view::npos) return false;
    last_ = text_[at_++];
    return true;
  }
  void expect(std::string_view any_of) { failed = failed || !accept(any_of); }
  char last() const { return last_; }

  int number(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t digits = 0;
    while (digits < most && !at_end() && text_[at_] >= '0' && text_[at_] <= '9') {
      value = value * 10 + (text_[at_++] - '0');
      ++digits;
    }
    failed = failed || digits < least;
    return value;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  char last_ = '\0';
};

/// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's days_from_civil).
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = year / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

int days_in(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::int64_t time_of_day(Reader& reader) {
  const int hour = reader.number(1, 2);
  reader.expect(":");
  const int minute = reader.number(2, 2);
  int second = 0;
  if (reader.accept(":")) second = reader.number(2, 2);
  if (reader.accept(".")) reader.number(1, 9);
  if (hour > 23 || minute > 59 || second > 60) reader.failed = true;  // 60: a leap second
  return hour * 3600 + minute * 60 + second;
}

std::int64_t zone_offset(Reader& reader) {
  reader.accept(" ");
  if (reader.accept("Zz") || !reader.accept("+-")) return 0;
  const std::int64_t sign = reader.last() == '-' ? -1 : 1;
  const int hours = reader.number(2, 2);
  reader.accept(":");
  const int minutes = reader.at_end() ? 0 : reader.number(2, 2);
  return sign * (hours * 3600 + minutes * 60);
}

}  // namespace

std::optional<std::int64_t> parse_instant(std::string_view text) {
  Reader reader(text);
  const int year = reader.number(4, 4);
  reader.expect("-/");
  const int month = reader.number(1, 2);
  reader.expect("-/");
  const int day = reader.number(1, 2);
  std::int64_t seconds = 0;
  if (reader.accept("Tt ")) {
    seconds = time_of_day(reader);
    seconds -= zone_offset(reader);
  }
  if (reader.failed || !reader.at_end() || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in(year, month)) return std::nullopt;
  return days_from_civil(year, month, day) * 86400 + seconds;
}

}  // namespace recto
