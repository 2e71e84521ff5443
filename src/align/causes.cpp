#include "align/causes.h"

#include <algorithm>

#include "align/cause_finders.h"

namespace recto {
namespace {

/// The causes found so far: the first to explain a block is the one that does.
class Found {
 public:
  void add(const Cause& cause) {
    if (causes_.size() == kMostCauses) return;
    const bool is_explained =
        std::any_of(causes_.begin(), causes_.end(), [&](const Cause& earlier) {
          return earlier.source.overlaps(cause.source) ||
                 earlier.translation.overlaps(cause.translation);
        });
    if (!is_explained) causes_.push_back(cause);
  }

  void add(const Causes& causes) {
    for (const Cause& cause : causes) add(cause);
  }

  Causes in_order() && {
    std::stable_sort(causes_.begin(), causes_.end(), [](const Cause& left, const Cause& right) {
      return left.span.begin < right.span.begin;
    });
    return std::move(causes_);
  }

 private:
  Causes causes_;
};

}  // namespace

Causes causes_of(const Post& source, const Post& translation, const Alignment& alignment) {
  if (auto cause = fenced_post(source, translation)) return {*cause};
  Found found;
  found.add(pasted_front_matters(source, translation));
  if (const auto cause = stray_fence(source, translation)) found.add(*cause);
  found.add(unfenced_causes(source, translation));
  found.add(second_copies(translation, alignment));
  found.add(chatter(source, translation, alignment));
  found.add(swallowing_code(source, translation, alignment));
  found.add(lists_run_together(source, translation, alignment));
  found.add(broken_tables(source, translation, alignment));
  found.add(underlined_texts(source, translation, alignment));
  found.add(language_lists(source, translation, alignment));
  found.add(titled_components(source, translation, alignment));
  if (const auto cause = truncation(source, translation, alignment)) found.add(*cause);
  if (const auto cause = broken_end(source, translation, alignment)) found.add(*cause);
  found.add(summaries(source, translation, alignment));
  found.add(missing_sections(source, translation, alignment));
  found.add(extra_sections(translation, alignment));
  found.add(missing_boxes(source, translation, alignment));
  found.add(extra_boxes(translation, alignment));
  found.add(lone_stretches(source, translation, alignment));
  return std::move(found).in_order();
}

bool explains_source(const Causes& causes, std::size_t index) {
  return std::any_of(causes.begin(), causes.end(),
                     [&](const Cause& cause) { return cause.source.holds(index); });
}

bool explains_translation(const Causes& causes, std::size_t index) {
  return std::any_of(causes.begin(), causes.end(),
                     [&](const Cause& cause) { return cause.translation.holds(index); });
}

bool hides_front_matter(const Causes& causes, const Post& translation) {
  return translation.front_matter.span.is_empty() &&
         std::any_of(causes.begin(), causes.end(), [](const Cause& cause) {
           return cause.kind == CauseKind::fenced_post ||
                  cause.kind == CauseKind::pasted_front_matter;
         });
}

}  // namespace recto
