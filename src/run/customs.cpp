#include "run/customs.h"

#include <map>
#include <set>
#include <string>

#include "run/diagnose.h"

namespace recto {
namespace {

constexpr std::size_t kFewestPosts = 5;

/// One thing that posts of one locale do.
struct Custom {
  std::string rule;
  Locale locale;
  std::string custom;

  friend auto operator<=>(const Custom&, const Custom&) = default;
};

struct Use {
  const CustomUse* use = nullptr;
  std::size_t result = 0;  // index into the results
};
using Uses = std::map<Custom, std::vector<Use>>;

Uses uses_of(const std::vector<SourceResult>& results) {
  Uses uses;
  for (std::size_t i = 0; i < results.size(); ++i) {
    for (const CustomUse& use : results[i].customs) {
      uses[{use.rule, use.locale, use.custom}].push_back({&use, i});
    }
  }
  return uses;
}

std::map<Locale, std::size_t> posts_by_locale(const Plan& plan) {
  std::map<Locale, std::size_t> posts;
  for (const PlannedSource& source : plan.sources) {
    for (const PlannedPair& pair : source.pairs) ++posts[pair.translation.locale];
  }
  return posts;
}

/// The first of the custom's findings, which says now how many there are.
Diagnostic counted(Diagnostic first, const Use& use, std::size_t posts, std::size_t all) {
  first.message = filled_in(use.use->message, {{"posts", std::to_string(posts)},
                                               {"all", std::to_string(all)},
                                               {"locale", use.use->locale.tag()}});
  first.fix.reset();
  first.fingerprint =
      fingerprint_of_text(use.use->rule + '\n' + use.use->locale.tag() + '\n' + use.use->custom);
  return first;
}

void take_out(const std::vector<std::set<std::size_t>>& folded,
              std::vector<SourceResult>& results) {
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (folded[i].empty()) continue;
    std::vector<Diagnostic> kept;
    for (std::size_t k = 0; k < results[i].diagnostics.size(); ++k) {
      if (!folded[i].contains(k)) kept.push_back(std::move(results[i].diagnostics[k]));
    }
    results[i].diagnostics = std::move(kept);
  }
}

}  // namespace

void fold_customs(const Plan& plan, std::vector<SourceResult>& results) {
  const std::map<Locale, std::size_t> all = posts_by_locale(plan);
  std::vector<std::set<std::size_t>> folded(results.size());
  std::vector<std::pair<std::size_t, Diagnostic>> customs;
  for (auto& [custom, uses] : uses_of(results)) {
    std::set<std::string> posts;
    for (const Use& use : uses) posts.insert(use.use->path);
    if (posts.size() < kFewestPosts ||
        posts.size() * uses.front().use->part <= all.at(custom.locale))
      continue;
    const Use* first = nullptr;
    for (const Use& use : uses) {
      if (use.use->is_allowed) continue;
      if (use.use->diagnostic) folded[use.result].insert(*use.use->diagnostic);
      if (first == nullptr || use.use->path < first->use->path) first = &use;
    }
    // Where the site is sharded, the shard that has the first of them tells of all.
    if (first == nullptr || !first->use->diagnostic || !plan.is_whole_site) continue;
    const Diagnostic& shown = results[first->result].diagnostics[*first->use->diagnostic];
    customs.emplace_back(first->result,
                         counted(shown, *first, posts.size(), all.at(custom.locale)));
  }
  take_out(folded, results);
  for (auto& [result, diagnostic] : customs) {
    results[result].diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace recto
