#include "report/manual.h"

#include <algorithm>
#include <string_view>

#include "base/lines.h"
#include "report/visible.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr std::size_t kSeverityWidth = 7;  // `warning`

/// `text` on one line: YAML keeps the line ends of a literal block.
std::string one_line(std::string_view text) {
  std::string result;
  for (const std::string_view line : lines_of(text)) {
    if (!result.empty()) result += ' ';
    result += line;
  }
  return result;
}

std::vector<Rule> sorted(std::vector<Rule> rules) {
  std::stable_sort(rules.begin(), rules.end(),
                   [](const Rule& one, const Rule& other) { return one.name < other.name; });
  return rules;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t used = display_width(text);
  return text + std::string(width - std::min(width, used), ' ');
}

std::string value_of(const Param& param) {
  std::string text;
  for (const std::string& value : param.values) {
    if (!text.empty()) text += ", ";
    text += value;
  }
  return param.is_list ? "[" + text + "]" : text;
}

// --- on a terminal -------------------------------------------------------------------------------

std::string indented(std::string_view text, std::string_view indent) {
  std::string result;
  for (const std::string_view line : lines_of(text)) {
    std::string shown = std::string(indent) + visible(line);
    if (begins_workflow_command(shown)) shown.replace(shown.find(':'), 1, "<U+003A>");
    shown.erase(shown.find_last_not_of(' ') + 1);
    result += shown + "\n";
  }
  return result;
}

std::string side(const std::string& name, const std::string& text) {
  return text.empty() ? "" : "  " + name + ":\n" + indented(text, "    | ");
}

std::string example_page(const Example& example) {
  std::string text = "\nExample (" + visible(example.locale) + ")";
  if (!example.note.empty()) text += ": " + visible(one_line(example.note));
  text += "\n" + side("terms", example.terms) + side("source", example.source) +
          side("flagged", example.flagged);
  if (!example.message.empty()) text += "  says: " + visible(one_line(example.message)) + "\n";
  return text + side("not flagged", example.silent);
}

// --- in Markdown ---------------------------------------------------------------------------------

/// The longest run of backticks in `text`.
std::size_t longest_run(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string fenced(std::string_view text, const std::string& language) {
  const std::string fence(std::max<std::size_t>(3, longest_run(text) + 1), '`');
  std::string body(text);
  if (!body.ends_with('\n')) body += '\n';
  return fence + language + "\n" + body + fence + "\n";
}

std::string code(std::string_view text) {
  const std::string fence(longest_run(text) + 1, '`');
  const std::string blank(fence.size() > 1 ? " " : "");
  return fence + blank + std::string(text) + blank + fence;
}

std::string in_cell(std::string_view text) {
  std::string result;
  for (const char c : one_line(text)) {
    if (c == '|' || c == '<') result += '\\';
    result += c;
  }
  return result;
}

/// The anchor that GitHub gives a heading: letters, digits and hyphens.
std::string anchor(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c != '/') result += c;
  }
  return result;
}

std::string family_table(const std::vector<Rule>& rules, const std::string& family) {
  std::string text = "| rule | severity | says |\n|---|---|---|\n";
  for (const Rule& rule : rules) {
    if (rule.family() != family) continue;
    text += "| [" + rule.name + "](#" + anchor(rule.name) + ") | " + name_of(rule.severity) +
            " | " + in_cell(rule.message) + " |\n";
  }
  return text;
}

std::string example_section(const Example& example) {
  std::string text = "\n";
  if (!example.note.empty()) text += one_line(example.note) + "\n\n";
  if (!example.terms.empty()) text += "With the terms\n\n" + fenced(example.terms, "yaml") + "\n";
  text += "Source:\n\n" + fenced(example.source, "markdown");
  const std::string locale = " (" + code(example.locale) + ")";
  if (!example.flagged.empty()) {
    text += "\nFlagged" + locale + ":\n\n" + fenced(example.flagged, "markdown");
  }
  if (!example.message.empty()) text += "\n" + fenced(one_line(example.message), "text");
  if (!example.silent.empty()) {
    text += "\nNot flagged" + locale + ":\n\n" + fenced(example.silent, "markdown");
  }
  return text;
}

