#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "config.h"
#include "discover/pairs.h"
#include "temporary_folder.h"

namespace {

const std::string kBlog = "/docusaurus-plugin-content-blog/";

TEST_CASE("a translation whose source moved names the source that lacks it") {
  const TemporaryFolder folder;
  folder.write("blog/new/kettle.mdx");
  folder.write("i18n/fr" + kBlog + "new/kettle.md");
  folder.write("i18n/vi" + kBlog + "old/kettle.md");
  const recto::Site site = recto::find_pairs(folder.path(), {});
  REQUIRE(site.orphans.size() == 1);
  CHECK(site.orphans[0].source_path == "blog/old/kettle.md");
  CHECK(site.orphans[0].likely_source == "blog/new/kettle.mdx");
}

TEST_CASE("a source that has the translation already is not what an orphan became") {
  const TemporaryFolder folder;
  folder.write("blog/new/kettle.md");
  folder.write("i18n/vi" + kBlog + "new/kettle.md");
  folder.write("i18n/vi" + kBlog + "old/kettle.md");
  const recto::Site site = recto::find_pairs(folder.path(), {});
  REQUIRE(site.orphans.size() == 1);
  CHECK(site.orphans[0].likely_source.empty());
}

TEST_CASE("a name that many sources have tells which one only with its folder") {
  const TemporaryFolder folder;
  folder.write("docs/tools/saw/README.md");
  folder.write("docs/tools/file/README.md");
  folder.write("docs/wood/README.md");
  folder.write("i18n/vi/docusaurus-plugin-content-docs/current/old/saw/README.md");
  folder.write("i18n/vi/docusaurus-plugin-content-docs/current/stone/README.md");
  const recto::Site site = recto::find_pairs(folder.path(), {});
  REQUIRE(site.orphans.size() == 2);
  CHECK(site.orphans[0].likely_source == "docs/tools/saw/README.md");
  CHECK(site.orphans[1].likely_source.empty());
}

TEST_CASE("a page may have become that of a folder, or the reverse") {
  const TemporaryFolder folder;
  folder.write("docs/kettle/index.md");
  folder.write("docs/saw/README.md");
  folder.write("docs/cup.md");
  const std::string translations = "i18n/vi/docusaurus-plugin-content-docs/current/";
  folder.write(translations + "kettle.md");
  folder.write(translations + "cup/index.md");
  const recto::Site site = recto::find_pairs(folder.path(), {});
  REQUIRE(site.orphans.size() == 2);
  CHECK(site.orphans[0].likely_source == "docs/cup.md");
  CHECK(site.orphans[1].likely_source == "docs/kettle/index.md");
}

TEST_CASE("no two orphans in one locale became the same source") {
  const TemporaryFolder folder;
  folder.write("blog/new/kettle.md");
  folder.write("i18n/vi" + kBlog + "old/kettle.md");
  folder.write("i18n/vi" + kBlog + "older/kettle.md");
  folder.write("i18n/fr" + kBlog + "oldest/kettle.md");
  const recto::Site site = recto::find_pairs(folder.path(), {});
  REQUIRE(site.orphans.size() == 3);
  CHECK(site.orphans[0].likely_source.empty());
  CHECK(site.orphans[1].likely_source.empty());
  CHECK(site.orphans[2].likely_source == "blog/new/kettle.md");
}

TEST_CASE("every orphan of a renamed folder finds the source of its name") {
  const TemporaryFolder folder;
  const std::string name = "2024-01-01-a-rather-long-name-of-a-post-about-kettles-";
  for (int i = 0; i < 150; ++i) {
    folder.write("blog/new/" + name + std::to_string(i) + ".md");
    folder.write("i18n/vi" + kBlog + "old/" + name + std::to_string(i) + ".md");
    folder.write("i18n/fr" + kBlog + "older/x" + name + std::to_string(i * 7919) + ".md");
  }
  const recto::Site site = recto::find_pairs(folder.path(), {});
  CHECK(site.orphans.size() == 300);
  for (const recto::Orphan& orphan : site.orphans) {
    if (!orphan.source_path.starts_with("blog/old/")) continue;
    REQUIRE(orphan.likely_source == "blog/new/" + orphan.source_path.substr(9));
  }
}

TEST_CASE("a folder of i18n that is no language is passed over with a note") {
  const TemporaryFolder folder;
  folder.write("blog/a.md");
  folder.write("i18n/vi" + kBlog + "a.md");
  folder.write("i18n/deutsch" + kBlog + "a.md");
  const recto::Site site = recto::find_pairs(folder.path(), {});
  CHECK(site.locales.size() == 1);
  CHECK(std::find(site.notes.begin(), site.notes.end(),
                  "i18n/deutsch is passed over: `deutsch` is no language tag; `locales:` in "
                  "recto.yaml can say what it is") != site.notes.end());
}

TEST_CASE("an apostrophe in the text of a configuration hides no comment") {
  const TemporaryFolder folder;
  folder.write("blog/a.md");
  folder.write("docusaurus.config.ts",
               "const x = <p>Don't</p>;\n// defaultLocale: 'it'\n"
               "export default {i18n: {defaultLocale: 'ja'}};\n");
  CHECK(recto::find_pairs(folder.path(), {}).source_locale.tag() == "ja");
}

}  // namespace
