// foreign_script: letters of a script that the locale does not write, and letters that only look
// right: a Cyrillic one inside a Latin word. Han characters in a form that it does not write.

#include <algorithm>
#include <iterator>
#include <string>

#include "checks/foreign.h"
#include "checks/foreign_forms.h"
#include "checks/foreign_letters.h"
#include "checks/left.h"
#include "checks/left_passage.h"
#include "checks/passages.h"
#include "text/excerpt.h"
#include "text/language.h"
#include "text/marks.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostLooks = 200;  // strings a post is searched for
constexpr std::size_t kLongestName = 4;  // of a person or a company, in characters

/// Scripts with letters that look alike.
bool is_alphabetic(Script script) {
  return script == Script::latin || script == Script::greek || script == Script::cyrillic;
}

/// Greek and Cyrillic letters that are drawn like a Latin one.
bool looks_latin(char32_t c) {
  constexpr std::u32string_view kAlike =
      U"οονρυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
      U"асеорухіјѕһԁԛԝкптАВСЕНІЈКМОРТХЅУ";
  return kAlike.find(c) != std::u32string_view::npos;
}

/// A run of letters, with what it is made of.
struct Letters {
  Span span;
  std::size_t count = 0;
  std::size_t latin = 0;
  std::size_t changes = 0;  // of script, within the run
  Script odd = Script::latin;
  char32_t odd_letter = 0;  // a letter that is not Latin
  bool has_alike = false;
  Script first = Script::common;
  Script last = Script::common;

  void add(char32_t c, Script script) {
    if (count > 0 && script != last) ++changes;
    if (count == 0) first = script;
    last = script;
    ++count;
    if (script == Script::latin) {
      ++latin;
      return;
    }
    odd = script;
    if (odd_letter == 0 || (looks_latin(c) && !has_alike)) odd_letter = c;
    has_alike = has_alike || looks_latin(c);
  }
};

bool has_letter_of(std::string_view text, const Scripts& scripts) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) && scripts.has(script_of(c))) return true;
  }
  return false;
}

class Reader {
 public:
  explicit Reader(const Subject& subject)
      : subject_(subject),
        text_(subject.translation.text),
        locale_(subject.translation.locale),
        scripts_(locale_),
        languages_(subject.source.locale, subject.translation.locale) {}

  Findings findings;

  void read(const Passage& passage) {
    const std::size_t found_before = findings.size();
    for (const Span piece : passage.pieces) read(piece);
    if (findings.size() == found_before) return;
    // A passage in another language is more than a letter gone astray.
    const Mixture mixture = languages_.read(text_, passage.pieces);
    const bool is_left = left_in_source_language(mixture) != Left::nothing;
    const bool is_all_left = !is_written_in_latin(subject_.source.locale) &&
                             !has_letter_of(slice(text_, passage.span()), scripts_);
    const bool is_whole = is_left || is_in_foreign_script(mixture) || is_all_left;
    if (is_whole) findings.resize(found_before);
  }

