#include "checks/foreign_letters.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/joined.h"
#include "checks/passages.h"
#include "text/excerpt.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

struct OtherLetters {
  std::string_view language;
  std::u32string_view letters;  // small ones
  std::size_t least_words;      // that a text must have to be no name or quotation
};

/// Letters of neighbours that no word of the language is written with.
constexpr std::array<OtherLetters, 9> kOthers = {{
    {"ar", U"\u06A9\u06CC", 3},  // those of Persian for kaf and yeh
    {"be", U"ищъїє", 2},
    {"bg", U"ыэёіїєў", 2},
    {"cs", U"łąęśźćńżğışßåøãđőű", 3},
    {"pl", U"ěčřšžůďťňğışßåøãđőű", 3},
    {"ru", U"іїєґўјљњћђџ", 2},
    {"sk", U"łąęśźćńżřěůğışßåøãđőű", 3},
    {"tr", U"əßřěłąęńřãõåøő", 3},
    {"uk", U"ыэъё", 2},
}};

const OtherLetters* others_of(const Locale& locale) {
  const auto found = std::find_if(kOthers.begin(), kOthers.end(), [&](const OtherLetters& others) {
    return others.language == locale.language;
  });
  return found == kOthers.end() ? nullptr : &*found;
}

/// What stands around the words that are read: brackets and quotation marks of any language. `“`
/// closes what `„` has opened, and opens elsewhere.
class Enclosure {
 public:
  bool is_open() const { return !open_.empty(); }

  void take(char32_t c) {
    constexpr std::u32string_view kOpening = U"(«„“‚‘[{";
    constexpr std::u32string_view kClosing = U")»”’]}";
    const bool closes_low = (c == U'“' && is_behind(U'„')) || (c == U'‘' && is_behind(U'‚'));
    if (!closes_low && kOpening.find(c) != kOpening.npos) {
      open_ += c;
    } else if ((closes_low || kClosing.find(c) != kClosing.npos) && is_open()) {
      open_.pop_back();
    }
  }

 private:
  bool is_behind(char32_t opening) const { return is_open() && open_.back() == opening; }

  std::u32string open_;
};

constexpr std::size_t kMostLooks = 500;  // for words in the source, so that time stays linear

class Reader {
 public:
  Reader(const Subject& subject, const OtherLetters& others)
      : subject_(subject),
        others_(others),
        least_(*std::min_element(others.letters.begin(), others.letters.end())),
        greatest_(*std::max_element(others.letters.begin(), others.letters.end())) {}

  Findings run() {
    Findings findings;
    for (const PairedPassage& paired : paired_passages(subject_)) {
      words_.clear();
      if (paired.passage.kind == PassageKind::key) continue;
      const Block& block = subject_.translation.blocks[paired.passage.block];
      if (quote_around(subject_.translation, block)) continue;
      for (const Span piece : paired.passage.pieces) read(block, piece);
      if (words_.size() < others_.least_words) continue;
      Finding finding{.span = words_.front(), .variant = "letters"};
      if (paired.source_span) finding.source = paired.source_span;
      finding.fields = {{"script", ""},
                        {"locale", subject_.translation.locale.tag()},
                        {"character", ""},
                        {"count", std::to_string(words_.size())},
                        {"found", quoted()}};
      findings.push_back(std::move(finding));
    }
    return findings;
  }

 private:
  /// Collects the words in small letters outside of quotes and brackets that hold such a letter.
  void read(const Block& block, Span piece) {
    const std::string_view text = slice(subject_.translation, piece);
    if (!may_be_foreign(text)) return;
    Enclosure around;
    std::size_t done = 0;
    for (const Span word : word_spans(text, subject_.translation.locale)) {
      for (std::size_t at = done; at < word.begin;) {
        around.take(next_code_point(text, at));
      }
      done = word.end;
      const Span place = span_at(piece.begin + word.begin, word.size());
      if (!around.is_open() && is_foreign(slice(text, word)) && !is_set_off(block, place))
        add(place);
    }
  }

  /// Whether `place` is emphasised or the text of a link: it may be a word that the text is about.
  static bool is_set_off(const Block& block, Span place) {
    return std::any_of(block.inlines.begin(), block.inlines.end(), [&](const Inline& piece) {
      return (piece.kind == InlineKind::emphasis || piece.kind == InlineKind::link) &&
             piece.span.holds(place);
    });
  }

  /// Whether `text` holds such a letter at all; fast.
  bool may_be_foreign(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
      if (is_ascii(text[at])) {
        ++at;
      } else if (is_other(next_code_point(text, at))) {
        return true;
      }
    }
    return false;
  }

  bool is_other(char32_t c) const {
    return least_ <= c && c <= greatest_ && others_.letters.find(c) != std::u32string_view::npos;
  }

  bool is_foreign(std::string_view word) {
    bool has_letter = false;
    for (std::size_t at = 0; at < word.size();) {
      const bool is_first = at == 0;
      const char32_t c = next_code_point(word, at);
      if (is_first && is_upper(c)) return false;
      has_letter = has_letter || is_other(c);
    }
    if (!has_letter || ++looks_ > kMostLooks) return false;
    return subject_.source.text.find(word) == std::string::npos;
  }

  void add(Span word) {
    const auto says_same = [&](Span other) {
      return slice(subject_.translation, other) == slice(subject_.translation, word);
    };
    if (std::none_of(words_.begin(), words_.end(), says_same)) words_.push_back(word);
  }

  std::string quoted() const {
    constexpr std::size_t kMost = 3;
    std::vector<std::string_view> first;
    for (std::size_t i = 0; i < std::min(words_.size(), kMost); ++i)
      first.push_back(slice(subject_.translation, words_[i]));
    return short_quote(joined(first, ", "));
  }

  const Subject& subject_;
  const OtherLetters& others_;
  char32_t least_;
  char32_t greatest_;
  std::size_t looks_ = 0;
  std::vector<Span> words_;  // of the passage that is read, different ones
};

}  // namespace

Findings foreign_letters(const Subject& subject) {
  const OtherLetters* others = others_of(subject.translation.locale);
  return others == nullptr ? Findings() : Reader(subject, *others).run();
}

}  // namespace recto::checks
