// heading_id: the explicit id of a heading differs or is missing.

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/ascii.h"
#include "checks/headings.h"
#include "checks/tags.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// The value of `id` or `name` of an anchor in `block`, `<a id="x"></a>`: the first, or the one
/// that is `wanted`; empty without one.
Span anchor_in(const Post& post, const Block& block, std::string_view wanted) {
  Span first;
  for (const Inline& piece : block.inlines) {
    if (piece.kind != InlineKind::html) continue;
    const auto tag = read_tag(post, piece.span);
    if (!tag || folded(slice(post, tag->name)) != "a") continue;
    for (const char* name : {"id", "name"}) {
      const Span value = attribute_value(post, *tag, name);
      if (value.is_empty()) continue;
      if (slice(post, value) == wanted) return value;
      if (first.is_empty()) first = value;
    }
  }
  return first;
}

/// The same of an anchor that stands alone right before the heading.
Span anchor_before(const Post& post, const Block& heading, std::string_view wanted) {
  const auto index = static_cast<std::size_t>(&heading - post.blocks.data());
  if (index == 0) return {};
  const Block& before = post.blocks[index - 1];
  const bool is_alone =
      std::all_of(before.inlines.begin(), before.inlines.end(), [&](const Inline& piece) {
        return piece.kind == InlineKind::html || trimmed(slice(post, piece.span)).empty();
      });
  return is_alone ? anchor_in(post, before, wanted) : Span{};
}

/// Where a post speaks of the ids of its headings.
class IdPlaces {
 public:
  explicit IdPlaces(const Post& post) {
    for (const Block& block : post.blocks) {
      if (block.kind == BlockKind::heading) ++headings_[slice(post, block.id)];
      for (const Inline& piece : block.inlines) {
        if (piece.kind == InlineKind::html) add_anchors(post, piece.span);
        if (piece.kind != InlineKind::link) continue;
        const std::string_view target = slice(post, piece.target);
        if (!target.starts_with('#')) continue;
        links_[target.substr(1)].push_back({piece.target.begin + 1, piece.target.end});
      }
    }
    count_uses(post.text);
  }

  /// Whether `id`, in letters of the locale, is what links of the post lead to: both were
  /// translated.
  bool is_translated(std::string_view id) const { return !is_ascii(id) && links_.contains(id); }

  /// What puts `id` in the place of the one at `found`, in the links of `post` to it, too, if no
  /// other heading has it. Safe where no more is left of the old one, in HTML or in code. None
  /// where an anchor has `id` already.
  std::optional<Fix> renamed(const Post& post, Span found, const std::string& id) const {
    if (anchors_.contains(id)) return std::nullopt;
    Fix fix{.safety = Safety::safe, .edits = {{found, id}}};
    const std::string_view old = slice(post, found);
    const auto same = headings_.find(old);
    if (same != headings_.end() && same->second > 1) return fix;
    const auto links = links_.find(old);
    if (links != links_.end()) {
      for (const Span link : links->second) fix.edits.push_back({link, id});
    }
    std::sort(fix.edits.begin(), fix.edits.end(), [](const Edit& left, const Edit& right) {
      return left.span.begin < right.span.begin;
    });
    // Links by reference share the target of their definition.
    fix.edits.erase(std::unique(fix.edits.begin(), fix.edits.end()), fix.edits.end());
    const auto uses = uses_.find(old);
    if (uses != uses_.end() && uses->second > fix.edits.size()) fix.safety = Safety::unsafe;
    if (headings_.contains(id)) fix.safety = Safety::unsafe;
    if (has_encoded_ && !is_ascii(old)) fix.safety = Safety::unsafe;
    return fix;
  }

 private:
  /// Keeps the ids that the tag at `span` gives.
  void add_anchors(const Post& post, Span span) {
    const auto tag = read_tag(post, span);
    if (!tag) return;
    for (const char* name : {"id", "name"}) {
      const Span value = attribute_value(post, *tag, name);
      if (!value.is_empty()) anchors_.insert(slice(post, value));
    }
  }

  /// Counts `#id` wherever it stands.
  void count_uses(std::string_view text) {
    constexpr std::string_view kEnds = " )>\"'}\n\r\t#";
    for (std::size_t at = text.find('#'); at != text.npos; at = text.find('#', at + 1)) {
      const std::size_t end = std::min(text.find_first_of(kEnds, at + 1), text.size());
      const std::string_view use = text.substr(at + 1, end - at - 1);
      if (!use.empty()) ++uses_[use];
      has_encoded_ = has_encoded_ || use.find('%') != use.npos;
    }
  }

