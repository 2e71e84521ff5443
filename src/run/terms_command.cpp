#include "run/terms_command.h"

#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "base/parallel.h"
#include "checks/rule_set.h"
#include "checks/terms_csv.h"
#include "checks/terms_tbx.h"
#include "checks/terms_yaml.h"
#include "discover/root.h"
#include "report/counts.h"
#include "report/visible.h"
#include "run/judge.h"
#include "run/learn_terms.h"
#include "run/make_plan.h"
#include "run/telling.h"

namespace recto {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

int learn(const TermsCommand& command, const Root& root, const Surroundings& surroundings) {
  const CheckCommand check{.config = command.config, .no_cache = true};
  RuleSet rules(all_rules(root.config, root.folder.string()), root.config, {.only = {"file"}});
  const PreparedRun run =
      prepare_site(check, surroundings.working_folder, {}, root.folder, root.config, rules);
  const Judged judged = judged_site(run, false, surroundings);
  std::size_t count = 0;
  for (const Proposal& proposal : learnt_terms(run.plan, command.least_posts, processors())) {
    for (const Term& term : new_terms({proposal.term}, run.plan.terms)) {
      surroundings.output << "# " << visible(proposal.evidence) << '\n' << yaml_entry(term);
      ++count;
    }
  }
  surroundings.errors << "proposed " << counted(count, "term")
                      << "; what is right goes into dictionaries/terms.yaml\n";
  return tell_what_was_left_out(run, judged, surroundings);
}

std::string content_of(const std::string& path, const Surroundings& surroundings) {
  FileContent content = read_file(surroundings.working_folder / path, kMostBytes);
  using Failure = FileContent::Failure;
  if (content.failure == Failure::none) return std::move(content.bytes);
  if (content.failure == Failure::too_large) throw Error(path, 0, "is larger than 64 MiB");
  throw Error(path, 0, content.failure == Failure::is_folder ? "is a folder" : content.reason);
}

Locale source_locale(const Root& root) {
  return root.config.source.value_or(Locale{.language = "en"});
}

/// Leaves of `terms` what is about `locale`, or about all.
void keep_locale(const Locale& locale, Terms& terms) {
  const std::string tag = locale.tag();
  for (Term& term : terms) {
    std::erase_if(term.by_locale, [&](const auto& part) { return part.first != tag; });
  }
  std::erase_if(terms, [](const Term& term) { return !term.keep && term.by_locale.empty(); });
}

int import(const TermsCommand& command, const Root& root, const Surroundings& surroundings) {
  const std::string bytes = content_of(command.file, surroundings);
  const Locale source = source_locale(root);
  const bool is_tbx = command.file.ends_with(".tbx") || command.file.ends_with(".xml");
  Terms found = is_tbx ? terms_of_tbx(bytes, command.file, source)
                       : terms_of_csv(bytes, command.file, source,
                                      command.locale ? command.locale->tag() : "");
  if (command.locale) keep_locale(*command.locale, found);
  const Terms known = project_terms(root.folder, root.config);
  const Terms added = new_terms(found, known);
  for (const Term& term : added) surroundings.output << yaml_entry(term);
  surroundings.errors << counted(added.size(), "new term") << " of " << found.size() << '\n';
  return 0;
}

int export_terms(const TermsCommand& command, const Root& root, const Surroundings& surroundings) {
  Terms terms = project_terms(root.folder, root.config);
  if (terms.empty())
    throw Error("there are no terms to export; they stand in dictionaries/terms.yaml");
  if (command.locale) {
    keep_locale(*command.locale, terms);
    if (terms.empty()) throw Error("no term is translated into " + command.locale->tag());
  }
  const Locale source = source_locale(root);
  const std::string text =
      command.format == TermsFormat::tbx ? tbx_of(terms, source) : csv_of(terms, source);
  print(text, surroundings);
  return 0;
}

}  // namespace

int run_terms(const TermsCommand& command, const Surroundings& surroundings) {
  const Root root = find_root(surroundings.working_folder, command.config, {});
  switch (command.action) {
    case TermsCommand::Action::learn:
      return learn(command, root, surroundings);
    case TermsCommand::Action::import_file:
      return import(command, root, surroundings);
    case TermsCommand::Action::export_all:
      break;
  }
  return export_terms(command, root, surroundings);
}

}  // namespace recto
