#pragma once

#include <string_view>

namespace recto {

/// What a translator has to do about a finding, in the order in which it is best done.
enum class Task { mend_files, translate, add, correct, settle_words, remove };

/// The task that a finding of the rule named `rule` sets.
Task task_of(std::string_view rule);

/// The task as a heading says it.
std::string_view title_of(Task task);

}  // namespace recto
