#include "run/init_command.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <string>

#include "base/error.h"
#include "base/joined.h"
#include "base/replace_file.h"
#include "discover/layout.h"
#include "discover/pairs.h"
#include "discover/root.h"
#include "report/counts.h"
#include "report/visible.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

constexpr const char* kConfigName = "recto.yaml";

/// A path as a YAML scalar that holds braces.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
  return result + "'";
}

std::string content_lines(const Layout& layout) {
  if (layout.content.empty()) return "# A Docusaurus site: its posts are found without more.\n";
  std::string text = "# Where posts lie.\ncontent:\n";
  for (const ContentTemplate& pair : layout.content) {
    text += "  - source: " + quoted(pair.source) +
            "\n    translation: " + quoted(pair.translation) + "\n";
  }
  return text;
}

/// Which locales there are, where their folders do not say it themselves.
std::string locale_lines(const Layout& layout, const std::string& found) {
  if (layout.locales.empty()) {
    return "# Only these locales, instead of all that are found:\n# locales: [" + found + "]\n";
  }
  std::string text = "# What the folders of the locales mean.\nlocales:\n";
  for (const LocaleEntry& entry : layout.locales) {
    text += "  " + quoted(entry.folder) + ": {is: " + entry.locale.tag() + "}\n";
  }
  return text;
}

std::string config_text(const Layout& layout, const std::string& locales) {
  return "# How recto checks this site. Every key is optional; `recto schema` describes them all.\n"
         "\n"
         "source: " +
         layout.source + "\n" + locale_lines(layout, locales) + "\n" + content_lines(layout) +
         "\n"
         "# Files that nobody need translate:\n"
         "# exclude: [drafts/**]\n"
         "\n"
         "# Hosts of the site itself, so that a link to https://example.org/docs is one to /docs:\n"
         "# site: {hosts: [example.org]}\n"
         "\n"
         "# Words and terms of the project; these files are used if they are there:\n"
         "# words: [dictionaries/words.txt]\n"
         "# terms: [dictionaries/terms.yaml]\n"
         "\n"
         "# A severity (error, warning, hint, off) by rule or family; `recto rules` lists them:\n"
         "# rules:\n"
         "#   spelling: off\n"
         "#   heading/restyled: warning\n";
}

/// How many posts each locale has.
std::map<std::string, std::size_t> translated_by_locale(const Site& site) {
  std::map<std::string, std::size_t> counts;
  for (const Locale& locale : site.locales) counts[locale.tag()] = 0;
  for (const SourcePost& source : site.sources) {
    for (const Translation& translation : source.translations) ++counts[translation.locale.tag()];
  }
  return counts;
}

void say_what_was_found(const Layout& layout, const Site& site, std::ostream& errors) {
  errors << "found "
         << (layout.name == "folders" ? std::string("posts in several languages")
                                      : "a " + layout.name + " site")
         << ": " << counted(site.sources.size(), "post") << " in " << site.source_locale.tag()
         << '\n';
  for (const ContentTemplate& pair : layout.content) {
    errors << "  " << visible(pair.source) << " -> " << visible(pair.translation) << '\n';
  }
  for (const auto& [tag, count] : translated_by_locale(site)) {
    errors << "  " << tag << ": " << counted(count, "translation") << '\n';
  }
  std::size_t orphaned = 0;
  for (const Orphan& orphan : site.orphans) orphaned += orphan.translations.size();
  if (orphaned > 0) {
    errors << "  " << counted(orphaned, "translation")
           << " without a source; `recto check --only pair/orphan` lists them\n";
  }
}

/// Throws Error where the posts are those of sites that have folders of their own.
void require_no_site_below(const fs::path& root, const Layout& layout) {
  const std::vector<std::string> sites = sites_below(root);
  const auto is_in_one = [&](const ContentTemplate& pair) {
    return std::any_of(sites.begin(), sites.end(), [&](const std::string& site) {
      return pair.source.starts_with(site + '/') && pair.translation.starts_with(site + '/');
    });
  };
  if (sites.empty() || !std::all_of(layout.content.begin(), layout.content.end(), is_in_one))
    return;
  throw Error("the posts here are those of " + joined(sites, "/, ") + "/; run `recto init` there");
}

}  // namespace

int run_init(const InitCommand& command, const Surroundings& surroundings) {
  const fs::path& root = surroundings.working_folder;
  if (!command.print && fs::exists(root / kConfigName)) {
    throw Error(
        "recto.yaml is there already and stays as it is; `recto init --print` prints what "
        "would be written");
  }
  const auto layout = find_layout(root);
  if (!layout) {
    throw Error("no posts in several languages found below " + root.generic_string() + "; " +
                advice_without_site(root, "say where they lie under `content:` in a recto.yaml"));
  }
  require_no_site_below(root, *layout);
  // What is said is what the file will find.
  const Site site = find_pairs(root, parse_config(config_text(*layout, ""), kConfigName));
  std::string locales;
  for (const Locale& locale : site.locales) {
    locales += (locales.empty() ? "" : ", ") + locale.tag();
  }
  const std::string text = config_text(*layout, locales);
  say_what_was_found(*layout, site, surroundings.errors);
  if (command.print) {
    surroundings.output << text;
    return 0;
  }
  if (const auto reason = replace_file(root / kConfigName, text)) {
    throw Error(kConfigName, 0, "cannot be written: " + *reason);
  }
  surroundings.errors << "wrote recto.yaml; next: `recto check`\n";
  return 0;
}

}  // namespace recto
