#include "run/mend.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <iterator>
#include <set>
#include <string>

#include "checks/rule_set.h"
#include "corpus.h"
#include "discover/root.h"
#include "harness.h"
#include "report/fix.h"
#include "run/make_plan.h"
#include "temporary_folder.h"

using namespace recto;
namespace fs = std::filesystem;

namespace {

/// A site, judged by all rules but the slow one and the one that tells how a post words its own
/// tags.
struct JudgedSite {
  explicit JudgedSite(const fs::path& folder)
      : root(find_root(folder, "", {})),
        rules(all_rules(root.config, root.folder.string()), root.config,
              {.skip = {"spelling", "term/inconsistent"}, .hints = true}),
        run(prepare_site(CheckCommand{.no_cache = true}, folder, {}, root.folder, root.config,
                         rules)),
        results(judge_sources(run.plan, 2)),
        judged(join(run.plan, results, 2)) {}

  Root root;
  RuleSet rules;
  PreparedRun run;
  std::vector<SourceResult> results;
  Judged judged;
};

using Messages = std::multiset<std::string>;

Messages messages_about(const std::vector<Diagnostic>& diagnostics, const std::string& path) {
  Messages messages;
  for (const Diagnostic& finding : diagnostics) {
    if (finding.at.path != path) continue;
    // How often the other posts say it is counted anew with every tag or name that is mended.
    const bool counts_others =
        finding.rule == "tag/inconsistent" || finding.rule == "name/inconsistent";
    messages.insert(finding.rule + ": " + (counts_others ? finding.at.text : finding.message));
  }
  return messages;
}

/// Takes the wrapping off a post, or entries apart, and so lets recto see for the first time what
/// is in it.
bool uncovers(const std::string& rule) {
  return rule == "text/leftover" || rule == "code/unclosed" || rule == "front-matter/list-length" ||
         rule.starts_with("front-matter/un");
}

/// Marks pair anew when one of them is mended: its neighbours may be found in other words.
bool is_about_marks(const std::string& message) {
  return message.starts_with("markup/literal:");
}

Messages added(const Messages& before, const Messages& after) {
  Messages result;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::inserter(result, result.end()));
  return result;
}

/// Judges each fix by itself, by what the pair alone tells.
void require_each_fix_helps(const fs::path& folder) {
  JudgedSite site(folder);
  std::vector<Diagnostic> before;
  for (const SourceResult& result : site.results) {
    before.insert(before.end(), result.diagnostics.begin(), result.diagnostics.end());
  }
  PostStore& posts = site.run.plan.posts;
  const auto result_of = [&](const std::string& path) -> const SourceResult& {
    const auto& sources = site.run.plan.sources;
    const auto source = std::find_if(sources.begin(), sources.end(), [&](const auto& planned) {
      return std::any_of(planned.pairs.begin(), planned.pairs.end(),
                         [&](const auto& pair) { return pair.translation.path == path; });
    });
    return site.results[static_cast<std::size_t>(source - sources.begin())];
  };
  std::size_t fixes = 0;
  for (const Diagnostic& finding : before) {
    if (!finding.fix || finding.fix->safety == Safety::shown || finding.fix->edits.empty()) {
      continue;
    }
    const std::string& path = finding.at.path;
    INFO(folder.string() << ": " << path << ":" << finding.at.line << ": " << finding.rule << ": "
                         << finding.message);
    const FixedText fixed = apply_fixes(testing::file_content(folder / path), {&finding});
    CHECK(fixed.applied == 1);
    ++fixes;
    posts.given[path] = {.bytes = fixed.text};
    judge_again(site.run.plan, {path}, 1, site.results);
    const Messages old = messages_about(before, path);
    const Messages now = messages_about(result_of(path).diagnostics, path);
    posts.given.erase(path);
    const std::string message = finding.rule + ": " + finding.message;
    CHECK(now.count(message) < old.count(message));
    if (uncovers(finding.rule)) continue;
    const bool is_entangled = is_about_marks(message);
    CHECK(now.size() < old.size() + (is_entangled ? 1 : 0));
    Messages others = added(old, now);
    if (is_entangled) std::erase_if(others, is_about_marks);
    CHECK(others == Messages());
  }
  CHECK(fixes > 0);
}

