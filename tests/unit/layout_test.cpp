#include "discover/layout.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "temporary_folder.h"

using namespace recto;

namespace {

/// The layout of a folder with these files.
std::optional<Layout> layout_of(const std::vector<std::string>& files) {
  const TemporaryFolder folder;
  for (const std::string& file : files) folder.write(file);
  return find_layout(folder.path());
}

std::string told(const std::optional<Layout>& layout) {
  if (!layout) return "none";
  std::string text = layout->name + ", " + layout->source;
  for (const LocaleEntry& entry : layout->locales) {
    text += ", " + entry.folder + " is " + entry.locale.tag();
  }
  for (const ContentTemplate& pair : layout->content) {
    text += "\n" + pair.source + " -> " + pair.translation;
  }
  return text;
}

}  // namespace

TEST_CASE("layout: what programs lay out is found and named") {
  CHECK(told(layout_of({"hugo.toml", "content/en/a.md", "content/en/b/c.md", "content/ja/a.md"})) ==
        "Hugo, en\ncontent/en/{path}.md -> content/{locale}/{path}.md");
  CHECK(told(layout_of({"hugo.yaml", "content/post/a.md", "content/post/a.fr.md"})) ==
        "Hugo, en\ncontent/{path}.md -> content/{path}.{locale}.md");
  CHECK(told(layout_of(
            {"astro.config.mjs", "src/content/docs/en/a.mdx", "src/content/docs/pt-br/a.mdx"})) ==
        "Starlight, en\nsrc/content/docs/en/{path}.mdx -> src/content/docs/{locale}/{path}.mdx");
  CHECK(told(layout_of({"astro.config.mjs", "src/content/docs/guide/a.mdx",
                        "src/content/docs/fr/guide/a.mdx"})) ==
        "Starlight, en\nsrc/content/docs/{path}.mdx -> src/content/docs/{locale}/{path}.mdx");
  // What other sections come is seen, too.
  CHECK(told(layout_of({"content/en/posts/a.md", "content/vi/posts/a.md"})) ==
        "folders, en\ncontent/en/{path}.md -> content/{locale}/{path}.md");
  CHECK(told(layout_of({"mkdocs.yml", "docs/en/docs/a.md", "docs/vi/docs/a.md"})) ==
        "MkDocs, en\ndocs/en/docs/{path}.md -> docs/{locale}/docs/{path}.md");
  CHECK(told(layout_of({"_config.yml", "_posts/en/a.md", "_posts/de/a.md"})) ==
        "Jekyll, en\n_posts/en/{path}.md -> _posts/{locale}/{path}.md");
  CHECK(told(layout_of({"docusaurus.config.js", "blog/a.md",
                        "i18n/vi/docusaurus-plugin-content-blog/a.md"})) == "Docusaurus, en");
}

TEST_CASE("layout: sources may lie beside the folder of translations") {
  CHECK(told(layout_of({"docs/a.md", "i18n/fr/a.md", "i18n/uk/a.md"})) ==
        "folders, en\ndocs/{path}.md -> i18n/{locale}/{path}.md");
  CHECK(told(layout_of({"docs/a/b.md", "translations/fr/a/b.md"})) ==
        "folders, en\ndocs/{path}.md -> translations/{locale}/{path}.md");
  CHECK(told(layout_of({"docs/a.md", "docs/b.md", "docs_fr/a.md", "docs_fr/b.md"})) ==
        "folders, en\ndocs/{path}.md -> docs_{locale}/{path}.md");
  CHECK(told(layout_of({"_config.yml", "_posts/a.md", "_posts/b.md", "_de/a.md", "_de/b.md"})) ==
        "Jekyll, en\n_posts/{path}.md -> _{locale}/{path}.md");
  CHECK(told(layout_of({"lib/README.md", "doc/io/README.md", "doc/io/a.md"})) == "none");
  CHECK(told(layout_of({"packages/core/README.md", "packages/core/CHANGELOG.md",
                        "packages/plugin-ts/README.md", "packages/plugin-ts/CHANGELOG.md",
                        "packages/adapter-io/README.md", "packages/adapter-io/CHANGELOG.md",
                        "examples/a/README.md", "examples-cs/a/README.md"})) == "none");
  CHECK(told(layout_of({"docs/README.md", "docs/index.md", "my-docs/README.md",
                        "my-docs/index.md"})) == "none");
}

