#include "discover/pairs.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/error.h"
#include "corpus.h"
#include "discover/missing.h"
#include "discover/root.h"
#include "temporary_folder.h"

namespace {

namespace fs = std::filesystem;

using recto::Config;
using recto::find_pairs;
using recto::Site;

using Folder = TemporaryFolder;

std::vector<std::string> pairs_of(const Site& site) {
  std::vector<std::string> pairs;
  for (const auto& source : site.sources) {
    for (const auto& translation : source.translations) {
      pairs.push_back(source.path + " = " + translation.path + " (" + translation.locale.tag() +
                      ")");
    }
  }
  return pairs;
}

std::size_t corpus_pairs(const std::string& layout) {
  const auto root = recto::find_root(*recto::testing::corpus_folder() / layout, "", {});
  return pairs_of(find_pairs(root.folder, root.config)).size();
}

TEST_CASE("a Docusaurus site is found without configuration") {
  const Folder folder;
  folder.write("docusaurus.config.js",
               "// defaultLocale: 'fr'\nexport default {i18n: {defaultLocale: 'en'}};\n");
  folder.write("blog/2024/a.md");
  folder.write("docs/b.mdx");
  folder.write("versioned_docs/version-1.0/b.md");
  folder.write("src/pages/about.md");
  folder.write("api/c.md");
  const std::string plugin = "i18n/vi/docusaurus-plugin-content-";
  folder.write(plugin + "blog/2024/a.md");
  folder.write(plugin + "docs/current/b.md");
  folder.write(plugin + "docs/version-1.0/b.md");
  folder.write(plugin + "pages/about.md");
  folder.write(plugin + "docs-api/current/c.md");
  folder.write("i18n/en/docusaurus-plugin-content-blog/2024/a.md");
  folder.write("node_modules/x/docs/b.md");
  CHECK(pairs_of(find_pairs(folder.path(), {})) ==
        std::vector<std::string>{
            "api/c.md = " + plugin + "docs-api/current/c.md (vi)",
            "blog/2024/a.md = " + plugin + "blog/2024/a.md (vi)",
            "docs/b.mdx = " + plugin + "docs/current/b.md (vi)",
            "src/pages/about.md = " + plugin + "pages/about.md (vi)",
            "versioned_docs/version-1.0/b.md = " + plugin + "docs/version-1.0/b.md (vi)"});
}

TEST_CASE("the folder of a further instance is the one that the configuration names") {
  const Folder folder;
  folder.write("docusaurus.config.ts", "plugins: [['docs', {id: 'api', path: './reference'}]]\n");
  folder.write("reference/c.md");
  folder.write("i18n/vi/docusaurus-plugin-content-docs-api/current/c.md");
  CHECK(pairs_of(find_pairs(folder.path(), {})).size() == 1);
}

TEST_CASE("a template may keep translations among the sources") {
  const Folder folder;
  folder.write("docs/a.md");
  folder.write("docs/api/b.md");
  folder.write("docs/vi/a.md");
  Config config;
  config.content = {{"docs/{path}.md", "docs/{locale}/{path}.md"}};
  const Site site = find_pairs(folder.path(), config);
  CHECK(pairs_of(site) == std::vector<std::string>{"docs/a.md = docs/vi/a.md (vi)"});
  CHECK(site.orphans.empty());
}

TEST_CASE("a folder that a language hardly anybody writes would be called is one of posts") {
  const Folder folder;
  for (const char* post : {"README.md", "api/README.md", "fil/README.md", "hsb/README.md"}) {
    folder.write(post);
  }
  Config config;
  config.content = {{"{path}.md", "{locale}/{path}.md"}};
  const std::vector<std::string> pairs = {"README.md = fil/README.md (fil)",
                                          "README.md = hsb/README.md (hsb)"};
  CHECK(pairs_of(find_pairs(folder.path(), config)) == pairs);
  config.locales = {{"api", *recto::parse_locale("api")}};
  CHECK(pairs_of(find_pairs(folder.path(), config)) ==
        std::vector<std::string>{"README.md = api/README.md (api)"});
}

TEST_CASE("the configuration of Docusaurus says where its docs lie") {
  const Folder folder;
  folder.write("docusaurus.config.js",
               "export default {presets: [['classic', {docs: {sidebarPath: './s.js', editUrl: "
               "({path}) => path, path: './guides/'}, blog: false}]]};\n");
  folder.write("guides/a.md");
  folder.write("i18n/vi/docusaurus-plugin-content-docs/current/a.md");
  CHECK(pairs_of(find_pairs(folder.path(), {})) ==
        std::vector<std::string>{
            "guides/a.md = i18n/vi/docusaurus-plugin-content-docs/current/a.md (vi)"});
}

TEST_CASE("a locale may stand in the name of the file") {
  const Folder folder;
  folder.write("content/a.md");
  folder.write("content/a.vi.md");
  Config config;
  config.content = {{"content/{path}.md", "content/{path}.{locale}.md"}};
  CHECK(pairs_of(find_pairs(folder.path(), config)) ==
        std::vector<std::string>{"content/a.md = content/a.vi.md (vi)"});
}

TEST_CASE("a locale that stands in a path twice is the same one") {
  const Folder folder;
  folder.write("docs/a.md");
  folder.write("docs/vi/a.vi.md");
  folder.write("docs/vi/a.fr.md");
  Config config;
  config.content = {{"docs/{path}.md", "docs/{locale}/{path}.{locale}.md"}};
  CHECK(pairs_of(find_pairs(folder.path(), config)) ==
        std::vector<std::string>{"docs/a.md = docs/vi/a.vi.md (vi)"});
  config.content = {{"{path}.md", "{locale}{locale}{locale}{locale}{locale}{path}x.md"}};
  folder.write(std::string(200, 'a') + ".md");  // read in no more ways than its name is long
  CHECK(pairs_of(find_pairs(folder.path(), config)).empty());
}

TEST_CASE("a hyphen parts a name from its locale, and a locale from its region") {
  const Folder folder;
  for (const char* name :
       {"readme", "readme-pt", "readme-pt-br", "readme-zh-hans-cn", "readme-kr"}) {
    folder.write(std::string(name) + ".md");
  }
  Config config;
  config.content = {{"{path}.md", "{path}-{locale}.md"}};
  CHECK(pairs_of(find_pairs(folder.path(), config)) ==
        std::vector<std::string>{
            "readme.md = readme-kr.md (ko)", "readme.md = readme-pt-br.md (pt-BR)",
            "readme.md = readme-pt.md (pt)", "readme.md = readme-zh-hans-cn.md (zh-CN)"});
  for (const char* name : {"how", "how-to", "how-to-de"}) folder.write(std::string(name) + ".md");
  config.locales = {{"de", *recto::parse_locale("de"), false}};
  CHECK(pairs_of(find_pairs(folder.path(), config)) ==
        std::vector<std::string>{"how-to.md = how-to-de.md (de)"});
}

TEST_CASE("a word of three letters behind a file's name is no locale that nobody writes") {
  const TemporaryFolder folder;
  folder.write("kettle.md");
  folder.write("kettle_fwd.md");
  folder.write("kettle_fil.md");
  recto::Config config;
  config.content = {{"{path}.md", "{path}_{locale}.md"}};
  const recto::Site site = recto::find_pairs(folder.path(), config);
  REQUIRE(site.locales.size() == 1);
  CHECK(site.locales[0].language == "fil");
}

TEST_CASE("a translation without a source is an orphan, once for all its locales") {
  const Folder folder;
  folder.write("blog/2024-01-01-kettles.md");
  for (const std::string locale : {"vi", "fr"}) {
    folder.write("i18n/" + locale + "/docusaurus-plugin-content-blog/2024-01-01-kettle.md");
  }
  const Site site = find_pairs(folder.path(), {});
  REQUIRE(site.orphans.size() == 1);
  CHECK(site.orphans[0].source_path == "blog/2024-01-01-kettle.md");
  CHECK(site.orphans[0].translations.size() == 2);
  CHECK(site.orphans[0].likely_source == "blog/2024-01-01-kettles.md");
}

TEST_CASE("a link that leads out of the root is not followed") {
  const Folder outside;
  outside.write("a.md");
  const Folder folder;
  folder.write("blog/a.md");
  folder.write("i18n/vi/docusaurus-plugin-content-blog/a.md");
  fs::create_directory_symlink(outside.path(), folder.path() / "blog/outside");
  fs::create_directory_symlink(folder.path() / "blog", folder.path() / "blog/loop");
  CHECK(find_pairs(folder.path(), {}).sources.size() == 1);
}

TEST_CASE("a link to the source in place of a translation is none") {
  const Folder folder;
  folder.write("docs/en/a.md");
  folder.write("docs/en/b.md");
  folder.write("docs/fr/a.md");
  fs::create_symlink("../en/b.md", folder.path() / "docs/fr/b.md");
  Config config;
  config.content = {{"docs/en/{path}.md", "docs/{locale}/{path}.md"}};
  const Site site = find_pairs(folder.path(), config);
  CHECK(pairs_of(site) == std::vector<std::string>{"docs/en/a.md = docs/fr/a.md (fr)"});
  CHECK(site.notes.front() ==
        "links to their sources in place of translations, which count as missing: 1");
  const auto among =
      recto::find_pairs_among({"docs/en/b.md", "docs/fr/b.md"}, folder.path(), config);
  CHECK(pairs_of(among).empty());
  CHECK(among.orphans.empty());
}

TEST_CASE("a PATH chooses the pairs it belongs to") {
  const Folder folder;
  for (const std::string name : {"a", "b"}) {
    folder.write("blog/" + name + ".md");
    folder.write("i18n/vi/docusaurus-plugin-content-blog/" + name + ".md");
    folder.write("i18n/fr/docusaurus-plugin-content-blog/" + name + ".md");
  }
  folder.write("notes.txt");
  const Site site = find_pairs(folder.path(), {});
  const auto chosen = [&](const std::string& path) {
    Site part = site;
    part.sources = select(site, {path}, folder.path()).sources;
    return pairs_of(part).size();
  };
  CHECK(chosen("blog/a.md") == 2);
  CHECK(chosen("./i18n/vi/docusaurus-plugin-content-blog/a.md") == 1);
  CHECK(chosen("i18n/vi") == 2);
  CHECK(chosen((folder.path() / "blog").string()) == 4);
  CHECK(chosen("notes.txt") == 0);
  CHECK(select(site, {"notes.txt"}, folder.path()).unmatched.size() == 1);
  CHECK_THROWS_AS(chosen("blog/none.md"), recto::Error);
  CHECK_THROWS_AS(chosen("/"), recto::Error);
}

/// Where the missing translations of `site` would lie, a blank behind each.
std::string missing_paths(const Site& site) {
  std::string paths;
  for (const auto& missing : missing_translations(site, site.sources)) {
    paths += missing.translation.path + ' ';
  }
  return paths;
}

TEST_CASE("missing translations stand where the ones beside them lie") {
  const Folder folder;
  folder.write("blog/a.md");
  folder.write("blog/2024/b.md");
  folder.write("i18n/vi/docusaurus-plugin-content-blog/a.md");
  const Site site = find_pairs(folder.path(), {});
  const auto missing = missing_translations(site, site.sources);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].source_path == "blog/2024/b.md");
  CHECK(missing[0].translation.path == "i18n/vi/docusaurus-plugin-content-blog/2024/b.md");
}

