#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/line_map.h"
#include "report/color.h"
#include "report/text.h"
#include "report/visible.h"
#include "text/unicode.h"

using namespace recto;

namespace {

/// One side of a finding: the first place of `marked` in `text`.
struct Side {
  std::string path;
  std::string text;
  std::string marked;
};

Span place_of(const Side& side) {
  const std::size_t found = side.text.find(side.marked);
  REQUIRE(found != std::string::npos);
  return span_at(found, side.marked.size());
}

Diagnostic about(const Side& translation, const std::string& locale = "vi") {
  const LineMap lines(translation.text);
  Diagnostic diagnostic;
  diagnostic.at = locate(translation.text, lines, translation.path, place_of(translation));
  diagnostic.excerpt = excerpt_at(translation.text, lines, place_of(translation));
  diagnostic.locale = *parse_locale(locale);
  diagnostic.rule = "heading/wrong-level";
  diagnostic.severity = Severity::error;
  diagnostic.message = "heading is one level too deep: ### instead of ##";
  return diagnostic;
}

Diagnostic about(const Side& translation, const Side& source) {
  Diagnostic diagnostic = about(translation);
  const LineMap lines(source.text);
  diagnostic.source = locate(source.text, lines, source.path, place_of(source));
  diagnostic.source_excerpt = excerpt_at(source.text, lines, place_of(source));
  return diagnostic;
}

Diagnostic in_line(const std::string& line, const std::string& marked) {
  return about(Side{"i18n/vi/post.md", line, marked});
}

std::string report(const Diagnostic& diagnostic, const TextStyle& style = {}) {
  return text_report({diagnostic}, style);
}

/// The report without its first line.
std::string frame(const Diagnostic& diagnostic, const TextStyle& style = {}) {
  const std::string text = report(diagnostic, style);
  return text.substr(text.find('\n') + 1);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("text: a finding shows both sides with marks, and its fix") {
  Diagnostic diagnostic = about(Side{"i18n/vi/x.md", "\n\n### **Bí Ẩn & Sứ Mệnh**\n", "###"},
                                Side{"blog/x.md", "## **Mystery & Mission**\n", "##"});
  diagnostic.fix = Fix{Safety::safe, "use `##`", {}};

  CHECK(report(diagnostic) ==
        "i18n/vi/x.md:3:1: error: heading is one level too deep: ### instead of ##"
        "  [heading/wrong-level]\n"
        "   3 | ### **Bí Ẩn & Sứ Mệnh**\n"
        "     | ^^^\n"
        "   source blog/x.md\n"
        "   1 | ## **Mystery & Mission**\n"
        "     | --\n"
        "   fix: use `##`  (recto check --fix)\n");
}

TEST_CASE("text: line numbers of both sides stand under each other") {
  const Diagnostic diagnostic =
      about(Side{"t.md", std::string(99, '\n') + "# b", "#"}, Side{"s.md", "# a", "#"});

  CHECK(frame(diagnostic) ==
        "   100 | # b\n"
        "       | ^\n"
        "   source s.md\n"
        "     1 | # a\n"
        "       | -\n");
}

TEST_CASE("text: findings stand apart and none give no text") {
  const Diagnostic diagnostic = in_line("# b", "#");
  const std::string one = report(diagnostic);

  CHECK(text_report({}, {}).empty());
  CHECK(text_report({diagnostic, diagnostic}, {}) == one + "\n" + one);
}

TEST_CASE("text: an unsafe fix names the option that asks for it, a shown one no command") {
  Diagnostic diagnostic = in_line("# b", "#");
  diagnostic.fix = Fix{Safety::unsafe, "take the code of the source", {}};
  CHECK(frame(diagnostic)
            .find("   fix: take the code of the source  (recto check --unsafe-fixes)\n") !=
        std::string::npos);

  diagnostic.severity = Severity::hint;
  CHECK(frame(diagnostic).find("  (recto check --hints --unsafe-fixes)\n") != std::string::npos);

  diagnostic.fix->safety = Safety::shown;
  CHECK(frame(diagnostic).find("   fix: take the code of the source\n") != std::string::npos);
}

TEST_CASE("text: marks stand right under wide characters and combining marks") {
  CHECK(frame(in_line("中文 heading", "heading")) ==
        "   1 | 中文 heading\n"
        "     |      ^^^^^^^\n");
  CHECK(frame(in_line("我们 使用 它", "使用")) ==
        "   1 | 我们 使用 它\n"
        "     |      ^^^^\n");
  // `Bí Ẩn`, decomposed: six code points more than cells.
  CHECK(frame(in_line("Bi\u0301 A\u0302\u0309n xyz", "xyz")) ==
        "   1 | Bi\u0301 A\u0302\u0309n xyz\n"
        "     |       ^^^\n");
}

TEST_CASE("text: a place between two words gets one mark") {
  const Side side{"t.md", "one two", ""};
  Diagnostic diagnostic = about(side);
  diagnostic.excerpt.mark = {4, 4};
  CHECK(frame(diagnostic) ==
        "   1 | one two\n"
        "     |     ^\n");
  diagnostic.excerpt.mark = {7, 7};
  CHECK(frame(diagnostic) ==
        "   1 | one two\n"
        "     |        ^\n");
}

TEST_CASE("text: an empty place on an empty line shows no excerpt") {
  Diagnostic diagnostic = about(Side{"t.md", "", ""}, Side{"s.md", "## Gone", "## Gone"});

  CHECK(frame(diagnostic) ==
        "   source s.md\n"
        "   1 | ## Gone\n"
        "     | -------\n");
}

TEST_CASE("text: of a span over several lines the first is shown") {
  const std::string text = "first line\nsecond\n";
  CHECK(frame(about(Side{"t.md", text, "line\nsecond"})) ==
        "   1 | first line\n"
        "     |       ^^^^\n");
}

TEST_CASE("text: text from right to left is quoted, not underlined") {
  CHECK(frame(in_line("مرحبا بالعالم", "بالعالم")) ==
        "   1 | \u2068مرحبا بالعالم\u2069\n"
        "     | ^ \"\u2068بالعالم\u2069\"\n");
  Diagnostic place = in_line("مرحبا", "");
  CHECK(frame(place) == "   1 | \u2068مرحبا\u2069\n");
}

TEST_CASE("text: a message that quotes text from right to left is isolated") {
  Diagnostic diagnostic = in_line("# b", "#");
  diagnostic.message = "found مرحبا";
  CHECK(report(diagnostic).find(": \u2068found مرحبا\u2069  [") != std::string::npos);
}

TEST_CASE("text: a long line is a window around its mark") {
  const std::string words(300, 'a');
  const TextStyle narrow{.width = 30};
  CHECK(frame(in_line(words + " here " + words, "here"), narrow) ==
        "   1 | ...aaaaaaaaa here aaaaaaaaa...\n"
        "     |              ^^^^\n");
  CHECK(frame(in_line("here " + words, "here"), narrow) ==
        "   1 | here aaaaaaaaaaaaaaaaaaa...\n"
        "     | ^^^^\n");
  CHECK(frame(in_line(words + " here", "here"), narrow) ==
        "   1 | ...aaaaaaaaaaaaaaaaaaa here\n"
        "     |                        ^^^^\n");
}

TEST_CASE("text: a mark longer than the window is cut with it") {
  const std::string words(300, 'a');
  CHECK(frame(in_line("x " + words, words), {.width = 20}) ==
        "   1 | ...aaaaaaaaaaaaaa...\n"
        "     |    ^^^^^^^^^^^^^^\n");
}

TEST_CASE("text: a window never takes more cells than it may nor cuts a character") {
  std::string line;
  for (int i = 0; i < 200; ++i) line += "字e\u0301👨\u200D👩\u200D👧";
  for (std::size_t width = 0; width < 60; ++width) {
    for (std::uint32_t at = 0; at < 300; at += 7) {
      Diagnostic diagnostic = in_line(line, "");
      diagnostic.excerpt.mark = {at, at + 9};
      const std::string first = lines_of(frame(diagnostic, {.width = width})).front();
      const std::string text = first.substr(first.find('|') + 1);
      CHECK(display_width(text) <= std::max<std::size_t>(width, 6) + 1);
      CHECK(text.find("\u200D...") == std::string::npos);
      CHECK(text.find("...\u0301") == std::string::npos);
    }
  }
}

TEST_CASE("text: a line of megabytes is shown as fast as a short one") {
  const std::string line(8U << 20U, 'a');
  Diagnostic diagnostic = in_line("", "");
  diagnostic.excerpt = {line, {4'000'000, 4'000'004}};
  const std::string text = frame(diagnostic);
  CHECK(text.size() < 300);
}

TEST_CASE("text: nothing of a post reaches the terminal as a command") {
  CHECK(frame(in_line("a\x1B[31mred\x07\x7F\xC2\x9B"
                      "b",
                      "red")) ==
        "   1 | a<U+001B>[31mred<U+0007><U+007F><U+009B>b\n"
        "     |              ^^^\n");
  CHECK(frame(in_line("a\u202Eb\u200Bc\u00ADd", "c")) ==
        "   1 | a<U+202E>b<U+200B>c<U+00AD>d\n"
        "     |                   ^\n");
  CHECK(frame(in_line("tab\there", "here")) ==
        "   1 | tab here\n"
        "     |     ^^^^\n");
  CHECK(frame(in_line("bad \xFF\xC3 bytes", "bytes")) ==
        "   1 | bad \uFFFD\uFFFD bytes\n"
        "     |        ^^^^^\n");
}

TEST_CASE("text: joiners that a script or an emoji needs are left alone") {
  CHECK(visible("می\u200Cخواهم") == "می\u200Cخواهم");
  CHECK(visible("👩\u200D🍳") == "👩\u200D🍳");
  CHECK(visible("a\u200Cb\u200Dc") == "a<U+200C>b<U+200D>c");
  CHECK(visible("👩\u200D\u200D\u200C") == "👩\u200D<U+200D><U+200C>");
}

TEST_CASE("text: no line of a report is a command to the log of a CI service") {
  Diagnostic diagnostic = in_line("##[add-mask]x ::error::y", "x");
  diagnostic.at.path = " ::error file=a::b\n::warning::c";
  diagnostic.message = "x\n::error::y ##[error]z \x1B[0m";
  diagnostic.fix = Fix{Safety::safe, "a\r\n::debug::b", {}};
  diagnostic.rule = "own/rule\n::error::";
  REQUIRE_FALSE(report(diagnostic).empty());
  for (const std::string& line : lines_of(report(diagnostic))) {
    const std::size_t begin = line.find_first_not_of(' ');
    CHECK((begin == std::string::npos || line.compare(begin, 2, "::") != 0));
    CHECK(line.find("##[") == std::string::npos);
    CHECK(line.find('\x1B') == std::string::npos);
    CHECK(line.find('\r') == std::string::npos);
  }
}

TEST_CASE("text: a byte order mark is not shown, but for a finding about it") {
  const std::string text = "\uFEFF# Title";
  CHECK(frame(in_line(text, "#")) ==
        "   1 | # Title\n"
        "     | ^\n");
  CHECK(frame(in_line(text, "\uFEFF")) ==
        "   1 | <U+FEFF># Title\n"
        "     | ^^^^^^^^\n");
}

TEST_CASE("text: paths are prefixed so that the working folder sees them") {
  const Diagnostic diagnostic = about(Side{"t.md", "# b", "#"}, Side{"s.md", "# a", "#"});
  const std::string text = report(diagnostic, {.path_prefix = "../"});
  CHECK(text.starts_with("../t.md:1:1: "));
  CHECK(text.find("   source ../s.md\n") != std::string::npos);
}

TEST_CASE("text: color is on severity words and marks only") {
  const std::string text =
      report(about(Side{"t.md", "# b", "#"}, Side{"s.md", "# a", "#"}), {.color = true});
  CHECK(text.find(":1:1: \x1B[1;31merror\x1B[0m: heading") != std::string::npos);
  CHECK(text.find("     | \x1B[1;31m^\x1B[0m\n") != std::string::npos);
  CHECK(text.find("     | \x1B[34m-\x1B[0m\n") != std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\x1B') == 6);
}

TEST_CASE("text: hostile bytes and spans are drawn without harm") {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>((i * 7919 + i / 13) % 255 + 1);
  bytes.erase(std::remove(bytes.begin(), bytes.end(), '\n'), bytes.end());
  for (std::uint32_t at = 0; at < bytes.size() + 40; at += 11) {
    Diagnostic diagnostic = in_line("", "");
    diagnostic.excerpt = {bytes, {at, at + 23}};
    for (const char c : report(diagnostic)) {
      CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    }
  }
  const std::string zalgo = "a" + [] {
    std::string marks;
    for (int i = 0; i < 20000; ++i) marks += "\u0301";
    return marks;
  }();
  CHECK(frame(in_line(zalgo, "a")).size() < 8000);
}

TEST_CASE("summary: counts by rule and locale, with the worst files and a first step") {
  std::vector<Diagnostic> diagnostics(4, about(Side{"i18n/vi/a.md", "# b", "#"}));
  diagnostics.push_back(about(Side{"i18n/fr/b.md", "# b", "#"}, "fr"));
  diagnostics.back().rule = "link/extra";
  diagnostics.back().severity = Severity::warning;
  diagnostics.push_back(diagnostics.front());
  diagnostics.back().fix = Fix{Safety::safe, "use `##`", {}};

  CHECK(summary_table(diagnostics, {.path_prefix = "../"}) ==
        "rule                          fr  vi  total\n"
        "heading/wrong-level  error     .   5      5\n"
        "link/extra           warning   1   .      1\n"
        "all                            1   5      6\n"
        "\n"
        "files with the most findings:\n"
        "   5  ../i18n/vi/a.md\n"
        "   1  ../i18n/fr/b.md\n"
        "\n"
        "first: heading/wrong-level with 5 errors  (recto explain heading/wrong-level, recto check "
        "--only heading/wrong-level)\n"
        "then: 1 finding can be mended as the `fix:` line says\n");
}

TEST_CASE("summary: nothing found is said, and files that cannot be read come first") {
  CHECK(summary_table({}, {}) == "no findings\n");

  Diagnostic unread = in_line("# b", "#");
  unread.rule = "file/not-utf-8";
  std::vector<Diagnostic> diagnostics(9, in_line("# b", "#"));
  diagnostics.push_back(unread);
  CHECK(summary_table(diagnostics, {}).find("first: mend the files under file/not-utf-8") !=
        std::string::npos);
}

TEST_CASE("summary: many locales go into several tables that fit the width") {
  std::vector<Diagnostic> diagnostics;
  for (const char* tag : {"ar", "de", "es", "fa", "fr", "hi", "id", "ja", "ko", "pt-BR", "ru", "th",
                          "tr", "vi", "zh-Hans", "zh-Hant"}) {
    diagnostics.push_back(about(Side{"t.md", "# b", "#"}, tag));
  }
  const std::string text = summary_table(diagnostics, {.width = 60});
  const std::string table = text.substr(0, text.find("first:"));
  for (const std::string& line : lines_of(table)) CHECK(line.size() <= 60);
  for (const Diagnostic& diagnostic : diagnostics) {
    CHECK(table.find("  " + diagnostic.locale.tag() + "  ") != std::string::npos);
  }
}

TEST_CASE("color: the option comes first, then NO_COLOR, CLICOLOR_FORCE and the terminal") {
  CHECK(uses_color(Color::always, false, {.no_color = "1"}));
  CHECK_FALSE(uses_color(Color::never, true, {.clicolor_force = "1"}));
  CHECK(uses_color(Color::automatic, true, {.term = "xterm"}));
  CHECK_FALSE(uses_color(Color::automatic, false, {.term = "xterm"}));
  CHECK_FALSE(uses_color(Color::automatic, true, {.term = "dumb"}));
  CHECK_FALSE(uses_color(Color::automatic, true, {.no_color = "1", .clicolor_force = "1"}));
  CHECK(uses_color(Color::automatic, false, {.clicolor_force = "1"}));
  CHECK_FALSE(uses_color(Color::automatic, false, {.clicolor_force = "0"}));
}
