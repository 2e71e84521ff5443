#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/locale.h"
#include "config.h"
#include "discover/shard.h"
#include "report/color.h"
#include "report/command_help.h"
#include "report/format.h"
#include "report/status.h"
#include "report/unknown_words.h"

namespace recto {

struct Output {
  Format format = Format::text;
  std::string path;  // empty: standard output

  friend bool operator==(const Output&, const Output&) = default;
};

/// `recto check` with its options.
struct CheckCommand {
  std::vector<std::string> paths;
  std::string files_from;  // a file of PATHs, one a line; `-` is standard input
  std::string config;
  std::string source;  // --source: judge one pair, then `paths` is its translation
  Locale source_locale{.language = "en"};  // of `source`
  std::vector<Locale> locales;             // empty: all
  std::vector<std::string> only;
  std::vector<std::string> skip;
  bool hints = false;
  std::optional<Safety> fix;    // how daring fixes may be; none: nothing is mended
  bool diff = false;            // print what `fix` would change instead of changing it
  std::vector<Output> outputs;  // empty only with `diff`; at most one goes to standard output
  bool summary = false;
  std::string baseline;  // a folder; empty: that of the site
  std::optional<FailOn> fail_on;
  std::optional<std::size_t> max_warnings;
  bool require_dictionaries = false;
  std::string since;  // a ref, or `auto`: only what changed since
  bool all_findings = false;
  bool stale = false;   // what translations are behind by their own history
  bool staged = false;  // both sides as the index has them, of what is staged
  bool hook = false;    // for pre-commit
  bool no_cache = false;
  std::optional<Shard> shard;
  bool stats = false;    // say where the time went
  std::size_t jobs = 0;  // 0: as many as there are processors
  Color color = Color::automatic;
  bool quiet = false;

  friend bool operator==(const CheckCommand&, const CheckCommand&) = default;
};

/// `recto rules`; with --markdown, the page of the manual.
struct RulesCommand {
  std::string config;
  bool markdown = false;

  friend bool operator==(const RulesCommand&, const RulesCommand&) = default;
};

/// `recto explain RULE`.
struct ExplainCommand {
  std::string config;
  std::string rule;

  friend bool operator==(const ExplainCommand&, const ExplainCommand&) = default;
};

/// `recto baseline`: accepts today's findings; with --prune, forgets those found no more.
struct BaselineCommand {
  std::string config;
  bool hints = false;
  bool prune = false;

  friend bool operator==(const BaselineCommand&, const BaselineCommand&) = default;
};

/// `recto words`: lists the words that nobody knows; with --accept, adds them to the lists of
/// words.
struct WordsCommand {
  std::vector<std::string> words;  // only these; empty: all
  std::string config;
  std::vector<Locale> locales;  // empty: all
  WordsFormat format = WordsFormat::text;
  bool accept = false;
  bool no_cache = false;
  bool quiet = false;

  friend bool operator==(const WordsCommand&, const WordsCommand&) = default;
};

enum class TermsFormat { csv, tbx };

/// `recto terms learn|import|export`: proposes terms, takes them from a file, or writes them to
/// one.
struct TermsCommand {
  enum class Action { learn, import_file, export_all } action = Action::learn;
  std::string config;
  std::size_t least_posts = 3;   // learn
  std::string file;              // import
  std::optional<Locale> locale;  // export: only this one; import: where the file says none
  TermsFormat format = TermsFormat::csv;

  friend bool operator==(const TermsCommand&, const TermsCommand&) = default;
};

/// `recto status`: a table by locale.
struct StatusCommand {
  std::string config;
  std::string since;            // a ref, or `auto`; empty: nothing is said about what is behind
  bool stale = false;           // what is behind by the history of each translation
  std::vector<Locale> locales;  // empty: all
  StatusFormat format = StatusFormat::text;
  bool no_cache = false;
  bool quiet = false;

  friend bool operator==(const StatusCommand&, const StatusCommand&) = default;
};

/// `recto init`: writes recto.yaml, or prints it.
struct InitCommand {
  bool print = false;

  friend bool operator==(const InitCommand&, const InitCommand&) = default;
};

/// `recto schema`: prints the JSON schema of recto.yaml.
struct SchemaCommand {
  std::string config;

  friend bool operator==(const SchemaCommand&, const SchemaCommand&) = default;
};

/// --help, --version, `recto completion`: text to print.
struct PrintCommand {
  std::string text;
  std::vector<OptionHelp> options{};  // of the command whose help `text` is

  friend bool operator==(const PrintCommand&, const PrintCommand&) = default;
};

using Command =
    std::variant<CheckCommand, RulesCommand, ExplainCommand, BaselineCommand, WordsCommand,
                 TermsCommand, StatusCommand, InitCommand, SchemaCommand, PrintCommand>;

/// The command line as a value. Throws Error for anything that is not understood, with the nearest
/// known option.
Command parse_command_line(int argc, const char* const* argv);

}  // namespace recto
