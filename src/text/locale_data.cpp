#include "text/locale_data.h"

#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>
#include <unicode/resbund.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "text/unicode.h"

namespace recto {
namespace {

icu::Locale icu_locale(const Locale& locale) {
  UErrorCode error = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(locale.tag(), error);
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

char32_t symbol(const icu::DecimalFormatSymbols& symbols,
                icu::DecimalFormatSymbols::ENumberFormatSymbol which) {
  return static_cast<char32_t>(symbols.getConstSymbol(which).char32At(0));
}

bool is_blank(char32_t c) {
  return is_space(c) || is_control(c);
}

/// `text` without blanks and bidi marks at both ends.
std::string trimmed(std::string_view text) {
  std::size_t end = text.size();
  for (std::size_t at = end; at > 0;) {
    if (!is_blank(previous_code_point(text, at))) break;
    end = at;
  }
  std::size_t begin = 0;
  for (std::size_t at = 0; at < end;) {
    if (!is_blank(next_code_point(text, at))) break;
    begin = at;
  }
  return std::string(text.substr(begin, end - begin));
}

/// The magnitude in `formatted`, which writes `value` in a compact way: whole digits, then a word.
/// None when it is written out in digits, or in words alone.
std::optional<Magnitude> magnitude_in(std::string_view formatted, double value) {
  double digits = 0;
  std::size_t at = 0;
  std::size_t end = 0;
  while (at < formatted.size()) {
    const auto digit = digit_value(next_code_point(formatted, at));
    if (digit) {
      digits = digits * 10 + *digit;
      end = at;
    } else if (end > 0) {
      break;
    }
  }
  std::string word = trimmed(formatted.substr(end));
  if (digits == 0 || word.empty() || digit_value(static_cast<unsigned char>(word.back()))) {
    return std::nullopt;
  }
  if (word.find_first_of("0123456789") != std::string::npos) return std::nullopt;
  if (word.size() > 3 && word.back() == '.') word.pop_back();
  return Magnitude{std::move(word), std::round(value / digits)};
}

/// `pattern` of a compact format, `00 nghìn`, as it writes a power of ten: `10 nghìn`.
std::string filled(const icu::UnicodeString& pattern) {
  std::string text = utf8(pattern);
  text.resize(std::min(text.find(';'), text.size()));  // behind it: how negative numbers look
  std::erase(text, '\'');
  const std::size_t first = text.find('0');
  if (first != std::string::npos) text[first] = '1';
  return text;
}

/// The words of one style of compact formats. They are looked up where ICU keeps them: to make a
/// formatter and to write numbers with it takes ten times as long.
void add_compact(icu::ResourceBundle& numbers, const char* length,
                 std::vector<Magnitude>& magnitudes) {
  UErrorCode error = U_ZERO_ERROR;
  icu::ResourceBundle patterns =
      numbers.getWithFallback(length, error).getWithFallback("decimalFormat", error);
  std::string key = "1000";
  for (double power = 1e3; U_SUCCESS(error) != 0 && power < 1e15; power *= 10, key += '0') {
    UErrorCode missing = U_ZERO_ERROR;
    icu::ResourceBundle forms = patterns.getWithFallback(key.c_str(), missing);
    while (U_SUCCESS(missing) != 0 && forms.hasNext() != 0) {
      const icu::UnicodeString pattern = forms.getNextString(missing);
      if (auto found = magnitude_in(filled(pattern), power))
        magnitudes.push_back(std::move(*found));
    }
  }
}

struct LocalMagnitude {
  std::string_view language;  // empty: of all languages
  std::string_view word;
  double factor;
};

/// What people write beside the words of ICU's compact formats.
constexpr std::array kFurther = {
    LocalMagnitude{"", "K", 1e3},          LocalMagnitude{"", "k", 1e3},
    LocalMagnitude{"", "M", 1e6},          LocalMagnitude{"", "B", 1e9},
    LocalMagnitude{"", "T", 1e12},         LocalMagnitude{"", "bn", 1e9},
    LocalMagnitude{"", "Bn", 1e9},         LocalMagnitude{"", "mn", 1e6},
    LocalMagnitude{"", "lakh", 1e5},       LocalMagnitude{"", "crore", 1e7},
    LocalMagnitude{"en", "mil", 1e6},      LocalMagnitude{"en", "hundred", 1e2},
    LocalMagnitude{"vi", "trăm", 1e2},     LocalMagnitude{"vi", "ngàn", 1e3},
    LocalMagnitude{"vi", "vạn", 1e4},      LocalMagnitude{"vi", "tỉ", 1e9},
    LocalMagnitude{"vi", "ngàn tỷ", 1e12}, LocalMagnitude{"vi", "nghìn tỉ", 1e12},
    LocalMagnitude{"vi", "ngàn tỉ", 1e12}, LocalMagnitude{"ja", "千", 1e3},
    LocalMagnitude{"ja", "百", 1e2},       LocalMagnitude{"ja", "十", 1e1},
    LocalMagnitude{"zh", "千", 1e3},       LocalMagnitude{"zh", "百", 1e2},
    LocalMagnitude{"zh", "十", 1e1},       LocalMagnitude{"zh", "万", 1e4},
    LocalMagnitude{"zh", "亿", 1e8},       LocalMagnitude{"zh", "萬", 1e4},
    LocalMagnitude{"zh", "億", 1e8},       LocalMagnitude{"zh", "兆", 1e12},
    LocalMagnitude{"zh", "兆", 1e6},       LocalMagnitude{"ko", "백", 1e2},
    LocalMagnitude{"ko", "십", 1e1},       LocalMagnitude{"ar", "بليون", 1e9},
    LocalMagnitude{"ar", "تريليون", 1e12}, LocalMagnitude{"ar", "مليارات", 1e9},
    LocalMagnitude{"de", "Tsd", 1e3},
};

}  // namespace

std::string three_letter_code(const Locale& locale) {
  return uloc_getISO3Language(locale.language.c_str());
}

bool is_iso_language(const Locale& locale) {
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (locale.language == *code) return true;
  }
  return false;
}

bool is_known_language(const Locale& locale) {
  if (locale.language.size() == 2) return true;
  const int32_t count = uloc_countAvailable();
  for (int32_t i = 0; i < count; ++i) {
    if (locale.language == uloc_getAvailable(i)) return true;
  }
  return false;
}

NumberStyle number_style(const Locale& locale) {
  const icu::Locale icu_name = icu_locale(locale);
  NumberStyle style;
  UErrorCode error = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(icu_name, error);
  if (U_SUCCESS(error) != 0) {
    style.decimal = symbol(symbols, icu::DecimalFormatSymbols::kDecimalSeparatorSymbol);
    style.group = symbol(symbols, icu::DecimalFormatSymbols::kGroupingSeparatorSymbol);
  }
  std::vector<Magnitude>& magnitudes = style.magnitudes;
  UErrorCode missing = U_ZERO_ERROR;
  icu::ResourceBundle numbers =
      icu::ResourceBundle(static_cast<const char*>(nullptr), icu_name, missing)
          .getWithFallback("NumberElements", missing)
          .getWithFallback("latn", missing);
  if (U_SUCCESS(missing) != 0) {
    add_compact(numbers, "patternsLong", magnitudes);
    add_compact(numbers, "patternsShort", magnitudes);
  }
  for (const LocalMagnitude& further : kFurther) {
    if (!further.language.empty() && further.language != locale.language) continue;
    magnitudes.push_back({std::string(further.word), further.factor});
  }
  std::sort(magnitudes.begin(), magnitudes.end(),
            [](const Magnitude& left, const Magnitude& right) {
              if (left.word.size() != right.word.size())
                return left.word.size() > right.word.size();
              return left.word != right.word ? left.word < right.word : left.factor < right.factor;
            });
  magnitudes.erase(std::unique(magnitudes.begin(), magnitudes.end()), magnitudes.end());
  return style;
}

std::vector<NumberWord> month_names(const Locale& locale) {
  std::vector<NumberWord> names;
  UErrorCode unnamed = U_ZERO_ERROR;
  const icu::DateFormatSymbols dates(icu_locale(locale), unnamed);
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* months =
          U_SUCCESS(unnamed) != 0 ? dates.getMonths(count, context, width) : nullptr;
      for (std::int32_t i = 0; i < count; ++i) {
        std::string name = folded(utf8(months[i]));
        if (name.ends_with('.')) name.pop_back();
        const bool has_digit = name.find_first_of("0123456789") != std::string::npos;
        if (!name.empty() && !has_digit) names.push_back({std::move(name), i + 1});
      }
    }
  }
  return names;
}

