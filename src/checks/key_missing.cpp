// key_missing: a key of the source's front matter that the translation lacks.

#include <algorithm>

#include "base/ascii.h"
#include "checks/front_matter.h"

namespace recto::checks {
namespace {

std::string line_end_of(const Post& post) {
  return post.text.find("\r\n") == std::string::npos ? "\n" : "\r\n";
}

/// Whether `value` is more than its key in TOML: `[params]` and all lines below it.
bool is_toml_table(const Post& post, const yaml::Node& value) {
  return post.front_matter.syntax == FrontMatter::Syntax::toml && value.style == yaml::Style::block;
}

/// Copies the whole entry behind the one that precedes it; only where the value must be the same.
std::optional<Fix> copy_entry(const Subject& subject, const KeyPlace& key, Span place) {
  const bool is_copied = subject.policy.role(key.path) == KeyRole::same &&
                         !lists_key(subject.policy.routing, key.path) && is_top_level(key.path);
  const FrontMatter& theirs = subject.translation.front_matter;
  const bool is_flow = slice(subject.translation, theirs.root.span).starts_with('{');
  if (!is_copied || theirs.span.is_empty() || is_flow) return std::nullopt;
  if (!have_same_syntax(subject) || is_toml_table(subject.source, key.entry->value))
    return std::nullopt;
  if (!means_the_same_anywhere(subject.source, key.entry->value)) return std::nullopt;
  const Span entry{key.entry->key_span.begin, key.entry->value.span.end};
  const std::string text(slice(subject.source, entry));
  if (text.find('\n') != std::string::npos) return std::nullopt;
  const std::string line_end = line_end_of(subject.translation);
  const bool is_first = place.begin == subject.translation.front_matter.content.begin;
  return Fix{.safety = Safety::safe,
             .edits = {{place, is_first ? text + line_end : line_end + text}}};
}

/// The end of the entry whose value ends at `end`, with the comment behind it.
std::uint32_t entry_end(const Post& post, std::uint32_t end) {
  const std::string_view text = slice(post, post.front_matter.content);
  const std::size_t begin = end - post.front_matter.content.begin;
  const std::size_t mark = behind_blanks(text, begin);
  if (mark == begin || mark == text.size() || text[mark] != '#') return end;
  return post.front_matter.content.begin +
         static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", mark), text.size()));
}

/// Whether a value says nothing; of a list or a URL other rules tell.
bool is_empty(const PairedKey& key, const yaml::Node& value) {
  if (value.kind == yaml::Kind::null) return true;
  return key.role == KeyRole::translate && value.kind == yaml::Kind::scalar && value.text.empty();
}

/// Keys that say nothing here.
void add_emptied(const Subject& subject, Findings& findings) {
  for (const PairedKey& key : paired_keys(subject)) {
    const bool may_differ = key.role == KeyRole::local || key.role == KeyRole::source_only;
    if (may_differ || is_empty(key, key.source.value) || !is_empty(key, key.translation.value))
      continue;
    Finding finding{
        .span = key.translation.key_span, .source = key.source.value.span, .variant = "emptied"};
    finding.fields = {{"key", key.path}, {"expected", shown(subject.source, key.source.value)}};
    findings.push_back(std::move(finding));
  }
}

Findings run(const Subject& subject) {
  Findings findings;
  add_emptied(subject, findings);
  const FrontMatter& front_matter = subject.translation.front_matter;
  std::uint32_t end = front_matter.content.begin;  // of the entry before the missing one
  for (const KeyMatch& match : subject.keys) {
    if (match.translation) {
      // Behind a key within a map there is no place for one of the top level.
      const bool is_place = match.source && is_top_level(match.translation->path) &&
                            !is_toml_table(subject.translation, match.translation->entry->value);
      if (is_place) end = entry_end(subject.translation, match.translation->entry->value.span.end);
      continue;
    }
    const KeyPlace& key = *match.source;
    const KeyRole role = subject.policy.role(key.path);
    const bool may_lack = role == KeyRole::local || role == KeyRole::source_only;
    if (may_lack || key.entry->value.kind == yaml::Kind::null) continue;
    const Span place{end, end};
    Finding finding{.span = place, .source = key.entry->key_span};
    finding.fields = {{"key", key.path}, {"expected", shown(subject.source, key.entry->value)}};
    finding.fix = copy_entry(subject, key, place);
    if (front_matter.span.is_empty()) finding.variant = "no_front_matter";
    findings.push_back(std::move(finding));
    if (front_matter.span.is_empty()) break;  // one cause: the whole front matter is missing
  }
  return findings;
}

}  // namespace

CheckKind key_missing() {
  return pair_kind("key_missing",
                   "Every key of the source's front matter stands in the translation's.",
                   {"key", "expected"}, run);
}

}  // namespace recto::checks