std::string messages_section(const Rule& rule) {
  std::string text = "- " + one_line(rule.message) + "\n";
  for (const auto& [name, message] : rule.variants) text += "- " + one_line(message) + "\n";
  if (rule.custom) {
    text += "\nWhat most posts of a locale do in the same way is one finding:\n\n- " +
            one_line(rule.custom->message) + "\n";
  }
  return text;
}

}  // namespace

std::string rule_list(const std::vector<Rule>& rules) {
  std::size_t width = 0;
  for (const Rule& rule : rules) width = std::max(width, display_width(visible(rule.name)));
  std::string text;
  for (const Rule& rule : sorted(rules)) {
    text += padded(visible(rule.name), width) + "  " +
            padded(name_of(rule.severity), kSeverityWidth) + "  " +
            visible(one_line(rule.message)) + "\n";
  }
  return text;
}

std::string rule_page(const Rule& rule) {
  std::string text = visible(rule.name) + "  (" + name_of(rule.severity) +
                     "; check: " + visible(rule.check) + ")\n\n";
  text += indented(one_line(rule.message), "  ");
  for (const auto& [name, message] : rule.variants) text += indented(one_line(message), "  ");
  if (rule.custom) text += indented(one_line(rule.custom->message), "  ");
  if (!rule.why.empty()) text += "\nWhy:\n" + indented(rule.why, "  ");
  if (!rule.fix.empty()) text += "\nFix:\n" + indented(one_line(rule.fix), "  ");
  if (!rule.with.empty()) text += "\nParameters:\n";
  for (const auto& [name, param] : rule.with) {
    text += indented(one_line(name + ": " + value_of(param)), "  ");
  }
  for (const Example& example : rule.examples) text += example_page(example);
  text += rule.fixed_severity ? "\nThis rule cannot be switched off.\n"
                              : "\nIn recto.yaml: `rules: {" + visible(rule.name) +
                                    ": off}`, or another severity. What it is not sure of\nis a "
                                    "hint; `{unsure: warning}` raises it.\n";
  return text;
}

std::string rule_markdown(const Rule& rule) {
  std::string text = "Severity: " + name_of(rule.severity) + ". Check: " + code(rule.check) + ".";
  if (rule.fixed_severity) text += " Cannot be switched off.";
  text += "\n";
  if (!rule.why.empty()) text += "\n" + one_line(rule.why) + "\n";
  text += "\nIt says:\n\n" + messages_section(rule);
  if (!rule.fix.empty()) text += "\nFix: " + one_line(rule.fix) + "\n";
  if (!rule.with.empty()) text += "\nParameters:\n\n";
  for (const auto& [name, param] : rule.with) {
    text += "- " + code(name) + ": " + code(value_of(param)) + "\n";
  }
  for (const Example& example : rule.examples) text += example_section(example);
  if (!rule.tested_by.empty()) text += "\nShown by " + code(rule.tested_by) + ".\n";
  return text;
}

std::string rule_manual(const std::vector<Rule>& rules) {
  const std::vector<Rule> all = sorted(rules);
  std::string text =
      "# Rules\n\n"
      "What `recto rules --markdown` prints. A name reads well after \"allow\"; in a message, "
      "`{name}` stands for\nsomething that the finding tells. Hints are shown with `--hints`, with "
      "`--only` of their rule, or when\nrecto.yaml raises them: `{unsure: warning}`; a rule that "
      "only gives hints is raised by its severity.\n";
  std::string family;
  for (auto rule = all.begin(); rule != all.end(); ++rule) {
    if (rule->family() != family) {
      family = rule->family();
      text += "\n## " + family + "\n\n" + family_table(all, family);
    }
    text += "\n### " + rule->name + "\n\n" + rule_markdown(*rule);
  }
  return text;
}

}  // namespace recto
