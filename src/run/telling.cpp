#include "run/telling.h"

#include <ostream>

#include "report/progress.h"
#include "report/visible.h"

namespace recto {

void say(std::string_view opening, const std::vector<std::string>& texts,
         const Surroundings& surroundings) {
  for (const std::string& text : texts) surroundings.errors << opening << visible(text) << '\n';
}

std::vector<SourceResult> judge_sources_with_progress(const Plan& plan, std::size_t jobs,
                                                      bool quiet,
                                                      const Surroundings& surroundings) {
  const bool shows = surroundings.errors_is_terminal && !quiet;
  Progress progress(surroundings.errors, shows ? Shown::yes : Shown::no);
  return judge_sources(plan, jobs, &progress);
}

}  // namespace recto
