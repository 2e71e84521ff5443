#include "report/junit.h"

#include <map>
#include <vector>

#include "report/counts.h"
#include "report/visible.h"
#include "report/xml.h"

namespace recto {
namespace {

/// One test: what was found in the file, by whether it fails the run.
struct Case {
  std::vector<const Diagnostic*> failures;
  std::vector<const Diagnostic*> others;
};

using Suite = std::map<std::string, Case>;  // by path

std::map<std::string, Suite> suites_of(const Report& report) {
  std::map<std::string, Suite> suites;
  for (const CheckedPair& pair : report.pairs) suites[pair.locale.tag()][pair.path];
  for (const Diagnostic& diagnostic : report.diagnostics) {
    Case& test = suites[diagnostic.locale.tag()][diagnostic.at.path];
    const bool fails = diagnostic.severity >= report.fails_from;
    (fails ? test.failures : test.others).push_back(&diagnostic);
  }
  return suites;
}

std::string lines(const Report& report, const std::vector<const Diagnostic*>& diagnostics) {
  std::string text;
  for (const Diagnostic* each : diagnostics) {
    text += visible(seen_from_working_folder(report, each->at.path)) + ":" +
            std::to_string(each->at.line) + ":" + std::to_string(each->at.column) + ": " +
            name_of(each->severity) + ": " + visible(each->message) + " [" + visible(each->rule) +
            "]\n";
  }
  return text;
}

std::string test_case(const Report& report, const std::string& locale, const std::string& path,
                      const Case& test) {
  const XmlAttributes attributes = {{"name", seen_from_working_folder(report, path)},
                                    {"classname", "recto." + locale},
                                    {"time", "0"}};
  if (test.failures.empty()) return "    " + xml_empty("testcase", attributes) + "\n";
  const Diagnostic& first = *test.failures.front();
  std::string message = visible(first.message);
  if (test.failures.size() > 1) {
    message += " (and " + std::to_string(test.failures.size() - 1) + " more)";
  }
  return "    " + xml_start("testcase", attributes) + "\n      " +
         xml_start("failure", {{"message", message}, {"type", first.rule}}) +
         xml_escaped(lines(report, test.failures)) + "</failure>\n    </testcase>\n";
}

std::string suite_text(const Report& report, const std::string& locale, const Suite& suite,
                       std::size_t id) {
  std::string tests;
  std::string output;
  std::size_t failures = 0;
  for (const auto& [path, test] : suite) {
    tests += test_case(report, locale, path, test);
    output += lines(report, test.others);
    if (!test.failures.empty()) ++failures;
  }
  // The schemas want a time; the same findings must give the same report.
  const XmlAttributes attributes = {{"name", "recto " + locale},
                                    {"tests", std::to_string(suite.size())},
                                    {"failures", std::to_string(failures)},
                                    {"errors", "0"},
                                    {"time", "0"},
                                    {"timestamp", "1970-01-01T00:00:00"},
                                    {"hostname", "localhost"},
                                    {"id", std::to_string(id)},
                                    {"package", "recto"}};
  return "  " + xml_start("testsuite", attributes) + "\n    <properties>" +
         xml_empty("property", {{"name", "recto"}, {"value", RECTO_VERSION}}) + "</properties>\n" +
         tests + "    <system-out>" + xml_escaped(output) + "</system-out>\n    <system-err/>\n" +
         "  </testsuite>\n";
}

}  // namespace

std::string junit_report(const Report& report) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  std::size_t id = 0;
  for (const auto& [locale, suite] : suites_of(report)) {
    text += suite_text(report, locale, suite, id++);
  }
  return text + "</testsuites>\n";
}

}  // namespace recto
