#include "run/make_plan.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/cache_folder.h"
#include "base/day.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/joined.h"
#include "discover/root.h"
#include "discover/shard.h"
#include "discover/site_kind.h"
#include "run/fact_store.h"
#include "text/similarity.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

const std::string kStandardInput = "-";

bool is_chosen(const std::vector<Locale>& chosen, const Locale& locale) {
  return chosen.empty() || std::find(chosen.begin(), chosen.end(), locale) != chosen.end();
}

/// The locales of translations, and those that recto.yaml names before there are any.
std::set<Locale> known_locales(const Site& site) {
  std::set<Locale> locales(site.locales.begin(), site.locales.end());
  for (const TranslatedKind& kind : site.translated) locales.insert(kind.locale.locale);
  return locales;
}

/// The locales of the site that `asked` names: itself, or all of its language, where the site has
/// only those of its regions. Throws Error where there are none.
std::vector<Locale> named_by(const Locale& asked, const std::set<Locale>& locales) {
  if (locales.contains(asked)) return {asked};
  std::vector<Locale> named;
  std::vector<std::string> tags;
  for (const Locale& locale : locales) {
    const std::vector<std::string> names = locale.names();
    if (std::find(names.begin(), names.end(), asked.tag()) != names.end()) named.push_back(locale);
    tags.push_back(locale.tag());
  }
  if (!named.empty()) return named;
  throw Error("--locale " + asked.tag() + ": the site has no translation into it; it has " +
              joined(tags, ", ") + did_you_mean(asked.tag(), tags));
}

std::vector<Locale> chosen_locales(const std::vector<Locale>& asked, const Site& site) {
  const std::set<Locale> locales = known_locales(site);
  std::vector<Locale> chosen;
  for (const Locale& locale : asked) {
    const std::vector<Locale> named = named_by(locale, locales);
    chosen.insert(chosen.end(), named.begin(), named.end());
  }
  return chosen;
}

std::vector<std::size_t> overrides_for(const Config& config, const std::string& source_path,
                                       const Translation& translation) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < config.overrides.size(); ++i) {
    if (fits(config.overrides[i].pairs, source_path, translation.path, translation.locale)) {
      indices.push_back(i);
    }
  }
  return indices;
}

std::uintmax_t size_of_posts(const fs::path& root, const PlannedSource& source) {
  std::uintmax_t size = size_of(root / source.path);
  for (const PlannedPair& pair : source.pairs) size += size_of(root / pair.translation.path);
  return size;
}

/// Longest first: a big post at the end would keep one thread busy while the others idle. What is
/// not reported is most often remembered, and comes last.
void order_by_size(Plan& plan) {
  std::vector<std::pair<std::uintmax_t, PlannedSource>> sized;
  for (PlannedSource& source : plan.sources) {
    sized.emplace_back(source.is_reported() ? size_of_posts(plan.posts.root, source) : 0,
                       std::move(source));
  }
  std::stable_sort(sized.begin(), sized.end(),
                   [](const auto& left, const auto& right) { return left.first > right.first; });
  plan.sources.clear();
  for (auto& [size, source] : sized) plan.sources.push_back(std::move(source));
}

std::set<std::string> reported_paths(const Selection& selection,
                                     const std::vector<Locale>& locales) {
  std::set<std::string> paths;
  for (const SourcePost& source : selection.sources) {
    for (const Translation& translation : source.translations) {
      if (is_chosen(locales, translation.locale)) paths.insert(translation.path);
    }
  }
  return paths;
}

std::set<Locale> locales_of(const Site& site, const std::set<std::string>& paths) {
  std::set<Locale> locales;
  for (const SourcePost& source : site.sources) {
    for (const Translation& translation : source.translations) {
      if (paths.contains(translation.path)) locales.insert(translation.locale);
    }
  }
  return locales;
}

const std::vector<ActiveRule>& rules_for(const std::string& source_path,
                                         const Translation& translation, const Config& config,
                                         RuleSet& rules) {
  return rules.with_overrides(overrides_for(config, source_path, translation));
}

/// Every pair of the locales that are reported: what a locale's other posts say counts for each.
void plan_pairs(const Site& site, const std::set<std::string>& reported, const Config& config,
                RuleSet& rules, Plan& plan) {
  const std::set<Locale> locales = locales_of(site, reported);
  for (const SourcePost& source : site.sources) {
    const Translation itself{.path = source.path, .locale = plan.source_locale};
    PlannedSource planned{.path = source.path,
                          .rules = &rules_for(source.path, itself, config, rules)};
    for (const Translation& translation : source.translations) {
      if (!locales.contains(translation.locale)) continue;
      const auto& active = rules_for(source.path, translation, config, rules);
      planned.pairs.push_back({translation, reported.contains(translation.path), &active});
      plan.rules_by_path[translation.path] = &active;
    }
    if (!planned.pairs.empty()) plan.sources.push_back(std::move(planned));
  }
}

