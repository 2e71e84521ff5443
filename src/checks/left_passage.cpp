#include "checks/left_passage.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "base/ascii.h"
#include "checks/quotations.h"
#include "checks/sameness.h"
#include "text/language.h"
#include "text/marks.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kShortText = 3;      // words; fewer say nothing
constexpr std::size_t kCitedText = 8;      // words of a sentence; fewer may be a title or a saying
constexpr std::size_t kLongestTitle = 12;  // words
constexpr std::size_t kSureText = 6;       // words; fewer may be names and what is cut out of code
/// Texts of the source that those of a pair are compared with.
constexpr std::size_t kMostCompared = 4'000'000;

/// Whether the stretch is prose: enough words, the small ones of every sentence among them, and not
/// a title with its capitals.
bool is_prose(const Stretch& stretch) {
  return stretch.words >= 4 && stretch.signs >= 2 && stretch.signs * 8 >= stretch.words &&
         stretch.small * 2 >= stretch.words;
}

/// Whether the stretch is prose beyond doubt, amid a text that is translated.
bool is_long_prose(const Stretch& stretch) {
  return is_prose(stretch) && stretch.words >= 7 && stretch.signs >= 3 &&
         stretch.small * 10 >= stretch.words * 7;
}

/// Whether `text` ends as a sentence does, and no title.
bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

/// Whether a sentence may begin behind `before`.
bool is_behind_sentence(std::string_view before) {
  std::size_t at = before.find_last_not_of(" \r\n");
  if (at == before.npos) return true;
  ++at;
  const char32_t last = previous_code_point(before, at);
  return std::u32string_view(U".!?\u3002\uFF01\uFF1F\u0964\u061F").find(last) !=
         std::u32string_view::npos;
}

/// Whether `span` of a block is the text of one link, or in bold, and no sentence: a title, a
/// label, a message.
bool is_marked(const Post& post, const Block& block, Span span) {
  return std::any_of(block.inlines.begin(), block.inlines.end(), [&](const Inline& piece) {
    const bool is_bold = piece.kind == InlineKind::emphasis && piece.strength == 2;
    return (is_bold || piece.kind == InlineKind::link) && piece.content.holds(span) &&
           !ends_sentence(slice(post, piece.content));
  });
}

/// Whether `text` is the way to a command: `Apps -> Manage your apps`.
bool is_menu_path(std::string_view text) {
  constexpr std::array<std::string_view, 5> kSteps = {" → ", " -> ", " > ", " » ", " ▸ "};
  return std::any_of(kSteps.begin(), kSteps.end(),
                     [&](std::string_view step) { return text.find(step) != text.npos; });
}

/// Whether people keep `text` or a part of it as it is: a notice of copyright, who made a change,
/// `(by @anna in #12)`, a statement of a program with its comment, `open(5); // at once`.
bool may_be_kept(std::string_view text) {
  constexpr std::size_t kBegin = 24;  // bytes: `Copyright 2025 ©`
  return text.find("\u00A9") < kBegin || text.find("(by @") != text.npos ||
         text.find("); //") != text.npos;
}

/// Whether `text` names the languages of a post, each as it calls itself: `English | 日本語`.
bool is_list_of_languages(std::string_view text) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kLongest = 2;  // words of a name: `简体中文`, `Tiếng Việt`
  std::size_t names = 0;
  bool names_one = false;
  std::set<Script> scripts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("|/\n", begin), text.size());
    const std::string_view name = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    if (name.empty()) continue;
    if (std::count(name.begin(), name.end(), ' ') >= static_cast<std::ptrdiff_t>(kLongest))
      return false;
    ++names;
    names_one = names_one || language_called(name).has_value();
    std::size_t at = 0;
    const Script script = script_of(next_code_point(name, at));
    if (script != Script::common) scripts.insert(script);
  }
  return names >= kFewest && names_one && scripts.size() > 1;
}

/// Whether `url` leads to a discussion, whose title is the text of the link.
bool is_discussion(std::string_view url) {
  constexpr std::array<std::string_view, 4> kParts = {"/pull/", "/issues/", "/discussions/",
                                                      "/merge_requests/"};
  return std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) {
    const std::size_t number = std::min(url.find(part), url.size()) + part.size();
    return number < url.size() && is_ascii_digit(url[number]);
  });
}

/// Whether the passage is a title, or words of somebody else: the text of one link, what stands in
/// a quote, a short text in bold.
bool is_quotation(const Post& post, const Passage& passage) {
  const Span span = passage.span();
  const Block& block = post.blocks[passage.block];
  if (quote_around(post, block)) return true;
  const bool is_short = word_spans(slice(post, span), post.locale).size() <= kLongestTitle;
  if (is_short && is_marked(post, block, span)) return true;
  const bool is_title =
      std::any_of(block.inlines.begin(), block.inlines.end(), [&](const Inline& it) {
        return it.kind == InlineKind::link && it.content.holds(span) &&
               is_discussion(slice(post, it.target));
      });
  if (is_title) return true;
  std::size_t at = span.begin;
  return may_open_quotation(next_code_point(post.text, at));
}

}  // namespace

