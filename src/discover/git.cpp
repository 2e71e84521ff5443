#include "discover/git.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/inside.h"
#include "base/lines.h"
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

/// `files` without repetitions: each side of a conflict has a line of its own.
std::vector<std::string> unique(std::vector<std::string> files) {
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
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

struct Blob {
  std::string_view id;
  std::size_t size = 0;
};

/// What a line `<id> blob <size>` of `git cat-file` says; none for other objects, and for
/// `<name> missing`, of which the name may be anything.
std::optional<Blob> parse_blob(std::string_view line) {
  constexpr std::string_view kKind = " blob ";
  Blob blob{.id = line.substr(0, line.find_first_not_of("0123456789abcdef"))};
  if (blob.id.empty() || !line.substr(blob.id.size()).starts_with(kKind)) return std::nullopt;
  const std::string_view size = line.substr(blob.id.size() + kKind.size());
  const auto [end, failure] = std::from_chars(size.data(), size.data() + size.size(), blob.size);
  const bool is_number = failure == std::errc() && end == size.data() + size.size();
  return is_number ? std::optional(blob) : std::nullopt;
}

[[noreturn]] void refuse_shallow(const std::string& what) {
  throw Error(what +
              " is not in this shallow clone; mend it with `git fetch --unshallow` (in a "
              "GitHub workflow: `fetch-depth: 0` of actions/checkout; in GitLab: `GIT_DEPTH: "
              "0`)");
}

}  // namespace

Git::Git(std::filesystem::path folder) : folder_(std::move(folder)) {
  const ProcessResult result =
      git(folder_, {"rev-parse", "--is-inside-work-tree", "--absolute-git-dir"});
  constexpr std::string_view kInside = "true\n";
  if (result.status == 0 && result.output.starts_with(kInside)) {
    const std::string git_folder = result.output.substr(kInside.size());
    // A git older than 2.38 knows nothing of safe.bareRepository.
    if (!is_inside(folder_, git_folder.substr(0, git_folder.rfind('\n')))) return;
  }
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
  return unique(split_at_nul(ask({"ls-files", "--cached", "-z"})));
}

std::vector<std::string> Git::files_unlike_index() const {
  return unique(split_at_nul(ask({"diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv",
                                  "--ignore-submodules", "--relative", "--"})));
}

std::map<std::string, LastChange> Git::last_changes() const {
  if (is_shallow()) refuse_shallow("the history of the translations");
  constexpr char kCommit = '\x01';  // a line of the format; a path would begin with a line end
  constexpr std::size_t kDay = 10;  // bytes, behind the blank at the end
  std::map<std::string, LastChange> changes;
  LastChange last;
  for (const std::string& part :
       split_at_nul(ask({"log", "--format=%x01%H %cs", "--name-only", "-z", "--no-renames",
                         "--relative", "--no-show-signature", "--", "."}))) {
    if (part.starts_with(kCommit) && part.size() > kDay + 2) {
      const std::size_t blank = part.size() - kDay - 1;
      last = {part.substr(blank + 1), part.substr(1, blank - 1)};
    } else {
      changes.try_emplace(part.starts_with('\n') ? part.substr(1) : part, last);
    }
  }
  return changes;
}

FileContents Git::contents(const std::string& commit, const std::vector<std::string>& files,
                           std::size_t limit) const {
  std::string names;
  std::vector<std::string> asked;
  for (const std::string& file : files) {
    if (file.find('\n') != std::string::npos) continue;  // a name that the protocol cannot hold
    names += commit + ":./" + file + '\n';
    asked.push_back(file);
  }
  const std::string sizes = asked.empty() ? "" : ask({"cat-file", "--batch-check"}, names);
  std::string_view lines = sizes;
  FileContents contents;
  std::vector<std::string> wanted;
  std::string ids;
  for (const std::string& file : asked) {
    const auto blob = parse_blob(take_line(lines));
    if (!blob) continue;
    if (blob->size > limit) {
      contents[file] = {.failure = FileContent::Failure::too_large};
      continue;
    }
    ids.append(blob->id) += '\n';
    wanted.push_back(file);
  }
  const std::string answer = wanted.empty() ? "" : ask({"cat-file", "--batch"}, ids);
  std::string_view rest = answer;
  for (const std::string& file : wanted) {
    const auto blob = parse_blob(take_line(rest));
    if (!blob) continue;
    contents[file] = {.bytes = std::string(rest.substr(0, blob->size))};
    rest.remove_prefix(std::min(blob->size + 1, rest.size()));
  }
  return contents;
}

}  // namespace recto
