#include "run/mend.h"

#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "base/file.h"
#include "base/replace_file.h"
#include "report/counts.h"
#include "report/diff.h"
#include "report/fix.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

constexpr std::size_t kMostPasses = 10;

using Paths = std::set<std::string>;
using Fixable = std::map<std::string, std::vector<const Diagnostic*>>;

/// Mends in memory, pass by pass.
class Mender {
 public:
  Mender(Plan& plan, Safety most, std::size_t jobs, std::vector<SourceResult>& results,
         Judged& judged)
      : plan_(plan), most_(most), jobs_(jobs), results_(results), judged_(judged) {}

  Mending run() {
    // One more than passes: in the first one, files are only taken into memory.
    for (std::size_t pass = 0; pass <= kMostPasses; ++pass) {
      const Paths changed = mend_once();
      if (changed.empty()) return take();
      judge(changed);
    }
    leave_unsettled();
    return take();
  }

 private:
  Fixable fixable() const {
    Fixable found;
    for (const Diagnostic& finding : judged_.diagnostics) {
      const bool is_wanted = finding.fix && finding.fix->safety <= most_ &&
                             !finding.fix->edits.empty() &&
                             plan_.rules_by_path.contains(finding.at.path);
      if (is_wanted) found[finding.at.path].push_back(&finding);
    }
    return found;
  }

  /// The paths whose texts are other than they were judged.
  Paths mend_once() {
    Paths changed;
    for (const auto& [path, findings] : fixable()) {
      const auto known = files_.find(path);
      if (known == files_.end()) {
        // A fix holds for the text that was judged, and the file may be another by now.
        if (hold(path)) changed.insert(path);
        continue;
      }
      MendedFile& file = known->second;
      FixedText fixed = apply_fixes(file.text, findings);
      if (fixed.applied == 0) continue;
      file.text = std::move(fixed.text);
      file.findings += fixed.applied;
      plan_.posts.given[path] = {.bytes = file.text};
      changed.insert(path);
    }
    return changed;
  }

  bool hold(const std::string& path) {
    FileContent content = read_file(plan_.posts.root / path, plan_.posts.limits.file_size);
    if (content.failure != FileContent::Failure::none) return false;
    plan_.posts.given[path] = {.bytes = content.bytes};
    files_[path] = {content.bytes, content.bytes};
    return true;
  }

  void judge(const Paths& paths) {
    judge_again(plan_, paths, jobs_, results_);
    judged_ = join(plan_, results_, jobs_);
  }

  /// Fixes that undo each other would change a file with every command.
  void leave_unsettled() {
    Paths unsettled;
    for (const auto& [path, findings] : fixable()) {
      const auto known = files_.find(path);
      if (known == files_.end() || known->second.text == known->second.original) continue;
      failures_.push_back(path + " was left as it is: its fixes do not come to an end");
      known->second.text = known->second.original;
      plan_.posts.given[path] = {.bytes = known->second.original};
      unsettled.insert(path);
    }
    if (!unsettled.empty()) judge(unsettled);
  }

  Mending take() {
    std::erase_if(files_,
                  [](const auto& file) { return file.second.text == file.second.original; });
    return {std::move(files_), std::move(failures_)};
  }

  Plan& plan_;
  Safety most_;
  std::size_t jobs_;
  std::vector<SourceResult>& results_;
  Judged& judged_;
  std::map<std::string, MendedFile> files_;
  std::vector<std::string> failures_;
};

/// Why the file could not be written; none when it was. Behind a link, it is the file that is
/// replaced; links that lead out of the site are not among its posts.
std::optional<std::string> written(const fs::path& path, const MendedFile& file) {
  std::error_code failure;
  const fs::path real = fs::canonical(path, failure);
  if (failure) return failure.message();
  return replace_unchanged_file(real, file.original, file.text);
}

}  // namespace

Mending mend(Plan& plan, Safety most, std::size_t jobs, std::vector<SourceResult>& results,
             Judged& judged) {
  return Mender(plan, most, jobs, results, judged).run();
}

void write_mended(Plan& plan, std::size_t jobs, std::vector<SourceResult>& results,
                  Mending& mending, Judged& judged) {
  Paths failed;
  for (const auto& [path, file] : mending.files) {
    const auto reason = written(plan.posts.root / path, file);
    if (!reason) continue;
    mending.failures.push_back(path + " could not be mended: " + *reason);
    plan.posts.given.erase(path);
    failed.insert(path);
  }
  if (failed.empty()) return;
  for (const std::string& path : failed) mending.files.erase(path);
  judge_again(plan, failed, jobs, results);
  judged = join(plan, results, jobs);
}

std::string mending_summary(const Mending& mending, bool is_written) {
  std::size_t findings = 0;
  for (const auto& [path, file] : mending.files) findings += file.findings;
  return std::string(is_written ? "fixed " : "would fix ") + counted(findings, "finding") + " in " +
         counted(mending.files.size(), "file");
}

std::string patch_of(const Mending& mending, const std::string& prefix) {
  std::string patch;
  for (const auto& [path, file] : mending.files) {
    patch += unified_diff(prefix + path, file.original, file.text);
  }
  return patch;
}

}  // namespace recto
