// key_url: an image or link of the front matter that differs in more than its translatable query
// text.

#include "checks/front_matter.h"
#include "checks/urls.h"

namespace recto::checks {
namespace {

std::optional<Finding> judged(const Subject& subject, const PairedKey& key) {
  // The alt text of an image is listed by itself.
  const bool is_text = key.role == KeyRole::local || key.role == KeyRole::translate;
  if (!lists_key(subject.policy.url, key.path) || is_text) return std::nullopt;
  const yaml::Node& source = key.source.value;
  const yaml::Node& translation = key.translation.value;
  if (!are_texts(key) || source.text.empty()) return std::nullopt;
  const Locales locales{subject.source.locale, subject.translation.locale};
  if (is_equivalent_asset(source.text, translation.text, locales)) {
    return std::nullopt;
  }
  const std::string mended = asset_for_translation(source.text, translation.text);
  Finding finding{.span = translation.span, .source = source.span};
  finding.fields = {{"key", key.path},
                    {"url", translation.text},
                    {"expected", source.text},
                    {"found", translation.text},
                    {"home", home_of_asset(source.text)},
                    {"new_home", home_of_asset(translation.text)},
                    {"mended", mended}};
  // In double quotes any URL is safe, unless it holds a quote or a backslash.
  if (mended.find_first_of("\"\\\n") == std::string::npos) {
    finding.fix = Fix{.safety = Safety::unsafe, .edits = {{translation.span, '"' + mended + '"'}}};
  }
  return finding;
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const PairedKey& key : paired_keys(subject)) {
    if (auto finding = judged(subject, key)) findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace

CheckKind key_url() {
  return pair_kind(
      "key_url",
      "Images and links of the front matter are the same, but for query text that is translated.",
      {"key", "url", "expected", "found", "home", "new_home", "mended"}, run);
}

}  // namespace recto::checks
