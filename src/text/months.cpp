#include "text/months.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "text/locale_data.h"
#include "text/number_bounds.h"
#include "text/unicode.h"

namespace recto {
namespace {

using MonthNames = std::map<std::string, int, std::less<>>;

/// The names of the months of `locale`, folded; made on first use and kept.
const MonthNames& names_of(const Locale& locale) {
  static std::mutex mutex;
  static std::map<Locale, MonthNames> tables;  // a map's values keep their places
  const std::lock_guard lock(mutex);
  const auto [place, is_new] = tables.try_emplace(locale);
  if (is_new) {
    for (const NumberWord& name : month_names(locale)) place->second[name.word] = name.value;
  }
  return place->second;
}

bool is_of_word(char32_t c) {
  return is_letter(c) || is_mark(c);
}

bool dots_dates(std::string_view language) {
  constexpr std::array<std::string_view, 18> kLanguages = {"az", "bg", "cs", "da", "de", "et",
                                                           "fi", "hr", "is", "lv", "nb", "no",
                                                           "pl", "ro", "ru", "sk", "tr", "uk"};
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

bool parts_date(char32_t c) {
  return is_blank(c) || c == U'.' || c == U',';
}

class Reader {
 public:
  Reader(std::string_view text, const Locale& locale, Digits digits)
      : text_(text),
        names_(names_of(locale)),
        is_vietnamese_(locale.language == "vi"),
        is_english_(locale.language == "en"),
        has_capitals_(is_english_ || locale.language == "de"),
        reads_digits_(digits == Digits::read),
        dots_dates_(dots_dates(locale.language)),
        puts_year_first_(locale.language == "hu" || locale.language == "lt" ||
                         locale.language == "eu") {}

  /// The names at all, whatever stands beside them; months with numbers, too.
  std::size_t count() {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t begin = at;
      if (const auto month = month_in_digits(begin)) {
        ++count;
        at = month->span.end;
      }
      const char32_t c = next_code_point(text_, at);
      if (c == U'月' || c == U'월') {
        const std::size_t digits = begin > 0 && text_[begin - 1] == ' ' ? begin - 1 : begin;
        if (digits > 0 && digit_value(code_point_before(text_, digits))) ++count;
      } else if (is_of_word(c)) {
        const Span word = word_at(begin);
        at = word.end;
        const std::string name = folded(slice(text_, word));
        const bool may_be = !has_capitals_ || begins_high(word);
        if ((may_be && names_.contains(name)) || (is_vietnamese_ && name == "tháng")) ++count;
      }
    }
    return count;
  }

  std::vector<NamedMonth> read() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = at;
      if (!digit_value(next_code_point(text_, end))) {
        at = end;
        continue;
      }
      if (const auto month = month_in_digits(at)) {
        months_.push_back(*month);
        end = month->span.end;
      } else {
        const int number = number_at(at, end);
        read_around(at, end, number);
      }
      at = end;
    }
    return std::move(months_);
  }

 private:
  /// The number at `begin`, whose end `end` becomes; 0 when it is greater than any year.
  int number_at(std::size_t begin, std::size_t& end) const {
    constexpr int kMost = 9999;
    int value = 0;
    end = begin;
    for (std::size_t at = begin; at < text_.size(); end = at) {
      const auto digit = digit_value(next_code_point(text_, at));
      if (!digit) break;
      value = std::min(kMost + 1, value * 10 + *digit);
    }
    return value > kMost ? 0 : value;
  }

