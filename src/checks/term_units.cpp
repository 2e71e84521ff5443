#include "checks/term_units.h"

#include <span>

#include "base/ascii.h"
#include "base/utf8.h"
#include "checks/front_matter.h"
#include "checks/sameness.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// The blocks of `run`; none where they say nothing: code, HTML and MDX. Only paragraphs are
/// matched by twos.
std::span<const Block> told_blocks(const Post& post, Run run) {
  const BlockKind kind = post.blocks[run.first].kind;
  const bool is_silent =
      kind == BlockKind::code || kind == BlockKind::html || kind == BlockKind::esm;
  return std::span(post.blocks).subspan(run.first, is_silent ? 0 : run.count);
}

std::string text_of(const Post& post, std::span<const Block> blocks) {
  std::string text;
  for (const Block& block : blocks) text += (text.empty() ? "" : " ") + plain_text(post, block);
  return text;
}

/// Whether `word` stands in `text` with no letter right before or behind it.
bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + word.size())) {
    std::size_t before = at;
    std::size_t behind = at + word.size();
    const bool begins = before == 0 || !is_letter(previous_code_point(text, before));
    const bool ends = behind == text.size() || !is_letter(next_code_point(text, behind));
    if (begins && ends) return true;
  }
  return false;
}

/// Whether `word` is `name` without an ending such as that of a plural: `Collector` of
/// `Collectors`.
bool lacks_ending(std::string_view word, std::string_view name) {
  constexpr std::string_view kVowels = "aeiou";
  return name.starts_with(word) && kVowels.find(name.back()) == std::string_view::npos;
}

/// `word` without the particle of a language in other letters behind a Latin name: `Code는`.
std::string_view without_particle(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const Script script = letter_script(next_code_point(word, at));
    if (script == Script::hangul || script == Script::hiragana || script == Script::katakana)
      return begin > 0 ? word.substr(0, begin) : word;
  }
  return word;
}

/// Whether `word` is a number, which belongs to no name behind it: `2. WebDriverIO`.
bool is_number(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (is_letter(next_code_point(word, at))) return false;
  }
  return true;
}

/// Most units have no term: their source is looked at before anything else is done.
class UnitReader {
 public:
  enum class Wanted { all, with_terms };

  UnitReader(const Subject& subject, Wanted wanted) : subject_(subject), wanted_(wanted) {}

  std::vector<TermUnit> read() {
    for (const PairedKey& key : paired_keys(subject_)) add(key);
    for (const Match& match : subject_.alignment) {
      if (match.source.count > 0 && match.translation.count > 0) add(match);
    }
    return std::move(units_);
  }

 private:
  void add(const PairedKey& key) {
    const yaml::Node& source = key.source.value;
    const yaml::Node& translation = key.translation.value;
    if (!is_translated_text(key)) return;
    TermUnit unit{.source = source.text,
                  .translation = translation.text,
                  .source_prose = prose_of(subject_.source, source),
                  .translation_prose = prose_of(subject_.translation, translation),
                  .place = translation.span};
    if (is_wanted(unit)) keep(std::move(unit));
  }

  void add(const Match& match) {
    const std::span<const Block> ours = told_blocks(subject_.source, match.source);
    if (ours.empty()) return;
    TermUnit unit{.source_prose = prose_of(subject_.source, ours)};
    if (!is_wanted(unit)) return;
    const std::span<const Block> theirs = told_blocks(subject_.translation, match.translation);
    unit.source = text_of(subject_.source, ours);
    unit.translation = text_of(subject_.translation, theirs);
    unit.translation_prose = prose_of(subject_.translation, theirs);
    unit.place = subject_.translation.blocks[match.translation.first].content;
    keep(std::move(unit));
  }

