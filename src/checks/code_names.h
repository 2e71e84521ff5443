#pragma once

#include <string_view>
#include <unordered_set>

#include "checks/check.h"
#include "checks/code_text.h"

namespace recto::checks {

/// The names in the code of both posts of a pair, which it outlives. A variable or a function that
/// the translation calls by another name throughout works as well as the source's.
class CodeNames {
 public:
  explicit CodeNames(const Subject& subject);

  /// Whether the two lines, of the source and of the translation, differ in nothing but such names
  /// and what people may translate.
  bool differ_in_names_alone(const CodeLine& ours, const CodeLine& theirs) const;

 private:
  using Names = std::unordered_set<std::string_view>;

  struct Side {
    const Post& post;
    Names used;
    Names declared;

    explicit Side(const Post& of);
  };

  bool is_renamed(std::string_view ours, std::string_view theirs) const;

  Side source_;
  Side translation_;
};

}  // namespace recto::checks