  /// The month of the date at `begin`: `2024-03-15`, or `15.3.2024` in a language that writes dates
  /// so; none of another number. Which of `3/4/2024` is the month, nobody knows.
  std::optional<NamedMonth> month_in_digits(std::size_t begin) const {
    if (!reads_digits_) return std::nullopt;
    if (begin > 0 && digit_value(code_point_before(text_, begin))) return std::nullopt;
    std::size_t end = begin;
    const int first = number_at(begin, end);
    const char32_t mark = code_point_at(text_, end);
    const bool is_iso = mark == U'-' && first >= 1000;
    const bool is_dotted = mark == U'.' && dots_dates_ && first >= 1 && first <= 31;
    if (!is_iso && !is_dotted) return std::nullopt;
    const std::size_t place = end + 1;
    const int month = number_at(place, end);
    if (month < 1 || month > 12 || code_point_at(text_, end) != mark) return std::nullopt;
    const Span span = span_at(place, end - place);
    const char32_t behind = end + 1 < text_.size() ? code_point_at(text_, end + 1) : U' ';
    if (is_dotted && !digit_value(behind)) return NamedMonth{span, month};
    const int last = number_at(end + 1, end);
    const bool is_date = is_iso ? last >= 1 && last <= 31 : last >= 1000 && last < 3000;
    return is_date ? std::optional(NamedMonth{span, month}) : std::nullopt;
  }

  void read_around(std::size_t begin, std::size_t end, int number) {
    const bool is_day = number >= 1 && number <= 31;
    const bool is_year = number >= 1000 && number < 3000;
    if (number >= 1 && number <= 12 && read_numbered(begin, end, number)) return;
    if (is_day || (is_year && !is_behind_comma(begin))) add(word_before(begin));
    if (is_day || (is_year && puts_year_first_)) add(word_behind(end));
  }

  /// Whether a comma stands right before the blanks that end at `at`: `In May, 2024` is no date,
  /// but for English.
  bool is_behind_comma(std::size_t at) const {
    while (at > 0 && is_gap(text_[at - 1])) --at;
    return !is_english_ && at > 0 && text_[at - 1] == ',';
  }

  /// A month that is called by its number, beside a year or a day: `2024年5月12日`, `ngày 12 tháng
  /// 5`.
  bool read_numbered(std::size_t begin, std::size_t end, int number) {
    std::size_t at = end;
    if (code_point_at(text_, at) == U' ') ++at;
    const char32_t mark = at < text_.size() ? next_code_point(text_, at) : 0;
    if (mark == U'月' || mark == U'월') {
      const bool has_year = begin > 0 && is_year_mark(last_mark_before(begin));
      if (!has_year && !begins_with_digit(at)) return false;
      months_.push_back({span_at(begin, at - begin), number});
      return true;
    }
    if (!is_vietnamese_) return false;
    const Span word = word_before(begin);
    if (folded(slice(text_, word)) != "tháng") return false;
    const std::size_t before = skipped_back(word.begin);
    const bool has_day = before > 0 && digit_value(code_point_before(text_, before));
    const bool has_year = folded(slice(text_, word_behind(end))) == "năm" || begins_with_digit(end);
    if (has_day || has_year) months_.push_back({span_at(word.begin, end - word.begin), number});
    return has_day || has_year;
  }

  static bool is_year_mark(char32_t c) { return c == U'年' || c == U'년'; }
  char32_t last_mark_before(std::size_t at) const {
    return code_point_before(text_, skipped_back(at));
  }
  bool begins_with_digit(std::size_t at) const {
    return digit_value(code_point_at(text_, skipped(at))).has_value();
  }

  std::size_t skipped(std::size_t at) const {
    for (std::size_t next = at; next < text_.size(); at = next) {
      if (!parts_date(next_code_point(text_, next))) break;
    }
    return at;
  }
  std::size_t skipped_back(std::size_t at) const {
    for (std::size_t next = at; next > 0; at = next) {
      if (!parts_date(previous_code_point(text_, next))) break;
    }
    return at;
  }

  /// The words that may stand between a day and its month: `5 de mayo`, `the 5th of May`.
  bool joins(Span word) const {
    constexpr std::array<std::string_view, 7> kWords = {"de", "of", "do", "di", "du", "d", "th"};
    return std::find(kWords.begin(), kWords.end(), slice(text_, word)) != kWords.end();
  }