Left left_in_source_language(const Mixture& mixture) {
  std::size_t letters = 0;
  bool has_long = false;
  for (const Stretch& stretch : mixture.stretches) {
    if (!is_prose(stretch)) continue;
    letters += stretch.letters;
    has_long = has_long || (is_long_prose(stretch) && stretch.letters * 5 >= mixture.letters);
  }
  if (letters == 0) return Left::nothing;
  const bool is_most = letters * 5 >= mixture.letters * 3;
  if (!is_most) return has_long ? Left::part : Left::nothing;
  // Some of it speaks for the other language.
  return mixture.signs > 0 && letters * 10 < mixture.letters * 9 ? Left::part : Left::all;
}

std::optional<Span> longest_prose(const Mixture& mixture) {
  std::optional<Span> longest;
  std::size_t letters = 0;
  for (const Stretch& stretch : mixture.stretches) {
    if (!is_prose(stretch) || stretch.letters <= letters) continue;
    letters = stretch.letters;
    longest = stretch.span;
  }
  return longest;
}

LeftJudge::LeftJudge(const Subject& subject)
    : subject_(subject),
      is_other_script_(is_written_in_latin(subject.source.locale) &&
                       !is_written_in_latin(subject.translation.locale)),
      is_unknown_(!is_other_script_ && language_bit(subject.translation.locale) == 0) {}

bool LeftJudge::is_translated(const PairedPassage& paired, const Mixture& mixture) {
  return mixture.signs > 0 || (mixture.words > kShortText && !is_same_as_source(paired));
}

bool LeftJudge::is_same_as_source(const PairedPassage& paired) {
  if (asked_ != &paired) {
    asked_ = &paired;
    is_same_ = found_in_source(paired);
  }
  return is_same_;
}

bool LeftJudge::is_surely_translated(const Passage& passage) const {
  if (!is_other_script_) return false;
  std::size_t others = 0;
  std::size_t small_words = 0;
  bool is_inside = false;
  for (const Span piece : passage.pieces) {
    for (const char c : slice(subject_.translation, piece)) {
      const bool is_small = c >= 'a' && c <= 'z';
      if (is_small && !is_inside) ++small_words;
      is_inside = is_small;
      if (static_cast<unsigned char>(c) >= 0xC0) ++others;
    }
  }
  return small_words < 2 && others > 4;
}

LeftPassage LeftJudge::judged(const PairedPassage& paired, const Mixture& mixture) {
  LeftPassage passage = judged_text(paired, mixture);
  const bool is_left = passage.left != Left::nothing;
  if (is_left && is_list_of_languages(text_of(subject_.translation, paired.passage))) return {};
  return passage;
}

LeftPassage LeftJudge::judged_text(const PairedPassage& paired, const Mixture& mixture) {
  if (!paired.source_span || mixture.words < kShortText) return {};
  const Left left = left_in_source_language(mixture);
  if (left != Left::nothing) {
    // One of two blocks for one: it may be what a translation program says itself.
    if (paired.translations > 1 && !is_from_source(paired)) return {};
    if (is_in_quotes(paired, mixture)) {
      return {Left::part, Certainty::unsure, longest_prose(mixture)};
    }
    const bool is_short_sentence = is_other_script_ && left == Left::all &&
                                   is_sentence(paired.passage) && is_same_as_source(paired);
    const auto part = left == Left::part ? longest_prose(mixture) : std::nullopt;
    const bool is_unsure = (mixture.words < kSureText && !is_short_sentence) ||
                           may_be_kept(text_of(subject_.translation, paired.passage)) ||
                           is_quotation(subject_.translation, paired.passage) ||
                           (part && is_label(paired.passage, *part)) ||
                           (is_unknown_ && !is_from_source(paired));
    return {left, is_unsure ? Certainty::unsure : Certainty::sure, part};
  }
  if (const auto sentence = left_sentence(paired, mixture)) {
    const bool is_whole = sentence->holds(paired.passage.span());
    const std::size_t words =
        word_spans(slice(subject_.translation, *sentence), subject_.source.locale).size();
    const bool may_be_cited = !is_whole && words < kCitedText && !is_other_script_;
    return {is_whole ? Left::all : Left::part, may_be_cited ? Certainty::unsure : Certainty::sure,
            sentence};
  }
  if (mixture.signs * 4 > mixture.words || !is_same_as_source(paired)) return {};
  if (is_foreign_to(subject_.source.locale, text_of(subject_.translation, paired.passage)))
    return {};
  return judged_copy(paired.passage, mixture);
}

