#include "text/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/digit_groups.h"
#include "text/number_bounds.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kStem = 4;  // letters; a longer magnitude word may take an ending

/// Eras whose years count from their own beginning, and what to add.
constexpr std::array<std::pair<std::string_view, int>, 5> kEras = {
    {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"民國", 1911}, {"民国", 1911}}};

/// Whether the digits may be a time of day that is written with a dot: `9.15`, `21.30`.
bool may_be_time(const DigitGroups& digits) {
  if (digits.groups.size() != 2 || digits.marks.front() != '.') return false;
  const std::string& hour = digits.groups.front();
  const std::string& minute = digits.groups.back();
  return hour.size() <= 2 && std::stoi(hour) <= 24 && minute.size() == 2 && std::stoi(minute) < 60;
}

bool has_value(const std::vector<double>& values, double value) {
  return std::any_of(values.begin(), values.end(),
                     [value](double other) { return is_same_number(other, value); });
}

void add_value(std::vector<double>& values, double value) {
  if (!has_value(values, value)) values.push_back(value);
}

/// Whether `text` begins with a million of a unit, whose name it is a part of: `兆瓦`, a megawatt.
bool is_prefix_of_unit(std::string_view text) {
  constexpr std::string_view kMega = "兆";
  constexpr std::array<std::string_view, 9> kUnits = {"瓦", "赫", "字节", "字節", "比特",
                                                      "位", "帕", "欧",   "电子"};
  if (!text.starts_with(kMega)) return false;
  text.remove_prefix(kMega.size());
  return std::any_of(kUnits.begin(), kUnits.end(),
                     [&](std::string_view unit) { return text.starts_with(unit); });
}

}  // namespace

/// One pass over one text.
class NumberReader::Scan {
 public:
  Scan(const NumberReader& reader, std::string_view text, Separators separators)
      : reader_(reader), text_(text), separators_(separators) {}

  std::vector<Number> take() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte < 0x80 && (byte < '0' || byte > '9')) {
        ++at;
        continue;
      }
      std::size_t behind = at;
      if (byte >= 0x80 && !digit_value(next_code_point(text_, behind))) {
        at = behind;
        continue;
      }
      at = add(at);
    }
    return std::move(numbers_);
  }

 private:
  /// The chain of magnitudes behind digits: `5 nghìn tỷ`, `5千万`.
  struct Chain {
    std::vector<double> factors;  // what the whole chain may mean
    Scale scale = Scale::none;
    std::size_t end = 0;
    bool adds_half = false;
  };

  /// `5천` in `3만 5천`.
  struct Part {
    double value = 0;
    double factor = 1;
    std::uint32_t end = 0;
  };

  std::size_t add(std::size_t begin);
  void add_parts(const DigitGroups& digits, bool is_loose);
  void add_compound(Number& number, double factor);
  std::optional<Part> compound_part(std::size_t at, double factor) const;
  Chain chain_at(std::size_t at) const;
  void read_time(Number& number) const;
  void read_half(Number& number) const;
  void read_discount(Number& number) const;
  void read_years(Number& number) const;
  void join_range(Number& number);
  bool is_fraction(Span digits) const;

  const NumberReader& reader_;
  std::string_view text_;
  Separators separators_;
  std::vector<Number> numbers_;
};

bool NumberReader::Scan::is_fraction(Span digits) const {
  constexpr std::size_t kLongest = 3;
  if (digits.size() > kLongest) return false;
  const auto is_digit_at = [&](std::size_t at) {
    return at < text_.size() && digit_value(code_point_at(text_, at)).has_value();
  };
  if (code_point_at(text_, digits.end) == '/' && is_digit_at(digits.end + 1)) return true;
  return digits.begin > 1 && text_[digits.begin - 1] == '/' &&
         digit_value(code_point_before(text_, digits.begin - 1)).has_value();
}