void plan_words(const fs::path& root, const Config& config, Plan& plan) {
  for (const PlannedSource& source : plan.sources) {
    for (const PlannedPair& pair : source.pairs) {
      const Locale& locale = pair.translation.locale;
      if (plan.words.contains(locale.tag())) continue;
      plan.words[locale.tag()] = accepted_words(root, config, plan.terms, locale);
      plan.locale_terms[locale.tag()] = LocaleTerms(plan.terms, plan.source_locale, locale);
    }
  }
  plan.dictionaries = config.dictionaries;
}

/// `settings` with what recto.yaml allows in the pair today.
std::uint64_t with_allowances(std::uint64_t settings, const Plan& plan, const std::string& source,
                              const Translation& translation) {
  for (const ConfigAllowance& allowance : plan.allow) {
    if (!fits(allowance.pairs, source, translation.path, translation.locale)) continue;
    settings = content_hash(allowance.rule + (has_expired(allowance.until) ? "!" : ""), settings);
  }
  return settings;
}

/// What of the settings decides what is found in a pair; the same for most pairs.
void plan_settings(Plan& plan) {
  if (!plan.cache) return;
  std::map<std::pair<const std::vector<ActiveRule>*, std::string>, std::uint64_t> known;
  const auto settings_of = [&](const std::vector<ActiveRule>* rules, const Locale& locale) {
    const auto [hash, is_new] = known.try_emplace({rules, locale.tag()}, 0);
    if (is_new) hash->second = settings_hash(plan, *rules, locale);
    return hash->second;
  };
  for (PlannedSource& source : plan.sources) {
    source.settings = settings_of(source.rules, plan.source_locale);
    for (PlannedPair& pair : source.pairs) {
      const Locale& locale = pair.translation.locale;
      const std::uint64_t settings =
          settings_of(pair.rules, locale) + (pair.translation.is_variant_of_source ? 1 : 0);
      pair.settings = with_allowances(settings, plan, source.path, pair.translation);
    }
  }
}

/// Whether a translation of `orphan` is in one of `locales`; all count where none is chosen.
bool is_in(const Orphan& orphan, const std::vector<Locale>& locales) {
  return std::any_of(
      orphan.translations.begin(), orphan.translations.end(),
      [&](const Translation& translation) { return is_chosen(locales, translation.locale); });
}

/// What `input` holds, if that is at most `limit` bytes.
FileContent content_of(std::istream& input, std::size_t limit) {
  constexpr std::size_t kBlock = std::size_t{64} << 10U;
  std::string bytes;
  while (bytes.size() <= limit && input) {
    const std::size_t before = bytes.size();
    bytes.resize(std::min(limit + 1, before + kBlock));
    input.read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
    bytes.resize(before + static_cast<std::size_t>(input.gcount()));
  }
  if (bytes.size() > limit) return {.failure = FileContent::Failure::too_large};
  return {.bytes = std::move(bytes)};
}

std::string prefix_between(const fs::path& working_folder, const fs::path& root) {
  const std::string relative = root.lexically_relative(working_folder).generic_string();
  return relative.empty() || relative == "." ? "" : relative + "/";
}

Site site_of(const fs::path& root, const Config& config, const Scope& scope) {
  Site site = scope.files ? find_pairs_among(*scope.files, root, config) : find_pairs(root, config);
  const bool has_posts = !site.sources.empty() || !site.orphans.empty();
  // A locale that is only named has every post to be translated yet.
  if (!has_posts || (site.locales.empty() && config.locales.empty())) {
    const bool is_elsewhere = config.path.find('/') != std::string::npos;
    std::string advice = is_elsewhere
                             ? "the paths in " + config.path + " are seen from where recto runs"
                             : "say where they lie under `content:` in recto.yaml";
    if (!has_posts && !config.exclude.empty()) advice += ", or exclude fewer of them";
    throw Error(std::string("no ") + (has_posts ? "translations" : "posts") + " found below " +
                root.generic_string() + "; " +
                (config.path.empty() ? advice_without_site(root, advice) : advice));
  }
  return site;
}

/// What the settings say of all pairs.
Plan plan_without_pairs(const CheckCommand& command, const std::string& layout,
                        const fs::path& root, const Config& config, RuleSet& rules) {
  Plan plan;
  plan.policy = key_policy(layout, config);
  plan.site = site_links(root, config);
  if (!command.no_cache) plan.cache = cache_folder();
  plan.terms = project_terms(root, config, plan.cache);
  plan.usual_rules = &rules.usual();
  plan.allow = config.allow;
  plan.config_path = config.path;
  plan.rule_names = rules.names();
  return plan;
}

/// Says which overrides of recto.yaml change nothing, as a path with a slip does.
void note_idle_overrides(const Config& config, const RuleSet& rules,
                         std::vector<std::string>& notes) {
  for (std::size_t i = 0; i < config.overrides.size(); ++i) {
    if (rules.has_used(i)) continue;
    notes.push_back(config.path + ":" + std::to_string(config.overrides[i].line) +
                    ": this override takes in no post; see its `files` and `locales`");
  }
}

