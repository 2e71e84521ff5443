#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli.h"
#include "config.h"
#include "run/make_plan.h"
#include "run/range.h"

namespace recto {

/// What `check` was told about git: `--since`, `--staged`, `--hook`.
struct GitScope {
  std::optional<Git> repository;     // none: nothing was asked
  std::optional<ChangeRange> range;  // what the run is held against; none: nothing
  std::set<std::string> staged;      // with --hook: what is staged
  Scope scope;
  std::vector<std::string> notes;
};

/// Asks git what `command` needs to choose pairs; nothing when it needs nothing. Throws Error when
/// git cannot say.
GitScope git_scope(const CheckCommand& command, const std::filesystem::path& root,
                   const Config& config, const Environment& environment);

/// With --staged: the posts of `plan` are those of the index from now on. Those that the index has
/// no text of stay what they are on the disk, with a note.
void use_index_texts(const CheckCommand& command, GitScope& git, Plan& plan);

/// With --hook: pairs that were chosen by their source alone and whose translation is staged are
/// left to whoever was given that; the others of them are returned, by the translation's path, and
/// are to be held against HEAD. Throws Error when git cannot say what that was.
std::set<std::string> lenient_pairs(const CheckCommand& command, const Config& config,
                                    const Environment& environment, GitScope& git,
                                    PreparedRun& run);

/// What of the findings the change did not bring is taken out, what translations are behind is put
/// in, findings about `lenient` pairs become warnings at most. Returns how many older findings were
/// taken out.
std::size_t apply_git_scope(const CheckCommand& command, const GitScope& git, const Plan& plan,
                            const std::set<std::string>& lenient, std::size_t jobs,
                            std::vector<Diagnostic>& diagnostics);

}  // namespace recto