  std::unordered_map<std::string_view, std::size_t> headings_;  // with that id
  std::unordered_set<std::string_view> anchors_;                // ids of tags
  std::unordered_map<std::string_view, std::vector<Span>> links_;
  std::unordered_map<std::string_view, std::size_t> uses_;
  bool has_encoded_ = false;  // an id is written with `%`
};

Finding differing(const Subject& subject, const IdPlaces& places, const HeadingPair& pair,
                  Span expected, Span found) {
  const std::string id(slice(subject.source, expected));
  Finding finding{.span = found, .source = expected};
  finding.fields = {{"expected", id}, {"heading", heading_text(subject.source, pair.source)}};
  finding.fields["found"] = slice(subject.translation, found);
  finding.fix = places.renamed(subject.translation, found, id);
  if (places.is_translated(slice(subject.translation, found)))
    finding.certainty = Certainty::unsure;
  return finding;
}

/// Where `{id}` ends `heading`, an id without its `#`; empty where it does not.
Span broken_attribute(const Post& post, const Block& heading, std::string_view id) {
  const std::string attribute = '{' + std::string(id) + '}';
  if (!slice(post, heading.content).ends_with(attribute)) return {};
  return span_at(heading.content.end - attribute.size(), attribute.size());
}

/// Whether attributes stand behind the text of `heading`, `{.class}`: an id before them would be
/// none.
bool has_attributes(const Post& post, const Block& heading) {
  const std::string_view text = post.text;
  const std::size_t line_end = std::min(text.find('\n', heading.content.end), text.size());
  const std::string_view behind = text.substr(heading.content.end, line_end - heading.content.end);
  const std::string_view inside = slice(post, heading.content);
  const std::size_t open = inside.rfind('{');
  const bool ends_in_braces = open != inside.npos && inside.ends_with('}') &&
                              inside.find_first_of(".:#", open + 1) == open + 1;
  return behind.find('{') != behind.npos || ends_in_braces;
}

Finding missing(const Subject& subject, const HeadingPair& pair, Span expected) {
  const Span end{pair.translation.content.end, pair.translation.content.end};
  Finding finding{.span = end, .source = expected, .variant = "missing"};
  finding.fields = {{"expected", std::string(slice(subject.source, expected))},
                    {"found", ""},
                    {"heading", heading_text(subject.source, pair.source)}};
  const std::string attribute(slice(subject.source, pair.source.id_attribute));
  const bool has_others = has_attributes(subject.translation, pair.translation);
  if (!attribute.empty()) {
    const Span broken =
        broken_attribute(subject.translation, pair.translation, slice(subject.source, expected));
    const Edit edit = broken.is_empty() ? Edit{end, " " + attribute} : Edit{broken, attribute};
    if (!has_others || !broken.is_empty()) {
      finding.fix = Fix{.safety = Safety::safe, .edits = {edit}};
    }
  }
  return finding;
}

/// The ids that a heading has, in each of the ways to write one.
struct Ids {
  Span attribute;  // `{#why}`
  Span anchor;     // within the heading
  Span before;     // of an anchor above it
};

Ids ids_of(const Post& post, const Block& heading, std::string_view wanted) {
  return {heading.id, anchor_in(post, heading, wanted), anchor_before(post, heading, wanted)};
}

constexpr std::array kWays = {&Ids::attribute, &Ids::anchor, &Ids::before};

/// The first id of the translation that is written in a way in which the source has none.
Span in_another_way(const Ids& source, const Ids& translation) {
  for (const auto way : kWays) {
    if ((source.*way).is_empty() && !(translation.*way).is_empty()) return translation.*way;
  }
  return {};
}

Findings run(const Subject& subject) {
  Findings findings;
  std::optional<IdPlaces> places;  // once an id differs
  for (const HeadingPair& pair : heading_pairs(subject)) {
    const Ids ours = ids_of(subject.source, pair.source, {});
    const Span wanted = in_another_way({}, ours);
    const Ids theirs = ids_of(subject.translation, pair.translation, slice(subject.source, wanted));
    for (const auto way : kWays) {
      const Span expected = ours.*way;
      if (expected.is_empty()) continue;
      const Span found = (theirs.*way).is_empty() ? in_another_way(ours, theirs) : theirs.*way;
      if (found.is_empty()) {
        // That a line of the source is gone is another rule's.
        if (way != &Ids::before) findings.push_back(missing(subject, pair, expected));
      } else if (slice(subject.source, expected) != slice(subject.translation, found)) {
        if (!places) places.emplace(subject.translation);
        findings.push_back(differing(subject, *places, pair, expected, found));
      }
    }
  }
  return findings;
}

}  // namespace

CheckKind heading_id() {
  return pair_kind("heading_id", "The explicit id of a heading is the source's.",
                   {"expected", "found", "heading"}, run);
}

}  // namespace recto::checks