/// What is no pair: translations without a source, and sources without a translation.
void plan_others(const Selection& selection, const std::vector<Locale>& locales,
                 const Config& config, RuleSet& rules, Plan& plan) {
  plan.orphans = selection.orphans;
  std::erase_if(plan.orphans, [&](const Orphan& orphan) { return !is_in(orphan, locales); });
  for (const Orphan& orphan : plan.orphans) {
    const Translation& first = orphan.translations.front();
    plan.rules_by_path[first.path] = &rules_for(orphan.source_path, first, config, rules);
  }
  plan.missing = selection.missing;
  std::erase_if(plan.missing, [&](const MissingTranslation& missing) {
    return !is_chosen(locales, missing.translation.locale);
  });
  for (const MissingTranslation& missing : plan.missing) {
    const Translation& translation = missing.translation;
    plan.rules_by_path[translation.path] =
        &rules_for(missing.source_path, translation, config, rules);
  }
}

void require_files_of_pair(const CheckCommand& command, const fs::path& working_folder) {
  for (const std::string& file : {command.source, command.paths.front()}) {
    if (file != kStandardInput && !fs::exists(working_folder / file)) {
      throw Error(file + ": no such file");
    }
  }
}

bool writes_files(const CheckCommand& command) {
  return std::any_of(command.outputs.begin(), command.outputs.end(),
                     [](const Output& output) { return !output.path.empty(); });
}

std::vector<std::string> posts_of(const Site& site) {
  std::vector<std::string> posts;
  const auto add = [&](const std::vector<Translation>& translations) {
    for (const Translation& translation : translations) posts.push_back(translation.path);
  };
  for (const SourcePost& source : site.sources) {
    posts.push_back(source.path);
    add(source.translations);
  }
  for (const Orphan& orphan : site.orphans) add(orphan.translations);
  return posts;
}

}  // namespace

PreparedRun prepare_site(const CheckCommand& command, const fs::path& working_folder,
                         const std::vector<std::string>& paths, const fs::path& root,
                         const Config& config, RuleSet& rules, const Scope& scope) {
  const Site site = site_of(root, config, scope);
  const std::vector<Locale> locales = chosen_locales(command.locales, site);
  Selection selection = select(site, paths, working_folder);
  if (scope.changed)
    keep_changed(*scope.changed, scope.gone, selection);
  else
    add_orphans_of(scope.gone, site, selection);
  if (command.shard) keep_shard(*command.shard, root, selection);

  PreparedRun run{.plan = plan_without_pairs(command, site.layout, root, config, rules),
                  .notes = site.notes,
                  .path_prefix = prefix_between(working_folder, root)};
  Plan& plan = run.plan;
  plan.posts = {.root = root, .dialect = site.dialect, .limits = config.limits};
  plan.source_locale = site.source_locale;
  const std::set<std::string> reported = reported_paths(selection, locales);
  plan_pairs(site, reported, config, rules, plan);
  plan_words(root, config, plan);
  plan_settings(plan);
  order_by_size(plan);
  plan.is_whole_site = selection.is_whole_site && locales.empty();
  plan.is_sharded = command.shard && selection.is_whole_site;
  plan_others(selection, locales, config, rules, plan);
  if (plan.is_whole_site) note_idle_overrides(config, rules, run.notes);

  run.locales = locales;
  run.reported_pairs = reported.size();
  run.source_posts = site.sources.size();
  for (const ClosedFolder& folder : site.closed) {
    run.problems.push_back(folder.path + " cannot be read: " + folder.reason);
  }
  for (const std::string& path : selection.unmatched) {
    if (command.hook) continue;
    run.notes.push_back(path + " belongs to no pair" +
                        (config.exclude.empty() ? "" : ", or `exclude` in recto.yaml names it"));
  }
  run.named = std::move(selection.named);
  if (writes_files(command)) run.posts = posts_of(site);
  return run;
}

PreparedRun prepare_pair(const CheckCommand& command, const fs::path& working_folder,
                         std::istream& input, const fs::path& root, const Config& config,
                         RuleSet& rules) {
  require_files_of_pair(command, working_folder);
  const Locale& locale = command.locales.front();
  const Translation translation{command.paths.front(), locale,
                                is_variant(locale, command.source_locale)};
  PreparedRun run{.plan = plan_without_pairs(command, layout_of(config), root, config, rules),
                  .reported_pairs = 1};
  Plan& plan = run.plan;
  plan.posts = {
      .root = working_folder, .dialect = dialect_of_site(root, config), .limits = config.limits};
  if (translation.path == kStandardInput) {
    plan.posts.given[translation.path] = content_of(input, config.limits.file_size);
  }
  plan.source_locale = command.source_locale;
  plan.site.has_file = nullptr;  // the files of one pair may lie anywhere
  const auto& active = rules_for(command.source, translation, config, rules);
  plan.sources.push_back({.path = command.source, .rules = plan.usual_rules});
  plan.sources.back().pairs.push_back({.translation = translation, .rules = &active});
  plan.rules_by_path[translation.path] = &active;
  plan_words(root, config, plan);
  plan_settings(plan);
  if (writes_files(command)) run.posts = {command.source, translation.path};
  return run;
}

}  // namespace recto
