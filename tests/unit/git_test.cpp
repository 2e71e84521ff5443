#include "discover/git.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/process.h"
#include "run/range.h"
#include "temporary_folder.h"

using recto::FileChange;
using recto::Git;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLimit = 1000;

/// A real repository with one commit.
class Repository {
 public:
  Repository() {
    run({"init", "--quiet", "--initial-branch", "main"});
    write("blog/bridge.md", "The bridge was built by hand, over nine summers.\n");
    write("blog/ferry.md", "The ferry leaves at nine and comes back at noon.\n");
    commit("first");
  }

  fs::path path() const { return folder_.path(); }
  void write(const std::string& name, std::string_view text) const { folder_.write(name, text); }
  std::string run(std::vector<std::string> arguments) const {
    std::vector<std::string> all = {"git", "-c", "user.name=Mira", "-c",
                                    "user.email=mira@example.org"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const auto result = recto::run_process(all, path());
    INFO(result.errors);
    REQUIRE(result.status == 0);
    return result.output.substr(0, result.output.find('\n'));
  }
  void commit(const std::string& subject) const {
    run({"add", "--all"});
    run({"commit", "--quiet", "--message", subject});
  }

 private:
  TemporaryFolder folder_;
};

bool has(const std::vector<FileChange>& changes, const FileChange& change) {
  return std::find(changes.begin(), changes.end(), change) != changes.end();
}

recto::Environment environment(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string() : found->second;
  };
}

recto::Plan plan_of(const std::string& source) {
  recto::Plan plan;
  plan.sources.push_back({.path = source});
  return plan;
}

}  // namespace

TEST_CASE("git: edits, new, renamed and deleted files are seen, whatever their names") {
  const Repository repository;
  repository.run({"mv", "blog/bridge.md", "blog/old bridge.md"});
  repository.write("blog/ferry.md", "The ferry leaves at ten.\n");
  repository.write("blog/b\u00E9 \"quoted\"\n.md", "A name with everything.\n");
  const Git git(repository.path());
  const auto changes = git.changes_since("HEAD");
  CHECK(has(changes, {"blog/bridge.md", "blog/old bridge.md"}));
  CHECK(has(changes, {"blog/ferry.md", "blog/ferry.md"}));
  CHECK(has(changes, {"", "blog/b\u00E9 \"quoted\"\n.md"}));
  CHECK(changes.size() == 3);
  fs::remove(repository.path() / "blog/ferry.md");
  CHECK(has(git.changes_since("HEAD"), {"blog/ferry.md", ""}));
}

TEST_CASE("git: contents come from a commit or from the index, byte by byte") {
  const Repository repository;
  const std::string bytes("a\0\r\nb", 5);
  repository.write("blog/ferry.md", bytes);
  repository.run({"add", "--all"});
  repository.write("blog/ferry.md", "not staged\n");
  const Git git(repository.path());
  const auto index =
      git.contents("", {"blog/bridge.md", "blog", "a blob 9", "blog/ferry.md"}, kLimit);
  CHECK(index.size() == 2);
  CHECK(index.at("blog/ferry.md").bytes == bytes);
  CHECK(index.at("blog/bridge.md").bytes == "The bridge was built by hand, over nine summers.\n");
  CHECK(git.contents("HEAD", {"blog/ferry.md"}, kLimit)
            .at("blog/ferry.md")
            .bytes.starts_with("The ferry"));
  CHECK(git.files_unlike_index() == std::vector<std::string>{"blog/ferry.md"});
  CHECK(git.staged_changes() == std::vector<FileChange>{{"blog/ferry.md", "blog/ferry.md"}});
}

TEST_CASE("git: a file beyond the limit is not read, those behind it are") {
  const Repository repository;
  repository.write("blog/ferry.md", std::string(100, 'a'));
  repository.run({"add", "--all"});
  const Git git(repository.path());
  const auto index = git.contents("", {"blog/ferry.md", "blog/bridge.md"}, 99);
  CHECK(index.at("blog/ferry.md").failure == recto::FileContent::Failure::too_large);
  CHECK(index.at("blog/ferry.md").bytes.empty());
  CHECK(index.at("blog/bridge.md").bytes.starts_with("The bridge"));
  CHECK(git.contents("", {"blog/ferry.md"}, 100).at("blog/ferry.md").bytes.size() == 100);
}

TEST_CASE("git: below a folder of the repository paths are relative to that folder") {
  const Repository repository;
  repository.write("blog/ferry.md", "The ferry leaves at ten.\n");
  repository.write("other.md", "Elsewhere.\n");
  const Git git(repository.path() / "blog");
  CHECK(git.changes_since("HEAD") == std::vector<FileChange>{{"ferry.md", "ferry.md"}});
  CHECK(git.contents("HEAD", {"ferry.md"}, kLimit)
            .at("ferry.md")
            .bytes.starts_with("The ferry leaves at nine"));
}

TEST_CASE("git: what is no commit, no repository or not in a shallow clone is said") {
  const Repository repository;
  const Git git(repository.path());
  CHECK_THROWS_WITH(git.commit("nowhere"), Catch::Contains("`nowhere` is no commit"));
  CHECK_THROWS_WITH(git.commit("--all"), Catch::Contains("is no commit"));
  const TemporaryFolder plain;
  CHECK_THROWS_WITH(Git(plain.path()), Catch::Contains("is in no git work tree"));

  repository.write("blog/ferry.md", "Second.\n");
  const std::string first = repository.run({"rev-parse", "HEAD"});
  repository.commit("second");
  const fs::path clone = plain.path() / "clone";
  repository.run(
      {"clone", "--quiet", "--depth", "1", "file://" + repository.path().string(), clone.string()});
  CHECK_THROWS_WITH(Git(clone).commit(first), Catch::Contains("git fetch --unshallow"));
}

