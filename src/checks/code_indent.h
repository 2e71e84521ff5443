#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "checks/code_text.h"

namespace recto::checks {

/// A code block and what is code in it.
struct IndentedCode {
  const Post& post;
  const Block& block;
  const CodeText& text;
};

/// The first line of two blocks of as many lines that is indented otherwise where that says
/// something: in a `language`, as language_of() names it, that nests by indentation; in any, where
/// the translation has none left. An index into CodeText::lines.
std::optional<std::size_t> line_indented_otherwise(const IndentedCode& source,
                                                   const IndentedCode& translation,
                                                   std::string_view language);

/// What gives each line of the translation the source's indentation; none where the two do not
/// have as many lines, or blank ones at other places.
std::optional<Fix> indentation_fix(const IndentedCode& source, const IndentedCode& translation);

}  // namespace recto::checks
