#include "checks/foreign.h"

#include <algorithm>
#include <map>

#include "checks/left.h"
#include "checks/passages.h"
#include "text/language.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

constexpr std::size_t kFewestSigns = 4;
constexpr std::size_t kFewestWords = 3;  // different ones: `l` and `qui` are not French alone

/// Whether the small words of a third language outweigh those of the locale's.
bool is_foreign_by_words(const Mixture& mixture) {
  return mixture.other_signs >= kFewestSigns && mixture.other_words >= kFewestWords &&
         mixture.other_signs * 7 >= mixture.words &&
         (mixture.signs - mixture.shared_signs) * 4 <= mixture.other_signs &&
         source_signs(mixture) * 3 <= mixture.other_signs;
}

/// What people call the language of the first foreign letters of `text`.
std::string language_of_script(std::string_view text, const Subject& subject) {
  bool has_han = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c)) continue;
    const Script script = script_of(c);
    if (script == Script::hiragana || script == Script::katakana) return "Japanese";
    if (writes_in(subject.translation.locale, script)) continue;
    if (script == Script::han)
      has_han = true;
    else if (script != Script::common && script != Script::inherited)
      return name_of(script);
  }
  return has_han ? "Chinese" : "another script";
}

/// Whether languages whose words recto knows have the letters of this one, too; Serbian, which is
/// written in Latin as in Cyrillic letters, shares them either way.
bool shares_letters(const Locale& locale) {
  return is_written_in_latin(locale) || writes_in(locale, Script::cyrillic);
}

using ScriptCounts = std::map<Script, std::size_t>;

/// The letters of `text` by script, but for scripts that `locale` writes.
ScriptCounts scripts_of(std::string_view text, const Locale& locale) {
  ScriptCounts counts;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c)) continue;
    const Script script = script_of(c);
    const bool is_any = script == Script::common || script == Script::inherited;
    if (!is_any && !writes_in(locale, script)) ++counts[script];
  }
  return counts;
}

class Reader {
 public:
  explicit Reader(const Subject& subject)
      : subject_(subject),
        reader_(subject.source.locale, subject.translation.locale),
        knows_words_(language_bit(subject.translation.locale) != 0 ||
                     !shares_letters(subject.translation.locale)) {}

  std::vector<ForeignRun> runs;

  void read(const PairedPassage& paired, const Mixture& mixture) {
    if (!paired.source_span || paired.passage.kind == PassageKind::key) return;
    std::string language;
    if (is_in_foreign_script(mixture)) {
      const std::string_view text = subject_.translation.text;
      language = language_of_script(slice(text, paired.passage.span()), subject_);
      if (names_the_same(paired)) language.clear();
    } else if (knows_words_ && is_foreign_by_words(mixture)) {
      language = language_name({.language = std::string(language_tag(mixture.other))});
    }
    if (language.empty() || source_is_foreign(paired)) {
      is_open_ = is_open_ && mixture.signs == 0;
      return;
    }
    add(paired, language);
    is_open_ = true;
  }

 private:
  /// Whether the source has about as many letters of each script that is foreign here, as a line
  /// with the names of languages has.
  bool names_the_same(const PairedPassage& paired) const {
    const std::string_view text = slice(subject_.translation, paired.passage.span());
    const ScriptCounts ours = scripts_of(source_of(subject_, paired), subject_.source.locale);
    const ScriptCounts theirs = scripts_of(text, subject_.translation.locale);
    return std::all_of(theirs.begin(), theirs.end(), [&](const auto& script) {
      const auto same = ours.find(script.first);
      return same != ours.end() && same->second * 2 >= script.second;
    });
  }

  /// Whether the source quotes the same language.
  bool source_is_foreign(const PairedPassage& paired) {
    return any_source_block(paired, foreign_blocks_,
                            [this](std::size_t block) { return is_foreign_block(block); });
  }

  bool is_foreign_block(std::size_t source_block) const {
    const std::vector<Passage> passages = passages_of(subject_.source, source_block);
    return std::any_of(passages.begin(), passages.end(), [&](const Passage& original) {
      const Mixture mixture = reader_.read(subject_.source.text, original.pieces);
      return is_in_foreign_script(mixture) || is_foreign_by_words(mixture);
    });
  }

