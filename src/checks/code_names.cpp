#include "checks/code_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "checks/code.h"
#include "post/ascii.h"

namespace recto::checks {
namespace {

using Tokens = std::vector<std::string_view>;

bool is_part_of_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_name(std::string_view token) {
  return is_part_of_name(token.front()) && !is_ascii_digit(token.front());
}

/// Whether what follows is the name of a function, or a list of what it takes.
bool declares_function(std::string_view token) {
  return token == "function" || token == "def" || token == "func" || token == "fn";
}

/// Whether what follows is the name of something new, in one of the usual languages.
bool declares(std::string_view token) {
  constexpr std::array<std::string_view, 9> kKeywords = {"class",    "const", "def", "fn",  "func",
                                                         "function", "let",   "var", "type"};
  return std::find(kKeywords.begin(), kKeywords.end(), token) != kKeywords.end();
}

void add_tokens(std::string_view code, Tokens& tokens) {
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t begin = at;
    while (at < code.size() && is_part_of_name(code[at])) ++at;
    if (at == begin) ++at;
    if (!is_blank(code[begin])) tokens.push_back(code.substr(begin, at - begin));
  }
}

/// The names and the single marks of `line`, but for what people may translate.
Tokens tokens_of(const Post& post, const CodeLine& line) {
  Tokens tokens;
  std::uint32_t done = line.code.begin;
  for (const Span prose : line.prose) {
    add_tokens(slice(post, {done, std::max(done, prose.begin)}), tokens);
    done = std::max(done, prose.end);
  }
  add_tokens(slice(post, {done, std::max(done, line.code.end)}), tokens);
  return tokens;
}

}  // namespace

CodeNames::Side::Side(const Post& of) : post(of) {
  for (const Block& block : of.blocks) {
    if (block.kind != BlockKind::code) continue;
    for (const CodeLine& line : code_text(of, block, language_of(slice(of, block.info))).lines) {
      std::string_view before;
      bool is_function = false;  // up to the end of the list of what it takes
      for (const std::string_view token : tokens_of(of, line)) {
        is_function = (is_function && token != ")") || declares_function(token);
        const bool is_new = declares(before) || (is_function && !declares(token));
        if (is_name(token)) used.insert(token);
        if (is_name(token) && is_new) declared.insert(token);
        before = token;
      }
    }
  }
}

CodeNames::CodeNames(const Subject& subject)
    : source_(subject.source), translation_(subject.translation) {}

bool CodeNames::is_renamed(std::string_view ours, std::string_view theirs) const {
  return source_.declared.contains(ours) && translation_.declared.contains(theirs) &&
         !source_.used.contains(theirs) && !translation_.used.contains(ours);
}

bool CodeNames::differ_in_names_alone(const CodeLine& ours, const CodeLine& theirs) const {
  const Tokens left = tokens_of(source_.post, ours);
  const Tokens right = tokens_of(translation_.post, theirs);
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](std::string_view from, std::string_view to) {
                      return from == to || is_renamed(from, to);
                    });
}

}  // namespace recto::checks
