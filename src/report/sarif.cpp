#include "report/sarif.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "report/json.h"
#include "report/manual.h"
#include "report/visible.h"
#include "text/excerpt.h"
#include "text/url.h"

namespace recto {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostResults = 25'000;    // GitHub refuses a file with more
constexpr std::size_t kLongestSummary = 1'000;  // code points; GitHub takes 1024

std::string level_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

std::string problem_severity(Severity severity) {
  return severity == Severity::hint ? "recommendation" : name_of(severity);
}

Json text_of(std::string_view text) {
  return {{"text", text}};
}

/// `text` in a message: a bracket could begin a link, `[text](1)`.
std::string message_escaped(std::string_view text) {
  std::string result;
  for (const char c : visible(text)) {
    if (c == '[' || c == ']' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

/// A path as a URI, whole when the path is.
std::string uri_of(std::string_view path) {
  std::string uri(path.starts_with('/') ? "file://" : "");
  while (true) {
    const std::size_t slash = path.find('/');
    uri += percent_encoded(path.substr(0, slash), true);
    if (slash == std::string_view::npos) return uri;
    uri += '/';
    path.remove_prefix(slash + 1);
  }
}

/// The message of a rule without the fields that only a finding has.
std::string summary(const Rule& rule) {
  std::map<std::string, std::string> fields;
  for (const std::string& name : fields_of(rule.message)) fields[name] = "...";
  return short_quote(filled_in(rule.message, fields), kLongestSummary);
}

Json rule(const Rule& rule) {
  const std::string why = rule.why.empty() ? rule.message : rule.why;
  return {{"id", rule.name},
          {"shortDescription", text_of(summary(rule))},
          {"fullDescription", text_of(short_quote(why, kLongestSummary))},
          {"help", {{"text", rule_page(rule)}, {"markdown", rule_markdown(rule)}}},
          {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
          {"properties",
           {{"tags", {rule.family()}}, {"problem.severity", problem_severity(rule.severity)}}}};
}

Json region(const Location& at) {
  return {{"startLine", at.line},
          {"startColumn", at.column},
          {"endLine", at.end_line},
          {"endColumn", at.end_column}};
}

Json artifact(const Report& report, const std::string& path) {
  return {{"uri", uri_of(seen_from_repository(report, path))}};
}

Json place(const Report& report, const Location& at) {
  return {{"physicalLocation",
           {{"artifactLocation", artifact(report, at.path)}, {"region", region(at)}}}};
}

Json fix(const Report& report, const Diagnostic& diagnostic) {
  Json replacements = Json::array();
  for (std::size_t i = 0; i < diagnostic.edited.size(); ++i) {
    replacements.push_back({{"deletedRegion", region(diagnostic.edited[i])},
                            {"insertedContent", text_of(diagnostic.fix->edits[i].text)}});
  }
  return {
      {"description", text_of(visible(diagnostic.fix->title))},
      {"artifactChanges", Json::array({{{"artifactLocation", artifact(report, diagnostic.at.path)},
                                        {"replacements", std::move(replacements)}}})}};
}

/// What GitHub knows a finding again by: a hash and, behind a colon, which of equal ones it is.
std::string line_hash(const std::string& fingerprint) {
  const std::size_t dash = fingerprint.find('-');
  if (dash == std::string::npos) return fingerprint + ":1";
  return fingerprint.substr(0, dash) + ":" + fingerprint.substr(dash + 1);
}

Json result(const Report& report, const Diagnostic& diagnostic,
            const std::map<std::string, std::size_t>& rule_indices) {
  std::string message = message_escaped(diagnostic.message);
  // GitHub shows a related location only where the message links to it.
  if (diagnostic.source) message += ". See the [source](1).";
  Json json = {{"ruleId", diagnostic.rule}};
  const auto index = rule_indices.find(diagnostic.rule);
  if (index != rule_indices.end()) json["ruleIndex"] = index->second;
  json["level"] = level_of(diagnostic.severity);
  json["message"] = text_of(message);
  json["locations"] = Json::array({place(report, diagnostic.at)});
  if (diagnostic.source) {
    Json source = place(report, *diagnostic.source);
    source["id"] = 1;
    source["message"] = text_of("the source");
    json["relatedLocations"] = Json::array({std::move(source)});
  }
  json["partialFingerprints"] = {{"primaryLocationLineHash", line_hash(diagnostic.fingerprint)},
                                 {"recto/v1", diagnostic.fingerprint}};
  if (diagnostic.fix && !diagnostic.edited.empty())
    json["fixes"] = Json::array({fix(report, diagnostic)});
  return json;
}

/// How the run went, with a word about what had to be left out.
Json invocation(std::size_t left_out) {
  Json json = {{"executionSuccessful", true}};
  if (left_out > 0) {
    json["toolExecutionNotifications"] =
        Json::array({{{"level", "warning"},
                      {"message", text_of(std::to_string(left_out) +
                                          " findings, the mildest, are left out")}}});
  }
  return json;
}

}  // namespace

std::string sarif_report(const Report& report) {
  Json rules = Json::array();
  std::map<std::string, std::size_t> rule_indices;
  for (const Rule& each : report.rules) {
    rule_indices[each.name] = rules.size();
    rules.push_back(rule(each));
  }
  const std::vector<const Diagnostic*> sorted = worst_first(report.diagnostics);
  const std::size_t shown = std::min(sorted.size(), kMostResults);
  Json results = Json::array();
  for (std::size_t i = 0; i < shown; ++i) {
    results.push_back(result(report, *sorted[i], rule_indices));
  }
  Json run = {
      {"tool",
       {{"driver",
         {{"name", "recto"}, {"semanticVersion", RECTO_VERSION}, {"rules", std::move(rules)}}}}},
      {"invocations", Json::array({invocation(sorted.size() - shown)})},
      {"columnKind", "unicodeCodePoints"},
      {"results", std::move(results)}};
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({std::move(run)})}};
  return without_controls(log.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace recto
