#include "checks/code_syntax.h"

#include <algorithm>
#include <array>

namespace recto::checks {
namespace {

constexpr CommentStyle kHash = {"#", "", CommentPlace::behind_blank};
constexpr CommentStyle kSlashes = {"//", "", CommentPlace::not_in_url};
constexpr CommentStyle kStars = {"/*", "*/"};
constexpr CommentStyle kMarkup = {"<!--", "-->"};
constexpr CommentStyle kDashes = {"--", "", CommentPlace::behind_blank};
constexpr CommentStyle kSemicolon = {";", "", CommentPlace::behind_blank};
constexpr CommentStyle kPercent = {"%", "", CommentPlace::behind_blank};
constexpr CommentStyle kBraceHash = {"{#", "#}"};
constexpr CommentStyle kHandlebars = {"{{!--", "--}}"};
constexpr CommentStyle kParentheses = {"(*", "*)"};

struct OwnStyle {
  std::string_view language;
  CommentStyle style;
};

/// Languages with marks that most others do not have.
constexpr std::array<OwnStyle, 47> kOwn = {{
    {"ada", kDashes},
    {"applescript", kDashes},
    {"asm", kSemicolon},
    {"bat", {"@rem ", "", CommentPlace::begin_of_line}},
    {"bat", {"rem ", "", CommentPlace::begin_of_line}},
    {"bat", {"::", "", CommentPlace::begin_of_line}},
    {"clj", kSemicolon},
    {"clojure", kSemicolon},
    {"django", {"{% comment %}", "{% endcomment %}"}},
    {"django", kBraceHash},
    {"elisp", kSemicolon},
    {"elm", {"{-", "-}"}},
    {"elm", kDashes},
    {"erl", kPercent},
    {"erlang", kPercent},
    {"f90", {"!", "", CommentPlace::behind_blank}},
    {"fortran", {"!", "", CommentPlace::behind_blank}},
    {"fsharp", kParentheses},
    {"handlebars", kHandlebars},
    {"handlebars", {"{{!", "}}"}},
    {"haskell", {"{-", "-}"}},
    {"haskell", kDashes},
    {"hbs", kHandlebars},
    {"hbs", {"{{!", "}}"}},
    {"ini", kSemicolon},
    {"jinja", kBraceHash},
    {"liquid", {"{% comment %}", "{% endcomment %}"}},
    {"lisp", kSemicolon},
    {"lua", {"--[[", "]]"}},
    {"lua", kDashes},
    {"matlab", kPercent},
    {"nasm", kSemicolon},
    {"ocaml", kParentheses},
    {"octave", kPercent},
    {"pascal", {"{", "}"}},
    {"pascal", kParentheses},
    {"prolog", kPercent},
    {"scheme", {"#|", "|#"}},
    {"scheme", kSemicolon},
    {"sql", kDashes},
    {"twig", kBraceHash},
    {"vb", {"rem ", "", CommentPlace::begin_of_line}},
    {"vb", {"'", "", CommentPlace::behind_blank}},
    {"vhdl", kDashes},
    {"vim", {"\"", "", CommentPlace::begin_of_line}},
    {"wasm", {";;", ""}},
    {"wat", {";;", ""}},
}};

constexpr std::array<std::string_view, 20> kHashLanguages = {
    "py",   "sh",      "yaml",       "toml", "rb",     "dockerfile", "makefile",
    "make", "r",       "perl",       "conf", "elixir", "nginx",      "properties",
    "env",  "console", "powershell", "fish", "hcl",    "graphql"};
constexpr std::array<std::string_view, 22> kSlashLanguages = {
    "js", "ts",   "java", "c",   "cpp",  "go",    "rs",    "swift", "kotlin", "php", "scala",
    "cs", "scss", "less", "css", "json", "json5", "jsonc", "dart",  "proto",  "sol", "solidity"};
constexpr std::array<std::string_view, 10> kMarkupLanguages = {
    "html", "xml", "vue", "svelte", "astro", "svg", "jsx", "tsx", "mdx", "md"};

/// Languages with marks of their own, in which those of others are operators.
constexpr std::array<std::string_view, 4> kStrictLanguages = {"elm", "haskell", "lua", "sql"};
constexpr std::array<std::string_view, 6> kTemplateLanguages = {"django", "handlebars", "hbs",
                                                                "jinja",  "liquid",     "twig"};

constexpr std::array<std::string_view, 7> kQueryLanguages = {"js", "ts",  "java",  "go",
                                                             "cs", "php", "kotlin"};

template <std::size_t N>
bool is_one_of(std::string_view language, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), language) != names.end();
}

}  // namespace

CodeSyntax code_syntax(std::string_view language) {
  CodeSyntax syntax;
  for (const OwnStyle& own : kOwn) {
    if (own.language == language) syntax.comments.push_back(own.style);
  }
  syntax.markup = syntax.may_be_prose = is_one_of(language, kTemplateLanguages);
  if (!syntax.comments.empty()) {
    if (!is_one_of(language, kStrictLanguages))
      syntax.comments.insert(syntax.comments.end(), {kStars, kMarkup, kSlashes, kHash});
    return syntax;
  }
  if (is_one_of(language, kHashLanguages)) {
    syntax.comments = {kHash};
    if (language == "powershell") syntax.comments = {{"<#", "#>"}, kHash};
    if (language == "rb")
      syntax.comments.push_back({"=begin", "=end", CommentPlace::begin_of_line});
    syntax.yaml = language == "yaml";
  } else if (is_one_of(language, kSlashLanguages)) {
    syntax.comments = {kStars, kSlashes};
    syntax.may_have_tags = language == "js" || language == "ts";
    // Of SQL in a string; `-- i` is code.
    if (is_one_of(language, kQueryLanguages))
      syntax.comments.push_back({"-- ", "", CommentPlace::line_of_words});
    syntax.has_templates = syntax.may_be_prose = true;
  } else {
    syntax.comments = {kStars, kMarkup, kSlashes};
    syntax.may_be_prose = is_one_of(language, kMarkupLanguages);
    if (!syntax.may_be_prose) syntax.comments.push_back(kHash);
    syntax.markup = syntax.has_templates = true;
  }
  return syntax;
}

}  // namespace recto::checks
