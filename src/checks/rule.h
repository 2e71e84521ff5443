#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "checks/params.h"

namespace recto {

/// A source with a translation that the rule flags and one that it does not: test and manual in
/// one.
struct Example {
  std::string locale = "de";
  std::string note;
  std::string source;
  std::string flagged;  // empty: this example only shows silence
  std::string silent;   // empty: this example only shows a finding
  std::string terms;    // YAML of a termbase
  std::string message;  // of the finding, when the manual shows it

  friend bool operator==(const Example&, const Example&) = default;
};

/// How a rule tells that many posts of a locale do the same thing, which is a custom and one
/// finding.
struct CustomWords {
  std::vector<std::string> by;  // fields of a finding; those that agree in all are the same custom
  std::string message;  // these fields, `{posts}` of `{all}` posts in `{locale}`, how to accept it
  std::uint32_t part = 2;  // a custom is what more than one in so many posts do

  friend bool operator==(const CustomWords&, const CustomWords&) = default;
};

/// Whether rules come with their examples, which only manuals and tests show.
enum class Examples { none, all };

/// One rule: a check with a name, a severity and words. YAML owns language, C++ owns logic.
struct Rule {
  std::string name;            // `family/problem`
  std::string check;           // a kind of kinds.def
  std::size_t check_line = 0;  // in the file of the rule; 0: it is built in
  Severity severity = Severity::warning;
  std::string message;                          // `{field}` stands for a field of the finding
  std::map<std::string, std::string> variants;  // messages for kinds of findings that differ
  std::optional<CustomWords> custom;
  std::string fix;  // title of the fix, same fields
  std::string why;
  ParamMap with;
  std::vector<Example> examples;
  std::string tested_by;        // where an example cannot show it: a folder under tests/cli
  bool fixed_severity = false;  // cannot be switched off, suppressed or put in a baseline

  friend bool operator==(const Rule&, const Rule&) = default;
  /// The part before the slash.
  std::string family() const;
};

/// The rule that the YAML `text` of the file at `path` describes; `name` comes from the path.
/// Throws Error for unknown keys, missing ones and broken YAML.
Rule parse_rule(std::string_view text, const std::string& path, const std::string& name);

/// `message` with every `{field}` filled in; an unknown field, and any other brace, stays as it is.
std::string filled_in(std::string_view message, const std::map<std::string, std::string>& fields);

/// The names of fields that `message` uses.
std::vector<std::string> fields_of(std::string_view message);

}  // namespace recto
