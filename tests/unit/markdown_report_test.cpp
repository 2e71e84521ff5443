#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "report/markdown.h"
#include "report/tasks.h"

using namespace recto;

namespace {

Diagnostic finding(const std::string& rule, const std::string& locale, const std::string& text) {
  Diagnostic diagnostic;
  diagnostic.at = {.path = "i18n/" + locale + "/a.md", .line = 3, .end_line = 3, .text = text};
  diagnostic.locale = *parse_locale(locale);
  diagnostic.rule = rule;
  diagnostic.severity = Severity::warning;
  diagnostic.message = "it differs";
  return diagnostic;
}

Report report_of(std::vector<Diagnostic> diagnostics) {
  Report report{.diagnostics = std::move(diagnostics)};
  report.source_locale = *parse_locale("en");
  report.root = "/site";
  report.repository = "/site";
  return report;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("markdown: findings stand under their locale and what is to be done") {
  Diagnostic first = finding("heading/missing", "fr", "");
  first.source = Location{.path = "blog/a.md", .line = 2, .text = "Tea"};
  const std::string text =
      markdown_report(report_of({first, finding("term/missing", "ar", "شاي")}));
  CHECK(text ==
        "### recto: 2 warnings in 0 pairs\n"
        "\n### <code>ar</code>: 1 warning\n"
        "\n#### Look at words and terms\n\n"
        "| place | what | translation | source |\n|---|---|---|---|\n"
        "| <code>i18n/ar/a.md&#58;3</code> | it differs<br><code>term/missing</code>, warning | "
        "<code lang=\"ar\" dir=\"rtl\">شاي</code> |  |\n"
        "\n### <code>fr</code>: 1 warning\n"
        "\n#### Add what the source has\n\n"
        "| place | what | translation | source |\n|---|---|---|---|\n"
        "| <code>i18n/fr/a.md&#58;3</code> | it differs<br><code>heading/missing</code>, warning | "
        " | <code>blog/a.md&#58;2</code><br><code lang=\"en\" dir=\"ltr\">Tea</code> |\n");
  CHECK(markdown_report(report_of({})) == "### recto: no findings in 0 pairs\n");
}

TEST_CASE("markdown: what needs no translator is counted") {
  Diagnostic mended = finding("heading/wrong-level", "fr", "###");
  mended.fix = Fix{Safety::safe, "use `##`", {}};
  const std::string text =
      markdown_report(report_of({mended, finding("heading/extra", "fr", "x")}));
  CHECK(holds(text, "pairs\n\n`recto check --fix` mends 1 of them.\n\n### <code>fr</code>"));
}

TEST_CASE("markdown: places are links where the page that shows them is known") {
  Report report = report_of({finding("heading/extra", "ja", "")});
  report.diagnostics[0].at.path = "blog/茶 \"x\".md";
  report.link_prefix = "https://git.example/o/r/blob/abc/";
  CHECK(holds(markdown_report(report),
              "<a href=\"https&#58;//git.example/o/r/blob/abc/blog/%E8%8C%B6%20%22x%22.md"
              "?plain=1#L3\"><code>blog/茶 &#34;x&#34;.md&#58;3</code></a>"));
}

TEST_CASE("markdown: what a post holds is neither markup nor a mention nor a link") {
  const std::string text =
      "a|b <img src=x onerror=alert(1)> `c` **d** [e](http://f) @maintainer www.g.example :tea: "
      "$h$\n| i | \u202E &lt;";
  Diagnostic diagnostic = finding("heading/extra", "vi", text);
  diagnostic.message = text;
  diagnostic.rule = "x/<b>";
  const std::string report = markdown_report(report_of({diagnostic}));
  const std::string row = report.substr(report.rfind("| <code>"));
  CHECK(row.find('\n') == row.size() - 1);
  CHECK(holds(row, "a&#124;b &#60;img src=x onerror=alert&#40;1&#41;&#62; &#96;c&#96; "));
  CHECK(holds(row, "&#64;<!-- -->maintainer www&#46;g.example &#58;tea&#58; &#36;h&#36;"));
  CHECK(holds(row, "<code>x/&#60;b&#62;</code>"));
  for (const char* part : {"**", "`", "[", "](", "http:", "@m", "\u202E", "&lt;", "<img"}) {
    INFO(part);
    CHECK(!holds(row, part));
  }
}

TEST_CASE("markdown: a report too long for a summary ends behind a row and says how much is left") {
  const std::vector<Diagnostic> many(20'000, finding("heading/extra", "vi", std::string(300, 'x')));
  const std::string text = markdown_report(report_of(many));
  CHECK(text.size() > 900'000);
  CHECK(text.size() < 1'024 * 1'024);
  const std::size_t last = text.rfind("\n| <code>");
  const std::string end = text.substr(text.find('\n', last + 1));
  CHECK(end.starts_with("\n\n"));
  CHECK(end.ends_with(" findings more than a summary can hold.\n"));
}

TEST_CASE("the name of a rule tells what is to be done") {
  CHECK(task_of("file/not-utf-8") == Task::mend_files);
  CHECK(task_of("front-matter/unreadable") == Task::mend_files);
  CHECK(task_of("pair/missing") == Task::translate);
  CHECK(task_of("front-matter/untranslated") == Task::translate);
  CHECK(task_of("front-matter/missing-key") == Task::add);
  CHECK(task_of("pair/orphan") == Task::remove);
  CHECK(task_of("term/missing") == Task::settle_words);
  CHECK(task_of("code/changed") == Task::correct);
  CHECK(task_of("odd") == Task::correct);
}