  /// Looks for the terms of the source.
  bool is_wanted(TermUnit& unit) const {
    for (const auto& place : subject_.terms.sources.places(unit.source_prose.text)) {
      unit.origins.emplace(place.owner, unit.source_prose.place(place.span));
    }
    return wanted_ == Wanted::all || !unit.origins.empty();
  }

  void keep(TermUnit unit) {
    if (unit.source.empty() || unit.translation.empty()) return;
    if (!is_same_text(unit.source, unit.translation)) units_.push_back(std::move(unit));
  }

  const Subject& subject_;
  Wanted wanted_;
  std::vector<TermUnit> units_;
};

/// Whether `word` is `name` with the ending that Slavic languages give one on -a in another case:
/// `condy` of `conda`.
bool is_case_of(std::string_view word, std::string_view name) {
  constexpr std::array<std::string_view, 12> kEndings = {"y", "i", "u", "e",  "o",  "ę",
                                                         "ą", "ě", "é", "ou", "ie", "ů"};
  if (!name.ends_with('a')) return false;
  const std::string_view stem = name.substr(0, name.size() - 1);
  return word.starts_with(stem) &&
         std::find(kEndings.begin(), kEndings.end(), word.substr(stem.size())) != kEndings.end();
}

}  // namespace

Slip slip_of(std::string_view word, std::string_view name) {
  if (word == name) return Slip::none;
  const std::string left = essence(word);
  const std::string right = essence(name);
  if (left == right) return Slip::form;
  // Short names are near too many words.
  const std::size_t size = count_code_points(right);
  const std::size_t limit = size >= 8 ? 2 : size >= 5 ? 1 : 0;
  if (is_case_of(left, right)) return Slip::none;
  const bool is_near = limit > 0 && edit_distance(left, right, limit) <= limit;
  return is_near ? Slip::letters : Slip::none;
}

std::vector<TermUnit> translated_units(const Subject& subject) {
  return UnitReader(subject, UnitReader::Wanted::all).read();
}

std::vector<TermUnit> term_units(const Subject& subject) {
  return UnitReader(subject, UnitReader::Wanted::with_terms).read();
}

bool lacks(const TermUnit& unit, const std::string& name) {
  return occurrences(unit.translation, name) < occurrences(unit.source, name);
}

std::optional<Span> altered_name(const TermUnit& unit, const std::vector<Span>& words,
                                 const std::string& name) {
  const std::string& text = unit.translation_prose.text;
  // A word beside a slip would be taken for a part of it.
  for (const std::size_t count : {std::size_t{1}, std::size_t{2}}) {
    for (std::size_t i = 0; i + count <= words.size(); ++i) {
      const Span span{words[i].begin, words[i + count - 1].end};
      const std::string_view whole = slice(text, span);
      const std::string_view found = count == 1 ? without_particle(whole) : whole;
      const bool may_be_near = found.size() <= name.size() + 4 && found.size() * 2 >= name.size() &&
                               found.find(name) == std::string_view::npos;
      const Slip slip = may_be_near ? slip_of(found, name) : Slip::none;
      // `7 Zip` may be 7-Zip, but no letter of `2. WebDriverIO` is wrong.
      const bool is_behind_number =
          count == 2 && slip == Slip::letters && is_number(slice(text, words[i]));
      // What the source says itself is no slip of the translator.
      if (slip != Slip::none && !is_behind_number && !has_word(unit.source, found) &&
          !lacks_ending(found, name)) {
        return unit.translation_prose.place(span_at(span.begin, found.size()));
      }
    }
  }
  return std::nullopt;
}

std::optional<Span> AlteredNames::find(const TermUnit& unit, const std::string& name) {
  constexpr std::size_t kMostCompared = 4'000'000;
  if (unit_ != &unit) {
    unit_ = &unit;
    words_ = word_spans(unit.translation_prose.text, locale_);
  }
  compared_ += words_.size();
  return compared_ <= kMostCompared ? altered_name(unit, words_, name) : std::nullopt;
}

}  // namespace recto::checks