TEST_CASE("missing translations are seen where the locale is in the file's name") {
  const Folder folder;
  folder.write("post/a.md");
  folder.write("post/a.fr.md");
  folder.write("post/v1.2/b.mdx");
  recto::Config config;
  config.content = {{"{path}.md", "{path}.{locale}.md"}};
  CHECK(missing_paths(find_pairs(folder.path(), config)) == "post/v1.2/b.fr.mdx ");
}

TEST_CASE("a translation is missing of the narrowest kind that has the locale") {
  const Folder folder;
  for (const char* path : {"a.md", "fr/a.md", "docs/b.md", "docs/fr/b.md", "docs/c.md"}) {
    folder.write(path);
  }
  recto::Config config;
  config.content = {{"{path}.md", "{locale}/{path}.md"},
                    {"docs/{path}.md", "docs/{locale}/{path}.md"}};
  CHECK(missing_paths(find_pairs(folder.path(), config)) == "docs/fr/c.md ");
}

TEST_CASE("a locale that recto.yaml names and nothing is translated into lacks every post") {
  const Folder folder;
  for (const char* path : {"en/a.md", "en/b.md", "fr/a.md"}) folder.write(path);
  recto::Config config;
  config.content = {{"en/{path}.md", "{locale}/{path}.md"}};
  config.locales = {{"fr", {.language = "fr"}}, {"de_DE", {.language = "de"}}};
  CHECK(missing_paths(find_pairs(folder.path(), config)) == "de_DE/a.md de_DE/b.md fr/b.md ");
}

