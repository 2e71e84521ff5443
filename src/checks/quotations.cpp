#include "checks/quotations.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/span.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostQuotations = 64;
constexpr std::size_t kLongestQuotation = 1000;  // bytes
constexpr std::size_t kShortestQuotation = 8;    // bytes; less is found anywhere

struct Quotes {
  std::string_view opening;
  std::string_view closing;
};
constexpr std::array<Quotes, 11> kQuotes = {{{"\"", "\""},
                                             {"**", "**"},
                                             {"_", "_"},
                                             {"'", "'"},
                                             {"“", "”"},
                                             {"„", "“"},
                                             {"‘", "’"},
                                             {"«", "»"},
                                             {"‹", "›"},
                                             {"「", "」"},
                                             {"『", "』"}}};

/// Whether what stands at `at` is the apostrophe of `I'm`.
bool is_apostrophe(std::string_view text, std::size_t at) {
  return text[at] == '\'' && at > 0 && is_ascii_letter(text[at - 1]);
}

/// `span` of `text` without the marks of emphasis and the blanks at its ends, of which French sets
/// narrow ones within quotes.
Span without_marks(std::string_view text, Span span) {
  constexpr std::array<std::string_view, 7> kMarks = {"*", "_", "~", " ", "\n", "\u00A0", "\u202F"};
  const auto cut = [&](std::string_view mark) {
    const std::string_view inner = slice(text, span);
    const bool begins = inner.starts_with(mark);
    const bool ends = inner.size() > mark.size() && inner.ends_with(mark);
    if (begins) span.begin += static_cast<std::uint32_t>(mark.size());
    if (ends) span.end -= static_cast<std::uint32_t>(mark.size());
    return begins || ends;
  };
  while (std::any_of(kMarks.begin(), kMarks.end(), cut)) {
  }
  return span;
}

/// Whether `text` has `words` right behind an opening quote.
bool is_quoted(std::string_view text, std::string_view words) {
  const std::size_t place = text.find(words);
  if (place == text.npos) return false;
  const std::string_view before = slice(text, without_marks(text, span_at(0, place)));
  if (before.empty() || is_apostrophe(before, before.size() - 1)) return false;
  return std::any_of(kQuotes.begin(), kQuotes.end(),
                     [&](const Quotes& quotes) { return before.ends_with(quotes.opening); });
}

class Finder {
 public:
  Finder(const Subject& subject, const PairedPassage& paired)
      : text_(subject.translation.text),
        source_(source_of(subject, paired)),
        span_(paired.passage.span()) {}

  std::vector<Span> found() {
    for (std::uint32_t at = span_.begin; at < span_.end && tried_ < kMostQuotations;) {
      const Span quotation = quotation_at(at);
      const bool is_kept = !quotation.is_empty() && is_in_source(quotation);
      if (is_kept) found_.push_back(quotation);
      at = is_kept ? quotation.end + 1 : at + 1;
    }
    return std::move(found_);
  }

 private:
  /// What stands between the quotes of which the first one is at `at`; empty when there is none.
  Span quotation_at(std::uint32_t at) const {
    const std::string_view rest = slice(text_, {at, span_.end});
    if (is_apostrophe(text_, at)) return {};
    for (const auto& [opening, closing] : kQuotes) {
      if (!rest.starts_with(opening)) continue;
      const std::string_view inner = rest.substr(opening.size(), kLongestQuotation);
      const std::size_t end = inner.find(closing);
      if (end == inner.npos || end == 0) return {};
      return span_at(at + opening.size(), end);
    }
    return {};
  }

  /// Whether the source says it, too; in quotes, where the translation only has it in bold.
  bool is_in_source(Span quotation) {
    const Span core = without_marks(text_, quotation);
    if (core.size() < kShortestQuotation) return false;
    ++tried_;
    const std::string_view words = slice(text_, core);
    const char mark = text_[quotation.begin - 1];
    if (mark == '*') return is_quoted(source_, words);
    // Light emphasis is as good as quotes where the source has it, too.
    if (mark == '_') {
      return source_.find('_' + std::string(words) + '_') != source_.npos ||
             source_.find('*' + std::string(words) + '*') != source_.npos;
    }
    return source_.find(words) != source_.npos;
  }

  std::string_view text_;
  std::string_view source_;
  Span span_;
  std::size_t tried_ = 0;
  std::vector<Span> found_;
};

}  // namespace

std::vector<Span> kept_quotations(const Subject& subject, const PairedPassage& paired) {
  return Finder(subject, paired).found();
}

bool is_quoted_in_source(const Subject& subject, const PairedPassage& paired, Span span) {
  return is_quoted(source_of(subject, paired), slice(subject.translation, span));
}

}  // namespace recto::checks