TEST_CASE("layout: a site may have several, each for posts of its own") {
  CHECK(told(layout_of({"README.md", "README.de.md", "docs/en/a.md", "docs/de/a.md"})) ==
        "folders, en\n{path}.md -> {path}.{locale}.md\n"
        "docs/en/{path}.md -> docs/{locale}/{path}.md");
  CHECK(told(layout_of({"astro.config.mjs", "src/content/docs/a.md", "src/content/docs/de/a.md",
                        "src/content/i18n/de.json"})) ==
        "Starlight, en\nsrc/content/docs/{path}.md -> src/content/docs/{locale}/{path}.md");
}

TEST_CASE("layout: the posts of a test are no sources of what is tested") {
  CHECK(told(layout_of({"posts/en/a.md", "posts/en/b.md", "posts/en/c.md", "tests/posts/en/a.md",
                        "tests/posts/en/b.md", "tests/posts/es/a.md", "tests/posts/es/b.md"})) ==
        "folders, en\ntests/posts/en/{path}.md -> tests/posts/{locale}/{path}.md");
  CHECK(told(layout_of({"pages/en/a.md", "pages/en/b.md", "pages/en/c.md", "text/en-GB/a.md",
                        "text/de/a.md", "text/fr/a.md", "text/de/b.md", "text/fr/c.md"})) ==
        "folders, en\npages/en/{path}.md -> text/{locale}/{path}.md");
}

TEST_CASE("layout: without any program, folders and names tell") {
  CHECK(told(layout_of({"README.md", "README.vi.md", "README.zh-CN.md"})) ==
        "folders, en\n{path}.md -> {path}.{locale}.md");
  CHECK(told(layout_of({"text/de/a.md", "text/fr/a.md", "text/de/b.md", "text/fr/b.md",
                        "text/en/b.md", "text/en/a.md"})) ==
        "folders, en\ntext/en/{path}.md -> text/{locale}/{path}.md");
}

TEST_CASE("layout: a source that names no language is asked what it is written in") {
  const TemporaryFolder folder;
  folder.write("README.md", "# 水壶\n\n水壶可以装十二升水。\n\n```sh\nkettle boil\n```\n");
  folder.write("README.en.md", "# The kettle\n\nIt holds twelve litres.\n");
  CHECK(told(find_layout(folder.path())) == "folders, zh\n{path}.md -> {path}.{locale}.md");
}

TEST_CASE("layout: a locale may be all of a name") {
  CHECK(told(layout_of({"tasks/a/en.md", "tasks/a/ja.md", "tasks/b/c/en.md", "tasks/b/c/ja.md"})) ==
        "folders, en\ntasks/{path}/en.md -> tasks/{path}/{locale}.md");
  CHECK(told(layout_of({"guide.md", "guide/id.md"})) == "none");  // a page about an id
}

TEST_CASE("layout: a locale at the end of a name stands behind a dot, a line or a hyphen") {
  CHECK(told(layout_of({"tasks/a/problem.md", "tasks/a/problem_fr.md", "tasks/a/problem_pt-br.md",
                        "tasks/b/problem.md", "tasks/b/problem_zh_TW.md"})) ==
        "folders, en\ntasks/{path}.md -> tasks/{path}_{locale}.md");
  CHECK(told(layout_of({"README.md", "README-de.md", "README-zh-CN.md"})) ==
        "folders, en\n{path}.md -> {path}-{locale}.md");
  CHECK(told(layout_of({"guide/how.md", "guide/how-to.md", "guide/what-it-is.md"})) == "none");
}

TEST_CASE("layout: the region of a locale is no locale of its own") {
  CHECK(told(layout_of({"README.md", "README.de.md", "README.zh-CN.md", "README.zh-TW.md"})) ==
        "folders, en\n{path}.md -> {path}.{locale}.md");
  CHECK(told(layout_of({"a/problem.md", "a/problem_fr.md", "a/problem_zh-cn.md", "b/problem.md",
                        "b/problem_zh-cn.md"})) ==
        "folders, en\na/{path}.md -> a/{path}_{locale}.md\nb/{path}.md -> b/{path}_{locale}.md");
}