TEST_CASE("range: the base of a change is what the CI service says") {
  const Repository repository;
  const std::string first = repository.run({"rev-parse", "HEAD"});
  const Git git(repository.path());
  using recto::automatic_base;
  CHECK(automatic_base(git, environment({{"PRE_COMMIT_FROM_REF", "abc"}})) == "abc");
  CHECK(automatic_base(git, environment({{"CI_MERGE_REQUEST_DIFF_BASE_SHA", first}})) == first);
  CHECK(automatic_base(git, environment({{"CI_COMMIT_BEFORE_SHA", std::string(40, '0')}})) ==
        "main");
  const TemporaryFolder events;
  events.write("pull.json", R"({"pull_request": {"base": {"sha": "beef", "ref": "main"}}})");
  events.write("push.json", R"({"before": "cafe", "after": "beef"})");
  const auto event = [&](const std::string& name, const std::string& file) {
    return environment({{"GITHUB_EVENT_NAME", name},
                        {"GITHUB_BASE_REF", "release"},
                        {"GITHUB_EVENT_PATH", (events.path() / file).string()}});
  };
  CHECK(automatic_base(git, event("pull_request", "pull.json")) == "beef");
  CHECK(automatic_base(git, event("pull_request", "none.json")) == "origin/release");
  CHECK(automatic_base(git, event("push", "push.json")) == "cafe");
  std::string many = R"({"commits": [)";
  for (int i = 0; i < 3000; ++i) many += R"({"added": ["a", "b", "c", "d", "e", "f", "g"]}, )";
  events.write("many.json", many + R"({}], "emoji": "\ud83d\ude00", "before": "cafe"})");
  CHECK(automatic_base(git, event("push", "many.json")) == "cafe");
  events.write("broken.json", R"({"before": "cafe")");
  CHECK_THROWS_WITH(automatic_base(git, event("push", "broken.json")),
                    Catch::Contains("is no JSON"));
}

TEST_CASE(
    "range: a merge that GitHub checks out for a pull request is held against its first parent") {
  const Repository repository;
  repository.run({"checkout", "--quiet", "-b", "change"});
  repository.write("blog/ferry.md", "The ferry leaves at ten.\n");
  repository.commit("change");
  repository.run({"checkout", "--quiet", "main"});
  repository.run({"merge", "--quiet", "--no-ff", "--message", "merge", "change"});
  const auto pull = environment({{"GITHUB_EVENT_NAME", "pull_request"}});
  const Git git(repository.path());
  CHECK(recto::automatic_base(git, pull) == "HEAD^1");
  const auto range = recto::change_range(git, "auto", {}, pull);
  CHECK(range.paths() == std::vector<std::string>{"blog/ferry.md"});
  CHECK(recto::contents_before(git, range, plan_of("blog/ferry.md"))
            .at("blog/ferry.md")
            .bytes.starts_with("The ferry leaves at nine"));
}

TEST_CASE("range: changed settings are noticed, and renamed files keep their old bytes") {
  const Repository repository;
  repository.run({"mv", "blog/bridge.md", "blog/crossing.md"});
  const Git git(repository.path());
  const auto range = recto::change_range(git, "HEAD", {}, environment({}));
  CHECK(range.changed_settings.empty());
  CHECK(range.gone() == std::vector<std::string>{"blog/bridge.md"});
  CHECK(recto::contents_before(git, range, plan_of("blog/crossing.md"))
            .at("blog/crossing.md")
            .bytes.starts_with("The bridge"));
  CHECK(recto::contents_before(git, range, plan_of("blog/ferry.md")).empty());
  repository.write("dictionaries/terms.yaml", "- source: ferry\n");
  const auto with_terms = recto::change_range(git, "HEAD", {}, environment({}));
  CHECK(with_terms.changed_settings == "dictionaries/terms.yaml");
  repository.run({"clean", "--quiet", "--force", "-d"});
  repository.write("docusaurus.config.js", "export default {};\n");
  CHECK(recto::change_range(git, "HEAD", {}, environment({})).changed_settings ==
        "docusaurus.config.js");
}

TEST_CASE("range: what was no such post before it was renamed has no past") {
  const Repository repository;
  const std::string folder = "i18n/vi/docusaurus-plugin-content-blog/";
  repository.write("notes.txt", "A long enough text, so that git sees that it was moved.\n");
  repository.write("blog/old.md", "Another text, long enough for git to see that it was moved.\n");
  repository.commit("second");
  const Git git(repository.path());
  std::filesystem::create_directories(repository.path() / folder);
  repository.run({"mv", "notes.txt", folder + "ferry.md"});
  repository.run({"mv", "blog/old.md", folder + "bridge.md"});
  const auto range = recto::change_range(git, "HEAD", {}, environment({}));
  CHECK(recto::contents_before(git, range, plan_of(folder + "ferry.md")).empty());
  CHECK(recto::contents_before(git, range, plan_of(folder + "bridge.md")).empty());
}
