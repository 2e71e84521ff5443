#include "checks/foreign_forms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>

#include "checks/passages.h"
#include "text/excerpt.h"
#include "text/han_forms.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kLeastHan = 4;     // characters of a passage; fewer may be a name
constexpr std::size_t kAround = 12;      // bytes that are quoted on each side of a character
constexpr std::size_t kMostPlaces = 5;   // passages; more are one finding
constexpr std::size_t kOtherShare = 20;  // one of so many: a text in the other form altogether

/// Languages and forms by the names that they have at home, and what editions in them are called.
constexpr std::array<std::string_view, 8> kNames = {"繁體", "繁体", "简体", "簡體",
                                                    "正體", "國語", "粵語", "日本語"};

bool opens(char32_t c) {
  constexpr std::u32string_view kOpening = U"(（「『《〈【“‘[";
  return kOpening.find(c) != kOpening.npos;
}

bool closes(char32_t c) {
  constexpr std::u32string_view kClosing = U")）」』》〉】”’]";
  return kClosing.find(c) != kClosing.npos;
}

class Reader {
 public:
  explicit Reader(const Subject& subject)
      : subject_(subject),
        text_(subject.translation.text),
        locale_(subject.translation.locale),
        forms_(locale_) {}

  Findings run() {
    Findings findings;
    if (!forms_.knows_any()) return findings;
    for (const PairedPassage& paired : paired_passages(subject_)) read(paired.passage);
    // Where the tag does not tell which form is meant, the text does.
    const bool is_told = locale_.language != "zh" || !locale_.script.empty();
    if (places_.empty() || (!is_told && foreign_ * kOtherShare > han_)) return findings;
    if (places_.size() > kMostPlaces) places_.resize(1);
    for (const Span place : places_) findings.push_back(finding_about(place));
    return findings;
  }

 private:
  void read(const Passage& passage) {
    std::vector<Span> characters;  // in another form
    std::size_t han = 0;
    std::size_t depth = 0;  // in quotes and brackets, where others may be quoted
    for (const Span piece : passage.pieces) {
      for (std::size_t at = piece.begin; at < piece.end;) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text_, at);
        if (opens(c)) ++depth;
        if (closes(c) && depth > 0) --depth;
        if (!may_have_forms(c)) continue;
        ++han;
        const Span character = span_at(begin, at - begin);
        const bool may_be_odd = depth == 0 && forms_.is_foreign(c) && !is_in_source(c);
        if (may_be_odd && !is_of_name(character)) characters.push_back(character);
      }
    }
    han_ += han;
    foreign_ += characters.size();
    if (han >= kLeastHan && !characters.empty()) places_.push_back(characters.front());
  }

  bool is_of_name(Span character) const {
    constexpr std::size_t kLongest = 6;  // bytes beside it
    const std::string_view text = slice(text_, around(character, kLongest));
    return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
      return text.find(name) != std::string_view::npos;
    });
  }

  bool is_in_source(char32_t c) {
    if (!source_) {
      source_.emplace();
      const std::string_view text = subject_.source.text;
      for (std::size_t at = 0; at < text.size();) source_->insert(next_code_point(text, at));
    }
    return source_->contains(c);
  }

  /// `place` with the characters beside it, on each side so many bytes or a little more.
  Span around(Span place, std::size_t bytes) const {
    const auto is_end = [](char c) { return c == '\n' || c == '\r'; };
    std::size_t begin = place.begin;
    std::size_t end = place.end;
    while (begin > 0 && place.begin - begin < bytes && !is_end(text_[begin - 1])) {
      previous_code_point(text_, begin);
    }
    while (end < text_.size() && end - place.end < bytes && !is_end(text_[end])) {
      next_code_point(text_, end);
    }
    return span_at(begin, end - begin);
  }

  Finding finding_about(Span first) const {
    Finding finding{.span = first, .variant = "form"};
    finding.fields = {{"script", name_of(Script::han)},
                      {"locale", locale_.tag()},
                      {"character", std::string(slice(text_, first))},
                      {"count", std::to_string(foreign_)},
                      {"found", short_quote(slice(text_, around(first, kAround)))}};
    if (foreign_ > 1 && places_.size() == 1) finding.variant = "forms";
    return finding;
  }

  const Subject& subject_;
  std::string_view text_;
  const Locale& locale_;
  HanForms forms_;
  std::optional<std::unordered_set<char32_t>> source_;  // its characters, once they are asked for
  std::vector<Span> places_;  // the first of such characters in each passage
  std::size_t han_ = 0;
  std::size_t foreign_ = 0;
};

}  // namespace

Findings foreign_forms(const Subject& subject) {
  return Reader(subject).run();
}

}  // namespace recto::checks
