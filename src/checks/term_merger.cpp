#include "checks/term_merger.h"

#include <utility>

namespace recto {

Term& TermMerger::term(const std::string& source) {
  const auto [place, is_new] = places_.try_emplace(source, terms_.size());
  if (is_new) terms_.push_back({.source = source});
  return terms_[place->second];
}

void TermMerger::allow(const std::string& source, const std::string& locale,
                       const std::string& rendering) {
  if (is_new(source, locale, rendering, "use")) {
    term(source).by_locale[locale].use.push_back(rendering);
  }
}

void TermMerger::reject(const std::string& source, const std::string& locale,
                        const std::string& rendering) {
  if (is_new(source, locale, rendering, "not")) {
    term(source).by_locale[locale].reject.push_back(rendering);
  }
}

bool TermMerger::is_new(const std::string& source, const std::string& locale,
                        const std::string& rendering, const char* part) {
  return !rendering.empty() && known_.emplace(source, locale, rendering, part).second;
}

void TermMerger::note(const std::string& source, const std::string& text) {
  Term& entry = term(source);
  if (entry.note.empty()) entry.note = text;
}

Terms TermMerger::take() {
  std::erase_if(terms_, [](const Term& term) { return !term.keep && term.by_locale.empty(); });
  return std::move(terms_);
}

}  // namespace recto
