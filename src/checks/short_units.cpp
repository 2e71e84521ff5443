#include "checks/short_units.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "checks/front_matter.h"
#include "checks/headings.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::size_t kMostLetters = 40;

/// `text` in NFC, with single blanks, and nothing but words at its ends.
std::string bare(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c))
      append_utf8(result, c);
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  const auto is_word = [](char32_t c) { return is_letter(c) || is_digit(c) || is_mark(c); };
  std::size_t end = result.size();
  for (std::size_t at = end; at > 0; end = at) {
    if (is_word(previous_code_point(result, at))) break;
  }
  std::size_t begin = 0;
  for (std::size_t at = 0; at < end; begin = at) {
    if (is_word(next_code_point(result, at))) break;
  }
  return nfc(result.substr(begin, end - std::min(begin, end)));
}

/// Whether `text` may be a term: a few words, no sentence, no number, no address.
bool is_short(const std::string& text) {
  constexpr std::string_view kNoTerm = "/@:?!=<>{}[]()\"&;,|";
  if (text.empty() || count_code_points(text) > kMostLetters) return false;
  if (text.find_first_of(kNoTerm) != std::string::npos) return false;
  std::size_t at = 0;
  return is_letter(next_code_point(text, at));
}

class Collector {
 public:
  explicit Collector(const Subject& subject) : subject_(subject) {}

  void add_lists() {
    for (const PairedKey& key : paired_keys(subject_)) {
      const auto& ours = key.source.value.items;
      const auto& theirs = key.translation.value.items;
      if (key.role != KeyRole::translate || ours.size() != theirs.size()) continue;
      for (std::size_t i = 0; i < ours.size(); ++i) {
        add(ours[i].text, theirs[i].text, ours[i].span, theirs[i].span);
      }
    }
  }

  void add_headings() {
    is_heading_ = true;
    for (const HeadingPair& pair : heading_pairs(subject_)) {
      add(plain_text(subject_.source, pair.source),
          plain_text(subject_.translation, pair.translation), pair.source.content,
          pair.translation.content);
    }
    is_heading_ = false;
  }

  void add_blocks() {
    for (const Match& match : subject_.alignment) {
      if (match.source.count != 1 || match.translation.count != 1) continue;
      const Block& ours = subject_.source.blocks[match.source.first];
      const Block& theirs = subject_.translation.blocks[match.translation.first];
      if (ours.kind != BlockKind::paragraph || theirs.kind != BlockKind::paragraph) continue;
      add_lead_in(ours, theirs);
      add_links(ours, theirs);
    }
  }

  std::vector<ShortUnit> take() { return std::move(units_); }

 private:
  void add(std::string_view ours, std::string_view theirs, Span source_span,
           Span translation_span) {
    ShortUnit unit{bare(ours), bare(theirs), is_heading_, source_span, translation_span};
    if (!is_short(unit.source) || !is_short(unit.translation)) return;
    if (word_spans(unit.source, subject_.source.locale).size() > kMostWords) return;
    units_.push_back(std::move(unit));
  }

  void add(const Block& ours, Span our_part, const Block& theirs, Span their_part) {
    add(plain_text(subject_.source, ours, our_part),
        plain_text(subject_.translation, theirs, their_part), our_part, their_part);
  }

  static std::optional<Span> lead_in(const Block& block) {
    if (block.inlines.empty()) return std::nullopt;
    const Inline& first = block.inlines.front();
    const bool is_bold = first.kind == InlineKind::emphasis && first.strength == 2;
    if (!is_bold || first.span.begin != block.content.begin) return std::nullopt;
    return first.content;
  }

  void add_lead_in(const Block& ours, const Block& theirs) {
    const auto our_part = lead_in(ours);
    const auto their_part = lead_in(theirs);
    if (our_part && their_part) add(ours, *our_part, theirs, *their_part);
  }

  static std::vector<const Inline*> links(const Block& block) {
    std::vector<const Inline*> found;
    for (const Inline& piece : block.inlines) {
      if (piece.kind == InlineKind::link && piece.content != piece.target) found.push_back(&piece);
    }
    return found;
  }

  /// Links correspond where both blocks lead to the same places in the same order.
  void add_links(const Block& ours, const Block& theirs) {
    const auto our_links = links(ours);
    const auto their_links = links(theirs);
    const auto leads_alike = [this](const Inline* left, const Inline* right) {
      return slice(subject_.source, left->target) == slice(subject_.translation, right->target);
    };
    if (!std::equal(our_links.begin(), our_links.end(), their_links.begin(), their_links.end(),
                    leads_alike)) {
      return;
    }
    for (std::size_t i = 0; i < our_links.size(); ++i) {
      add(ours, our_links[i]->content, theirs, their_links[i]->content);
    }
  }

  const Subject& subject_;
  bool is_heading_ = false;  // what is added
  std::vector<ShortUnit> units_;
};

}  // namespace

std::vector<ShortUnit> short_units(const Subject& subject) {
  Collector collector(subject);
  collector.add_lists();
  collector.add_headings();
  collector.add_blocks();
  return collector.take();
}

}  // namespace recto::checks
