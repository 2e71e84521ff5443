#include "checks/code_names.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "base/ascii.h"
#include "checks/code.h"
#include "post/line_codes.h"

namespace recto::checks {
namespace {

using Tokens = std::vector<std::string_view>;

constexpr std::size_t kMostNames = 200;  // of a post; who has more is no example

bool is_part_of_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '$' || !is_ascii(c);
}

bool is_name(std::string_view token) {
  return !token.empty() && is_part_of_name(token.front()) && !is_ascii_digit(token.front());
}

/// Whether what follows is the name of a function, or a list of what it takes.
bool declares_function(std::string_view token) {
  return token == "function" || token == "def" || token == "func" || token == "fn";
}

bool declares_variable(std::string_view token) {
  return token == "const" || token == "let" || token == "var";
}

Tokens tokens_of(std::string_view code) {
  Tokens tokens;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t begin = at;
    while (at < code.size() && is_part_of_name(code[at])) ++at;
    if (at == begin) ++at;
    if (!is_blank(code[begin])) tokens.push_back(code.substr(begin, at - begin));
  }
  return tokens;
}

/// The names and the single marks of `line`, but for what people may translate.
Tokens tokens_of(const Post& post, const CodeLine& line) {
  Tokens tokens;
  for (const Span piece : code_pieces(line, line.prose)) {
    const Tokens more = tokens_of(slice(post, piece));
    tokens.insert(tokens.end(), more.begin(), more.end());
  }
  return tokens;
}

/// The names of one side.
struct Names {
  std::unordered_set<std::string_view> used;  // anywhere in code, texts in it included
  Tokens declared;                            // each once, in order

  void declare(std::string_view name) {
    if (declared.size() == kMostNames) return;
    if (std::find(declared.begin(), declared.end(), name) == declared.end()) {
      declared.push_back(name);
    }
  }
};

/// Adds what a line of code declares: `const name =`, `function name(name, name)`.
void add_declared(const Tokens& line, Names& names) {
  bool is_function = false;  // up to the end of the list of what it takes
  for (std::size_t i = 1; i < line.size(); ++i) {
    const std::string_view before = line[i - 1];
    const std::string_view behind = i + 1 < line.size() ? line[i + 1] : std::string_view();
    is_function = (is_function && line[i] != ")") || declares_function(before);
    const bool is_taken = is_function && (before == "(" || before == ",");
    const bool is_new = declares_variable(before) || declares_function(before) || is_taken;
    const bool is_declared = before == "class" || (is_new && !is_name(behind));
    if (is_name(line[i]) && is_declared) names.declare(line[i]);
  }
}

Names names_of(const Post& post) {
  Names names;
  for (const std::string_view code : line_codes(post)) {
    for (const std::string_view token : tokens_of(code)) names.used.insert(token);
  }
  for (const Block& block : post.blocks) {
    if (block.kind != BlockKind::code) continue;
    for (const CodeLine& line :
         code_text(post, block, language_of(slice(post, block.info))).lines) {
      for (const std::string_view token : tokens_of(slice(post, line.code))) {
        names.used.insert(token);
      }
      add_declared(tokens_of(post, line), names);
    }
  }
  return names;
}

/// The names of the source that the translation calls otherwise throughout, with those.
std::unordered_map<std::string_view, std::string_view> renamed_in(const Post& source,
                                                                  const Post& translation) {
  std::unordered_map<std::string_view, std::string_view> renamed;
  const Names ours = names_of(source);
  const Names theirs = names_of(translation);
  // The order tells which stands for which.
  if (ours.declared.size() != theirs.declared.size()) return renamed;
  for (std::size_t i = 0; i < ours.declared.size(); ++i) {
    const std::string_view from = ours.declared[i];
    const std::string_view to = theirs.declared[i];
    if (!ours.used.contains(to) && !theirs.used.contains(from)) renamed.emplace(from, to);
  }
  return renamed;
}

}  // namespace

bool CodeNames::differ_in_names_alone(const CodeLine& ours, const CodeLine& theirs) {
  if (!renamed_) renamed_ = renamed_in(source_, translation_);
  const Tokens left = tokens_of(source_, ours);
  const Tokens right = tokens_of(translation_, theirs);
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    const bool is_property = i > 0 && left[i - 1] == ".";
    const auto name = renamed_->find(left[i]);
    if (is_property || name == renamed_->end() || name->second != right[i]) return false;
  }
  return true;
}

}  // namespace recto::checks
