#include "checks/anchors.h"

#include <catch2/catch.hpp>

#include "parsed.h"

namespace {

using recto::Dialect;
using recto::checks::anchors_of;
using recto::checks::github_slug;
using recto::checks::python_slug;
using recto::testing::parsed;

bool has(const std::string& text, const std::string& id, Dialect dialect = Dialect::docusaurus) {
  return anchors_of(parsed(text, dialect)).contains(id);
}

TEST_CASE("github-slugger keeps letters of any script and drops punctuation") {
  CHECK(github_slug("Auth & tenancy") == "auth--tenancy");
  CHECK(github_slug("What's new in 2.0?") == "whats-new-in-20");
  CHECK(github_slug("Cài đặt – bước 1") == "cài-đặt--bước-1");
  CHECK(github_slug("snake_case") == "snake_case");
  CHECK(github_slug("設定、その２") == "設定その２");
  CHECK(github_slug("हिन्दी") == "हिन्दी");
}

TEST_CASE("Python-Markdown keeps ASCII and single hyphens") {
  CHECK(python_slug("Auth & tenancy") == "auth-tenancy");
  CHECK(python_slug("Instalación rápida") == "instalacion-rapida");
  CHECK(python_slug("水 API") == "api");
  CHECK(python_slug("水 - 火") == "-");
}

TEST_CASE("equal headings get numbers") {
  const std::string text = "## Setup\n\n## Setup\n\n## Setup-1\n\n## Setup\n";
  CHECK(has(text, "setup"));
  CHECK(has(text, "setup-1"));
  CHECK(has(text, "setup-1-1"));
  CHECK(has(text, "setup-2"));
  CHECK_FALSE(has(text, "setup-3"));
  CHECK(has("## A\n\n## A\n", "a_1", Dialect::mkdocs));
  // Two that slug to nothing: both are numbered.
  CHECK(has("## 水\n\n## 火\n", "_1", Dialect::mkdocs));
  CHECK(has("## 水\n\n## 火\n", "_2", Dialect::mkdocs));
  CHECK_FALSE(has("## 水\n\n## 火\n", "_3", Dialect::mkdocs));
}

TEST_CASE("the id of a heading is made of what readers see") {
  CHECK(has("## The **bold** `code_x` [link](/u)\n", "the-bold-code_x-link"));
  CHECK(has("## Q&amp;A\n", "qa"));
  // As VitePress makes them, where no program is known.
  CHECK(has("## router.addRoute(x)\n", "router-addroute-x", Dialect::markdown));
  CHECK(has("## L'été, 2 fois\n", "l-ete-2-fois", Dialect::markdown));
  CHECK(has("## 2 fois\n", "_2-fois", Dialect::markdown));
  CHECK(has("## Deploy {#ship-it}\n", "ship-it"));
  CHECK_FALSE(has("## Deploy {#ship-it}\n", "deploy"));
}

TEST_CASE("tags and attribute lists have ids, too") {
  CHECK(has("<a id=\"one\"></a>\n\nA <a name='two'></a> b.\n", "one"));
  CHECK(has("<a id=\"one\"></a>\n\nA <a name='two'></a> b.\n", "two"));
  CHECK(has("<Section id=\"three\">\n\nx\n\n</Section>\n", "three"));
  CHECK(has("A paragraph.\n{: #four }\n", "four", Dialect::mkdocs));
  CHECK_FALSE(has("`<a id=\"five\">`\n", "five"));
}

}  // namespace