 private:
  void read(Span piece) {
    Letters run;
    for (std::size_t at = piece.begin; at < piece.end;) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text_, at);
      const Script script = letter_script(c);
      if (script == Script::inherited && run.count > 0) {
        run.span.end = static_cast<std::uint32_t>(at);
        continue;
      }
      const bool joins = run.count > 0 &&
                         (script == run.last || (is_alphabetic(script) && is_alphabetic(run.last)));
      if (!joins) {
        judge(run, piece);
        run = {};
      }
      if (script == Script::common || script == Script::inherited) continue;
      if (run.count == 0) run.span = span_at(begin, 0);
      run.span.end = static_cast<std::uint32_t>(at);
      run.add(c, script);
    }
    judge(run, piece);
  }

  void judge(const Letters& run, Span piece) {
    if (run.count == run.latin) return;  // Latin is written everywhere
    if (run.latin > 0 || run.changes > 0) return judge_mixed(run);
    if (writes_in(locale_, run.odd)) return;
    const bool is_formula = run.odd == Script::greek && run.count <= 2;
    if (is_formula || is_set_apart(run.span)) return;
    const bool is_left = is_left_over(run);
    if (!is_left && is_in_source(run.span)) return;
    // 美 and 中 are countries in Korean headlines, の is an ornament in Chinese.
    const bool is_usual = run.count == 1 && !writes_in_latin() && !is_alphabetic(run.odd);
    const bool may_be_name = is_left && run.count <= kLongestName && !touches_letter(run.span);
    add(run, piece, is_usual || may_be_name ? Certainty::unsure : Certainty::sure);
  }

  void judge_mixed(const Letters& run) {
    const bool is_own = writes_in(locale_, run.odd);
    if (!run.has_alike && (is_own || run.odd == Script::greek)) return;
    if (run.odd == Script::greek && run.count < 4) return;  // Δt
    // PMы: a name in Latin letters, and an ending.
    const bool has_ending = is_own && run.changes == 1 && run.first == Script::latin;
    const bool is_letter_apart = has_ending && run.latin == 1 && is_lower(first_letter(run.span));
    if ((has_ending && !is_letter_apart) || run.count < 3 || is_in_source(run.span)) return;
    Finding finding{.span = run.span, .variant = "mixed"};
    const char32_t odd =
        is_own && run.latin * 2 < run.count ? latin_letter(run.span) : run.odd_letter;
    finding.fields = fields(run);
    finding.fields["character"] = character_name(odd);
    findings.push_back(std::move(finding));
  }

  /// One finding for neighbouring runs: a phrase is one mistake.
  void add(const Letters& run, Span piece, Certainty certainty) {
    if (!findings.empty() && findings.back().variant.empty()) {
      Finding& last = findings.back();
      const bool is_near = last.span.begin >= piece.begin && last.span.end <= run.span.begin &&
                           run.span.begin - last.span.end <= 4;
      if (is_near) {
        last.span.end = run.span.end;
        last.fields["found"] = short_quote(slice(text_, last.span));
        return;
      }
    }
    Finding finding{.span = run.span, .fields = fields(run), .certainty = certainty};
    findings.push_back(std::move(finding));
  }

  std::map<std::string, std::string> fields(const Letters& run) const {
    return {{"script", name_of(run.odd)},
            {"locale", locale_.tag()},
            {"character", ""},
            {"found", short_quote(slice(text_, run.span))}};
  }

  bool writes_in_latin() const { return is_written_in_latin(locale_); }

  char32_t first_letter(Span span) const {
    std::size_t at = span.begin;
    return next_code_point(text_, at);
  }

  char32_t latin_letter(Span span) const {
    for (std::size_t at = span.begin; at < span.end;) {
      const char32_t c = next_code_point(text_, at);
      if (letter_script(c) == Script::latin) return c;
    }
    return 0;
  }

  /// Whether `span` stands in brackets or quotes: a name as it is written at home.
  bool is_set_apart(Span span) const {
    std::size_t begin = span.begin;
    std::size_t end = span.end;
    const char32_t before = begin > 0 ? previous_code_point(text_, begin) : U' ';
    const char32_t after = end < text_.size() ? next_code_point(text_, end) : U' ';
    return opens_bracket(before) || may_open_quotation(before) || closes_bracket(after) ||
           may_close_quotation(after);
  }

  bool touches_letter(Span span) const {
    std::size_t begin = span.begin;
    std::size_t end = span.end;
    return (begin > 0 && is_letter(previous_code_point(text_, begin))) ||
           (end < text_.size() && is_letter(next_code_point(text_, end)));
  }

  /// Whether the run is words of the source's language, of which no other is written so.
  bool is_left_over(const Letters& run) const {
    return run.count > 1 && !is_written_in_latin(subject_.source.locale) &&
           writes_in(subject_.source.locale, run.odd);
  }

  bool is_in_source(Span span) {
    if (++looks_ > kMostLooks) return true;
    return subject_.source.text.find(slice(text_, span)) != std::string::npos;
  }

  const Subject& subject_;
  std::string_view text_;
  const Locale& locale_;
  Scripts scripts_;
  LanguageReader languages_;
  std::size_t looks_ = 0;
};

/// Whether nothing in `text` can be odd: all is Latin, or in a script of the locale that none of
/// its letters could be mixed up with. A quick look that spares reading most passages.
bool is_plain(std::string_view text, const Scripts& scripts) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c < 0x80) continue;
    const Script script = script_of(c);
    const bool may_be_mixed = script == Script::greek || script == Script::cyrillic;
    if (may_be_mixed || !scripts.has(script)) return false;
  }
  return true;
}

/// Whether the passage stands in a text in a third language, or is the heading above it.
bool is_of_foreign_run(const Subject& subject, const Passage& passage, const Scripts& scripts) {
  const std::vector<ForeignRun>& runs = foreign_runs(subject);
  const std::size_t block = passage.block;
  const auto run = std::partition_point(runs.begin(), runs.end(), [&](const ForeignRun& earlier) {
    return earlier.last_block < block;
  });
  if (run == runs.end()) return false;
  if (run->first_block <= block) return true;
  return run->first_block == block + 1 &&
         subject.translation.blocks[block].kind == BlockKind::heading &&
         !has_letter_of(slice(subject.translation, passage.span()), scripts);
}

Findings run(const Subject& subject) {
  Reader reader(subject);
  const Scripts scripts(subject.translation.locale);
  for (const PairedPassage& paired : paired_passages(subject)) {
    const std::string_view text = slice(subject.translation, paired.passage.span());
    if (is_plain(text, scripts) || is_of_foreign_run(subject, paired.passage, scripts)) continue;
    reader.read(paired.passage);
  }
  Findings findings = std::move(reader.findings);
  const auto add = [&](Findings more) {
    std::move(more.begin(), more.end(), std::back_inserter(findings));
  };
  add(foreign_forms(subject));
  add(foreign_letters(subject));
  return findings;
}

}  // namespace

CheckKind foreign_script() {
  return pair_kind("foreign_script",
                   "Prose is written in the letters of its locale, and no letter only looks right.",
                   {"script", "locale", "character", "count", "found"}, run);
}

}  // namespace recto::checks
