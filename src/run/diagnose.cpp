#include "run/diagnose.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "text/excerpt.h"
#include "text/unicode.h"

// A fingerprint must survive edits elsewhere in the post: it is made from the rule, the pair, the
// heading of the source under which the finding stands (its id, else its ordinal and level) and the
// words of the finding; never from line numbers.

namespace recto {
namespace {

constexpr std::size_t kFingerprintQuote = 200;

/// Fields that count or place, and so change with text that is not the finding's own.
bool is_volatile(const std::string& field) {
  constexpr std::array<std::string_view, 10> kFields = {
      "all",  "count",   "expected_count", "found_count", "headings",
      "kept", "percent", "place",          "posts",       "suggestions"};
  return std::find(kFields.begin(), kFields.end(), field) != kFields.end();
}

std::vector<const Block*> headings_of(const Post& post) {
  std::vector<const Block*> headings;
  for (const Block& block : post.blocks) {
    if (block.kind == BlockKind::heading) headings.push_back(&block);
  }
  return headings;
}

/// The last of `headings` that begins at `offset` or before it: its id, else its ordinal among the
/// headings and its level.
std::string heading_place(const Post& post, const std::vector<const Block*>& headings,
                          std::uint32_t offset) {
  const auto below = std::upper_bound(
      headings.begin(), headings.end(), offset,
      [](std::uint32_t at, const Block* heading) { return at < heading->span.begin; });
  if (below == headings.begin()) return "top";
  const Block& heading = **(below - 1);
  if (!heading.id.is_empty()) return std::string(slice(post, heading.id));
  return std::to_string(below - headings.begin()) + "/" + std::to_string(heading.level);
}

std::string fingerprint_of(const Rule& rule, const Finding& finding, const std::string& pair,
                           const std::string& place) {
  std::string content = rule.name + '\n' + pair + '\n' + place + '\n' + finding.variant;
  for (const auto& [name, value] : finding.fields) {
    if (is_volatile(name)) continue;
    content += '\n' + name + '=' + folded(short_quote(value, kFingerprintQuote));
  }
  return fingerprint_of_text(content);
}

std::string message_of(const Rule& rule, const Finding& finding) {
  const auto variant = rule.variants.find(finding.variant);
  const std::string& words = variant == rule.variants.end() ? rule.message : variant->second;
  return filled_in(words, finding.fields);
}

Severity severity_of(const ActiveRule& rule, const Finding& finding) {
  const Severity severity = std::min(rule.severity, finding.at_most);
  return finding.certainty == Certainty::unsure ? std::min(severity, rule.unsure) : severity;
}

std::string field(const Finding& finding, const std::string& name) {
  const auto found = finding.fields.find(name);
  return found == finding.fields.end() ? std::string() : found->second;
}

/// What of a diagnostic does not depend on places.
Diagnostic outline(const ActiveRule& rule, const Finding& finding, Severity severity) {
  Diagnostic diagnostic;
  diagnostic.rule = rule.rule.name;
  diagnostic.severity = severity;
  diagnostic.message = message_of(rule.rule, finding);
  diagnostic.expected = field(finding, "expected");
  diagnostic.found = field(finding, "found");
  diagnostic.count = finding.count;
  diagnostic.fix = finding.fix;
  if (!diagnostic.fix) return diagnostic;
  const std::string title = rule.rule.fix.empty() ? "write it as in the source" : rule.rule.fix;
  diagnostic.fix->title = filled_in(title, finding.fields);
  // What is not surely wrong is not mended unasked.
  if (finding.certainty == Certainty::unsure) {
    diagnostic.fix->safety = std::max(diagnostic.fix->safety, Safety::unsafe);
  }
  return diagnostic;
}

}  // namespace

Diagnoser::Diagnoser(const Post& post, const Post* source)
    : post_(post), source_(source), lines_(post.text), headings_(headings_of(post)) {
  if (source == nullptr) return;
  source_lines_.emplace(source->text);
  source_headings_ = headings_of(*source);
}

std::optional<Diagnostic> Diagnoser::diagnose(const ActiveRule& rule,
                                              const Finding& finding) const {
  const Severity severity = severity_of(rule, finding);
  if (severity == Severity::off || (severity == Severity::hint && !rule.shows_hints)) {
    return std::nullopt;
  }
  Diagnostic diagnostic = outline(rule, finding, severity);
  diagnostic.locale = post_.locale;
  diagnostic.at = locate(post_.text, lines_, post_.path, finding.span);
  diagnostic.excerpt = excerpt_at(post_.text, lines_, finding.span);
  if (finding.fix) {
    for (const Edit& edit : finding.fix->edits) {
      diagnostic.edited.push_back(locate(post_.text, lines_, post_.path, edit.span));
    }
  }
  std::string place = heading_place(post_, headings_, finding.span.begin);
  if (source_ != nullptr && finding.source) {
    diagnostic.source = locate(source_->text, *source_lines_, source_->path, *finding.source);
    diagnostic.source_excerpt = excerpt_at(source_->text, *source_lines_, *finding.source);
    place = heading_place(*source_, source_headings_, finding.source->begin);
  }
  const std::string pair = source_ != nullptr ? source_->path : post_.path;
  diagnostic.fingerprint =
      fingerprint_of(rule.rule, finding, pair + '\n' + post_.locale.tag(), place);
  return diagnostic;
}

Diagnostic diagnose_file(const ActiveRule& rule, const std::string& path, const Locale& locale,
                         const Finding& finding) {
  Diagnostic diagnostic = outline(rule, finding, severity_of(rule, finding));
  diagnostic.locale = locale;
  diagnostic.at.path = path;
  diagnostic.fingerprint = fingerprint_of(rule.rule, finding, path, "top");
  return diagnostic;
}

std::string fingerprint_of_text(std::string_view content) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::uint64_t hash = hash_of(content);
  std::string result(16, '0');
  for (std::size_t i = result.size(); i-- > 0; hash >>= 4U) result[i] = kDigits[hash & 0xFU];
  return result;
}

bool stands_before(const Diagnostic& left, const Diagnostic& right) {
  const auto ours = std::tie(left.at.path, left.at.span, left.rule, left.message, left.fingerprint);
  const auto theirs =
      std::tie(right.at.path, right.at.span, right.rule, right.message, right.fingerprint);
  if (ours != theirs) return ours < theirs;
  // What the source says twice in a block may be missing twice.
  return left.source && right.source && left.source->span < right.source->span;
}

void number_equal_fingerprints(std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::size_t> seen;
  for (Diagnostic& diagnostic : diagnostics) {
    const std::size_t count = ++seen[diagnostic.fingerprint];
    if (count > 1) diagnostic.fingerprint += '-' + std::to_string(count);
  }
}

}  // namespace recto
