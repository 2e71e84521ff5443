// key_untranslated: a title, description, tag or keyword left in the source's language.

#include <map>

#include "checks/front_matter.h"
#include "checks/sameness.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

class Judge {
 public:
  explicit Judge(const Subject& subject) : subject_(subject) {}

  Findings findings;

  void judge(const PairedKey& key) {
    const yaml::Node& source = key.source.value;
    const yaml::Node& translation = key.translation.value;
    if (source.kind == yaml::Kind::scalar && translation.kind == yaml::Kind::scalar) {
      compare(key.path, source, translation);
    }
    if (source.kind != yaml::Kind::list || translation.kind != yaml::Kind::list) return;
    std::map<std::string_view, const yaml::Node*> originals;
    for (const yaml::Node& item : source.items) originals.emplace(item.text, &item);
    for (const yaml::Node& item : translation.items) {
      const auto original = originals.find(item.text);
      if (original != originals.end()) compare(key.path, *original->second, item);
    }
  }

 private:
  /// Whether the source itself is not in its language, but in letters of the translation's, most of
  /// them or a sentence of them amid names.
  bool is_in_other_script(std::string_view text) const {
    const Scripts ours(subject_.source.locale);
    const Scripts theirs(subject_.translation.locale);
    std::size_t foreign = 0;
    std::size_t own = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Script script = letter_script(next_code_point(text, at));
      if (script == Script::common || script == Script::inherited) continue;
      ++(theirs.has(script) && !ours.has(script) ? foreign : own);
    }
    // Names keep their letters, and an ideograph is more than one.
    constexpr std::size_t kSentence = 8;
    return foreign * 3 > own || foreign >= kSentence;
  }

  void compare(const std::string& path, const yaml::Node& source, const yaml::Node& translation) {
    if (source.text.empty() || !is_same_text(source.text, translation.text)) return;
    if (is_in_other_script(source.text)) return;
    if (!words_) words_.emplace(subject_);
    auto certainty = untranslated(*words_, source.text);
    if (!certainty) return;
    // Tags of one word are loan words as often as not.
    if (words_->count(source.text) < 2) certainty = Certainty::unsure;
    findings.push_back({.span = translation.span,
                        .fields = {{"key", path},
                                   {"found", short_quote(slice(subject_.translation,
                                                               inside_quotes(translation)))}},
                        .source = source.span,
                        .certainty = *certainty});
  }

  const Subject& subject_;
  std::optional<OrdinaryWords> words_;  // only made when something is the same on both sides
};

Findings run(const Subject& subject) {
  if (subject.is_variant_of_source) return {};
  Judge judge(subject);
  for (const PairedKey& key : paired_keys(subject)) {
    if (key.role == KeyRole::translate) judge.judge(key);
  }
  return std::move(judge.findings);
}

}  // namespace

CheckKind key_untranslated() {
  return pair_kind("key_untranslated",
                   "What is to be translated in the front matter is not the source's own text.",
                   {"key", "found"}, run);
}

}  // namespace recto::checks
