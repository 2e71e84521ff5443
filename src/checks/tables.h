#pragma once

#include <string_view>
#include <vector>

#include "base/key_policy.h"
#include "checks/rule.h"

// Made at build time from rules/ and dictionaries/.

namespace recto {

/// The rules that recto comes with, sorted by name.
std::vector<Rule> built_in_rules(Examples examples = Examples::none);

/// A list of accepted words: for every locale when `locale` is empty.
struct WordList {
  std::string_view locale;  // the folder under dictionaries/
  std::string_view words;   // one a line
};
std::vector<WordList> built_in_words();

/// The front matter policy of a layout (`docusaurus`, else `any`).
KeyPolicy preset_policy(std::string_view layout);

}  // namespace recto
