#include "discover/git.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/error.h"
#include "base/process.h"

namespace recto {
namespace {

using Arguments = std::vector<std::string>;

/// Nothing that a repository configures may run, and nothing is written. A folder of tracked files
/// that looks like a bare repository is none: its `config` would be a stranger's.
ProcessResult git(const std::filesystem::path& folder, const Arguments& arguments,
                  std::string_view input = {}) {
  Arguments all = {"git", "--no-optional-locks",  "-c", "core.fsmonitor=false",
                   "-c",  "core.quotePath=false", "-c", "safe.bareRepository=explicit"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_process(all, folder, input);
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

/// The texts of a list that ends each with a NUL.
std::vector<std::string> split_at_nul(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\0', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// What `git diff --name-status -z` says.
std::vector<FileChange> parse_changes(const std::string& text) {
  std::vector<FileChange> changes;
  const std::vector<std::string> parts = split_at_nul(text);
  for (std::size_t i = 0; i + 1 < parts.size();) {
    const char status = parts[i].empty() ? ' ' : parts[i].front();
    const std::string& path = parts[i + 1];
    if ((status == 'R' || status == 'C') && i + 2 < parts.size()) {
      changes.push_back({status == 'R' ? path : "", parts[i + 2]});
      i += 3;
      continue;
    }
    changes.push_back({status == 'A' ? "" : path, status == 'D' ? "" : path});
    i += 2;
  }
  return changes;
}

constexpr std::array<const char*, 5> kDiff = {"diff", "--name-status", "-z", "--find-renames",
                                              "--no-ext-diff"};

Arguments diff_arguments(const Arguments& more) {
  Arguments arguments(kDiff.begin(), kDiff.end());
  arguments.insert(arguments.end(), {"--no-textconv", "--ignore-submodules", "--relative"});
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

/// One answer of `git cat-file --batch`: `<id> blob <size>` and the bytes, or `... missing`.
struct BatchReader {
  std::string_view rest;

  std::optional<std::string> next() {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view header = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t kind = header.find(" blob ");
    if (kind == std::string_view::npos) {
      skip_other(header);
      return std::nullopt;
    }
    const std::size_t size = number(header.substr(kind + 6));
    std::string bytes(rest.substr(0, size));
    rest.remove_prefix(std::min(size + 1, rest.size()));
    return bytes;
  }

 private:
  static std::size_t number(std::string_view text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  /// A folder (a tree) comes with its bytes, what is missing without.
  void skip_other(std::string_view header) {
    const std::size_t blank = header.rfind(' ');
    if (header.find(" tree ") == std::string_view::npos || blank == std::string_view::npos) return;
    rest.remove_prefix(std::min(number(header.substr(blank + 1)) + 1, rest.size()));
  }
};

[[noreturn]] void refuse_shallow(const std::string& what) {
  throw Error(what +
              " is not in this shallow clone; mend it with `git fetch --unshallow` (in a "
              "GitHub workflow: `fetch-depth: 0` of actions/checkout; in GitLab: `GIT_DEPTH: "
              "0`)");
}

}  // namespace

Git::Git(std::filesystem::path folder) : folder_(std::move(folder)) {
  const ProcessResult result = git(folder_, {"rev-parse", "--is-inside-work-tree"});
  if (result.status == 0 && first_line(result.output) == "true") return;
  const bool is_guarded = result.errors.find("dubious ownership") != std::string::npos;
  throw Error(is_guarded ? "git does not trust this folder: `git config --global --add "
                           "safe.directory " +
                               folder_.string() + "`"
                         : folder_.string() + " is in no git work tree");
}

std::string Git::ask(const Arguments& arguments, std::string_view input) const {
  ProcessResult result = git(folder_, arguments, input);
  if (result.status != 0) {
    throw Error("git " + arguments.front() + " failed: " + first_line(result.errors));
  }
  return std::move(result.output);
}

bool Git::is_shallow() const {
  return first_line(ask({"rev-parse", "--is-shallow-repository"})) == "true";
}

std::optional<std::string> Git::find(const std::string& ref) const {
  if (ref.empty() || ref.starts_with('-')) return std::nullopt;
  const ProcessResult result =
      git(folder_, {"rev-parse", "--verify", "--quiet", ref + "^{commit}"});
  return result.status == 0 ? std::optional(first_line(result.output)) : std::nullopt;
}

bool Git::has(const std::string& ref) const {
  return find(ref).has_value();
}

std::string Git::commit(const std::string& ref) const {
  if (auto found = find(ref)) return std::move(*found);
  if (is_shallow()) refuse_shallow("`" + ref + "`");
  throw Error("`" + ref + "` is no commit of this repository; perhaps it must be fetched first");
}

std::string Git::merge_base(const std::string& commit) const {
  const ProcessResult result = git(folder_, {"merge-base", commit, "HEAD"});
  if (result.status == 0) return first_line(result.output);
  if (is_shallow()) refuse_shallow("the common history with `" + commit + "`");
  return commit;  // histories that never met: what differs is what changed
}

std::optional<std::string> Git::default_branch() const {
  for (const char* name : {"origin/HEAD", "origin/main", "origin/master", "main", "master"}) {
    if (has(name)) return name;
  }
  return std::nullopt;
}

std::vector<FileChange> Git::changes_since(const std::string& commit) const {
  std::vector<FileChange> changes = parse_changes(ask(diff_arguments({commit, "--"})));
  for (const std::string& file :
       split_at_nul(ask({"ls-files", "--others", "--exclude-standard", "-z"}))) {
    changes.push_back({"", file});
  }
  return changes;
}

std::vector<FileChange> Git::staged_changes() const {
  return parse_changes(ask(diff_arguments({"--cached", "--"})));
}

std::vector<std::string> Git::index_files() const {
  std::vector<std::string> files = split_at_nul(ask({"ls-files", "--cached", "-z"}));
  // Each side of a conflict has a line of its own.
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

std::vector<std::string> Git::files_unlike_index() const {
  return split_at_nul(ask({"diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv",
                           "--ignore-submodules", "--relative", "--"}));
}

std::map<std::string, std::string> Git::contents(const std::string& commit,
                                                 const std::vector<std::string>& files) const {
  std::string names;
  std::vector<std::string> asked;
  for (const std::string& file : files) {
    if (file.find('\n') != std::string::npos) continue;  // a name that the protocol cannot hold
    names += commit + ":./" + file + '\n';
    asked.push_back(file);
  }
  const std::string answer = asked.empty() ? "" : ask({"cat-file", "--batch"}, names);
  BatchReader reader{answer};
  std::map<std::string, std::string> contents;
  for (const std::string& file : asked) {
    if (auto bytes = reader.next()) contents.emplace(file, std::move(*bytes));
  }
  return contents;
}

}  // namespace recto
