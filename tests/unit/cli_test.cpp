#include "cli.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/error.h"

using namespace recto;

namespace {

const recto::Locale kVietnamese{.language = "vi"};
const recto::Locale kFrench{.language = "fr"};

using Arguments = std::vector<std::string>;

Command parsed(const Arguments& arguments) {
  std::vector<const char*> pointers = {"recto"};
  for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
  return parse_command_line(static_cast<int>(pointers.size()), pointers.data());
}

CheckCommand check(const Arguments& arguments) {
  Arguments all = {"check"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return std::get<CheckCommand>(parsed(all));
}

std::string printed(const Arguments& arguments) {
  return std::get<PrintCommand>(parsed(arguments)).text;
}

/// What the user is told; empty when nothing is wrong.
std::string refusal(const Arguments& arguments) {
  try {
    parsed(arguments);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

bool refuses(const Arguments& arguments, const std::string& part) {
  INFO(refusal(arguments));
  return refusal(arguments).find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("command line: without a command, and with --help, the help is printed") {
  CHECK(printed({}).find("Usage: recto COMMAND") != std::string::npos);
  CHECK(printed({"--help"}) == printed({}));
  CHECK(printed({"-h"}) == printed({}));
  CHECK(printed({"check", "--help"}).find("Usage: recto check") != std::string::npos);
  CHECK(printed({"rules", "-h"}).find("Usage: recto rules") != std::string::npos);
  CHECK(printed({"--version"}).starts_with("recto "));
}

TEST_CASE("command line: the help of check names every option") {
  const std::string help = printed({"check", "--help"});
  for (const char* option :
       {"--config", "--source", "--source-locale", "--locale", "--only", "--skip", "--hints",
        "--format", "--summary", "--fail-on", "--max-warnings", "--require-dictionaries", "--jobs",
        "--color", "--files-from", "--quiet", "--fix", "--unsafe-fixes", "--diff"}) {
    INFO(option);
    CHECK(help.find(std::string("  ") + option) != std::string::npos);
  }
}

TEST_CASE("command line: check without options takes the defaults") {
  CheckCommand expected;
  expected.outputs = {Output{}};
  CHECK(check({}) == expected);
}

TEST_CASE("command line: every option of check arrives") {
  const CheckCommand found = check({"blog",
                                    "--config",
                                    "c.yaml",
                                    "--locale",
                                    "vi",
                                    "--locale=fr",
                                    "--only",
                                    "heading",
                                    "--only",
                                    "link/x",
                                    "--skip",
                                    "spelling",
                                    "--hints",
                                    "--format",
                                    "text",
                                    "--format",
                                    "jsonl=f",
                                    "--summary",
                                    "--fail-on",
                                    "warning",
                                    "--jobs",
                                    "3",
                                    "--color",
                                    "never",
                                    "--quiet",
                                    "--max-warnings",
                                    "0",
                                    "i18n",
                                    "--files-from",
                                    "-",
                                    "--require-dictionaries"});
  CheckCommand expected;
  expected.paths = {"blog", "i18n"};
  expected.files_from = "-";
  expected.config = "c.yaml";
  expected.locales = {kVietnamese, kFrench};
  expected.only = {"heading", "link/x"};
  expected.skip = {"spelling"};
  expected.hints = true;
  expected.outputs = {{Format::text, ""}, {Format::jsonl, "f"}};
  expected.summary = true;
  expected.fail_on = FailOn::warning;
  expected.max_warnings = 0;
  expected.require_dictionaries = true;
  expected.jobs = 3;
  expected.color = Color::never;
  expected.quiet = true;
  CHECK(found == expected);
}

TEST_CASE("command line: a repeatable option takes one value and leaves the PATHs alone") {
  const CheckCommand found = check({"--only", "heading", "blog/a.md", "blog/b.md"});
  CHECK(found.only == Arguments{"heading"});
  CHECK(found.paths == Arguments{"blog/a.md", "blog/b.md"});
}

TEST_CASE("command line: any PATH can be named") {
  CHECK(check({"check", "rules"}).paths == Arguments{"check", "rules"});
  CHECK(check({"--", "--odd.md", "-x"}).paths == Arguments{"--odd.md", "-x"});
  CHECK(check({"[slug]", "blog/[a,b].md"}).paths == Arguments{"./[slug]", "blog/[a,b].md"});
  CHECK(check({"a b", "ü.md"}).paths == Arguments{"a b", "ü.md"});
}

TEST_CASE(
    "command line: one pair is a source, a locale and a translation, maybe of standard input") {
  const CheckCommand found = check({"--source", "a.md", "--locale", "vi", "-"});
  CHECK(found.source == "a.md");
  CHECK(found.source_locale.tag() == "en");
  CHECK(found.locales == std::vector{kVietnamese});
  CHECK(found.paths == Arguments{"-"});
  CHECK(check({"--source=a", "--source-locale=de", "--locale=vi", "b"}).source_locale.tag() ==
        "de");
}

TEST_CASE("command line: one pair lacking a part is refused") {
  CHECK(refuses({"check", "--source", "a.md", "b.md"}, "exactly one --locale"));
  CHECK(refuses({"check", "--source", "a", "--locale", "vi", "--locale", "fr", "b"},
                "exactly one --locale"));
  CHECK(refuses({"check", "--source", "a", "--locale", "vi"}, "exactly one translation"));
  CHECK(refuses({"check", "--source", "a", "--locale", "vi", "b", "c"}, "exactly one translation"));
  CHECK(refuses({"check", "--source", "a", "--locale", "vi!", "b"}, "`vi!` is no language tag"));
  CHECK(refuses({"check", "--source", "-", "--locale", "vi", "b"}, "takes a file"));
  CHECK(refuses({"check", "--source", "a", "--locale", "vi", "b", "--files-from", "x"},
                "--files-from makes no sense"));
}

TEST_CASE("command line: combinations that make no sense are refused") {
  CHECK(refuses({"check", "--source-locale", "en"}, "without --source"));
  CHECK(refuses({"check", "-"}, "`--files-from -`"));
  CHECK(refuses({"check", "--only", "code/changed", "--skip", "code"}, "leaves nothing"));
  CHECK(refusal({"check", "--only", "code", "--skip", "code/changed"}).empty());
  CHECK(refuses({"check", "--fail-on", "never", "--max-warnings", "3"}, "makes no sense"));
  CHECK(refuses({"check", "--summary", "--format", "jsonl"}, "standard output"));
  CHECK(refusal({"check", "--summary", "--format", "jsonl=file"}).empty());
  CHECK(refuses({"check", "--format", "text", "--format", "jsonl"}, "only one --format"));
  CHECK(refuses({"check", "--format", "text=x", "--format", "jsonl=x"}, "same file `x`"));
  CHECK(refuses({"check", ""}, "a PATH is empty"));
}

TEST_CASE("command line: unsafe fixes include the safe ones, and a patch is of safe ones unasked") {
  CHECK(check({}).fix == std::nullopt);
  CHECK(check({"--fix"}).fix == Safety::safe);
  CHECK(check({"--unsafe-fixes"}).fix == Safety::unsafe);
  CHECK(check({"--fix", "--unsafe-fixes"}).fix == Safety::unsafe);
  CHECK(check({"--diff"}).fix == Safety::safe);
  CHECK(check({"--diff", "--unsafe-fixes"}).fix == Safety::unsafe);
  CHECK(check({"--diff", "--format", "jsonl=file"}).diff);
  CHECK(refuses({"check", "--diff", "--format", "jsonl"}, "prints a patch"));
  CHECK(refuses({"check", "--diff", "--summary"}, "prints a patch"));
  CHECK(refuses({"check", "--fix", "--source", "a", "--locale", "vi", "-"}, "standard input"));
}

TEST_CASE("command line: a format goes to standard output or to a file") {
  CHECK(check({"--format", "jsonl"}).outputs == std::vector<Output>{{Format::jsonl, ""}});
  CHECK(check({"--format=jsonl=a=b"}).outputs == std::vector<Output>{{Format::jsonl, "a=b"}});
  CHECK(check({"--format", "jsonl=-"}).outputs == std::vector<Output>{{Format::jsonl, ""}});
  CHECK(check({"--format", "github", "--format", "sarif=s"}).outputs ==
        std::vector<Output>{{Format::github, ""}, {Format::sarif, "s"}});
  CHECK(refuses(
      {"check", "--format", "tap"},
      "`--format` takes text, jsonl, json, sarif, github, gitlab, checkstyle, junit, rdjson "
      "or markdown, not `tap`"));
  CHECK(refuses({"check", "--format", "jsnol"}, "did you mean `jsonl`?"));
}

TEST_CASE("command line: words takes words, and accepting prints no list") {
  const auto words =
      std::get<WordsCommand>(parsed({"words", "kite", "--locale", "fr", "--accept"}));
  CHECK(words.words == Arguments{"kite"});
  CHECK(words.locales == std::vector{kFrench});
  CHECK(words.accept);
  CHECK(std::get<WordsCommand>(parsed({"words", "--format", "json"})).format == WordsFormat::json);
  CHECK(refuses({"words", "--accept", "--format", "json"}, "leave out --format"));
  CHECK(refuses({"words", "--format", "yaml"}, "text or json"));
}

TEST_CASE("command line: the nearest option or command is proposed") {
  CHECK(refuses({"chekc"}, "unknown command `chekc`; did you mean `check`?"));
  CHECK(refuses({"frobnicate"}, "the commands are check, init, status, baseline, words, terms"));
  CHECK(refuses({"blog/post.md"}, "`recto check blog/post.md`"));
  CHECK(refuses({"--versoin"}, "did you mean `--version`?"));
  CHECK(refuses({"check", "--hnts"}, "unknown option `--hnts`; did you mean `--hints`?"));
  CHECK(refuses({"check", "--loclae=vi"}, "unknown option `--loclae`; did you mean `--locale`?"));
  CHECK(refuses({"check", "--frobnicate"}, "see `recto check --help`"));
  CHECK(refuses({"rules", "--markdwon"}, "did you mean `--markdown`?"));
}

TEST_CASE("command line: a value of the wrong kind is named with what would be right") {
  CHECK(refuses({"check", "--fail-on", "nver"},
                "error, warning, hint or never, not `nver`; did "
                "you mean `never`?"));
  CHECK(refuses({"check", "--color", "maybe"}, "auto, always or never, not `maybe`"));
  CHECK(refuses({"check", "--jobs", "-1"}, "`--jobs` takes a whole number"));
  CHECK(refuses({"check", "--jobs", "3x"}, "`--jobs` takes a whole number"));
  CHECK(refuses({"check", "--jobs", "99999999999999999999"}, "`--jobs` takes a whole number"));
  CHECK(refuses({"check", "--max-warnings", "many"}, "`--max-warnings` takes a whole number"));
  CHECK(refuses({"check", "--hints=maybe"}, "`--hints` takes no value"));
}

TEST_CASE("command line: a missing value is not taken from the next option") {
  CHECK(refuses({"check", "--config"}, "`--config` needs a value"));
  CHECK(refuses({"check", "--config", "--hints"}, "`--config` needs a value"));
  CHECK(refuses({"check", "--config=", "blog"}, "`--config=` ends where its value should stand"));
  CHECK(refuses({"check", "--only", ""}, "`--only` needs a value"));
}

TEST_CASE("command line: rules and explain take what they need and no more") {
  CHECK(std::get<RulesCommand>(parsed({"rules", "--markdown", "--config", "c"})) ==
        RulesCommand{"c", true});
  CHECK(std::get<ExplainCommand>(parsed({"explain", "heading/missing"})) ==
        ExplainCommand{"", "heading/missing"});
  CHECK(refuses({"explain"}, "needs a RULE"));
  CHECK(refuses({"explain", "a", "b"}, "`b` is one argument too many"));
  CHECK(refuses({"rules", "x"}, "`x` is one argument too many"));
}
