// key_value: a value of the front matter that must be the same and is not.

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "checks/front_matter.h"
#include "checks/urls.h"
#include "text/months.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Whether a value of a key that no policy names may be translated: it holds, however deep, a
/// blank, or letters beyond ASCII.
bool may_be_prose(const yaml::Node& node) {
  if (node.kind == yaml::Kind::list) {
    return std::any_of(node.items.begin(), node.items.end(), may_be_prose);
  }
  if (node.kind == yaml::Kind::map) {
    return std::any_of(node.entries.begin(), node.entries.end(),
                       [](const yaml::Entry& entry) { return may_be_prose(entry.value); });
  }
  return yaml::type_of(node) == yaml::Type::string &&
         std::any_of(node.text.begin(), node.text.end(),
                     [](char c) { return c == ' ' || c == '\n' || !is_ascii(c); });
}

/// Whether the value is a word, or a list of words.
bool is_bare_word(const yaml::Node& node) {
  if (node.kind == yaml::Kind::list) {
    return std::all_of(node.items.begin(), node.items.end(), is_bare_word);
  }
  return yaml::type_of(node) == yaml::Type::string &&
         std::all_of(node.text.begin(), node.text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// Safe but where the translation says the same and more: `Mira, translated by Jonas`.
Fix copy_value(const Subject& subject, const PairedKey& key) {
  const std::string_view ours = slice(subject.source, key.source.value.span);
  const std::string_view theirs = slice(subject.translation, key.translation.value.span);
  const bool says_more = ours.size() < theirs.size() && theirs.find(ours) != theirs.npos;
  return {.safety = says_more ? Safety::unsafe : Safety::safe,
          .edits = {{key.translation.value.span,
                     std::string(slice(subject.source, key.source.value.span))}}};
}

bool is_on_one_line(const Subject& subject, const PairedKey& key) {
  return slice(subject.source, key.source.value.span).find('\n') == std::string_view::npos &&
         slice(subject.translation, key.translation.value.span).find('\n') ==
             std::string_view::npos;
}

/// Whether the value is a path or URL that leads to the same page of the locale: `/fr/box.html`.
bool is_localized_path(const Subject& subject, const PairedKey& key) {
  if (!are_texts(key)) return false;
  const std::string& source = key.source.value.text;
  if (!source.starts_with('/') && source.find("://") == std::string::npos) return false;
  return is_equivalent_asset(source, key.translation.value.text,
                             {subject.source.locale, subject.translation.locale});
}

/// Whether the value is a date, which the translation writes as its readers do.
bool is_localized_date(const Subject& subject, const PairedKey& key) {
  return are_texts(key) && is_same_date(key.source.value.text, subject.source.locale,
                                        key.translation.value.text, subject.translation.locale);
}

/// Whether the value is an address of its own in each language: Hugo pairs posts by their files.
bool is_localized_slug(const Subject& subject, const PairedKey& key) {
  return key.path == "slug" && subject.source.dialect == Dialect::hugo;
}

std::optional<Finding> judged(const Subject& subject, const PairedKey& key) {
  const KeyPolicy& policy = subject.policy;
  const bool is_unlisted = key.role == KeyRole::unlisted;
  if (key.role != KeyRole::same && !is_unlisted) return std::nullopt;
  if (lists_key(policy.url, key.path)) return std::nullopt;  // compared as a URL
  if (key.source.value.kind == yaml::Kind::null) return std::nullopt;
  if (is_same_value(key.source.value, key.translation.value)) return std::nullopt;
  if (is_localized_date(subject, key) || is_localized_slug(subject, key)) return std::nullopt;
  const bool may_be_localized = is_unlisted || key.path == "url" || key.path == "permalink";
  if (may_be_localized && is_localized_path(subject, key)) return std::nullopt;
  if (is_unlisted && (may_be_prose(key.source.value) || may_be_prose(key.translation.value))) {
    return std::nullopt;
  }
  Finding finding{.span = key.translation.value.span, .source = key.source.value.span};
  finding.fields = {{"key", key.path},
                    {"expected", shown(subject.source, key.source.value)},
                    {"found", shown(subject.translation, key.translation.value)}};
  if (is_unlisted || lists_key(policy.lenient, key.path)) finding.at_most = Severity::warning;
  // A lone word of a key that nobody listed may be a label.
  if (is_unlisted && is_bare_word(key.source.value)) finding.certainty = Certainty::unsure;
  const bool is_mendable = finding.at_most == Severity::error &&
                           !lists_key(policy.routing, key.path) && is_on_one_line(subject, key) &&
                           have_same_syntax(subject);
  if (is_mendable && means_the_same_anywhere(subject.source, key.source.value)) {
    finding.fix = copy_value(subject, key);
  }
  return finding;
}

/// A key that says the language of the source there, and not that of the translation here.
std::optional<Finding> other_language(const Subject& subject, const PairedKey& key) {
  constexpr std::array<std::string_view, 3> kKeys = {"lang", "language", "locale"};
  if (std::find(kKeys.begin(), kKeys.end(), key.path) == kKeys.end()) return std::nullopt;
  if (!are_texts(key)) return std::nullopt;
  const auto ours = parse_locale(key.source.value.text);
  const auto theirs = parse_locale(key.translation.value.text);
  const Locale& locale = subject.translation.locale;
  const bool says_language = ours && ours->language == subject.source.locale.language;
  const bool is_left = says_language && theirs && theirs->language == ours->language;
  if (!is_left || theirs->language == locale.language) return std::nullopt;
  Finding finding{.span = key.translation.value.span, .source = key.source.value.span};
  finding.fields = {{"key", key.path},
                    {"expected", locale.tag()},
                    {"found", shown(subject.translation, key.translation.value)}};
  finding.variant = "language";
  return finding;
}

/// Whether a list that nobody listed has more or fewer entries, which is another rule's finding,
/// too.
bool has_other_length(const PairedKey& key) {
  return key.role == KeyRole::unlisted && key.source.value.kind == yaml::Kind::list &&
         key.source.value.items.size() != key.translation.value.items.size();
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const PairedKey& key : paired_keys(subject)) {
    if (auto finding = other_language(subject, key)) findings.push_back(std::move(*finding));
    // Another type is another rule's finding.
    const bool is_same_kind = key.source.value.kind == key.translation.value.kind;
    if (!is_same_kind || has_other_type(key) || has_other_length(key)) continue;
    if (auto finding = judged(subject, key)) findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace

CheckKind key_value() {
  return pair_kind("key_value", "Values that must not be translated are the same.",
                   {"key", "expected", "found"}, run);
}

}  // namespace recto::checks
