#include "pair_site.h"

#include "base/error.h"

namespace recto::fuzzing {
namespace {

Terms readable_terms(const std::string& yaml) {
  try {
    return parse_terms(yaml, "terms.yaml");
  } catch (const Error&) {
    return {};
  }
}

Config without_spelling() {
  Config config;
  config.rules.push_back({.rule = "spelling/unknown-word", .severity = Severity::off});
  return config;
}

RuleSet all_rules_of(const Config& config) {
  return {all_rules(config, "."), config, {.hints = true}};
}

}  // namespace

PairSite::PairSite()
    : rules_(all_rules_of(config_)), rules_but_spelling_(all_rules_of(without_spelling())) {
  for (const std::string name :
       {"de", "fr", "vi", "ar", "ru", "ko", "tr", "he", "hi", "el", "pt_BR", "en_GB", "sr"}) {
    folder_.write("dictionaries/hunspell/" + name + ".aff",
                  "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
    folder_.write("dictionaries/hunspell/" + name + ".dic",
                  "6\nword\nmot\nWort\nnhà\nслово\nكلمة\n");
  }
}

const AcceptedWords& PairSite::words(const Locale& locale) {
  const auto known = words_.find(locale);
  if (known != words_.end()) return known->second;
  return words_[locale] = accepted_words(folder_.path(), config_, {}, locale);
}

Plan PairSite::plan(const PairInput& input) {
  RuleSet& rules = input.locale.language == "fr" ? rules_ : rules_but_spelling_;
  Plan plan;
  plan.posts = {
      .root = folder_.path(),
      .dialect = input.dialect,
      .given = {{kSource, {.bytes = input.source}}, {kTranslation, {.bytes = input.translation}}}};
  plan.source_locale = {.language = "en"};
  plan.policy = key_policy("docusaurus", config_);
  plan.site = site_links(folder_.path(), config_);
  plan.terms = readable_terms(input.terms);
  plan.usual_rules = &rules.usual();
  plan.rule_names = rules.names();
  const std::string tag = input.locale.tag();
  plan.locale_terms[tag] = LocaleTerms(plan.terms, plan.source_locale, input.locale);
  plan.words[tag] = words(input.locale);
  plan.sources.push_back({.path = kSource, .rules = &rules.usual()});
  plan.sources.back().pairs.push_back(
      {.translation = {kTranslation, input.locale}, .rules = &rules.usual()});
  plan.rules_by_path[kTranslation] = &rules.usual();
  plan.is_whole_site = true;
  return plan;
}

}  // namespace recto::fuzzing
