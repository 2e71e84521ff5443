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

}  // namespace

PairSite::PairSite() : rules_(all_rules(config_, "."), config_, {.hints = true}) {
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
  Plan plan;
  plan.posts = {
      .root = folder_.path(),
      .dialect = input.dialect,
      .given = {{kSource, {.bytes = input.source}}, {kTranslation, {.bytes = input.translation}}}};
  plan.source_locale = {.language = "en"};
  plan.policy = key_policy("docusaurus", config_);
  plan.site = site_links(folder_.path(), config_);
  plan.terms = readable_terms(input.terms);
  plan.usual_rules = &rules_.usual();
  plan.rule_names = rules_.names();
  const std::string tag = input.locale.tag();
  plan.locale_terms[tag] = LocaleTerms(plan.terms, plan.source_locale, input.locale);
  plan.words[tag] = words(input.locale);
  plan.sources.push_back({.path = kSource, .rules = &rules_.usual()});
  plan.sources.back().pairs.push_back(
      {.translation = {kTranslation, input.locale}, .rules = &rules_.usual()});
  plan.rules_by_path[kTranslation] = &rules_.usual();
  plan.is_whole_site = true;
  return plan;
}

}  // namespace recto::fuzzing