TEST_CASE("layout: translations may have a folder below that of their source") {
  CHECK(told(layout_of({"README.md", "doc/assets.md", "doc/README-ja.md", "doc/README-zh.md"})) ==
        "folders, en\n{path}.md -> doc/{path}-{locale}.md");
  CHECK(told(layout_of({"README.md", "doc/translations/README-ja-JP.md",
                        "doc/translations/README-pt-BR.md"})) ==
        "folders, en\n{path}.md -> doc/translations/{path}-{locale}.md");
  CHECK(told(layout_of({"doc/README.md", "doc/i18n/zh/README.md", "doc/i18n/fr/README.md"})) ==
        "folders, en\ndoc/{path}.md -> doc/i18n/{locale}/{path}.md");
  // A file of that name above is no source where English lies beside the translations.
  CHECK(told(layout_of({"README.md", "docs/en/README.md", "docs/zh/README.md"})) ==
        "folders, en\ndocs/en/{path}.md -> docs/{locale}/{path}.md");
}

TEST_CASE("layout: a source in another language is the one that most translations follow") {
  CHECK(told(layout_of({"a/de/x.md", "a/de/y.md", "a/de/z.md", "a/fr/x.md", "a/ja/y.md",
                        "a/ja/z.md"})) == "folders, de\na/de/{path}.md -> a/{locale}/{path}.md");
  CHECK(told(layout_of({"zh/x.md", "zh/y.md", "zh/z.md", "zh/w.md", "en/x.md"})) ==
        "folders, zh\nzh/{path}.md -> {locale}/{path}.md");
}

TEST_CASE("layout: the language that has everything is the source, English or not") {
  const auto layout_with = [](int english) {
    std::vector<std::string> files;
    for (int i = 0; i < 20; ++i) {
      const std::string post = "/p" + std::to_string(i) + ".md";
      files.push_back("docs/zh" + post);
      if (i < english) files.push_back("docs/en" + post);
      if (i > 1) files.push_back("docs/ja" + post);
    }
    return told(layout_of(files));
  };
  CHECK(layout_with(18) == "folders, zh\ndocs/zh/{path}.md -> docs/{locale}/{path}.md");
  // One more post may be of the readers' own.
  CHECK(layout_with(19) == "folders, en\ndocs/en/{path}.md -> docs/{locale}/{path}.md");
}

TEST_CASE("layout: what translations kept of posts that English dropped makes no other source") {
  std::vector<std::string> files{"docs/en/new.md"};
  for (const std::string post : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    for (const std::string locale : {"en", "en-GB", "es", "fr"}) {
      files.push_back("docs/" + locale + "/" + post + ".md");
    }
  }
  for (const std::string locale : {"en-GB", "es", "fr"}) {
    files.push_back("docs/" + locale + "/dropped.md");
  }
  files.insert(files.end(), {"blog/en/x.md", "blog/fr/x.md"});
  CHECK(told(layout_of(files)) ==
        "folders, en\ndocs/en/{path}.md -> docs/{locale}/{path}.md\n"
        "blog/en/{path}.md -> blog/{locale}/{path}.md");
}

TEST_CASE("layout: posts may lie in one way here and in another there") {
  CHECK(told(layout_of({"content/en/a.md", "content/fr/a.md", "content/de/a.md", "docs/b.md",
                        "docs/b.fr.md"})) ==
        "folders, en\ncontent/en/{path}.md -> content/{locale}/{path}.md\n"
        "docs/{path}.md -> docs/{path}.{locale}.md");
}

TEST_CASE("layout: folders with short names are no locales, and one language is none") {
  CHECK(told(layout_of({"docs/api/index.md", "docs/sdk/index.md", "docs/en/x.md"})) == "none");
  CHECK(told(layout_of({"README.md"})) == "none");
  CHECK(told(layout_of({})) == "none");
}

TEST_CASE("layout: folders may be called what people call the languages") {
  CHECK(told(layout_of({"hugo.toml", "content/english/a.md", "content/french/a.md",
                        "content/pt-br/a.md", "content/polish/guide.md"})) ==
        "Hugo, en, french is fr, polish is pl, pt-br is pt-BR\n"
        "content/english/{path}.md -> content/{locale}/{path}.md");
  CHECK(told(layout_of({"recipes/french/index.md", "recipes/thai/index.md"})) == "none");
}

TEST_CASE("layout: pages that end in other words are no translations") {
  CHECK(told(layout_of({"docs/gate.md", "docs/gate.is.md", "docs/mill.md", "docs/mill.id.md"})) ==
        "none");
  CHECK(told(layout_of({"docs/gate.md", "docs/gate.is.md", "docs/mill.md", "docs/gate.id.md"})) ==
        "folders, en\ndocs/{path}.md -> docs/{path}.{locale}.md");
}
