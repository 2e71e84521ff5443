#include "checks/code_line_ends.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace recto::checks {
namespace {

/// Which line ends of a language say nothing: none, some, all. In markup text may be translated.
enum class LineEnds { telling, beside_brackets, free, free_in_markup };

LineEnds line_ends_of(std::string_view language) {
  constexpr std::array<std::string_view, 3> kMarkup = {"html", "xml", "svg"};
  constexpr std::array<std::string_view, 3> kFree = {"css", "scss", "json"};
  constexpr std::array<std::string_view, 9> kBrackets = {"js", "ts",  "jsx", "tsx", "java",
                                                         "c",  "cpp", "cs",  "php"};
  const auto is_in = [&](const auto& languages) {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
  };
  if (is_in(kMarkup)) return LineEnds::free_in_markup;
  if (is_in(kFree)) return LineEnds::free;
  return is_in(kBrackets) ? LineEnds::beside_brackets : LineEnds::telling;
}

/// `line` without blanks; in markup with a mark in the place of each text.
std::string comparable(const Post& post, const CodeLine& line, LineEnds ends) {
  if (ends != LineEnds::free_in_markup) return code_without(post, line, {});
  return code_without(post, line, texts_begun_in(line), "\x01");
}

/// Whether the end between two lines of code says nothing in a language of brackets; one of the
/// preprocessor always does.
bool says_nothing(std::string_view before, std::string_view behind) {
  constexpr std::string_view kOpening = "{([,;:=?|&";
  constexpr std::string_view kClosing = "})]";
  if (before.front() == '#' || behind.front() == '#') return false;
  return kOpening.find(before.back()) != kOpening.npos ||
         kClosing.find(behind.front()) != kClosing.npos;
}

/// All that `text` says, without blanks, comments and the line ends that say nothing.
std::string flowing_code(const Post& post, const CodeText& text, LineEnds ends) {
  std::string all;
  std::string before;
  for (const CodeLine& line : text.lines) {
    std::string code = comparable(post, line, ends);
    const bool is_free =
        ends != LineEnds::beside_brackets || before.empty() || says_nothing(before, code);
    if (!is_free) all += '\n';
    all += code;
    before = std::move(code);
  }
  return all;
}

}  // namespace

bool differ_in_end_marks(std::string_view ours, std::string_view theirs) {
  const auto without_marks = [](std::string_view text) {
    return text.substr(0, text.find_last_not_of(",;") + 1);
  };
  return without_marks(ours) == without_marks(theirs);
}

bool differ_in_line_ends(const Post& source, const CodeText& ours, const Post& translation,
                         const CodeText& theirs, std::string_view language) {
  const LineEnds ends = line_ends_of(language);
  if (ends == LineEnds::telling) return false;
  const std::string left = flowing_code(source, ours, ends);
  return left.find("<script") == std::string::npos &&
         differ_in_end_marks(left, flowing_code(translation, theirs, ends));
}

}  // namespace recto::checks
