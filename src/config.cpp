#include "config.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

#include "base/error.h"
#include "text/similarity.h"
#include "text/yaml.h"

namespace recto {
namespace {

using yaml::Entry;
using yaml::Kind;
using yaml::Node;

using Handler = std::function<void(const Entry&)>;
using Handlers = std::map<std::string, Handler, std::less<>>;

/// Reads the values of one file and knows where they stand.
class Reader {
 public:
  Reader(std::string_view text, std::string path) : text_(text), path_(std::move(path)) {}

  std::size_t line(Span span) const {
    const std::string_view before = slice(text_, {0, span.begin});
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  }

  [[noreturn]] void refuse(Span span, const std::string& what) const {
    throw Error(path_, line(span), what);
  }

  std::string text(const Entry& entry) const {
    if (entry.value.kind != Kind::scalar) refuse(entry.key_span, quoted(entry) + " takes a text");
    return entry.value.text;
  }

  bool flag(const Entry& entry) const {
    const std::string value = text(entry);
    if (value != "true" && value != "false") {
      refuse(entry.value.span, quoted(entry) + " takes true or false");
    }
    return value == "true";
  }

  std::vector<std::string> texts(const Entry& entry) const {
    if (entry.value.kind == Kind::scalar) return {entry.value.text};
    if (entry.value.kind != Kind::list) refuse(entry.key_span, quoted(entry) + " takes a list");
    std::vector<std::string> values;
    for (const Node& item : entry.value.items) {
      if (item.kind != Kind::scalar) refuse(item.span, quoted(entry) + " takes a list of texts");
      values.push_back(item.text);
    }
    return values;
  }

  /// Calls the handler of each key of `map`; a key without one is refused with the nearest known.
  void entries(const Node& map, Span place, const std::string& name,
               const Handlers& handlers) const {
    if (map.kind == Kind::null) return;
    if (map.kind != Kind::map) refuse(place, name + " takes keys with values");
    for (const Entry& entry : map.entries) {
      const auto handler = handlers.find(entry.key);
      if (handler == handlers.end()) refuse_key(entry, handlers);
      handler->second(entry);
    }
  }

  Param param(const Entry& entry) const {
    Param param{.values = texts(entry), .path = path_, .line = line(entry.key_span)};
    param.is_list = entry.value.kind == Kind::list;
    return param;
  }

  static std::string quoted(const Entry& entry) { return "`" + entry.key + "`"; }

 private:
  [[noreturn]] void refuse_key(const Entry& entry, const Handlers& handlers) const {
    std::vector<std::string> known;
    for (const auto& [name, handler] : handlers) known.push_back(name);
    const auto near = nearest(entry.key, known);
    refuse(entry.key_span,
           "unknown key " + quoted(entry) + (near ? "; did you mean `" + *near + "`?" : ""));
  }

