// title_out_of_step: the source repeats its title (first heading, alt text, a URL that draws it);
// the translation does not.

#include <algorithm>

#include "base/ascii.h"
#include "checks/front_matter.h"
#include "checks/sameness.h"
#include "checks/urls.h"
#include "text/excerpt.h"
#include "text/marks.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// A place where the source says its title again, and what the translation says there.
struct Repetition {
  std::string variant;  // heading, alt, url
  Span source;
  Span translation;
  std::string found;  // decoded
};

/// The images in the blocks of `run`, in document order; owned by the post.
std::vector<const Inline*> images_of(const Post& post, Run run) {
  std::vector<const Inline*> images;
  for (std::size_t i = run.first; i < run.end(); ++i) {
    for (const Inline& piece : post.blocks[i].inlines) {
      if (piece.kind == InlineKind::image) images.push_back(&piece);
    }
  }
  return images;
}

const PairedKey* find_key(const std::vector<PairedKey>& keys, std::string_view path) {
  const auto found = std::find_if(keys.begin(), keys.end(),
                                  [&](const PairedKey& key) { return key.path == path; });
  return found == keys.end() ? nullptr : &*found;
}

class Collector {
 public:
  Collector(const Subject& subject, std::string title)
      : subject_(subject), title_(std::move(title)) {}

  std::vector<Repetition> repetitions;

  void collect(const std::vector<PairedKey>& keys) {
    for (const PairedKey& key : keys) {
      if (!lists_key(subject_.policy.url, key.path)) continue;
      add_url(inside_quotes(key.source.value), inside_quotes(key.translation.value));
    }
    bool is_first_heading = true;
    for (const Match& match : subject_.alignment) {
      if (match.source.count == 0 || match.translation.count == 0) continue;
      const Block& source = subject_.source.blocks[match.source.first];
      const Block& translation = subject_.translation.blocks[match.translation.first];
      if (source.kind == BlockKind::heading && is_first_heading) {
        is_first_heading = false;
        add("heading", plain_text(subject_.source, source), source.content,
            plain_text(subject_.translation, translation), translation.content);
      }
      add_images(match);
    }
  }

 private:
  void add(std::string variant, const std::string& ours, Span source, const std::string& theirs,
           Span translation) {
    if (!is_same_text(ours, title_)) return;
    repetitions.push_back({std::move(variant), source, translation, theirs});
  }

  void add_images(const Match& match) {
    const auto ours = images_of(subject_.source, match.source);
    const auto theirs = images_of(subject_.translation, match.translation);
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
      add("alt", std::string(slice(subject_.source, ours[i]->content)), ours[i]->content,
          std::string(slice(subject_.translation, theirs[i]->content)), theirs[i]->content);
      add_url(ours[i]->target, theirs[i]->target);
    }
  }

  /// The query value that draws the title, in both URLs.
  void add_url(Span source, Span translation) {
    const std::string_view ours = slice(subject_.source, source);
    const std::string_view theirs = slice(subject_.translation, translation);
    for (const auto& [name, value] : parse_url(ours).query) {
      const auto our_value = query_value_span(ours, name);
      const auto their_value = query_value_span(theirs, name);
      if (!our_value || !their_value) continue;
      const Span place{translation.begin + their_value->begin,
                       translation.begin + their_value->end};
      const Span origin{source.begin + our_value->begin, source.begin + our_value->end};
      std::string decoded = percent_decoded(slice(theirs, *their_value));
      std::replace(decoded.begin(), decoded.end(), '+', ' ');
      add("url", value, origin, decoded, place);
    }
  }

  const Subject& subject_;
  std::string title_;
};

/// `title` in the way the URL value `like` is written: escaped beyond ASCII or not.
std::string encoded_like(std::string_view like, std::string_view title) {
  return percent_encoded(title, is_ascii(like));
}