void require_mending_helps(const fs::path& folder, Safety most) {
  JudgedSite site(folder);
  const Judged before = site.judged;
  const Mending mending = mend(site.run.plan, most, 2, site.results, site.judged);
  CHECK(mending.failures.empty());
  for (const auto& [path, file] : mending.files) {
    INFO(folder.string() << ": " << path);
    const Messages old = messages_about(before.diagnostics, path);
    const Messages now = messages_about(site.judged.diagnostics, path);
    const bool has_uncovered = std::any_of(old.begin(), old.end(), [](const std::string& message) {
      return uncovers(message.substr(0, message.find(':')));
    });
    if (has_uncovered) continue;
    CHECK(now.size() < old.size());
    Messages others = added(old, now);
    std::erase_if(others, is_about_marks);
    CHECK(others == Messages());
  }
}

void require_good_fixes(const fs::path& folder) {
  require_each_fix_helps(folder);
  require_mending_helps(folder, Safety::safe);
  require_mending_helps(folder, Safety::unsafe);
}

}  // namespace

TEST_CASE("fixes: each one of the example site leaves fewer findings and none new") {
  require_good_fixes(std::string(RECTO_ROOT) + "/tests/site");
}

TEST_CASE("fixes: each one of real posts leaves fewer findings and none new") {
  const auto corpus = testing::corpus_folder();
  if (!corpus) return;
  for (const char* site : {"docusaurus", "mkdocs", "hugo", "starlight"}) {
    require_good_fixes(*corpus / site);
  }
}

TEST_CASE("fixes: what breaks another front matter, fence or code is not copied") {
  struct Row {
    std::string source;
    std::string translation;
  };
  const std::vector<Row> rows = {
      {"---\nhero:\n  title: A lamp\nauthors: bob\n---\n\nIt shines.\n",
       "---\nhero:\n  title: Eine Lampe\n  image: z.png\n---\n\nSie leuchtet.\n"},
      {"---\nhero: {title: A lamp}\nauthors: bob\n---\n\nIt shines.\n",
       "---\nhero: {title: Eine Lampe}\n---\n\nSie leuchtet.\n"},
      {"---\npeople: &a bob\nauthors: *a\n---\n\nIt shines.\n",
       "---\npeople: bob\nauthors: alice\n---\n\nSie leuchtet.\n"},
      {"---\npeople: &a bob\nauthors: *a\n---\n\nIt shines.\n",
       "---\npeople: bob\n---\n\nSie leuchtet.\n"},
      {"# Lamp\n\n~~~js\nrun(1)\n```\nend(2)\n~~~\n",
       "# Lampe\n\n```js\nrun(1)\n~~~\nend(3)\n```\n"},
      {"# Lamp\n\nRun `cmd  --first  value` now.\n",
       "# Lampe\n\nRufe `cmd  --frist  value` auf.\n"},
  };
  for (const Row& row : rows) {
    INFO(row.translation);
    const TemporaryFolder folder;
    folder.write("blog/a.md", row.source);
    folder.write("i18n/de/docusaurus-plugin-content-blog/a.md", row.translation);
    require_mending_helps(folder.path(), Safety::safe);
    JudgedSite site(folder.path());
    const Mending mending = mend(site.run.plan, Safety::safe, 1, site.results, site.judged);
    for (const auto& [path, file] : mending.files) {
      CHECK(file.text.find("cmd --first") == std::string::npos);
    }
  }
}

TEST_CASE("fixes: a file that changed since it was read is left alone, and said so") {
  const TemporaryFolder folder;
  folder.write("blog/a.md", "# Ready {#ready}\n\nWater.\n");
  folder.write("i18n/de/docusaurus-plugin-content-blog/a.md", "# Bereit {#bereit}\n\nWasser.\n");
  JudgedSite site(folder.path());
  Mending mending = mend(site.run.plan, Safety::safe, 1, site.results, site.judged);
  REQUIRE(mending.files.size() == 1);
  CHECK(site.judged.diagnostics.empty());
  const std::string path = mending.files.begin()->first;
  folder.write(path, "# Bereit {#bereit}\n\nMehr Wasser.\n");
  write_mended(site.run.plan, 1, site.results, mending, site.judged);
  CHECK(testing::file_content(folder.path() / path) == "# Bereit {#bereit}\n\nMehr Wasser.\n");
  CHECK(mending.files.empty());
  CHECK(mending.failures ==
        std::vector<std::string>{path + " could not be mended: it has changed since it was read"});
  CHECK(site.judged.diagnostics.size() == 1);
}
