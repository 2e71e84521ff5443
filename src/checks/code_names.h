#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>

#include "checks/check.h"
#include "checks/code_text.h"

namespace recto::checks {

/// The names that the code of a pair declares. A variable or a function that the translation calls
/// by another name throughout works as well as the source's. They are read when first asked for.
class CodeNames {
 public:
  explicit CodeNames(const Subject& subject)
      : source_(subject.source), translation_(subject.translation) {}

  /// Whether the two lines, of the source and of the translation, differ in nothing but such names
  /// and what people may translate.
  bool differ_in_names_alone(const CodeLine& ours, const CodeLine& theirs);

 private:
  const Post& source_;
  const Post& translation_;
  std::optional<std::unordered_map<std::string_view, std::string_view>> renamed_;
};

}  // namespace recto::checks