  Span word_behind(std::size_t at) const {
    std::size_t begin = at;
    while (begin < text_.size() && is_ascii_letter(text_[begin])) ++begin;  // `5th`
    Span word = word_at(skipped(begin));
    return joins(word) ? word_at(skipped(word.end)) : word;
  }
  Span word_at(std::size_t begin) const {
    std::size_t end = begin;
    for (std::size_t next = end; next < text_.size(); end = next) {
      if (!is_of_word(next_code_point(text_, next))) break;
    }
    return span_at(begin, end - begin);
  }

  Span word_before(std::size_t at) const {
    const Span word = word_that_ends(skipped_back(at));
    return joins(word) ? word_that_ends(skipped_back(word.begin)) : word;
  }
  Span word_that_ends(std::size_t end) const {
    std::size_t begin = end;
    for (std::size_t next = begin; next > 0; begin = next) {
      if (!is_of_word(previous_code_point(text_, next))) break;
    }
    return span_at(begin, end - begin);
  }

  void add(Span word) {
    if (word.is_empty() || word.size() > kLongestName) return;
    if (has_capitals_ && !begins_high(word)) return;  // `may` is a verb
    const auto name = names_.find(folded(slice(text_, word)));
    const bool is_new = months_.empty() || months_.back().span != word;
    if (name != names_.end() && is_new) months_.push_back({word, name->second});
  }

  bool begins_high(Span word) const {
    return word.begin < text_.size() && text_[word.begin] >= 'A' && text_[word.begin] <= 'Z';
  }

  static constexpr std::size_t kLongestName = 60;  // bytes

  std::string_view text_;
  const MonthNames& names_;
  bool is_vietnamese_;
  bool is_english_;
  bool has_capitals_;     // names of months begin with one
  bool reads_digits_;     // `2024-03-15`
  bool dots_dates_;       // `15.3.2024`
  bool puts_year_first_;  // `2024 május`
  std::vector<NamedMonth> months_;
};

/// What a text about one date says.
struct Date {
  std::vector<int> months;
  std::vector<std::string> numbers;  // of its days and years, and of hours; sorted
  std::size_t words = 0;             // but for months
  bool names_month = false;          // by a word

  /// Whether it is a date and nothing else than a day of the week.
  bool is_plain() const { return months.size() == 1 && words <= 1; }
};

Date date_in(std::string_view text, const Locale& locale) {
  Date date;
  std::string rest(text);
  for (const NamedMonth& named : Reader(text, locale, Digits::read).read()) {
    date.months.push_back(named.month);
    std::size_t first = named.span.begin;
    date.names_month = date.names_month || !digit_value(next_code_point(text, first));
    rest.replace(named.span.begin, named.span.size(), named.span.size(), ' ');
  }
  bool is_in_word = false;
  bool is_in_number = false;
  for (std::size_t at = 0; at < rest.size();) {
    const char32_t c = next_code_point(rest, at);
    if (is_of_word(c) && !is_in_word) ++date.words;
    is_in_word = is_of_word(c);
    const auto digit = digit_value(c);
    if (digit && !is_in_number) date.numbers.emplace_back();
    is_in_number = digit.has_value();
    // `09` is the ninth.
    const bool counts = digit && (*digit > 0 || !date.numbers.back().empty());
    if (counts) date.numbers.back() += static_cast<char>('0' + *digit);
  }
  std::sort(date.numbers.begin(), date.numbers.end());
  return date;
}

}  // namespace

std::size_t count_months(std::string_view text, const Locale& locale, Digits digits) {
  return Reader(text, locale, digits).count();
}

std::vector<NamedMonth> months_of_dates(std::string_view text, const Locale& locale,
                                        Digits digits) {
  return Reader(text, locale, digits).read();
}

bool is_same_date(std::string_view left, const Locale& left_locale, std::string_view right,
                  const Locale& right_locale) {
  const Date ours = date_in(left, left_locale);
  const Date theirs = date_in(right, right_locale);
  return ours.is_plain() && theirs.is_plain() && (ours.names_month || theirs.names_month) &&
         ours.months == theirs.months && ours.numbers == theirs.numbers;
}

}  // namespace recto
