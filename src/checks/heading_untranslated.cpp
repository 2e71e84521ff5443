// heading_untranslated: a heading left in the source's language.

#include <algorithm>
#include <optional>
#include <vector>

#include "checks/headings.h"
#include "checks/left.h"
#include "checks/sameness.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// The text of a heading but for code, which is rightly the same.
std::string without_code(const Post& post, const Block& heading) {
  std::string text;
  for (const Inline& piece : heading.inlines) {
    if (piece.kind != InlineKind::text) continue;
    if (!text.empty()) text += ' ';
    text += slice(post, piece.span);
  }
  return text;
}

/// Whether the heading is what a program says: `Error: ENOENT`, or a text that the post quotes as
/// code.
bool is_message(const Post& source, const Block& heading) {
  const std::string text = plain_text(source, heading);
  return text.starts_with("Error:") || source.text.find('`' + text + '`') != std::string::npos;
}

/// Whether the source asks for the heading to be left as it is: `{.notranslate}`.
bool is_to_be_kept(const Post& source, const Block& heading) {
  if (is_message(source, heading)) return true;
  return slice(source, heading.span).find(".notranslate") != std::string_view::npos;
}

/// What the two headings mean: translated (none), perhaps not, or surely not.
std::optional<Certainty> judged(const Subject& subject, const HeadingPair& pair,
                                const LanguageReader& reader, std::optional<OrdinaryWords>& words) {
  const std::string source = plain_text(subject.source, pair.source);
  const std::string translation = plain_text(subject.translation, pair.translation);
  if (source.empty() || is_to_be_kept(subject.source, pair.source)) return std::nullopt;
  if (is_same_text(source, translation)) {
    // One word is a loan word as often as not: Introduction, Conclusion.
    const bool is_foreign = !is_written_in_latin(subject.translation.locale);
    if (!is_foreign && source.find(' ') == std::string::npos) return std::nullopt;
    if (!words) words.emplace(subject);
    return untranslated(*words, without_code(subject.source, pair.source));
  }
  const std::string text = without_code(subject.translation, pair.translation);
  const Mixture mixture = reader.read(text, {span_at(0, text.size())});
  if (left_in_source_language(mixture) != Left::all) return std::nullopt;
  return mixture.words >= 6 ? Certainty::sure : Certainty::unsure;
}

/// Whether the heading stands in a longer text that was left: that is one mistake.
bool is_explained(const std::vector<LeftRun>& runs, std::size_t block) {
  return std::any_of(runs.begin(), runs.end(), [&](const LeftRun& run) {
    return run.has_body && run.first_block <= block && block <= run.last_block;
  });
}

Findings run(const Subject& subject) {
  if (subject.is_variant_of_source) return {};
  Findings findings;
  std::optional<OrdinaryWords> words;  // only made when a heading is the same on both sides
  const LanguageReader reader(subject.source.locale, subject.translation.locale);
  for (const HeadingPair& pair : heading_pairs(subject)) {
    const auto certainty = judged(subject, pair, reader, words);
    if (!certainty) continue;
    if (is_explained(left_runs(subject), pair.match.translation.first)) continue;
    findings.push_back({.span = pair.translation.content,
                        .fields = {{"heading", heading_text(subject.translation, pair.translation)},
                                   {"language", language_name(subject.source.locale)}},
                        .source = pair.source.content,
                        .certainty = *certainty});
  }
  return findings;
}

}  // namespace

CheckKind heading_untranslated() {
  return {"heading_untranslated",
          "A heading that holds ordinary words of the source's language is translated.",
          {"heading", "language"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
