#include "report/tasks.h"

#include <algorithm>
#include <initializer_list>

namespace recto {
namespace {

bool names_any(std::string_view problem, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return problem.find(word) != std::string_view::npos;
  });
}

}  // namespace

Task task_of(std::string_view rule) {
  const std::string_view family = rule.substr(0, rule.find('/'));
  const std::string_view problem = rule.substr(std::min(rule.size(), family.size() + 1));
  if (family == "file" || problem == "unreadable") return Task::mend_files;
  if (family == "spelling" || family == "term" || family == "tag") return Task::settle_words;
  if (rule == "pair/missing" || names_any(problem, {"untranslated", "wrong-language", "stale"})) {
    return Task::translate;
  }
  if (names_any(problem, {"missing", "lost", "truncated", "shortened"})) return Task::add;
  if (names_any(problem, {"extra", "leftover", "repeated", "orphan"})) return Task::remove;
  return Task::correct;
}

std::string_view title_of(Task task) {
  switch (task) {
    case Task::mend_files:
      return "Mend what cannot be read";
    case Task::translate:
      return "Translate";
    case Task::add:
      return "Add what the source has";
    case Task::settle_words:
      return "Look at words and terms";
    case Task::remove:
      return "Remove what the source does not have";
    case Task::correct:
      break;
  }
  return "Correct what differs";
}

}  // namespace recto