NumberReader::Scan::Chain NumberReader::Scan::chain_at(std::size_t at) const {
  constexpr int kLongest = 3;  // words: more is no language
  Chain chain{.factors = {1.0}, .end = at};
  for (int words = 0; words < kLongest && at < text_.size(); ++words) {
    std::size_t word = at;
    const char32_t first = next_code_point(text_, word);
    const bool is_apart = is_blank(first) || first == '-';
    if (!is_apart) word = at;
    // 200多亿: more than 200 of them
    for (const std::string_view more : {"多", "余", "餘", "幾", "几"}) {
      if (!is_apart && text_.substr(word).starts_with(more)) word += more.size();
    }
    const Magnitude* magnitude = reader_.magnitude_at(text_, word);
    if (magnitude == nullptr || is_prefix_of_unit(text_.substr(word))) break;
    const bool is_letter_scale = magnitude->word.size() <= 2;
    // Behind a blank a single letter is a unit, if it is not a capital or the `k` of `15 k`.
    const char32_t letter = code_point_at(text_, word);
    if (is_apart && magnitude->word.size() == 1 && !is_upper(letter) && letter != U'k') break;
    std::vector<double> factors;
    const Magnitude* end = reader_.style_.magnitudes.data() + reader_.style_.magnitudes.size();
    for (const Magnitude* same = magnitude; same != end && same->word == magnitude->word; ++same) {
      for (const double factor : chain.factors) add_value(factors, factor * same->factor);
    }
    chain.factors = std::move(factors);
    chain.scale = is_letter_scale ? Scale::letter : Scale::word;
    at = chain.end = word + magnitude->word.size();
    if (is_letter_scale) break;
  }
  for (const std::string_view half : {" rưỡi", "半", "반", "ครึ่ง"}) {
    if (chain.scale == Scale::word && text_.substr(chain.end).starts_with(half)) {
      chain.adds_half = true;
      chain.end += half.size();
    }
  }
  return chain;
}

/// Reads on in `1億5千万`, `3만 5천`, `1 tỷ 200 triệu`: moves the end of `number`, whose digits and
/// first chain, of `factor`, are read.
void NumberReader::Scan::add_compound(Number& number, double factor) {
  constexpr double kMyriad = 1e4;
  double section = factor < kMyriad ? number.values.front() : 0;  // waits for a greater unit
  double total = factor < kMyriad ? 0 : number.values.front();
  bool is_compound = false;
  while (const auto part = compound_part(number.span.end, factor)) {
    const double small = std::pow(10.0, std::round(std::fmod(std::log10(part->factor), 4)));
    if (part->factor >= kMyriad) {
      total += (section + part->value * small) * (part->factor / small);
      section = 0;
    } else {
      section += part->value * part->factor;
    }
    is_compound = true;
    factor = part->factor;
    number.span.end = part->end;
    if (factor == 1) break;
  }
  if (is_compound) number.values = {total + section};
}

/// The part of a compound at `at`, behind a magnitude of `factor`: right behind it in East Asia, or
/// behind a blank, if it has a smaller magnitude of its own.
std::optional<NumberReader::Scan::Part> NumberReader::Scan::compound_part(std::size_t at,
                                                                          double factor) const {
  const bool is_east = is_east_asian(code_point_before(text_, at));
  const bool is_apart = at < text_.size() && text_[at] == ' ';
  if (is_apart) ++at;
  if (!(is_apart || is_east) || !digit_value(code_point_at(text_, at))) return std::nullopt;
  const DigitGroups digits = digit_groups(text_, at);
  const std::vector<double> values = readings(digits, reader_.style_, separators_);
  const Chain chain = chain_at(digits.end);
  const double unit = chain.factors.front();
  // `1 万 2,500`
  const bool is_remainder = is_east && factor >= 1e4 && chain.scale == Scale::none &&
                            !values.empty() && values.front() >= 100 && values.front() < factor;
  const bool continues =
      !is_apart || is_remainder ||
      (chain.scale == Scale::word && (unit < factor || (is_east && factor < 1e4)));
  if (values.empty() || !continues) return std::nullopt;
  return Part{values.front(), unit, static_cast<std::uint32_t>(chain.end)};
}