TEST_CASE("a locale that recto.yaml names is found in a folder that writes it otherwise") {
  const Folder folder;
  for (const char* path : {"en/a.md", "zh-CN/a.md", "pt-br/a.md", "fr/a.md"}) folder.write(path);
  recto::Config config;
  config.content = {{"en/{path}.md", "{locale}/{path}.md"}};
  config.locales = {{"zh-Hans-CN", *recto::parse_locale("zh-CN")},
                    {"pt-BR", *recto::parse_locale("pt-BR")}};
  CHECK(pairs_of(find_pairs(folder.path(), config)) ==
        std::vector<std::string>{"en/a.md = pt-br/a.md (pt-BR)", "en/a.md = zh-CN/a.md (zh-CN)"});
}

TEST_CASE("recto.yaml is found upwards, and tells the root") {
  const Folder folder;
  folder.write("recto.yaml", "source: de\n");
  folder.write("blog/deep/a.md");
  const auto root = recto::find_root(folder.path() / "blog/deep", "", {});
  CHECK(root.folder == folder.path());
  CHECK(root.config.source->tag() == "de");
  CHECK_THROWS_AS(recto::find_root(folder.path(), "other.yaml", {}), recto::Error);
}

TEST_CASE("an override is for its files and locales") {
  const recto::PairFilter settings{.files = {"blog/2024-*"}, .locales = {"ar"}};
  const recto::Locale arabic{.language = "ar"};
  CHECK(fits(settings, "blog/2024-01.md", "i18n/ar/2024-01.md", arabic));
  CHECK_FALSE(fits(settings, "blog/2023-01.md", "i18n/ar/2023-01.md", arabic));
  CHECK_FALSE(fits(settings, "blog/2024-01.md", "i18n/vi/2024-01.md", {.language = "vi"}));
}

TEST_CASE("the pairs of real sites in four layouts are found") {
  if (!recto::testing::corpus_folder()) return;
  CHECK(corpus_pairs("docusaurus") == 208);  // two more have no source
  CHECK(corpus_pairs("mkdocs") == 36);
  CHECK(corpus_pairs("hugo") == 39);
  CHECK(corpus_pairs("starlight") == 40);
}

TEST_CASE(
    "a variant of the source's language need not have everything, unless recto.yaml says so") {
  const Folder folder;
  for (const char* path : {"en/a.md", "en/b.md", "en-GB/a.md", "fr/a.md"}) folder.write(path);
  recto::Config config;
  config.content = {{"en/{path}.md", "{locale}/{path}.md"}};
  CHECK(missing_paths(find_pairs(folder.path(), config)) == "fr/b.md ");
  config.locales = {{"en-GB", *recto::parse_locale("en-GB"), false}};
  CHECK(missing_paths(find_pairs(folder.path(), config)) == "en-GB/b.md ");
}

}  // namespace
