#include "checks/term_merger.h"

#include <algorithm>
#include <utility>

namespace recto {
namespace {

void add(std::vector<std::string>& texts, const std::string& text) {
  if (text.empty() || std::find(texts.begin(), texts.end(), text) != texts.end()) return;
  texts.push_back(text);
}

}  // namespace

Term& TermMerger::term(const std::string& source) {
  const auto [place, is_new] = places_.try_emplace(source, terms_.size());
  if (is_new) terms_.push_back({.source = source});
  return terms_[place->second];
}

void TermMerger::allow(const std::string& source, const std::string& locale,
                       const std::string& rendering) {
  if (!rendering.empty()) add(term(source).by_locale[locale].use, rendering);
}

void TermMerger::reject(const std::string& source, const std::string& locale,
                        const std::string& rendering) {
  if (!rendering.empty()) add(term(source).by_locale[locale].reject, rendering);
}

Terms TermMerger::take() {
  std::erase_if(terms_, [](const Term& term) { return !term.keep && term.by_locale.empty(); });
  return std::move(terms_);
}

}  // namespace recto
