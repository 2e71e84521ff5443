#include "config.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "base/day.h"
#include "base/error.h"
#include "base/glob.h"
#include "base/inside.h"
#include "text/yaml.h"
#include "text/yaml_reader.h"

namespace recto {
namespace {

using yaml::Entry;
using yaml::Handlers;
using yaml::Kind;
using yaml::Node;
using yaml::Reader;

constexpr std::size_t kDeepestLimit = 256;  // some of what reads nested things calls itself
constexpr std::size_t kLargestLimit = 1'000'000'000;

Locale locale_in(const Reader& reader, const std::string& tag, Span span) {
  const auto locale = parse_locale(tag);
  if (!locale) reader.refuse(span, "`" + tag + "` is no language tag such as `vi` or `pt-BR`");
  return *locale;
}

LocaleEntry parse_locale_entry(const Reader& reader, const Entry& folder) {
  LocaleEntry locale{.folder = folder.key};
  std::string tag = folder.key;
  Span place = folder.key_span;
  reader.entries(
      folder.value, folder.key_span, "a locale",
      {{"is",
        [&](const Entry& is) {
          tag = reader.text(is);
          place = is.value.span;
        }},
       {"variant", [&](const Entry& variant) { locale.variant = reader.flag(variant); }}});
  locale.locale = locale_in(reader, tag, place);
  return locale;
}

/// The tags of a list, in the form that pairs have them.
std::vector<std::string> locale_tags(const Reader& reader, const Entry& entry) {
  std::vector<std::string> tags;
  for (const std::string& name : reader.texts(entry)) {
    tags.push_back(locale_in(reader, name, entry.value.span).tag());
  }
  return tags;
}

std::vector<LocaleEntry> parse_locales(const Reader& reader, const Entry& entry) {
  std::vector<LocaleEntry> locales;
  if (entry.value.kind == Kind::map) {
    for (const Entry& folder : entry.value.entries) {
      locales.push_back(parse_locale_entry(reader, folder));
    }
    return locales;
  }
  if (entry.value.kind != Kind::list) {
    reader.refuse(entry.key_span, "`locales` takes a list, or a map by folder");
  }
  for (const Node& item : entry.value.items) {
    const bool is_known =
        std::any_of(locales.begin(), locales.end(),
                    [&](const LocaleEntry& other) { return other.folder == item.text; });
    if (is_known) reader.refuse(item.span, "`" + item.text + "` stands twice in `locales`");
    locales.push_back({item.text, locale_in(reader, item.text, item.span)});
  }
  return locales;
}

/// Refuses a template that no path can fit, or that leads out of the root.
void require_template(const Reader& reader, const Entry& entry, bool has_locale) {
  const std::string pattern = reader.text(entry);
  const std::size_t locales = occurrences(pattern, "{locale}");
  if (occurrences(pattern, "{path}") != 1 || (locales == 0) == has_locale) {
    reader.refuse(entry.value.span,
                  "a template of `content` needs {path} in `source`, and {locale} and {path} in "
                  "`translation`");
  }
  if (occurrences(pattern, "{") != locales + 1 || occurrences(pattern, "}") != locales + 1) {
    reader.refuse(entry.value.span, yaml::quoted(entry) + " knows no braces but {path}, {locale}");
  }
  if (pattern.starts_with('/') || occurrences("/" + pattern, "/../") > 0) {
    reader.refuse(entry.value.span,
                  yaml::quoted(entry) + " is seen from the folder of recto.yaml and stays in it");
  }
}

std::vector<ContentTemplate> parse_content(const Reader& reader, const Entry& entry) {
  std::vector<Node> items = entry.value.items;
  if (entry.value.kind == Kind::map) items = {entry.value};
  if (items.empty()) reader.refuse(entry.key_span, "`content` takes a list of templates");
  std::vector<ContentTemplate> content;
  for (const Node& item : items) {
    if (item.kind == Kind::scalar) {
      reader.refuse(item.span,
                    "a template of `content` says where the source lies and where its "
                    "translation: `source: 'docs/en/{path}.md'`, `translation: "
                    "'docs/{locale}/{path}.md'`");
    }
    ContentTemplate pair;
    const auto read = [&](std::string& pattern, bool has_locale) {
      return [&reader, &pattern, has_locale](const Entry& value) {
        require_template(reader, value, has_locale);
        pattern = value.value.text.substr(value.value.text.starts_with("./") ? 2 : 0);
      };
    };
    reader.entries(
        item, item.span, "`content`",
        {{"source", read(pair.source, false)}, {"translation", read(pair.translation, true)}});
    if (pair.source.empty() || pair.translation.empty()) {
      reader.refuse(item.kind == Kind::map ? item.span : entry.key_span,
                    "`content` needs both `source` and `translation`");
    }
    content.push_back(std::move(pair));
  }
  return content;
}

std::vector<RuleSetting> parse_rules(const Reader& reader, const Entry& entry) {
  if (entry.value.kind == Kind::null) return {};
  if (entry.value.kind != Kind::map) reader.refuse(entry.key_span, "`rules` takes rules by name");
  std::vector<RuleSetting> settings;
  for (const Entry& rule : entry.value.entries) {
    RuleSetting setting{.rule = rule.key, .line = reader.line(rule.key_span)};
    if (rule.value.kind == Kind::scalar) {
      setting.severity = reader.severity(rule);
    } else if (rule.value.kind == Kind::map) {
      for (const Entry& part : rule.value.entries) {
        if (part.key == "severity")
          setting.severity = reader.severity(part);
        else if (part.key == "unsure")
          setting.unsure = reader.severity(part);
        else
          setting.with.emplace(part.key, reader.param(part));
      }
    } else {
      reader.refuse(rule.key_span, "a rule takes a severity, or a map with parameters");
    }
    settings.push_back(std::move(setting));
  }
  return settings;
}

/// Reads patterns of paths; refuses those that no path can fit.
std::vector<std::string> patterns(const Reader& reader, const Entry& entry) {
  std::vector<std::string> patterns = reader.texts(entry);
  for (std::string& pattern : patterns) {
    if (pattern.starts_with('!')) {
      reader.refuse(entry.key_span,
                    "`" + pattern + "` takes nothing back: name only what is meant");
    }
    if (pattern.starts_with('/')) {
      reader.refuse(
          entry.key_span,
          "`" + pattern + "` is seen from the folder of recto.yaml: leave out its first `/`");
    }
    if (pattern.starts_with("./")) pattern.erase(0, 2);
  }
  return patterns;
}

/// Reads names such as `example.org`.
std::vector<std::string> host_names(const Reader& reader, const Entry& entry) {
  std::vector<std::string> hosts = reader.texts(entry);
  for (const std::string& host : hosts) {
    if (host.find_first_of("/*") == host.npos) continue;
    reader.refuse(entry.key_span, "`" + host + "` is no name of a host such as `example.org`");
  }
  return hosts;
}

std::vector<Override> parse_overrides(const Reader& reader, const Entry& entry) {
  if (entry.value.kind == Kind::null) return {};
  if (entry.value.kind != Kind::list) reader.refuse(entry.key_span, "`overrides` takes a list");
  std::vector<Override> overrides;
  for (const Node& item : entry.value.items) {
    Override settings{.line = reader.line(item.span)};
    reader.entries(
        item, item.span, "an override",
        {{"files", [&](const Entry& value) { settings.pairs.files = patterns(reader, value); }},
         {"locales",
          [&](const Entry& value) { settings.pairs.locales = locale_tags(reader, value); }},
         {"rules", [&](const Entry& value) { settings.rules = parse_rules(reader, value); }}});
    overrides.push_back(std::move(settings));
  }
  return overrides;
}

KeyPolicy parse_policy(const Reader& reader, const Entry& entry) {
  KeyPolicy policy;
  const auto list = [&](std::vector<std::string>& keys) {
    return [&](const Entry& value) { keys = reader.texts(value); };
  };
  reader.entries(entry.value, entry.key_span, "`front_matter`",
                 {{"same", list(policy.same)},
                  {"translate", list(policy.translate)},
                  {"local", list(policy.local)},
                  {"source_only", list(policy.source_only)}});
  return policy;
}

/// `8 MiB`, `512 KiB` or a number of bytes.
std::size_t parse_size(const Reader& reader, const Entry& entry) {
  const std::string value = reader.text(entry);
  std::size_t number = 0;
  const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
  const std::string unit(end, value.data() + value.size());
  const std::map<std::string, std::size_t> units = {
      {"", 0}, {" KiB", 10}, {" MiB", 20}, {"KiB", 10}, {"MiB", 20}};
  const auto shift = units.find(unit);
  const bool fits = failure == std::errc() && shift != units.end() && number > 0 &&
                    number < std::size_t{1} << 31U;
  if (!fits) reader.refuse(entry.value.span, "`" + value + "` is no size such as `8 MiB`");
  // Places in a file are 32 bits wide.
  return std::min<std::size_t>(number << shift->second, std::size_t{1} << 31U);
}

FailOn parse_fail_on(const Reader& reader, const Entry& entry) {
  const std::string word = reader.one_of(entry, {"error", "warning", "hint", "never"});
  if (word == "never") return FailOn::never;
  if (word == "hint") return FailOn::hint;
  return word == "error" ? FailOn::error : FailOn::warning;
}

std::vector<ConfigAllowance> parse_allow(const Reader& reader, const Entry& entry) {
  if (entry.value.kind == Kind::null) return {};
  if (entry.value.kind != Kind::list) reader.refuse(entry.key_span, "`allow` takes a list");
  std::vector<ConfigAllowance> allowances;
  for (const Node& item : entry.value.items) {
    ConfigAllowance allowance{.line = reader.line(item.span)};
    reader.entries(
        item, item.span, "an entry of `allow`",
        {{"rule", reader.text_into(allowance.rule)},
         {"files", [&](const Entry& value) { allowance.pairs.files = patterns(reader, value); }},
         {"locales",
          [&](const Entry& value) { allowance.pairs.locales = locale_tags(reader, value); }},
         {"because", [&](const Entry& value) { reader.text(value); }},
         {"until", [&](const Entry& value) {
            allowance.until = reader.text(value);
            if (is_day(allowance.until)) return;
            reader.refuse(value.key_span, "`until` takes a date such as 2026-12-31");
          }}});
    if (allowance.rule.empty()) reader.refuse(item.span, "an entry of `allow` needs `rule`");
    allowances.push_back(std::move(allowance));
  }
  return allowances;
}

/// Reads a whole number from 1 to `most`.
yaml::Handler count_in(const Reader& reader, std::size_t& count, std::size_t most) {
  return [&reader, &count, most](const Entry& entry) {
    const std::string text = reader.text(entry);
    const char* const last = text.data() + text.size();
    const auto [end, failure] = std::from_chars(text.data(), last, count);
    if (failure == std::errc() && end == last && count > 0 && count <= most) return;
    reader.refuse(entry.key_span,
                  yaml::quoted(entry) + " takes a number from 1 to " + std::to_string(most));
  };
}

Handlers limits_handlers(const Reader& reader, Limits& limits) {
  const auto size = [&reader](std::size_t& bytes) {
    return [&reader, &bytes](const Entry& entry) { bytes = parse_size(reader, entry); };
  };
  return {{"file_size", size(limits.file_size)},
          {"front_matter_size", size(limits.front_matter_size)},
          {"front_matter_depth", count_in(reader, limits.front_matter_depth, kDeepestLimit)},
          {"front_matter_values", count_in(reader, limits.front_matter_values, kLargestLimit)},
          {"nesting", count_in(reader, limits.nesting, kDeepestLimit)},
          {"pair_work", count_in(reader, limits.pair_work, kLargestLimit)},
          {"findings_per_file", count_in(reader, limits.findings_per_file, kLargestLimit)}};
}

/// Refuses names of files and folders that lead out of the folder of recto.yaml.
std::vector<std::string> names_inside(const Reader& reader, const Entry& entry) {
  std::vector<std::string> names = reader.texts(entry);
  for (const std::string& name : names) {
    if (stays_inside(name)) continue;
    reader.refuse(entry.key_span,
                  "`" + name + "` is seen from the folder of recto.yaml and stays in it");
  }
  return names;
}

void parse_words(const Reader& reader, const Entry& entry, Config& config) {
  config.names_words = true;
  if (entry.value.kind != Kind::map) {
    config.words = names_inside(reader, entry);
    return;
  }
  for (const Entry& locale : entry.value.entries) {
    const std::string tag = locale_in(reader, locale.key, locale.key_span).tag();
    config.locale_words[tag] = names_inside(reader, locale);
  }
}

Handlers site_handlers(const Reader& reader, Config& config) {
  return {
      {"hosts", [&](const Entry& entry) { config.hosts = host_names(reader, entry); }},
      {"locale_prefix", [&](const Entry& entry) { config.locale_prefix = reader.flag(entry); }}};
}

Handlers posts_handlers(const Reader& reader, Config& config) {
  return {
      {"source",
       [&](const Entry& entry) {
         config.source = locale_in(reader, reader.text(entry), entry.value.span);
       }},
      {"locales", [&](const Entry& entry) { config.locales = parse_locales(reader, entry); }},
      // The only one with a preset, and it is found by itself.
      {"layout", [&](const Entry& entry) { reader.one_of(entry, {"docusaurus"}); }},
      {"content", [&](const Entry& entry) { config.content = parse_content(reader, entry); }},
      {"dialect",
       [&](const Entry& entry) {
         config.dialect = reader.one_of(entry, {"markdown", "mdx", "docusaurus", "hugo", "mkdocs"});
       }},
      {"exclude", [&](const Entry& entry) { config.exclude = patterns(reader, entry); }},
      {"site",
       [&](const Entry& entry) {
         reader.entries(entry.value, entry.key_span, "`site`", site_handlers(reader, config));
       }},
      {"limits", [&](const Entry& entry) {
         reader.entries(entry.value, entry.key_span, "`limits`",
                        limits_handlers(reader, config.limits));
       }}};
}

Handlers rules_handlers(const Reader& reader, Config& config) {
  return {
      {"words", [&](const Entry& entry) { parse_words(reader, entry, config); }},
      {"terms",
       [&](const Entry& entry) {
         config.terms = names_inside(reader, entry);
         config.names_terms = true;
       }},
      {"rule_folders",
       [&](const Entry& entry) { config.rule_folders = names_inside(reader, entry); }},
      {"dictionaries",
       [&](const Entry& entry) {
         if (entry.value.kind != Kind::map) {
           reader.refuse(entry.key_span, "`dictionaries` takes names by locale");
         }
         for (const Entry& locale : entry.value.entries) {
           const std::string tag = locale_in(reader, locale.key, locale.key_span).tag();
           config.dictionaries[tag] = reader.text(locale);
         }
       }},
      {"front_matter",
       [&](const Entry& entry) { config.front_matter = parse_policy(reader, entry); }},
      {"rules", [&](const Entry& entry) { config.rules = parse_rules(reader, entry); }},
      {"overrides", [&](const Entry& entry) { config.overrides = parse_overrides(reader, entry); }},
      {"fail_on", [&](const Entry& entry) { config.fail_on = parse_fail_on(reader, entry); }},
      {"allow", [&](const Entry& entry) { config.allow = parse_allow(reader, entry); }},
      {"baseline", [&](const Entry& entry) {
         config.baseline = reader.text(entry);
         names_inside(reader, entry);
       }}};
}

}  // namespace

Config parse_config(std::string_view text, const std::string& path) {
  const yaml::Document document = yaml::parse(text);
  if (document.problem) throw Error(path, document.problem->line, document.problem->message);
  const Reader reader(text, path);
  Config config{.path = path};
  Handlers handlers = posts_handlers(reader, config);
  handlers.merge(rules_handlers(reader, config));
  reader.entries(document.root, document.root.span, "recto.yaml", handlers);
  return config;
}

bool is_variant(const LocaleEntry& entry, const Locale& source) {
  return entry.variant.value_or(is_variant(entry.locale, source));
}

bool fits(const PairFilter& filter, const std::string& source_path,
          const std::string& translation_path, const Locale& locale) {
  const auto fits_path = [&](const std::string& pattern) {
    return matches_glob(pattern, source_path) || matches_glob(pattern, translation_path);
  };
  const std::vector<std::string> names = locale.names();
  const auto fits_locale = [&](const std::string& tag) {
    return std::find(names.begin(), names.end(), tag) != names.end();
  };
  const auto& files = filter.files;
  const auto& locales = filter.locales;
  return (files.empty() || std::any_of(files.begin(), files.end(), fits_path)) &&
         (locales.empty() || std::any_of(locales.begin(), locales.end(), fits_locale));
}

}  // namespace recto
