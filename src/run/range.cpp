#include "run/range.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/error.h"
#include "base/glob.h"
#include "text/yaml.h"

namespace recto {
namespace {

/// A push that makes a branch has no commit before it.
bool is_commit_id(const std::string& text) {
  return !text.empty() && text.find_first_not_of('0') != std::string::npos;
}

/// The value at `path` in the event that GitHub describes in a JSON file, which is YAML, too.
std::string event_value(const Environment& environment, const std::vector<std::string>& path) {
  std::ifstream file(environment("GITHUB_EVENT_PATH"), std::ios::binary);
  if (!file) return {};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const yaml::Document document = yaml::parse(text);
  const yaml::Node* node = &document.root;
  for (const std::string& key : path) {
    node = node->find(key);
    if (node == nullptr) return {};
  }
  return node->text;
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

std::string changed_settings(const std::vector<FileChange>& changes, const Config& config) {
  const std::vector<std::string> patterns = settings_files(config);
  for (const FileChange& change : changes) {
    for (const std::string& path : {change.after, change.before}) {
      const bool decides = std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) {
        return !path.empty() && matches_glob(pattern, path);
      });
      if (decides) return path;
    }
  }
  return {};
}

}  // namespace

std::string environment_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::string() : value;
}

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

std::string automatic_base(const Git& git, const Environment& environment) {
  // GitHub checks out a merge of the pull request into its base, which is the first parent: it is
  // there even in a clone of depth two.
  const bool is_merge = environment("GITHUB_EVENT_NAME") == "pull_request" && git.has("HEAD^2");
  if (is_merge) return "HEAD^1";
  std::string base = base_of_service(environment);
  if (!base.empty()) return base;
  if (const auto branch = git.default_branch()) return *branch;
  throw Error(
      "--since auto: nothing says what this change is made against; name a commit or branch");
}

ChangeRange change_range(const Git& git, const std::string& ref, const Config& config,
                         const Environment& environment) {
  ChangeRange range{.name = ref == "auto" ? automatic_base(git, environment) : ref};
  const std::string commit = git.commit(range.name);
  range.commit = range.name == "HEAD" ? commit : git.merge_base(commit);
  range.changes = git.changes_since(range.commit);
  range.changed_settings = changed_settings(range.changes, config);
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
