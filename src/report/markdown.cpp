#include "report/markdown.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "report/counts.h"
#include "report/tasks.h"
#include "report/visible.h"
#include "text/excerpt.h"
#include "text/url.h"

// Everything that a post or a path brings is escaped twice over: what HTML or Markdown could read
// as markup becomes a character reference, and quoted text stands in <code>, where GitHub makes
// nobody a link and nothing an emoji.

namespace recto {
namespace {

constexpr std::size_t kMostBytes = 1'000'000;  // GitHub drops a summary of more than 1 MiB
constexpr std::size_t kLongestQuote = 120;     // code points

/// What could be markup anywhere in a cell of a table.
bool is_markup(char c) {
  return std::string_view("&<>\"'`*_~[]()|\\#@:!$").find(c) != std::string_view::npos;
}

std::string escaped(std::string_view text) {
  std::string result;
  const std::string shown = visible(text);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i];
    // `www.` would make a link.
    const bool is_link = c == '.' && i > 0 && (shown[i - 1] == 'w' || shown[i - 1] == 'W');
    if (is_markup(c) || is_link) {
      result += "&#" + std::to_string(static_cast<int>(c)) + ";";
    } else {
      result += c;
    }
    // A comment between the sign and the name keeps anyone from being mentioned.
    if (c == '@') result += "<!-- -->";
  }
  return result;
}

std::string in_code(std::string_view text) {
  return text.empty() ? "" : "<code>" + escaped(text) + "</code>";
}

/// What stands at a place, in its own language and direction.
std::string quoted(const Location& at, const Locale& locale) {
  if (at.text.empty()) return {};
  const std::string direction = is_right_to_left(locale) ? "rtl" : "ltr";
  const std::string language = locale.tag().empty() ? "" : " lang=\"" + locale.tag() + "\"";
  return "<code" + language + " dir=\"" + direction + "\">" +
         escaped(short_quote(at.text, kLongestQuote)) + "</code>";
}

std::string uri_of(std::string_view path) {
  std::string uri;
  for (const char c : path) uri += c == '/' ? "/" : percent_encoded({&c, 1}, true);
  return uri;
}

/// The place by name and line; a link where the page that shows it is known.
std::string linked(const Report& report, const Location& at) {
  const std::string path = seen_from_repository(report, at.path);
  const std::string line = std::to_string(at.line);
  std::string text = in_code(path + ":" + line);
  if (report.link_prefix.empty()) return text;
  return "<a href=\"" + escaped(report.link_prefix) + uri_of(path) + "?plain=1#L" + line + "\">" +
         text + "</a>";
}

std::string row(const Report& report, const Diagnostic& diagnostic) {
  std::string what = escaped(diagnostic.message) + "<br>" + in_code(diagnostic.rule) + ", " +
                     name_of(diagnostic.severity);
  if (diagnostic.fix) what += "<br>fix&#58; " + escaped(diagnostic.fix->title);
  std::string source;
  if (diagnostic.source) {
    source = linked(report, *diagnostic.source);
    const std::string quote = quoted(*diagnostic.source, report.source_locale);
    if (!quote.empty()) source += "<br>" + quote;
  }
  return "| " + linked(report, diagnostic.at) + " | " + what + " | " +
         quoted(diagnostic.at, diagnostic.locale) + " | " + source + " |\n";
}

using Findings = std::vector<const Diagnostic*>;
using ByTask = std::map<Task, Findings>;

std::map<std::string, ByTask> grouped(const Report& report) {
  std::map<std::string, ByTask> groups;
  for (const Diagnostic* diagnostic : worst_first(report.diagnostics)) {
    groups[diagnostic->locale.tag()][task_of(diagnostic->rule)].push_back(diagnostic);
  }
  return groups;
}

Counts counts_of_all(const ByTask& tasks) {
  Counts counts;
  for (const auto& [task, findings] : tasks) {
    for (const Diagnostic* diagnostic : findings) ++counts.of(diagnostic->severity);
  }
  return counts;
}

std::string table_head(Task task) {
  return "\n#### " + std::string(title_of(task)) +
         "\n\n| place | what | translation | source |\n|---|---|---|---|\n";
}

std::string headline(const Report& report) {
  const std::string where = " in " + counted(report.pairs.size(), "pair");
  const Counts counts = counts_of(report.diagnostics);
  return "### recto: " + (counts.total() == 0 ? "no findings" : counted(counts)) + where + "\n";
}

/// How much of the work needs no translator.
std::string mendable(const std::vector<Diagnostic>& diagnostics) {
  const auto safe = std::count_if(diagnostics.begin(), diagnostics.end(), [](const auto& each) {
    return each.fix && each.fix->safety == Safety::safe;
  });
  if (safe == 0) return {};
  return "\n`recto check --fix` mends " + std::to_string(safe) + " of them.\n";
}

}  // namespace

std::string markdown_report(const Report& report) {
  std::string text = headline(report) + mendable(report.diagnostics);
  std::size_t shown = 0;
  for (const auto& [locale, tasks] : grouped(report)) {
    text += "\n### " + in_code(locale.empty() ? "site" : locale) + ": " +
            counted(counts_of_all(tasks)) + "\n";
    for (const auto& [task, findings] : tasks) {
      text += table_head(task);
      for (const Diagnostic* diagnostic : findings) {
        const std::string next = row(report, *diagnostic);
        if (text.size() + next.size() > kMostBytes) {
          return text + "\n" + counted(report.diagnostics.size() - shown, "finding") +
                 " more than a summary can hold.\n";
        }
        text += next;
        ++shown;
      }
    }
  }
  return text;
}

}  // namespace recto