/// `9 PM` and `21:00` are the same hour.
void NumberReader::Scan::read_time(Number& number) const {
  const double hour = number.values.front();
  if (hour > 24 || hour != std::floor(hour) || number.scale == Scale::word) return;
  std::size_t at = number.span.end;
  const bool has_minutes =
      code_point_at(text_, at) == ':' && digit_value(code_point_at(text_, at + 1));
  if (!has_minutes) {
    if (code_point_at(text_, at) == ':') return;
    while (at < text_.size() && is_blank(code_point_at(text_, at))) next_code_point(text_, at);
    const std::string after = folded(text_.substr(at, 4));
    const bool is_word = after.size() > 2 && is_letter(code_point_at(text_, at + 2));  // `amazing`
    const bool is_half_day = ((after.starts_with("am") || after.starts_with("pm")) && !is_word) ||
                             after.starts_with("a.m") || after.starts_with("p.m");
    if (!is_half_day) return;
  }
  number.is_hour = has_minutes;
  add_value(number.values, hour <= 12 ? hour + 12 : hour - 12);
}

/// `1½` is 1.5, and 1 all the same.
void NumberReader::Scan::read_half(Number& number) const {
  constexpr std::array<std::pair<char32_t, double>, 5> kFractions = {
      {{U'½', 0.5}, {U'¼', 0.25}, {U'¾', 0.75}, {U'⅓', 1.0 / 3}, {U'⅔', 2.0 / 3}}};
  std::size_t at = number.span.end;
  if (code_point_at(text_, at) == U' ') ++at;
  const char32_t mark = code_point_at(text_, at);
  for (const auto& [fraction, value] : kFractions) {
    if (mark == fraction) add_value(number.values, number.values.front() + value);
  }
}

/// What is taken off a price of which so many hundredths or tenths are left: `85 折`, `7折`.
void NumberReader::Scan::read_discount(Number& number) const {
  constexpr std::string_view kLeft = "折";
  std::size_t at = number.span.end;
  if (code_point_at(text_, at) == U' ') ++at;
  if (!text_.substr(at).starts_with(kLeft) || number.values.front() >= 100) return;
  const std::size_t behind = at + kLeft.size();
  // Not what is folded or broken: `75 折线图`.
  const bool is_price = trimmed(text_.substr(0, number.span.begin)).ends_with("打") ||
                        text_.substr(behind).starts_with("扣");
  if (!is_price) return;
  const double left = number.values.front() * (number.values.front() < 10 ? 10 : 1);
  add_value(number.values, left);
  add_value(number.values, 100 - left);
}

/// Decades, and the years of other calendars.
void NumberReader::Scan::read_years(Number& number) const {
  const double year = number.values.front();
  if (year != std::floor(year) || number.scale != Scale::none) return;
  const bool is_decade =
      text_.substr(number.span.end).starts_with("s") && year > 1000 && year < 3000;
  if (is_decade) add_value(number.values, std::fmod(year, 100));
  const std::string& language = reader_.locale_.language;
  if (language == "th" && year > 2300 && year < 2700) add_value(number.values, year - 543);
  const bool is_persian = language == "fa" && year > 1200 && year < 1500;
  for (const int shift : {621, 622}) {
    if (is_persian) add_value(number.values, year + shift);
  }
  const std::string_view before = text_.substr(0, number.span.begin);
  for (const auto& [era, shift] : kEras) {
    if (before.ends_with(era)) add_value(number.values, year + shift);
  }
}

/// `700-800万`, `7 to 8 million`: the magnitude may belong to both; `2024-25` is a year, too.
void NumberReader::Scan::join_range(Number& number) {
  constexpr std::size_t kLongestGap = 12;
  if (numbers_.empty()) return;
  Number& before = numbers_.back();
  const std::string_view gap = text_.substr(before.span.end, number.span.begin - before.span.end);
  if (gap.empty() || gap.size() > kLongestGap) return;
  if (before.scale == Scale::none && number.scale != Scale::none && !number.bare.empty()) {
    const double factor = number.values.front() / std::max(number.bare.front(), 1e-9);
    const std::vector<double> bare = before.values;
    for (const double value : bare) add_value(before.values, value * factor);
  }
  std::size_t at = before.span.end;
  const bool is_span = is_dash(next_code_point(text_, at)) && at == number.span.begin;
  const double year = before.values.front();
  const double last = number.values.front();
  if (is_span && year > 1000 && year < 3000 && last < 100) {
    add_value(number.values, std::floor(year / 100) * 100 + last);
  }
}

