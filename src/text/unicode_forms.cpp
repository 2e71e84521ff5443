// Normal forms, case and character sets.

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/ascii.h"
#include "text/known_letters.h"
#include "text/unicode.h"

namespace recto {
namespace {

/// Whether `c` is NFC and composes with nothing before it: what most texts are written with.
bool is_settled(char32_t c) {
  if (c < 0x300 || known_letters(c) != nullptr) return true;
  return (c >= 0x2010 && c <= 0x205E) || (c >= 0x3000 && c <= 0x3029) ||  // dashes, quotes, 、。
         (c >= 0xFF01 && c <= 0xFF60);                                    // wide （）：
}

bool is_composed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_settled(next_code_point(text, at))) return false;
  }
  return true;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// What `get` answers: ICU's own data, built in, which cannot be missing.
const icu::Normalizer2* fetched(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode error = U_ZERO_ERROR;
  return get(error);
}

/// Fetched once, under the lock of the language, which sanitizers see; ICU's own they do not.
const icu::Normalizer2& normalizer(bool composing) {
  static const icu::Normalizer2* const kComposing = fetched(icu::Normalizer2::getNFCInstance);
  static const icu::Normalizer2* const kDecomposing = fetched(icu::Normalizer2::getNFDInstance);
  return composing ? *kComposing : *kDecomposing;
}

std::string normalized(std::string_view text, bool composing) {
  std::string result;
  result.reserve(text.size());
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode error = U_ZERO_ERROR;
  normalizer(composing).normalizeUTF8(0, piece(text), sink, nullptr, error);
  return result;
}

/// Whether full case folding makes several characters of `c`, which is settled: `ß`, `ŉ`, `ẖ`.
bool folds_to_several(char32_t c) {
  return c == 0xDF || c == 0x130 || c == 0x149 || c == 0x1F0 || (c >= 0x1E96 && c <= 0x1E9E);
}

/// Whether `c` lies among scripts without capitals: from Hebrew to Burmese, or East Asian.
bool is_caseless(char32_t c) {
  return (c >= 0x590 && c < 0x10A0) || (c >= 0x2E80 && c < 0xA640) || (c >= 0xAC00 && c < 0xD800);
}

/// What simple case folding makes of `c`.
char32_t folded_alone(char32_t c) {
  if (c < 0x80) return is_upper(c) ? c + 0x20 : c;
  if (is_caseless(c)) return c;
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

/// Full case folding and NFC of any text.
std::string folded_by_rules(std::string_view text) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode error = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, error);
  return normalized(result, true);
}

/// Whether `language` has an i without and one with a dot.
bool has_two_i(const Locale& locale) {
  return locale.language == "tr" || locale.language == "az";
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

std::string nfc(std::string_view text) {
  return is_composed(text) ? std::string(text) : normalized(text, true);
}

bool is_nfc(std::string_view text) {
  if (is_ascii(text)) return true;
  UErrorCode error = U_ZERO_ERROR;
  return normalizer(true).isNormalizedUTF8(piece(text), error) != 0;
}

std::string lower_case(std::string_view text, const Locale& locale) {
  if (is_ascii(text) && !has_two_i(locale) && locale.language != "lt") return ascii_lowered(text);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode error = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower(locale.language.c_str(), 0, piece(text), sink, nullptr, error);
  return result;
}

std::string capitalised(std::string_view word, const Locale& locale) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode error = U_ZERO_ERROR;
  icu::CaseMap::utf8ToTitle(locale.language.c_str(), U_TITLECASE_WHOLE_STRING, nullptr, piece(word),
                            sink, nullptr, error);
  return result;
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return ascii_lowered(text);
  std::string result;
  std::size_t kept = 0;  // what is folded as it is, which most words are, is taken as a whole
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (!is_settled(c) || folds_to_several(c)) return folded_by_rules(text);
    const char32_t small = folded_alone(c);
    if (small == c) continue;
    result += text.substr(kept, from - kept);
    append_utf8(result, small);
    kept = at;
  }
  return result.append(text.substr(kept));
}

FoldedText folded_with_offsets(std::string_view text) {
  // Conjoining vowels and finals of Hangul are letters that compose.
  const auto composes = [](char32_t c) { return is_mark(c) || (c >= 0x1160 && c <= 0x11FF); };
  FoldedText result;
  result.text.reserve(text.size());
  result.offsets.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    std::size_t end = at;
    for (std::size_t next = at; next < text.size() && composes(next_code_point(text, next));) {
      end = next;
    }
    if (end == at)
      append_utf8(result.text, folded_alone(c));
    else
      result.text += folded(text.substr(begin, end - begin));
    at = end;
    result.offsets.resize(result.text.size(), static_cast<std::uint32_t>(begin));
  }
  result.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return result;
}

std::string without_marks(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  const std::string decomposed = normalized(text, false);
  std::string result;
  std::size_t at = 0;
  while (at < decomposed.size()) {
    const char32_t c = next_code_point(decomposed, at);
    if (!is_mark(c)) append_utf8(result, c);
  }
  return normalized(result, true);  // Hangul was taken apart, too
}

std::optional<std::string> converted_to_utf8(std::string_view bytes, const std::string& charset) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(charset.c_str(), &error));
  if (U_FAILURE(error) != 0) return std::nullopt;
  icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                          error);
  if (U_FAILURE(error) != 0) return std::nullopt;
  std::string result;
  text.toUTF8String(result);
  return result;
}

}  // namespace recto
