#include "checks/terms_csv.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/error.h"
#include "checks/term_merger.h"
#include "text/csv.h"
#include "text/unicode.h"

namespace recto {
namespace {

/// The column of one language: `Term [vi]`, with `Status [vi]` when there is one.
struct LanguageColumn {
  Locale locale;
  std::size_t term = 0;
  std::optional<std::size_t> status;
};

/// Where things stand in a row. One target, whose language each row may say, or several languages.
struct Columns {
  std::size_t source = 0;
  std::optional<std::size_t> target;
  std::optional<std::size_t> target_language;
  std::optional<std::size_t> flags;
  std::optional<std::size_t> note;
  std::vector<LanguageColumn> languages;
  bool has_header = false;
};

std::optional<std::size_t> column(const std::vector<std::string>& names,
                                  const std::vector<std::string_view>& wanted) {
  for (const std::string_view name : wanted) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  }
  return std::nullopt;
}

/// The language of `Term [en]` or `en`.
std::optional<Locale> language_of(const std::string& name) {
  constexpr std::string_view kTerm = "term [";
  if (name.starts_with(kTerm) && name.ends_with(']')) {
    return parse_locale(name.substr(kTerm.size(), name.size() - kTerm.size() - 1));
  }
  const bool is_code = name.size() == 2 || (name.size() > 3 && (name[2] == '-' || name[2] == '_'));
  return is_code ? parse_locale(name) : std::nullopt;
}

std::optional<Columns> columns_by_language(const std::vector<std::string>& names,
                                           const Locale& source_locale) {
  Columns columns{.has_header = true};
  std::optional<std::size_t> source;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto locale = language_of(names[i]);
    if (!locale) continue;
    if (!source && locale->language == source_locale.language) {
      source = i;
      columns.note =
          column(names, {"note [" + source_locale.language + "]", "note", "description"});
    } else {
      const std::size_t bracket = std::min(names[i].find('['), names[i].size());
      columns.languages.push_back(
          {*locale, i, column(names, {"status " + names[i].substr(bracket)})});
    }
  }
  if (!source || columns.languages.empty()) return std::nullopt;
  columns.source = *source;
  return columns;
}

Columns columns_of(const csv::Row& first, const Locale& source_locale) {
  std::vector<std::string> names;
  for (const std::string& cell : first.cells) names.push_back(folded(trimmed(cell)));
  const auto source = column(names, {"source", "source term"});
  const auto target = column(names, {"target", "target term"});
  if (source && target) {
    return {.source = *source,
            .target = target,
            .target_language = column(names, {"target_lang", "target language", "target lang"}),
            .flags = column(names, {"flags"}),
            .note = column(names, {"developer_comments", "note", "description"}),
            .has_header = true};
  }
  const bool says_languages = names.size() >= 4 && !language_of(names[0]) &&
                              parse_locale(names[2]).has_value() &&
                              parse_locale(names[3]).has_value();
  if (says_languages) return {.target = 1, .target_language = 3};
  if (auto by_language = columns_by_language(names, source_locale)) return *std::move(by_language);
  return {.target = 1};
}

class Importer {
 public:
  Importer(const std::string& path, const std::string& locale, Columns columns)
      : path_(path), locale_(locale), columns_(std::move(columns)) {}

  void add(const csv::Row& row) {
    const std::string source = cell(row, columns_.source);
    if (source.empty()) throw Error(path_, row.line, "the source term is empty");
    if (!columns_.target) return add_languages(row, source);
    const std::string target = cell(row, columns_.target);
    if (row.cells.size() < 2)
      throw Error(path_, row.line, "a term and its translation are two cells");
    const std::string flags = cell(row, columns_.flags);
    const auto has_flag = [&](std::string_view flag) {
      return flags.find(flag) != std::string::npos;
    };
    const std::string note = cell(row, columns_.note);
    if (has_flag("read-only")) {
      Term& term = merger_.term(source);
      term.keep = true;
      term.match_case = !has_flag("case-insensitive");
    } else if (has_flag("forbidden")) {
      merger_.reject(source, target_locale(row), target);
    } else if (!target.empty()) {
      merger_.allow(source, target_locale(row), target);
    }
    if (has_flag("case-sensitive")) merger_.term(source).match_case = true;
    merger_.note(source, note);
  }

  Terms take() { return merger_.take(); }

 private:
  static std::string cell(const csv::Row& row, std::optional<std::size_t> index) {
    return index && *index < row.cells.size() ? std::string(trimmed(row.cells[*index])) : "";
  }

  std::string target_locale(const csv::Row& row) const {
    const std::string said = cell(row, columns_.target_language);
    if (said.empty() && locale_.empty()) {
      throw Error(path_, row.line,
                  "nothing says the language of the translation; add `--locale L`");
    }
    if (said.empty()) return locale_;
    const auto locale = parse_locale(said);
    if (!locale) throw Error(path_, row.line, "`" + said + "` is no language tag");
    return locale->tag();
  }

  void add_languages(const csv::Row& row, const std::string& source) {
    for (const LanguageColumn& language : columns_.languages) {
      const std::string target = cell(row, language.term);
      const std::string status = folded(cell(row, language.status));
      if (status == "not recommended" || status == "obsolete")
        merger_.reject(source, language.locale.tag(), target);
      else
        merger_.allow(source, language.locale.tag(), target);
    }
    merger_.note(source, cell(row, columns_.note));
  }

  const std::string& path_;
  const std::string& locale_;
  Columns columns_;
  TermMerger merger_;
};

/// Whether the column is `id` over numbers, the names of the rows, and no Indonesian.
bool numbers_rows(const std::vector<csv::Row>& rows, const LanguageColumn& language) {
  return language.locale.language == "id" &&
         std::all_of(rows.begin() + 1, rows.end(), [&](const csv::Row& row) {
           return language.term >= row.cells.size() ||
                  row.cells[language.term].find_first_not_of("0123456789") == std::string::npos;
         });
}

}  // namespace

Terms terms_of_csv(std::string_view text, const std::string& path, const Locale& source_locale,
                   const std::string& locale) {
  if (first_invalid_utf8(text)) throw Error(path, 0, "is not UTF-8");
  const std::vector<csv::Row> rows = csv::rows(text, path);
  if (rows.empty()) return {};
  Columns columns = columns_of(rows.front(), source_locale);
  const std::size_t first = columns.has_header ? 1 : 0;
  std::erase_if(columns.languages,
                [&](const LanguageColumn& language) { return numbers_rows(rows, language); });
  Importer importer(path, locale, std::move(columns));
  for (std::size_t i = first; i < rows.size(); ++i) importer.add(rows[i]);
  return importer.take();
}

std::string csv_of(const Terms& terms, const Locale& source_locale) {
  const std::string from = source_locale.tag();
  std::string text =
      csv::line({"source", "target", "source_lang", "target_lang", "flags", "developer_comments"});
  for (const Term& term : terms) {
    const std::string with_case = term.match_case == term.keep ? ""
                                  : term.match_case            ? "case-sensitive"
                                                               : "case-insensitive";
    const auto add = [&](const std::string& target, const std::string& locale,
                         const std::string& flag) {
      const std::string both = flag.empty() || with_case.empty() ? "" : ",";
      text += csv::line({term.source, target, from, locale, flag + both + with_case, term.note});
    };
    if (term.keep) add(term.source, "", "read-only");
    for (const auto& [tag, rendering] : term.by_locale) {
      for (const std::string& use : rendering.use) add(use, tag, "");
      for (const std::string& rejected : rendering.reject) add(rejected, tag, "forbidden");
    }
  }
  return text;
}

}  // namespace recto