  std::string_view text_;
  std::string path_;
};

Locale locale_in(const Reader& reader, const std::string& tag, Span span) {
  const auto locale = parse_locale(tag);
  if (!locale) reader.refuse(span, "`" + tag + "` is no language tag such as `vi` or `pt-BR`");
  return *locale;
}

std::vector<LocaleEntry> parse_locales(const Reader& reader, const Entry& entry) {
  std::vector<LocaleEntry> locales;
  if (entry.value.kind == Kind::list) {
    for (const Node& item : entry.value.items) {
      locales.push_back({item.text, locale_in(reader, item.text, item.span)});
    }
    return locales;
  }
  if (entry.value.kind != Kind::map) {
    reader.refuse(entry.key_span, "`locales` takes a list, or a map by folder");
  }
  for (const Entry& folder : entry.value.entries) {
    LocaleEntry locale{.folder = folder.key};
    std::string tag = folder.key;
    Span place = folder.key_span;
    reader.entries(folder.value, folder.key_span, "a locale",
                   {{"is",
                     [&](const Entry& is) {
                       tag = reader.text(is);
                       place = is.value.span;
                     }},
                    {"variant", [&](const Entry& variant) {
                       locale.is_variant_of_source = reader.flag(variant);
                     }}});
    locale.locale = locale_in(reader, tag, place);
    locales.push_back(std::move(locale));
  }
  return locales;
}

std::vector<ContentTemplate> parse_content(const Reader& reader, const Entry& entry) {
  std::vector<Node> items = entry.value.items;
  if (entry.value.kind == Kind::map) items = {entry.value};
  if (items.empty()) reader.refuse(entry.key_span, "`content` takes a list of templates");
  std::vector<ContentTemplate> content;
  for (const Node& item : items) {
    ContentTemplate pair;
    reader.entries(
        item, item.span, "`content`",
        {{"source", [&](const Entry& value) { pair.source = reader.text(value); }},
         {"translation", [&](const Entry& value) { pair.translation = reader.text(value); }}});
    const bool has_paths = pair.source.find("{path}") != std::string::npos &&
                           pair.translation.find("{path}") != std::string::npos;
    if (!has_paths || pair.translation.find("{locale}") == std::string::npos) {
      reader.refuse(item.span,
                    "a template of `content` needs {path} in `source`, and {locale} and {path} in "
                    "`translation`");
    }
    content.push_back(std::move(pair));
  }
  return content;
}

std::vector<RuleSetting> parse_rules(const Reader& reader, const Entry& entry) {
  if (entry.value.kind != Kind::map) reader.refuse(entry.key_span, "`rules` takes rules by name");
  std::vector<RuleSetting> settings;
  const auto severity_of = [&](const Entry& value) {
    const auto severity = parse_severity(reader.text(value));
    if (!severity) {
      reader.refuse(value.value.span,
                    "`" + value.value.text + "` is no severity; use error, warning, hint or off");
    }
    return severity;
  };
  for (const Entry& rule : entry.value.entries) {
    RuleSetting setting{.rule = rule.key, .line = reader.line(rule.key_span)};
    if (rule.value.kind == Kind::scalar) {
      setting.severity = severity_of(rule);
    } else if (rule.value.kind == Kind::map) {
      for (const Entry& part : rule.value.entries) {
        if (part.key == "severity")
          setting.severity = severity_of(part);
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

std::vector<Override> parse_overrides(const Reader& reader, const Entry& entry) {
  if (entry.value.kind != Kind::list) reader.refuse(entry.key_span, "`overrides` takes a list");
  std::vector<Override> overrides;
  for (const Node& item : entry.value.items) {
    Override settings;
    reader.entries(
        item, item.span, "an override",
        {{"files", [&](const Entry& value) { settings.files = reader.texts(value); }},
         {"locales", [&](const Entry& value) { settings.locales = reader.texts(value); }},
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
  const bool fits =
      failure == std::errc() && shift != units.end() && number < std::size_t{1} << 31U;
  if (!fits) reader.refuse(entry.value.span, "`" + value + "` is no size such as `8 MiB`");
  // Places in a file are 32 bits wide.
  return std::min<std::size_t>(number << shift->second, std::size_t{1} << 31U);
}

FailOn parse_fail_on(const Reader& reader, const Entry& entry) {
  const std::map<std::string, FailOn> words = {{"error", FailOn::error},
                                               {"warning", FailOn::warning},
                                               {"hint", FailOn::hint},
                                               {"never", FailOn::never}};
  const auto found = words.find(reader.text(entry));
  if (found == words.end()) {
    reader.refuse(entry.value.span, "`fail_on` takes error, warning, hint or never");
  }
  return found->second;
}

void parse_words(const Reader& reader, const Entry& entry, Config& config) {
  config.names_words = true;
  if (entry.value.kind != Kind::map) {
    config.words = reader.texts(entry);
    return;
  }
  for (const Entry& locale : entry.value.entries) {
    const std::string tag = locale_in(reader, locale.key, locale.key_span).tag();
    config.locale_words[tag] = reader.texts(locale);
  }
}

Handlers site_handlers(const Reader& reader, Config& config) {
  return {
      {"hosts", [&](const Entry& entry) { config.hosts = reader.texts(entry); }},
      {"locale_prefix", [&](const Entry& entry) { config.locale_prefix = reader.flag(entry); }}};
}

Handlers posts_handlers(const Reader& reader, Config& config) {
  return {{"source",
           [&](const Entry& entry) {
             config.source = locale_in(reader, reader.text(entry), entry.value.span);
           }},
          {"locales", [&](const Entry& entry) { config.locales = parse_locales(reader, entry); }},
          {"layout", [&](const Entry& entry) { config.layout = reader.text(entry); }},
          {"content", [&](const Entry& entry) { config.content = parse_content(reader, entry); }},
          {"dialect", [&](const Entry& entry) { config.dialect = reader.text(entry); }},
          {"exclude", [&](const Entry& entry) { config.exclude = reader.texts(entry); }},
          {"site",
           [&](const Entry& entry) {
             reader.entries(entry.value, entry.key_span, "`site`", site_handlers(reader, config));
           }},
          {"limits", [&](const Entry& entry) {
             reader.entries(entry.value, entry.key_span, "`limits`",
                            {{"file_size", [&](const Entry& size) {
                                config.limits.file_size = parse_size(reader, size);
                              }}});
           }}};
}

Handlers rules_handlers(const Reader& reader, Config& config) {
  return {
      {"words", [&](const Entry& entry) { parse_words(reader, entry, config); }},
      {"terms",
       [&](const Entry& entry) {
         config.terms = reader.texts(entry);
         config.names_terms = true;
       }},
      {"rule_folders", [&](const Entry& entry) { config.rule_folders = reader.texts(entry); }},
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
      {"fail_on", [&](const Entry& entry) { config.fail_on = parse_fail_on(reader, entry); }}};
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

}  // namespace recto
