#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <map>
#include <memory>

#include "text/unicode.h"

namespace recto {
namespace {

struct TextCloser {
  void operator()(UText* text) const { utext_close(text); }
};

}  // namespace

std::vector<Span> dictionary_word_spans(std::string_view text, const Locale& locale) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, TextCloser> handle(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
  // Making an iterator costs more than reading a short text.
  thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> iterators;
  std::unique_ptr<icu::BreakIterator>& iterator = iterators[locale.language];
  if (!iterator) {
    iterator.reset(
        icu::BreakIterator::createWordInstance(icu::Locale(locale.language.c_str()), error));
  }
  if (U_FAILURE(error) != 0) return {};
  iterator->setText(handle.get(), error);
  std::vector<Span> words;
  std::int32_t begin = iterator->first();
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       begin = end, end = iterator->next()) {
    if (iterator->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return words;
}

}  // namespace recto
