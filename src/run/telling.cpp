#include "run/telling.h"

#include <algorithm>
#include <ostream>

#include "base/parallel.h"
#include "report/counts.h"
#include "report/progress.h"
#include "report/visible.h"

namespace recto {

void say(std::string_view opening, const std::vector<std::string>& texts,
         const Surroundings& surroundings) {
  for (const std::string& text : texts) surroundings.errors << opening << visible(text) << '\n';
}

int tell_what_was_left_out(const PreparedRun& run, const Judged& judged,
                           const Surroundings& surroundings) {
  say("recto: ", run.problems, surroundings);
  const auto broken = static_cast<std::size_t>(
      std::count_if(judged.diagnostics.begin(), judged.diagnostics.end(), is_file_error));
  if (broken > 0) {
    surroundings.errors << "recto: " << counted(broken, "file")
                        << " cannot be judged; `recto check --only file` names them\n";
  }
  return broken == 0 && run.problems.empty() ? 0 : kCannotDoTheJob;
}

void print(const std::string& text, const Surroundings& surroundings) {
  surroundings.output << (surroundings.output_is_terminal ? visible_lines(text) : text);
}

std::vector<SourceResult> judge_sources_with_progress(const Plan& plan, std::size_t jobs,
                                                      bool quiet,
                                                      const Surroundings& surroundings) {
  const bool shows = surroundings.errors_is_terminal && !quiet;
  Progress progress(surroundings.errors, shows ? Shown::yes : Shown::no);
  return judge_sources(plan, jobs, &progress);
}

Judged judged_site(const PreparedRun& run, bool quiet, const Surroundings& surroundings) {
  const std::size_t jobs = processors();
  return join(run.plan, judge_sources_with_progress(run.plan, jobs, quiet, surroundings), jobs);
}

}  // namespace recto
