#include "run/range.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/glob.h"
#include "base/path_parts.h"
#include "checks/word_list.h"
#include "text/json.h"

namespace recto {
namespace {

/// A push that makes a branch has no commit before it.
bool is_commit_id(const std::string& text) {
  return !text.empty() && text.find_first_not_of('0') != std::string::npos;
}

/// The value at `path` in the event that GitHub describes in a JSON file; empty without one.
std::string event_value(const Environment& environment, const std::vector<std::string>& path) {
  const std::string name = environment("GITHUB_EVENT_PATH");
  std::ifstream file(name, std::ios::binary);
  if (!file) return {};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (auto value = json_string_at(text, path)) return std::move(*value);
  throw Error(name + ": this event of GitHub is no JSON; name a commit or branch for --since");
}

/// What CI services say of the change they run for; empty when none does.
std::string base_of_service(const Environment& environment) {
  const std::string event = environment("GITHUB_EVENT_NAME");
  if (event.starts_with("pull_request")) {
    const std::string base = event_value(environment, {"pull_request", "base", "sha"});
    return base.empty() ? "origin/" + environment("GITHUB_BASE_REF") : base;
  }
  if (event == "push") {
    std::string before = event_value(environment, {"before"});
    if (is_commit_id(before)) return before;
  }
  for (const char* name : {"CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_COMMIT_BEFORE_SHA"}) {
    std::string commit = environment(name);
    if (is_commit_id(commit)) return commit;
  }
  return environment("PRE_COMMIT_FROM_REF");
}

/// Files that decide about every pair.
std::vector<std::string> settings_files(const Config& config) {
  std::vector<std::string> patterns = {"recto.yaml", "dictionaries/**"};
  if (config.content.empty()) patterns.emplace_back("docusaurus.config.*");
  if (!config.path.empty()) {
    patterns.push_back(std::filesystem::path(config.path).lexically_normal().generic_string());
  }
  for (const auto* files : {&config.words, &config.terms, &config.rule_folders}) {
    patterns.insert(patterns.end(), files->begin(), files->end());
  }
  for (const auto& [locale, files] : config.locale_words) {
    patterns.insert(patterns.end(), files.begin(), files.end());
  }
  return patterns;
}

bool is_word_list(const std::string& path, const Config& config) {
  const auto is_named = [&](const std::vector<std::string>& files) {
    return std::find(files.begin(), files.end(), path) != files.end();
  };
  const bool is_usual =
      !config.names_words && path.starts_with("dictionaries/") && file_name(path) == "words.txt";
  return is_usual || is_named(config.words) ||
         std::any_of(config.locale_words.begin(), config.locale_words.end(),
                     [&](const auto& entry) { return is_named(entry.second); });
}

/// Whether `change` does no more than accept words, which makes no word of any pair wrong.
bool adds_words(const Git& git, const std::string& commit, const FileChange& change,
                const Config& config) {
  if (!is_word_list(change.after, config)) return false;
  const FileContent now = read_file(git.folder() / change.after, kLargestList);
  if (now.failure != FileContent::Failure::none) return false;
  if (change.before.empty()) return true;
  if (change.before != change.after) return false;  // to another locale
  const FileContents old = git.contents(commit, {change.before}, kLargestList);
  const auto before = old.find(change.before);
  if (before == old.end() || before->second.failure != FileContent::Failure::none) return false;
  std::vector<std::string> added = words_of_list(now.bytes);
  std::sort(added.begin(), added.end());
  const std::vector<std::string> words = words_of_list(before->second.bytes);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::binary_search(added.begin(), added.end(), word);
  });
}

std::string changed_settings(const Git& git, const ChangeRange& range, const Config& config) {
  const std::vector<std::string> patterns = settings_files(config);
  for (const FileChange& change : range.changes) {
    if (adds_words(git, range.commit, change, config)) continue;
    for (const std::string& path : {change.after, change.before}) {
      const bool decides = std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) {
        return !path.empty() && matches_glob(pattern, path);
      });
      if (decides) return path;
    }
  }
  return {};
}

using Roles = std::map<std::string, std::string>;