std::optional<Span> LeftJudge::left_sentence(const PairedPassage& paired,
                                             const Mixture& mixture) const {
  constexpr std::string_view kEnds = ".!?";
  const std::string_view text = subject_.translation.text;
  const Span whole = paired.passage.span();
  for (const Stretch& stretch : mixture.stretches) {
    if (stretch.words < 4 || stretch.signs < 2 || stretch.small * 2 < stretch.words) continue;
    if (!is_behind_sentence(slice(text, {whole.begin, stretch.span.begin}))) continue;
    const std::uint32_t longest = std::min(stretch.span.end + 1, whole.end);
    const std::string_view found = slice(text, {stretch.span.begin, longest});
    const std::size_t end = found.find_last_of(kEnds);
    if (end == found.npos) continue;
    const std::string_view sentence = found.substr(0, end + 1);
    if (source_of(subject_, paired).find(sentence) != std::string_view::npos)
      return span_at(stretch.span.begin, sentence.size());
  }
  return std::nullopt;
}

bool LeftJudge::is_in_quotes(const PairedPassage& paired, const Mixture& mixture) const {
  if (mixture.signs == 0) return false;
  const std::vector<Span> quotations = kept_quotations(subject_, paired);
  return std::all_of(mixture.stretches.begin(), mixture.stretches.end(),
                     [&](const Stretch& stretch) {
                       return !is_prose(stretch) || signs_outside(stretch.span, quotations) < 2 ||
                              is_quoted_in_source(subject_, paired, stretch.span);
                     });
}

std::size_t LeftJudge::signs_outside(Span stretch, const std::vector<Span>& quotations) const {
  const Languages source = language_bit(subject_.source.locale);
  const Languages translation = language_bit(subject_.translation.locale);
  const std::string_view text = slice(subject_.translation, stretch);
  std::size_t signs = 0;
  for (const Span word : word_spans(text, subject_.source.locale)) {
    const Span place = span_at(stretch.begin + word.begin, word.size());
    const bool is_quoted = std::any_of(quotations.begin(), quotations.end(),
                                       [&](Span quotation) { return quotation.holds(place); });
    if (is_quoted) continue;
    const Languages languages = languages_of(folded(slice(text, word)));
    if ((languages & source) != 0 && (languages & translation) == 0) ++signs;
  }
  return signs;
}

bool LeftJudge::is_sentence(const Passage& passage) const {
  return ends_sentence(slice(subject_.translation, passage.span()));
}

bool LeftJudge::is_label(const Passage& passage, Span part) const {
  const Post& post = subject_.translation;
  return is_menu_path(slice(post, part)) || is_marked(post, post.blocks[passage.block], part);
}

LeftPassage LeftJudge::judged_copy(const Passage& passage, const Mixture& mixture) const {
  const std::size_t signs = source_signs(mixture);
  const bool is_ordinary = is_other_script_ ? mixture.small >= 2 : mixture.small >= 3 || signs > 0;
  if (!is_ordinary || mixture.small < 2 || mixture.small * 3 < mixture.words) return {};
  const bool is_heap = is_other_script_ ? mixture.small >= 4 : mixture.small >= 6 && signs > 0;
  const bool is_sure = ((is_heap && mixture.small * 2 >= mixture.words) ||
                        (is_other_script_ && signs > 1 && is_sentence(passage))) &&
                       passage.kind == PassageKind::text &&
                       !is_quotation(subject_.translation, passage);
  return {Left::all, is_sure ? Certainty::sure : Certainty::unsure, std::nullopt};
}

bool LeftJudge::found_in_source(const PairedPassage& paired) {
  const std::string text = text_of(subject_.translation, paired.passage);
  for (std::size_t i = 0; i < paired.source.count; ++i) {
    const std::vector<std::string>& originals = texts_of_source(paired.source.first + i);
    compared_ += originals.size();
    if (compared_ > kMostCompared) return false;
    const auto is_same = [&](const std::string& original) { return is_same_text(original, text); };
    if (std::any_of(originals.begin(), originals.end(), is_same)) return true;
  }
  return false;
}

const std::vector<std::string>& LeftJudge::texts_of_source(std::size_t block) {
  const auto [known, is_new] = source_texts_.try_emplace(block);
  if (is_new) {
    for (const Passage& original : passages_of(subject_.source, block)) {
      known->second.push_back(text_of(subject_.source, original));
    }
  }
  return known->second;
}

bool LeftJudge::is_from_source(const PairedPassage& paired) const {
  const std::string source = folded(source_of(subject_, paired));
  std::size_t words = 0;
  std::size_t known = 0;
  const std::string text = text_of(subject_.translation, paired.passage);
  for (const Span word : word_spans(text, subject_.source.locale)) {
    if (word.size() < 5 || ++words > 50) continue;
    if (source.find(folded(slice(text, word))) != std::string::npos) ++known;
  }
  return known * 2 > std::min<std::size_t>(words, 50);
}

}  // namespace recto::checks
