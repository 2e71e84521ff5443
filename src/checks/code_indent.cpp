#include "checks/code_indent.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"

namespace recto::checks {
namespace {

bool nests_by_indentation(std::string_view language) {
  constexpr std::array<std::string_view, 7> kLanguages = {"py",   "yaml", "coffee", "pug",
                                                          "haml", "sass", "nim"};
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

/// Whether the line goes on with a string or with brackets that an earlier one opened, where
/// indentation says nothing; `open` counts those.
bool goes_on(const CodeSide& code, const CodeLine& line, int& open) {
  const bool was_open = open > 0;
  for (const Span piece : code_pieces(line, line.prose)) {
    for (const char c : slice(code.post, piece)) {
      if (std::string_view("([{").find(c) != std::string_view::npos) ++open;
      if (std::string_view(")]}").find(c) != std::string_view::npos) --open;
    }
  }
  open = std::max(open, 0);
  const bool is_string = !line.prose.empty() && line.prose.front().holds(line.code);
  return was_open || is_string;
}

/// The columns before the code of each line. `- ` before an item of YAML is among them: the list
/// may stand as far left as its key.
std::vector<std::size_t> indents_of(const CodeSide& code) {
  const bool is_yaml = code.language == "yaml";
  const bool has_brackets = !is_yaml && nests_by_indentation(code.language);
  constexpr std::size_t kTab = 8;
  std::vector<std::size_t> indents;
  int open = 0;
  auto line = code.block.lines.begin();
  for (const CodeLine& read : code.text.lines) {
    while (line->end < read.code.end) ++line;
    if (has_brackets && goes_on(code, read, open)) {
      indents.push_back(indents.empty() ? 0 : indents.back());
      continue;
    }
    std::size_t indent = 0;
    for (const char c : slice(code.post, Span{line->begin, read.code.begin})) {
      indent = c == '\t' ? (indent / kTab + 1) * kTab : indent + 1;
    }
    std::string_view rest = slice(code.post, read.code);
    while (is_yaml && rest.starts_with("- ")) {
      const std::size_t mark = behind_blanks(rest, 1);
      indent += mark;
      rest.remove_prefix(mark);
    }
    indents.push_back(indent);
  }
  return indents;
}

/// In how many others each line stands.
std::vector<std::size_t> depths_of(const std::vector<std::size_t>& indents) {
  std::vector<std::size_t> depths;
  std::vector<std::size_t> open;
  for (const std::size_t indent : indents) {
    while (!open.empty() && open.back() >= indent) open.pop_back();
    depths.push_back(open.size());
    open.push_back(indent);
  }
  return depths;
}

bool is_telling(const std::vector<std::size_t>& ours, const std::vector<std::size_t>& theirs,
                std::string_view language) {
  constexpr long kFew = 2;  // lines whose indentation a translator may do without
  return nests_by_indentation(language) ||
         (std::count(theirs.begin(), theirs.end(), 0U) == static_cast<long>(theirs.size()) &&
          std::count(ours.begin(), ours.end(), 0U) + kFew <= static_cast<long>(ours.size()));
}

}  // namespace

std::optional<std::size_t> line_indented_otherwise(const CodeSide& source,
                                                   const CodeSide& translation) {
  if (source.text.lines.size() != translation.text.lines.size()) return std::nullopt;
  const std::vector<std::size_t> ours = depths_of(indents_of(source));
  const std::vector<std::size_t> theirs = depths_of(indents_of(translation));
  if (ours == theirs || !is_telling(ours, theirs, source.language)) return std::nullopt;
  return std::mismatch(ours.begin(), ours.end(), theirs.begin()).first - ours.begin();
}

std::optional<Fix> indentation_fix(const CodeSide& source, const CodeSide& translation) {
  const std::vector<Span>& lines = translation.block.lines;
  if (source.block.lines.size() != lines.size()) return std::nullopt;
  Fix fix;
  fix.safety = Safety::safe;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view ours = slice(source.post, source.block.lines[i]);
    const std::string_view theirs = slice(translation.post, lines[i]);
    const std::string_view expected = ours.substr(0, behind_blanks(ours, 0));
    const std::string_view found = theirs.substr(0, behind_blanks(theirs, 0));
    if ((expected.size() == ours.size()) != (found.size() == theirs.size())) return std::nullopt;
    // Marks of other widths say by themselves how far the lines below them stand.
    if (ours.substr(expected.size()).starts_with("- ") &&
        ours.substr(expected.size()) != theirs.substr(found.size())) {
      return std::nullopt;
    }
    if (expected == found || found.size() == theirs.size()) continue;
    const auto size = static_cast<std::uint32_t>(found.size());
    fix.edits.push_back({{lines[i].begin, lines[i].begin + size}, std::string(expected)});
  }
  return fix;
}

}  // namespace recto::checks
