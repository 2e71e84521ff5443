// key_type: a value of another type: a list where the source has a string, a string where it has a
// date.

#include "checks/front_matter.h"

namespace recto::checks {
namespace {

using yaml::Type;

bool is_text_like(Type type) {
  return type != Type::list && type != Type::map;
}

bool has_other_type(const PairedKey& key) {
  const Type source = yaml::type_of(key.source.value);
  const Type translation = yaml::type_of(key.translation.value);
  if (source == translation || source == Type::null || translation == Type::null) return false;
  if (is_text_like(source) != is_text_like(translation)) {
    // A site generator takes a lone value for a list of one.
    return !is_same_value(key.source.value, key.translation.value);
  }
  if (!is_text_like(source)) return true;
  // Text is text: a title that looks like a number is still a title.
  const bool is_free =
      key.role == KeyRole::translate || key.role == KeyRole::local || source == Type::string;
  const bool are_numbers = (source == Type::integer || source == Type::real) &&
                           (translation == Type::integer || translation == Type::real);
  return !is_free && !are_numbers && !is_same_value(key.source.value, key.translation.value);
}

Findings run(const Subject& subject) {
  Findings findings;
  for (const PairedKey& key : paired_keys(subject)) {
    if (key.role == KeyRole::local || !has_other_type(key)) continue;
    findings.push_back({.span = key.translation.value.span,
                        .fields = {{"key", key.path},
                                   {"expected", name_of(yaml::type_of(key.source.value))},
                                   {"found", name_of(yaml::type_of(key.translation.value))}},
                        .source = key.source.value.span});
  }
  return findings;
}

}  // namespace

CheckKind key_type() {
  return {"key_type",
          "A value of the front matter keeps its type.",
          {"key", "expected", "found"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