/// Several numbers that marks hold together: a date, a version.
void NumberReader::Scan::add_parts(const DigitGroups& digits, bool is_loose) {
  const bool is_chain =
      digits.marks.size() > 1 && std::all_of(digits.marks.begin(), digits.marks.end(),
                                             [](char32_t mark) { return mark == '.'; });
  const Span whole{digits.places.front().begin, digits.places.back().end};
  for (std::size_t i = 0; i < digits.groups.size(); ++i) {
    if (digits.groups[i].size() > 15) continue;
    const double value = std::stod(digits.groups[i]);
    numbers_.push_back({.span = digits.places[i],
                        .values = {value},
                        .bare = {value},
                        .whole = is_chain ? whole : Span{},
                        .is_loose = is_loose});
  }
}

std::size_t NumberReader::Scan::add(std::size_t begin) {
  const DigitGroups digits = digit_groups(text_, begin);
  const bool is_word = continues_word(text_, begin) || is_cut_off(text_, digits.end);
  Number number{.span = span_at(begin, digits.end - begin),
                .values = readings(digits, reader_.style_, separators_)};
  if (number.values.empty()) {
    add_parts(digits, is_word);
    return digits.end;
  }
  number.bare = number.values;
  number.is_loose = is_word || is_fraction(number.span);
  const bool may_be_several =
      std::any_of(digits.marks.begin(), digits.marks.end(),
                  [](char32_t mark) { return is_blank(mark) || mark == ','; });
  if (may_be_several || may_be_time(digits)) {
    for (const std::string& group : digits.groups) number.apart.push_back(std::stod(group));
  }
  const Chain chain = chain_at(digits.end);
  if (chain.scale != Scale::none) {
    number.values.clear();
    for (const double factor : chain.factors) {
      for (const double value : number.bare) {
        add_value(number.values, value * factor + (chain.adds_half ? factor / 2 : 0));
      }
    }
    number.scale = chain.scale;
    number.span.end = static_cast<std::uint32_t>(chain.end);
    add_compound(number, chain.factors.front());
  }
  read_time(number);
  read_half(number);
  read_discount(number);
  read_years(number);
  join_range(number);
  number.is_percent = is_percent(text_, number.span);
  number.is_version = is_version(text_, begin);
  const std::size_t end = number.span.end;
  numbers_.push_back(std::move(number));
  return end;
}

NumberReader::NumberReader(const Locale& locale) : locale_(locale), style_(number_style(locale)) {}

std::vector<Number> NumberReader::numbers(std::string_view text, Separators separators) const {
  return Scan(*this, text, separators).take();
}

/// The longest magnitude word at `at` that is a word there; those with the same word follow it.
const Magnitude* NumberReader::magnitude_at(std::string_view text, std::size_t at) const {
  const char32_t first = code_point_at(text, at);
  if (first == 0 || !is_letter(first)) return nullptr;
  const std::string_view rest = text.substr(at);
  for (const Magnitude& magnitude : style_.magnitudes) {
    if (!rest.starts_with(magnitude.word)) continue;
    const char32_t next = code_point_at(rest, magnitude.word.size());
    // 千克, 千米, 千瓦: a unit that begins with a thousand.
    if (magnitude.word == "千" &&
        std::u32string_view(U"克米瓦赫字").find(next) != std::u32string_view::npos)
      continue;
    const bool has_boundary = is_east_asian(first) || !(is_letter(next) || is_mark(next)) ||
                              script_of(first) == Script::thai;
    if (has_boundary || count_code_points(magnitude.word) >= kStem) return &magnitude;
  }
  return nullptr;
}

const NumberReader& number_reader(const Locale& locale) {
  static std::mutex mutex;
  static std::map<Locale, NumberReader> readers;  // a map's values keep their places
  const std::lock_guard lock(mutex);
  return readers.try_emplace(locale, locale).first->second;
}

}  // namespace recto
