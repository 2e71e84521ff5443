#include "run/write_reports.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <ostream>
#include <system_error>
#include <utility>

#include "base/environment.h"
#include "base/inside.h"
#include "base/replace_file.h"
#include "discover/repository.h"
#include "report/color.h"
#include "report/text.h"
#include "run/findings_limit.h"
#include "run/telling.h"

namespace recto {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kManyFindings = 50;

/// Where the CI service that recto runs in shows the files of the commit; empty elsewhere.
std::string page_of_commit() {
  const std::string server = environment_variable("GITHUB_SERVER_URL");
  const std::string repository = environment_variable("GITHUB_REPOSITORY");
  const std::string commit = environment_variable("GITHUB_SHA");
  if (server.empty() || repository.empty() || commit.empty()) return {};
  return server + "/" + repository + "/blob/" + commit + "/";
}

/// The text report, with the table of all findings that goes before many.
class Text {
 public:
  Text(const CheckCommand& command, const Report& report, bool is_terminal)
      : is_summary_(command.summary),
        style_{.color = uses_color(command.color, is_terminal, color_environment()),
               .path_prefix = report.working_prefix} {
    if (is_summary_ || (is_terminal && report.diagnostics.size() > kManyFindings)) {
      table_ = summary_table(report.diagnostics, style_);
    }
  }

  std::string with(const std::vector<Diagnostic>& shown) const {
    if (is_summary_) return table_;
    return table_ + (table_.empty() ? "" : "\n") + text_report(shown, style_);
  }

 private:
  bool is_summary_;
  TextStyle style_;
  std::string table_;
};

/// Whether a link leads from a place in the repository out of it: a stranger may have planted it.
/// `path` and `repository` are absolute; the repository's has no links in it.
bool leads_out(const fs::path& path, const fs::path& repository) {
  const fs::path shown = path.lexically_normal().lexically_relative(repository);
  return !shown.empty() && *shown.begin() != ".." && !is_inside(path, repository);
}

/// Pipes and devices (`/dev/stderr`) are written to; a file is replaced, behind its links.
std::optional<std::string> write_file(const fs::path& path, const std::string& text,
                                      const fs::path& repository) {
  if (leads_out(path, repository)) return "a link on the way leads out of the repository";
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (fs::is_directory(status)) return "it is a folder";
  // Another run makes a report again: it need not wait for the disk.
  if (!fs::exists(status)) return replace_file(path, text, Durability::fast);
  if (fs::is_regular_file(status)) {
    return replace_file(fs::canonical(path, failure), text, Durability::fast);
  }
  errno = 0;
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file) return std::nullopt;
  return std::generic_category().message(errno);
}

}  // namespace

Report report_outline(const PreparedRun& run, std::span<const Rule> rules,
                      const fs::path& working_folder) {
  Report report{.rules = rules};
  for (const PlannedSource& source : run.plan.sources) {
    for (const PlannedPair& pair : source.pairs) {
      if (!pair.is_reported) continue;
      report.pairs.push_back({pair.translation.path, pair.translation.locale});
    }
  }
  std::sort(report.pairs.begin(), report.pairs.end(),
            [](const CheckedPair& one, const CheckedPair& other) { return one.path < other.path; });
  report.source_locale = run.plan.source_locale;
  report.working_prefix = run.path_prefix;
  const fs::path root = fs::weakly_canonical(run.plan.posts.root);
  report.repository = repository_of(root).value_or(working_folder).generic_string();
  report.root = root.generic_string();
  report.link_prefix = page_of_commit();
  return report;
}

std::vector<std::string> write_reports(const CheckCommand& command,
                                       const Surroundings& surroundings, Report report,
                                       std::size_t most) {
  const Text on_terminal(command, report, surroundings.output_is_terminal);
  const Text in_file(command, report, false);
  report.diagnostics = within_limit(std::move(report.diagnostics), most, report.rules);
  const fs::path here = fs::weakly_canonical(surroundings.working_folder);
  std::vector<std::string> problems;
  for (const Output& output : command.outputs) {
    const Text& style = output.path.empty() ? on_terminal : in_file;
    const bool is_text = output.format == Format::text;
    const std::string text =
        is_text ? style.with(report.diagnostics) : rendered(output.format, report);
    if (output.path.empty() && is_text) {
      surroundings.output << text;
    } else if (output.path.empty()) {
      print(text, surroundings);
    } else if (const auto reason = write_file(here / output.path, text, report.repository)) {
      problems.push_back(output.path + " cannot be written: " + *reason);
    }
  }
  return problems;
}

}  // namespace recto
