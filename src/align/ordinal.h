#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recto {

/// The number at the beginning of a heading, followed by a mark that makes it an ordinal: `3.`,
/// `3)`, `第3章`, `III.`, `三、`; with the bytes it takes.
struct Ordinal {
  int value = 0;
  std::size_t size = 0;
};
std::optional<Ordinal> leading_ordinal(std::string_view text);
/// The number of a heading behind a word, before a colon: `Step 7: `, `(Optional) Step 7: `,
/// `步骤 7：`, `7단계: `. Its size is that of all of it. `Python 3: ` has the same form: what
/// `word` numbers one by one is a step.
struct NumberedStep {
  Ordinal number;
  std::string word;  // folded, before and behind the number
};
std::optional<NumberedStep> leading_step(std::string_view text);
/// The digits at the beginning, four at most, whatever follows them: `2` of `2 - Install`.
std::optional<Ordinal> leading_number(std::string_view text);

}  // namespace recto
