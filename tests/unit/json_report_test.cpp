#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "report/json.h"

using namespace recto;

namespace {

Diagnostic wrong_level() {
  Diagnostic diagnostic;
  diagnostic.at = {.path = "i18n/vi/x.md",
                   .span = {301, 304},
                   .line = 12,
                   .column = 1,
                   .end_line = 12,
                   .end_column = 4,
                   .text = "###"};
  diagnostic.source = Location{.path = "blog/x.md",
                               .span = {280, 282},
                               .line = 10,
                               .column = 1,
                               .end_line = 10,
                               .end_column = 3,
                               .text = "##"};
  diagnostic.locale = *parse_locale("vi");
  diagnostic.rule = "heading/wrong-level";
  diagnostic.severity = Severity::error;
  diagnostic.message = "heading is \"too\" deep";
  diagnostic.expected = "##";
  diagnostic.found = "###";
  diagnostic.fingerprint = "0123";
  diagnostic.fix = Fix{Safety::safe, "use `##`", {{{301, 304}, "##"}}};
  return diagnostic;
}

}  // namespace

TEST_CASE("jsonl: a finding is one object with its keys in order") {
  CHECK(jsonl_report({wrong_level()}) ==
        R"({"v":1,"rule":"heading/wrong-level","severity":"error","locale":"vi",)"
        R"("message":"heading is \"too\" deep","expected":"##","found":"###",)"
        R"("target":{"path":"i18n/vi/x.md","line":12,"column":1,"end_line":12,"end_column":4,)"
        R"("start":301,"end":304,"text":"###"},)"
        R"("source":{"path":"blog/x.md","line":10,"column":1,"end_line":10,"end_column":3,)"
        R"("start":280,"end":282,"text":"##"},)"
        R"("fix":{"safety":"safe","title":"use `##`",)"
        R"("edits":[{"start":301,"end":304,"text":"##"}]},"fingerprint":"0123"})"
        "\n");
}

TEST_CASE("jsonl: what is not known is null, never left out") {
  Diagnostic diagnostic = wrong_level();
  diagnostic.source.reset();
  diagnostic.fix.reset();
  diagnostic.expected.clear();
  diagnostic.found.clear();
  const std::string line = jsonl_report({diagnostic});
  CHECK(line.find(R"("expected":null,"found":null,)") != std::string::npos);
  CHECK(line.find(R"("source":null,"fix":null,)") != std::string::npos);
}

TEST_CASE("jsonl: each finding is one line and none give no text") {
  Diagnostic diagnostic = wrong_level();
  diagnostic.at.text = "one\ntwo\r\nthree";
  const std::string report = jsonl_report({diagnostic, diagnostic});
  CHECK(std::count(report.begin(), report.end(), '\n') == 2);
  CHECK(report.ends_with("}\n"));
  CHECK(jsonl_report({}).empty());
}

TEST_CASE("jsonl: a fix that is shown only, or without edits, keeps its shape") {
  Diagnostic diagnostic = wrong_level();
  diagnostic.fix = Fix{Safety::shown, "see the source", {}};
  CHECK(jsonl_report({diagnostic})
            .find(R"("fix":{"safety":"shown","title":"see the source","edits":[]},)") !=
        std::string::npos);
  diagnostic.fix->safety = Safety::unsafe;
  CHECK(jsonl_report({diagnostic}).find(R"("safety":"unsafe")") != std::string::npos);
}

TEST_CASE("jsonl: bytes that are no UTF-8 are replaced and text stays readable") {
  Diagnostic diagnostic = wrong_level();
  diagnostic.at.text = "Bí \xFF Ẩn";
  CHECK(jsonl_report({diagnostic}).find("\"text\":\"Bí \uFFFD Ẩn\"") != std::string::npos);
}

TEST_CASE("jsonl: no control character is written raw") {
  Diagnostic diagnostic = wrong_level();
  diagnostic.at.text = "\x1B[31m\x7F\xC2\x9B\xC2\xA0";
  CHECK(jsonl_report({diagnostic}).find("\"text\":\"\\u001b[31m\\u007f\\u009b\u00A0\"") !=
        std::string::npos);
}
