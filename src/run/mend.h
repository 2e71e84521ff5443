#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "run/judge.h"
#include "run/pair_phase.h"
#include "run/plan.h"

namespace recto {

/// A translation with its fixes applied, not yet written.
struct MendedFile {
  std::string original;
  std::string text;
  std::size_t findings = 0;  // that were mended
};

/// What mending comes to.
struct Mending {
  std::map<std::string, MendedFile> files;  // by path; only those that changed
  std::vector<std::string> failures;        // a sentence each
};

/// Applies the fixes of `judged` that are at most as daring as `most` and judges what has changed
/// anew, in passes until nothing is left to mend. Only translations are mended, and in memory only:
/// their new texts stand in `plan.posts.given`, `judged` is what remains.
Mending mend(Plan& plan, Safety most, std::size_t jobs, std::vector<SourceResult>& results,
             Judged& judged);

/// Writes the mended files, each as a whole or not at all. A file that cannot be written is taken
/// out of `mending.files`, with the reason among its failures, and judged as it is.
void write_mended(Plan& plan, std::size_t jobs, std::vector<SourceResult>& results,
                  Mending& mending, Judged& judged);

/// How many findings in how many files were mended, as a line for people; what would be, unless
/// `is_written`.
std::string mending_summary(const Mending& mending, bool is_written);

/// The mended files as a patch; `prefix` leads from the working folder to their paths.
std::string patch_of(const Mending& mending, const std::string& prefix);

}  // namespace recto
