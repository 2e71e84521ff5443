#include "report/baseline.h"

#include <algorithm>

#include "base/error.h"
#include "report/json.h"
#include "text/yaml.h"
#include "text/yaml_reader.h"

// Every JSON text is YAML, and the reader of YAML knows lines: it says where a file is broken.

namespace recto {
namespace {

constexpr yaml::Limits kLimits = {.depth = 8, .nodes = 5'000'000};

AcceptedFinding parse_finding(const yaml::Reader& reader, const yaml::Node& item) {
  AcceptedFinding finding;
  reader.entries(item, item.span, "a finding",
                 {{"path", reader.text_into(finding.path)},
                  {"rule", reader.text_into(finding.rule)},
                  {"fingerprint", reader.text_into(finding.fingerprint)},
                  {"severity", reader.text_into(finding.severity)},
                  {"message", reader.text_into(finding.message)}});
  if (finding.rule.empty() || finding.fingerprint.empty()) {
    reader.refuse(item.span, "a finding needs `rule` and `fingerprint`");
  }
  return finding;
}

}  // namespace

AcceptedFinding accepted(const Diagnostic& diagnostic) {
  return {diagnostic.at.path, diagnostic.rule, diagnostic.fingerprint, name_of(diagnostic.severity),
          diagnostic.message};
}

std::string baseline_text(Baseline baseline) {
  std::sort(baseline.findings.begin(), baseline.findings.end());
  std::string text = "{\n  \"version\": 1,\n  \"rules\": [";
  const char* separator = "\n";
  for (const std::string& rule : baseline.rules) {
    text += separator + ("    " + json_string(rule));
    separator = ",\n";
  }
  text += "\n  ],\n  \"findings\": [";
  separator = "\n";
  for (const AcceptedFinding& finding : baseline.findings) {
    text += separator + ("    {\"path\": " + json_string(finding.path)) +
            ", \"rule\": " + json_string(finding.rule) +
            ", \"fingerprint\": " + json_string(finding.fingerprint) +
            ", \"severity\": " + json_string(finding.severity) +
            ", \"message\": " + json_string(finding.message) + "}";
    separator = ",\n";
  }
  return text + "\n  ]\n}\n";
}

Baseline parse_baseline(std::string_view text, const std::string& path) {
  if (text.starts_with("<<<<<<< ") || text.find("\n<<<<<<< ") != text.npos) {
    throw Error(path, 0,
                "the conflict of a merge stands in the baseline; keep the findings of both sides");
  }
  const yaml::Document document = yaml::parse(text, 0, kLimits);
  if (document.problem) {
    throw Error(path, document.problem->line,
                "the baseline is damaged from here on; `recto baseline` writes it anew");
  }
  const yaml::Reader reader(text, path);
  if (document.root.kind != yaml::Kind::map) {
    throw Error(path, 1, "this is no baseline; `recto baseline` writes one");
  }
  Baseline baseline;
  reader.entries(document.root, document.root.span, "a baseline",
                 {{"version",
                   [&](const yaml::Entry& entry) {
                     if (reader.text(entry) == "1") return;
                     reader.refuse(entry.value.span, "the baseline is of another version of recto");
                   }},
                  {"rules",
                   [&](const yaml::Entry& entry) {
                     for (std::string& rule : reader.texts(entry)) baseline.rules.insert(rule);
                   }},
                  {"findings", [&](const yaml::Entry& entry) {
                     for (const yaml::Node& item : entry.value.items) {
                       baseline.findings.push_back(parse_finding(reader, item));
                     }
                   }}});
  return baseline;
}

}  // namespace recto