  /// Passages in one language are one mistake when nothing between them is in the locale's.
  void add(const PairedPassage& paired, const std::string& language) {
    const std::size_t block = paired.passage.block;
    if (!is_open_ || runs.back().language != language) {
      runs.push_back({language, paired.passage.span(), paired.source_span, block, block});
      return;
    }
    runs.back().last_block = block;
    ++runs.back().passages;
  }

  const Subject& subject_;
  LanguageReader reader_;
  KnownBlocks foreign_blocks_;  // of the source
  bool is_open_ = false;  // nothing since the last passage of a run is in the locale's language
  bool knows_words_;      // of the locale's language: else its words may pass for those of another
};

/// What the passages of a post speak for, all together.
struct Sum {
  std::size_t bytes = 0;
  std::size_t foreign_bytes = 0;  // in runs
  std::size_t words = 0;
  std::size_t own_signs = 0;
  std::size_t other_signs = 0;  // of the language of the runs
};

Sum sum_of(const Subject& subject, const std::vector<ForeignRun>& runs) {
  Sum sum;
  const std::vector<PairedPassage>& passages = paired_passages(subject);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Passage& passage = passages[i].passage;
    if (passage.kind == PassageKind::key) continue;
    const Mixture& mixture = mixtures(subject)[i];
    const bool is_foreign = std::any_of(runs.begin(), runs.end(), [&](const ForeignRun& run) {
      return run.first_block <= passage.block && passage.block <= run.last_block;
    });
    sum.bytes += passage.span().size();
    if (is_foreign) sum.foreign_bytes += passage.span().size();
    sum.words += mixture.words;
    sum.own_signs += mixture.signs - mixture.shared_signs;
    const std::string other = language_name({.language = std::string(language_tag(mixture.other))});
    if (other == runs.front().language) sum.other_signs += mixture.other_signs;
  }
  return sum;
}

/// Where most of the post is in one other language, and the rest too short to tell, it is all one
/// mistake.
void join_whole_post(const Subject& subject, std::vector<ForeignRun>& runs) {
  constexpr std::size_t kMostRuns = 20;  // so that time stays linear
  constexpr std::size_t kFewestPassages = 2;
  if (runs.empty() || runs.size() > kMostRuns) return;
  const std::string& language = runs.front().language;
  std::size_t passages = 0;
  for (const ForeignRun& run : runs) {
    const Block& first = subject.translation.blocks[run.first_block];
    if (run.language != language || quote_around(subject.translation, first)) return;
    passages += run.passages;
  }
  const Sum sum = sum_of(subject, runs);
  const bool is_in_words = sum.own_signs * 4 <= sum.other_signs && sum.other_signs * 7 >= sum.words;
  const bool is_most = sum.foreign_bytes * 10 >= sum.bytes * (is_in_words ? 5 : 8);
  if (passages < kFewestPassages || !is_most) return;
  ForeignRun whole = runs.front();
  whole.is_whole_post = true;
  whole.passages = passages;
  whole.first_block = 0;
  whole.last_block = subject.translation.blocks.size() - 1;
  runs = {std::move(whole)};
}

}  // namespace

const std::vector<ForeignRun>& foreign_runs(const Subject& subject) {
  auto& runs = subject.shared.foreign;
  if (!runs) {
    Reader reader(subject);
    const std::vector<PairedPassage>& passages = paired_passages(subject);
    for (std::size_t i = 0; i < passages.size(); ++i) {
      reader.read(passages[i], mixtures(subject)[i]);
    }
    join_whole_post(subject, reader.runs);
    runs = std::move(reader.runs);
  }
  return *runs;
}

std::vector<Span> foreign_text(const Subject& subject) {
  std::vector<Span> spans;
  const auto add = [&](Span first, std::size_t last_block) {
    spans.push_back(
        {first.begin, std::max(first.end, subject.translation.blocks[last_block].span.end)});
  };
  for (const ForeignRun& run : foreign_runs(subject)) {
    const Span first = run.is_whole_post ? subject.translation.blocks.front().span : run.span;
    add(first, run.last_block);
  }
  for (const LeftRun& run : left_runs(subject)) {
    if (run.certainty == Certainty::unsure) continue;
    if (run.left == Left::part)
      spans.push_back(run.span);
    else
      add(run.span, run.last_block);
  }
  return spans;
}

}  // namespace recto::checks