std::vector<std::string> unit_names(const std::string& unit, const Locale& locale) {
  std::vector<std::string> names;
  UErrorCode error = U_ZERO_ERROR;
  const icu::MeasureUnit measured = icu::MeasureUnit::forIdentifier(unit, error);
  icu::Locale with_our_digits = icu_locale(locale);
  with_our_digits.setUnicodeKeywordValue("nu", "latn", error);
  for (const auto width : {UNUM_UNIT_WIDTH_FULL_NAME, UNUM_UNIT_WIDTH_SHORT}) {
    const auto formatter =
        icu::number::NumberFormatter::withLocale(with_our_digits).unit(measured).unitWidth(width);
    for (const int count : {1, 2, 5, 11, 100}) {  // one for each form of a plural
      const std::string text = utf8(formatter.formatInt(count, error).toString(error));
      if (U_FAILURE(error) != 0) return names;
      const std::size_t digits = text.find(std::to_string(count));
      if (digits != 0) continue;
      names.push_back(trimmed(std::string_view(text).substr(std::to_string(count).size())));
    }
  }
  return names;
}

std::vector<NumberWord> number_words(const Locale& locale) {
  const icu::Locale icu_name = icu_locale(locale);
  std::vector<NumberWord> words;
  const auto add = [&](const icu::UnicodeString& text, int value) {
    std::string word = folded(utf8(text));
    const bool has_digit = word.find_first_of("0123456789") != std::string::npos;
    if (!word.empty() && !has_digit) words.push_back({std::move(word), value});
  };
  UErrorCode error = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat spelled(icu::URBNF_SPELLOUT, icu_name, error);
  for (std::int32_t i = 0; U_SUCCESS(error) != 0 && i < spelled.getNumberOfRuleSetNames(); ++i) {
    const icu::UnicodeString name = spelled.getRuleSetName(i);
    for (int value = 0; value <= 100; value += value < 31 ? 1 : value == 31 ? 9 : 10) {
      icu::UnicodeString text;
      icu::FieldPosition ignored;
      UErrorCode unspelled = U_ZERO_ERROR;
      spelled.format(value, name, text, ignored, unspelled);
      if (U_SUCCESS(unspelled) != 0) add(text, value);
    }
  }
  for (NumberWord& name : month_names(locale)) words.push_back(std::move(name));
  const auto order = [](const NumberWord& left, const NumberWord& right) {
    return left.word != right.word ? left.word < right.word : left.value < right.value;
  };
  std::sort(words.begin(), words.end(), order);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace recto
