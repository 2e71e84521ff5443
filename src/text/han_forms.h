#pragma once

#include <memory>

#include "base/locale.h"

namespace recto {

/// Whether `c` is one of the CJK Unified Ideographs, where all forms of Han characters are.
constexpr bool may_have_forms(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

/// Which Han characters a locale writes. Of many there is a Traditional form, a Simplified one and
/// perhaps a Japanese one, and each is wrong in a text of the others. A character is foreign when
/// the national character set lacks it (GB 2312, Big5, JIS X 0208) and ICU knows it for a form of
/// one that is there. One thread at a time.
class HanForms {
 public:
  /// Knows no foreign ones where `locale` is neither Chinese nor Japanese.
  explicit HanForms(const Locale& locale);
  ~HanForms();

  bool is_foreign(char32_t c);
  /// Whether `is_foreign` may hold of any character.
  bool knows_any() const { return data_ != nullptr; }

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace recto
