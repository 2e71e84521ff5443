// recto.yaml: read, or refused by an Error; what it says about paths can be asked.

#include "config.h"

#include "base/glob.h"
#include "checks/rule_set.h"
#include "checks/tables.h"
#include "discover/root.h"
#include "discover/template.h"
#include "refusal.h"
#include "require.h"
#include "run/plan.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

const std::string kPath = "i18n/vi/docusaurus-plugin-content-blog/2024-03-12-open-ledger.md";
const Locale kLocale = {.language = "vi"};

void ask(const Config& config) {
  for (const ContentTemplate& content : config.content) {
    for (const TemplateMatch& match : template_matches(content.translation, kPath)) {
      fill_template(content.source, match.path, match.locale);
    }
  }
  for (const std::string& pattern : config.exclude) matches_glob(pattern, kPath);
  for (const Override& override : config.overrides) {
    fits(override.pairs, "blog/a.md", kPath, kLocale);
  }
  for (const std::string layout : {"docusaurus", "content"}) {
    key_policy(layout, config).role("sidebar.label");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto config =
      unless_refused([&] { return parse_config(text_of(data, size), "recto.yaml"); });
  if (!config) return 0;
  ask(*config);
  unless_refused([&] {
    RuleSet rules(built_in_rules(), *config, {});
    std::vector<std::size_t> overrides;
    for (std::size_t i = 0; i < config->overrides.size(); ++i) overrides.push_back(i);
    return rules.with_overrides(overrides).size();
  });
  return 0;
}