/// What each post is among `posts`: a translation into a locale, named by its tag, or a source.
Roles roles_of(std::vector<std::string> posts, const Git& git, const Config& config) {
  Roles roles;
  const Site site = find_pairs_among(std::move(posts), git.folder(), config);
  for (const SourcePost& source : site.sources) {
    roles[source.path] = "source";
    for (const Translation& other : source.translations) roles[other.path] = other.locale.tag();
  }
  for (const Orphan& orphan : site.orphans) {
    for (const Translation& other : orphan.translations) roles[other.path] = other.locale.tag();
  }
  return roles;
}

/// A renamed file speaks for its past only where it was the same before: a translation into that
/// locale, or a source. Else what is wrong in it would count as old.
void forget_other_roles(std::vector<FileChange>& changes, const Git& git, const Config& config) {
  std::vector<std::string> renamed;
  for (const FileChange& change : changes) {
    const bool is_renamed = !change.before.empty() && !change.after.empty();
    if (is_renamed && change.before != change.after) renamed.push_back(change.before);
  }
  if (renamed.empty()) return;
  std::vector<std::string> posts = git.index_files();
  posts.insert(posts.end(), renamed.begin(), renamed.end());
  const Roles roles = roles_of(std::move(posts), git, config);
  for (FileChange& change : changes) {
    if (change.before.empty() || change.after.empty() || change.before == change.after) continue;
    const auto before = roles.find(change.before);
    const auto after = roles.find(change.after);
    if (after == roles.end()) continue;
    if (before == roles.end() || before->second != after->second) change.before.clear();
  }
}

}  // namespace

std::vector<std::string> ChangeRange::paths() const {
  std::vector<std::string> result;
  for (const FileChange& change : changes) {
    if (!change.after.empty()) result.push_back(change.after);
  }
  return result;
}

std::vector<std::string> ChangeRange::gone() const {
  std::vector<std::string> result;
  for (const FileChange& change : changes) {
    if (!change.before.empty() && change.before != change.after) result.push_back(change.before);
  }
  return result;
}

namespace {

/// Whether `branch` has the commit at HEAD, or a shallow clone cannot tell.
bool may_hold_head(const Git& git, const std::string& branch) {
  try {
    return git.merge_base(git.commit(branch)) == git.commit("HEAD");
  } catch (const Error&) {
    return true;
  }
}

}  // namespace

std::string automatic_base(const Git& git, const Environment& environment) {
  // GitHub checks out a merge of the pull request into its base, which is the first parent: it is
  // there even in a clone of depth two.
  const bool is_merge = environment("GITHUB_EVENT_NAME") == "pull_request" && git.has("HEAD^2");
  if (is_merge) return "HEAD^1";
  std::string base = base_of_service(environment);
  if (!base.empty()) return base;
  const auto branch = git.default_branch();
  const bool is_push = environment("GITHUB_EVENT_NAME") == "push" && git.has("HEAD^1");
  if (branch && !(is_push && may_hold_head(git, *branch))) return *branch;
  // What was pushed to the default branch is not held against that branch itself.
  if (is_push) return "HEAD^1";
  throw Error(
      "--since auto: nothing says what this change is made against; name a commit or branch, or "
      "fetch the one before this (`fetch-depth: 2`), or check the whole site");
}

ChangeRange change_range(const Git& git, const std::string& ref, const Config& config,
                         const Environment& environment) {
  ChangeRange range{.name = ref == "auto" ? automatic_base(git, environment) : ref};
  const std::string commit = git.commit(range.name);
  range.commit = range.name == "HEAD" ? commit : git.merge_base(commit);
  range.changes = git.changes_since(range.commit);
  range.changed_settings = changed_settings(git, range, config);
  forget_other_roles(range.changes, git, config);
  return range;
}

FileContents contents_before(const Git& git, const ChangeRange& range, const Plan& plan) {
  const std::set<std::string> posts = paths_of(plan);
  std::map<std::string, std::string> old_names;  // by path
  std::vector<std::string> files;
  for (const FileChange& change : range.changes) {
    if (change.before.empty() || !posts.contains(change.after)) continue;
    old_names[change.after] = change.before;
    files.push_back(change.before);
  }
  const FileContents old = git.contents(range.commit, files, plan.posts.limits.file_size);
  FileContents contents;
  for (const auto& [name, old_name] : old_names) {
    const auto found = old.find(old_name);
    if (found != old.end()) contents[name] = found->second;
  }
  return contents;
}

}  // namespace recto
