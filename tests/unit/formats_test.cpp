#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/line_map.h"
#include "report/checkstyle.h"
#include "report/format.h"
#include "report/github.h"
#include "report/gitlab.h"
#include "report/json.h"
#include "report/junit.h"
#include "report/rdjson.h"
#include "report/sarif.h"

using namespace recto;

// The formats of programs, each pinned on the same two findings, then fed what a hostile post
// holds.

namespace {

const std::string kSource = "## Water\n";
const std::string kTranslation = "Nước: ### Nước\n";

Location place(const std::string& text, const std::string& path, const std::string& marked) {
  return locate(text, LineMap(text), path, span_at(text.find(marked), marked.size()));
}

Diagnostic wrong_level() {
  Diagnostic diagnostic;
  diagnostic.at = place(kTranslation, "i18n/vi/a, b.md", "###");
  diagnostic.source = place(kSource, "blog/a, b.md", "##");
  diagnostic.locale = *parse_locale("vi");
  diagnostic.rule = "heading/wrong-level";
  diagnostic.severity = Severity::error;
  diagnostic.message = "heading is [one] level too deep";
  diagnostic.fingerprint = "0123-2";
  diagnostic.fix = Fix{Safety::safe, "use `##`", {{diagnostic.at.span, "##"}}};
  diagnostic.edited = {diagnostic.at};
  return diagnostic;
}

Diagnostic unknown_word() {
  Diagnostic diagnostic;
  diagnostic.at = place(kTranslation, "i18n/vi/a, b.md", "Nước: ");
  diagnostic.locale = *parse_locale("vi");
  diagnostic.rule = "spelling/unknown-word";
  diagnostic.severity = Severity::hint;
  diagnostic.message = "100% unknown";
  diagnostic.fingerprint = "4567";
  return diagnostic;
}

/// A site in the folder `web` of its repository, seen from the folder beside it.
Report report_of(std::vector<Diagnostic> diagnostics) {
  Report report{.diagnostics = std::move(diagnostics)};
  report.pairs = {{"i18n/ja/clean.md", *parse_locale("ja")},
                  {"i18n/vi/a, b.md", *parse_locale("vi")}};
  report.source_locale = *parse_locale("en");
  report.working_prefix = "../web/";
  report.root = "/home/me/site/web";
  report.repository = "/home/me/site";
  return report;
}

Report usual() {
  return report_of({wrong_level(), unknown_word()});
}

Diagnostic hostile() {
  Diagnostic diagnostic = wrong_level();
  const std::string text =
      "\n::error::x\r\n%0A::warning::y ##[error]z <img onerror=\"a\"> ]]> &amp; \x1B[31m\x01 "
      "\u202E";
  diagnostic.at.text = text;
  diagnostic.source->text = text;
  diagnostic.message = text;
  diagnostic.fix->title = text;
  diagnostic.at.path = "i18n/vi/\n::error::,%.md";
  return diagnostic;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

bool has_raw_control(const std::string& text) {
  return text.find_first_of(std::string("\x01\x1B\r", 3)) != std::string::npos ||
         holds(text, "\u202E");
}

}  // namespace

TEST_CASE("paths are seen from the working folder or from the top of the repository") {
  const Report report = usual();
  CHECK(seen_from_working_folder(report, "blog/a.md") == "../web/blog/a.md");
  CHECK(seen_from_repository(report, "blog/a.md") == "web/blog/a.md");
  CHECK(seen_from_repository(report, "../docs/a.md") == "docs/a.md");
  CHECK(seen_from_repository(report, "/home/me/site/a.md") == "a.md");
  CHECK(seen_from_repository(report, "/tmp/a.md") == "/tmp/a.md");
  CHECK(seen_from_repository(report, "-") == "-");
}

TEST_CASE("json: one object with the counts and the findings of jsonl") {
  const std::string lines = jsonl_report({unknown_word()});
  CHECK(json_report(report_of({unknown_word()})) ==
        R"({"version":1,"tool":{"name":"recto","version":"0.1.0"},"root":"web/",)"
        R"("summary":{"pairs":2,"errors":0,"warnings":0,"hints":1},"findings":[)" +
            lines.substr(0, lines.size() - 1) + "]}\n");
}

TEST_CASE("github: an annotation a finding, errors first, with the source and the fix below") {
  CHECK(github_report(report_of({unknown_word(), wrong_level()})) ==
        "::error file=web/i18n/vi/a%2C b.md,line=1,endLine=1,col=7,endColumn=10,"
        "title=heading/wrong-level::heading is [one] level too deep"
        "%0Asource web/blog/a, b.md:1: ##%0Afix: use `##`\n"
        "::notice file=web/i18n/vi/a%2C b.md,line=1,endLine=1,col=1,endColumn=7,"
        "title=spelling/unknown-word::100%25 unknown\n");
  CHECK(github_report(report_of({})).empty());
}

TEST_CASE("github: no columns where a finding takes several lines") {
  Diagnostic diagnostic = unknown_word();
  diagnostic.at.end_line = 4;
  const std::string text = github_report(report_of({diagnostic}));
  CHECK(holds(text, ",line=1,endLine=4,title="));
}

TEST_CASE("github: ten annotations a level at most, and the rest counted in one of them") {
  std::vector<Diagnostic> many(12, wrong_level());
  many.insert(many.end(), 30, unknown_word());
  const std::vector<std::string> lines = lines_of(github_report(report_of(many)));
  CHECK(lines.size() == 20);
  CHECK(lines[9].starts_with("::error "));
  CHECK(lines[10].starts_with("::notice "));
  CHECK(
      lines.back() ==
      "::notice title=recto::2 errors and 21 hints more; GitHub shows ten annotations of a level");
}

TEST_CASE("github: a post can neither begin a line nor a command") {
  const std::string text = github_report(report_of({hostile()}));
  CHECK(lines_of(text).size() == 1);
  CHECK(text.starts_with("::error file=web/i18n/vi/<U+000A>%3A%3Aerror%3A%3A%2C%25.md,line="));
  CHECK(holds(text, "::<U+000A>::error::x<U+000D><U+000A>%250A::warning::y"));
  CHECK(!holds(text, "##["));
  CHECK(!has_raw_control(text));
}

TEST_CASE("gitlab: one issue a finding with its fingerprint and the lines") {
  CHECK(gitlab_report(usual()) ==
        R"([{"description":"heading is [one] level too deep [heading/wrong-level]",)"
        R"("check_name":"heading/wrong-level","fingerprint":"0123-2","severity":"major",)"
        R"("location":{"path":"web/i18n/vi/a, b.md","lines":{"begin":1,"end":1}}},)"
        R"({"description":"100% unknown [spelling/unknown-word]",)"
        R"("check_name":"spelling/unknown-word","fingerprint":"4567","severity":"info",)"
        R"("location":{"path":"web/i18n/vi/a, b.md","lines":{"begin":1,"end":1}}}])"
        "\n");
  CHECK(gitlab_report(report_of({})) == "[]\n");
  CHECK(!has_raw_control(gitlab_report(report_of({hostile()}))));
}

TEST_CASE("rdjson: columns count bytes, and a fix of one edit is a suggestion") {
  CHECK(
      rdjson_report(report_of({wrong_level()})) ==
      R"({"source":{"name":"recto"},"diagnostics":[{"message":"heading is [one] level too deep",)"
      R"("location":{"path":"../web/i18n/vi/a, b.md","range":{"start":{"line":1,"column":10},)"
      R"("end":{"line":1,"column":13}}},"severity":"ERROR","code":{"value":"heading/wrong-level"},)"
      R"("suggestions":[{"range":{"start":{"line":1,"column":10},"end":{"line":1,"column":13}},)"
      R"("text":"##"}],"related_locations":[{"message":"the source","location":)"
      R"({"path":"../web/blog/a, b.md","range":{"start":{"line":1,"column":1},)"
      R"("end":{"line":1,"column":3}}}}]}]})"
      "\n");
}

TEST_CASE("rdjson: edits that belong together are no suggestions") {
  Diagnostic diagnostic = wrong_level();
  diagnostic.fix->edits.push_back({{0, 1}, "x"});
  diagnostic.edited.push_back(diagnostic.at);
  CHECK(!holds(rdjson_report(report_of({diagnostic})), "suggestions"));
  CHECK(!has_raw_control(rdjson_report(report_of({hostile()}))));
}

TEST_CASE("sarif: the source is linked from the message, whose own brackets link nowhere") {
  const std::string text = sarif_report(report_of({wrong_level()}));
  CHECK(holds(text,
              R"("message":{"text":"heading is \\[one\\] level too deep. See the [source](1)."})"));
  CHECK(holds(text, R"("relatedLocations":[{"physicalLocation":{"artifactLocation":)"
                    R"({"uri":"web/blog/a%2C%20b.md"})"));
  CHECK(holds(text, R"("region":{"startLine":1,"startColumn":7,"endLine":1,"endColumn":10})"));
  CHECK(holds(text, R"("columnKind":"unicodeCodePoints")"));
  CHECK(holds(text, R"("partialFingerprints":{"primaryLocationLineHash":"0123:2",)"));
  CHECK(holds(text, R"("replacements":[{"deletedRegion":)"));
  CHECK(!holds(sarif_report(report_of({unknown_word()})), "relatedLocations"));
}

TEST_CASE("sarif: every rule brings its level and its help in Markdown") {
  const std::vector<recto::Rule> rules = {{.name = "heading/wrong-level",
                                           .check = "heading_level",
                                           .severity = Severity::error,
                                           .message = "heading is {count} too deep",
                                           .why = "Tables of contents break."}};
  Report report = usual();
  report.rules = rules;
  const std::string text = sarif_report(report);
  CHECK(holds(text, R"("rules":[{"id":"heading/wrong-level","shortDescription":)"
                    R"({"text":"heading is ... too deep"},"fullDescription":)"
                    R"({"text":"Tables of contents break."},"help":{"text":)"));
  CHECK(holds(text, R"("defaultConfiguration":{"level":"error"})"));
  CHECK(holds(text, R"("ruleId":"heading/wrong-level","ruleIndex":0,"level":"error")"));
  CHECK(holds(text, R"("ruleId":"spelling/unknown-word","level":"note")"));
}

TEST_CASE("sarif: of more findings than GitHub takes the worst are kept, and the rest counted") {
  std::vector<Diagnostic> many(25'000, unknown_word());
  many.push_back(wrong_level());
  const std::string text = sarif_report(report_of(many));
  CHECK(holds(text, R"("results":[{"ruleId":"heading/wrong-level")"));
  CHECK(holds(text, R"("text":"1 findings, the mildest, are left out")"));
}

TEST_CASE("sarif: what a post holds stays text") {
  const std::string text = sarif_report(report_of({hostile()}));
  CHECK(holds(text, "##\\\\[error\\\\]z") == false);
  CHECK(holds(text, R"(web/i18n/vi/%0A%3A%3Aerror%3A%3A%2C%25.md)"));
  CHECK(!has_raw_control(text));
}

TEST_CASE("checkstyle: findings grouped by file, escaped as XML") {
  CHECK(checkstyle_report(usual()) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
        "  <file name=\"../web/i18n/vi/a, b.md\">\n"
        "    <error line=\"1\" column=\"7\" severity=\"error\" "
        "message=\"heading is [one] level too deep\" source=\"recto.heading/wrong-level\"/>\n"
        "    <error line=\"1\" column=\"1\" severity=\"info\" message=\"100% unknown\" "
        "source=\"recto.spelling/unknown-word\"/>\n"
        "  </file>\n</checkstyle>\n");
  const std::string text = checkstyle_report(report_of({hostile()}));
  CHECK(holds(text, "name=\"../web/i18n/vi/&#10;::error::,%.md\""));
  CHECK(holds(text, "&lt;img onerror=&quot;a&quot;&gt; ]]&gt; &amp;amp; "));
  CHECK(!has_raw_control(text));
}

TEST_CASE("junit: a suite a locale, a test a pair; what fails no run is only printed") {
  const std::string text = junit_report(usual());
  CHECK(holds(text, "<testsuite name=\"recto ja\" tests=\"1\" failures=\"0\""));
  CHECK(holds(text,
              "<testcase name=\"../web/i18n/ja/clean.md\" classname=\"recto.ja\" time=\"0\"/>"));
  CHECK(holds(text, "<testsuite name=\"recto vi\" tests=\"1\" failures=\"1\""));
  CHECK(holds(text,
              "<failure message=\"heading is [one] level too deep\" "
              "type=\"heading/wrong-level\">../web/i18n/vi/a, b.md:1:7: error: heading is"));
  CHECK(holds(text, "<system-out>../web/i18n/vi/a, b.md:1:1: hint: 100% unknown"));
}

TEST_CASE("junit: what fails the run fails its test") {
  Report report = report_of({unknown_word()});
  CHECK(!holds(junit_report(report), "<failure"));
  report.fails_from = Severity::hint;
  CHECK(holds(junit_report(report), "<failure message=\"100% unknown\""));
}

TEST_CASE("junit: what a post holds is escaped") {
  const std::string text = junit_report(report_of({hostile()}));
  CHECK(holds(text, "&lt;img onerror=&quot;a&quot;&gt; ]]&gt; &amp;amp; "));
  CHECK(!holds(text, "]]>"));
  CHECK(!has_raw_control(text));
}