Finding finding_for(const Subject& subject, const Repetition& repetition,
                    const std::string& title) {
  Finding finding{.span = repetition.translation, .source = repetition.source};
  finding.variant = repetition.variant;
  finding.fields = {{"title", short_quote(title)},
                    {"expected", short_quote(title)},
                    {"found", short_quote(repetition.found)}};
  const bool in_url = repetition.variant == "url";
  const std::string text =
      in_url ? encoded_like(slice(subject.translation, repetition.translation), title) : title;
  if (in_url || title.find_first_of("[]*_`<>\\") == std::string::npos) {
    finding.fix = Fix{.safety = in_url ? Safety::safe : Safety::unsafe,
                      .edits = {{repetition.translation, text}}};
  }
  return finding;
}

/// One wrong text is one cause, wherever it is repeated: one fix mends all places.
void add(Finding finding, Findings& findings) {
  constexpr std::size_t kMostCompared = 100;  // so that time stays linear
  const auto first =
      findings.end() - static_cast<std::ptrdiff_t>(std::min(findings.size(), kMostCompared));
  const auto same = std::find_if(first, findings.end(), [&](const Finding& other) {
    return is_same_text(other.fields.at("found"), finding.fields.at("found"));
  });
  if (same == findings.end()) {
    findings.push_back(std::move(finding));
  } else if (same->fix && finding.fix) {
    same->fix->edits.push_back(finding.fix->edits.front());
    same->fix->safety = std::max(same->fix->safety, finding.fix->safety);
  } else {
    same->fix.reset();
  }
}

/// Whether no Latin letter stands before `name` in `text`, nor behind it: what stands there says it
/// in other letters.
bool stands_alone(std::string_view text, Span name) {
  const auto has_letter = [](std::string_view part) {
    return std::any_of(part.begin(), part.end(), is_ascii_letter);
  };
  return !has_letter(text.substr(0, name.begin)) && !has_letter(text.substr(name.end));
}

/// Whether `text` is the title and a note: what a name that was kept means, or what stands in
/// brackets.
bool is_title_with_note(std::string_view text, std::string_view title, bool is_kept_name) {
  const std::size_t at = title.empty() ? text.npos : text.find(title);
  if (at == text.npos) return false;
  if (is_kept_name && stands_alone(text, span_at(at, title.size()))) return true;
  const std::string_view rest = trimmed(text.substr(title.size()));
  std::size_t first = 0;
  return at == 0 && !rest.empty() && opens_bracket(next_code_point(rest, first));
}

/// All say the same, but the title says something else: then the title is what is out of step.
bool agree(const std::vector<Repetition>& repetitions) {
  return repetitions.size() > 1 &&
         std::all_of(repetitions.begin(), repetitions.end(), [&](const Repetition& repetition) {
           return is_same_text(repetition.found, repetitions.front().found);
         });
}

Findings run(const Subject& subject) {
  const auto keys = paired_keys(subject);
  const PairedKey* title = find_key(keys, "title");
  if (title == nullptr || title->source.value.text.empty()) return {};
  Collector collector(subject, title->source.value.text);
  collector.collect(keys);
  const std::string& expected = title->translation.value.text;
  const auto& repetitions = collector.repetitions;
  // A name in Latin letters, where the language has others.
  const bool is_kept_name =
      is_same_text(expected, title->source.value.text) ||
      (is_ascii(expected) && !is_written_in_latin(subject.translation.locale));
  Findings findings;
  std::size_t out_of_step = 0;
  for (const Repetition& repetition : repetitions) {
    if (is_same_text(repetition.found, expected) ||
        is_title_with_note(repetition.found, expected, is_kept_name))
      continue;
    ++out_of_step;
    add(finding_for(subject, repetition, expected), findings);
  }
  if (out_of_step < repetitions.size() || !agree(repetitions)) return findings;
  // When they all repeat the source's title, they were left alone: then the title is what is right.
  if (is_same_text(repetitions.front().found, title->source.value.text)) return findings;
  Finding finding{.span = title->translation.value.span, .source = title->source.value.span};
  finding.variant = "title";
  finding.fields = {{"title", short_quote(expected)},
                    {"found", short_quote(expected)},
                    {"expected", short_quote(repetitions.front().found)}};
  return {finding};
}

}  // namespace

CheckKind title_out_of_step() {
  return pair_kind("title_out_of_step",
                   "Where the source repeats its title, the translation repeats its own.",
                   {"title", "expected", "found"}, run);
}

}  // namespace recto::checks
