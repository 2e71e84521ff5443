#include "text/han_forms.h"

#include <unicode/ucnv.h>
#include <unicode/utrans.h>

#include <array>
#include <bitset>
#include <mutex>
#include <string_view>

namespace recto {
namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr std::size_t kCount = 0x5200;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseTransliterator {
  void operator()(UTransliterator* transliterator) const { utrans_close(transliterator); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;
using Transliterator = std::unique_ptr<UTransliterator, CloseTransliterator>;

/// ICU's name of the character set that `locale` is written in; null where there is no such set.
const char* charset_of(const Locale& locale) {
  if (locale.language == "ja") return "Shift_JIS";
  if (locale.language != "zh") return nullptr;
  if (locale.script != "Hant") return "gb2312";
  return locale.region == "HK" || locale.region == "MO" ? "Big5-HKSCS" : "Big5";
}

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  if (U_SUCCESS(status) != 0) {
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
  }
  return U_SUCCESS(status) != 0 ? std::move(converter) : nullptr;
}

Transliterator open_transliterator(const char16_t* id) {
  UErrorCode status = U_ZERO_ERROR;
  Transliterator transliterator(utrans_openU(id, -1, UTRANS_FORWARD, nullptr, 0, nullptr, &status));
  return U_SUCCESS(status) != 0 ? std::move(transliterator) : nullptr;
}

bool can_write(UConverter* converter, char16_t c) {
  std::array<char, 8> bytes{};
  UErrorCode status = U_ZERO_ERROR;
  ucnv_fromUChars(converter, bytes.data(), bytes.size(), &c, 1, &status);
  return U_SUCCESS(status) != 0;
}

bool changes(const Transliterator& transliterator, char16_t c) {
  if (!transliterator) return false;
  std::array<char16_t, 8> text{c};
  std::int32_t length = 1;
  std::int32_t limit = 1;
  UErrorCode status = U_ZERO_ERROR;
  utrans_transUChars(transliterator.get(), text.data(), &length, text.size(), 0, &limit, &status);
  return U_SUCCESS(status) != 0 && text[0] != c;
}

/// Whether ICU knows `c` for a form that Simplified Chinese, or Traditional and Japanese, do not
/// write. Its tables are opened once a process: that takes longer than all the rest.
bool is_form(char16_t c, bool is_simplified) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  if (is_simplified) {
    static const Transliterator to_simplified = open_transliterator(u"Traditional-Simplified");
    return changes(to_simplified, c);
  }
  static const Transliterator to_traditional = open_transliterator(u"Simplified-Traditional");
  return changes(to_traditional, c);
}

/// Traditional forms that are standard in Simplified Chinese, too, in names and some words, by the
/// list of 2013 (Tongyong Guifan Hanzi Biao).
bool is_standard_again(char16_t c) {
  constexpr std::u16string_view kStandard = u"昇瞭喆堃甦邨陞氾夥徵藉乾麽餘鍾";
  return kStandard.find(c) != kStandard.npos;
}

}  // namespace

struct HanForms::Data {
  Converter converter;
  bool is_simplified = false;
  std::bitset<kCount> own;  // found to be written here
};

HanForms::HanForms(const Locale& locale) {
  const char* charset = charset_of(locale);
  if (charset == nullptr) return;
  Converter converter = open_converter(charset);
  if (!converter) return;
  data_ = std::make_unique<Data>();
  data_->converter = std::move(converter);
  data_->is_simplified = locale.language == "zh" && locale.script != "Hant";
}

HanForms::~HanForms() = default;

bool HanForms::is_foreign(char32_t c) {
  if (!data_ || !may_have_forms(c) || data_->own[c - kFirst]) return false;
  const auto unit = static_cast<char16_t>(c);
  const bool is_own = can_write(data_->converter.get(), unit) ||
                      (data_->is_simplified && is_standard_again(unit)) ||
                      !is_form(unit, data_->is_simplified);
  if (is_own) data_->own.set(c - kFirst);
  return !is_own;
}

}  // namespace recto
