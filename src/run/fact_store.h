#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "base/stored_table.h"
#include "run/pair_memory.h"
#include "run/plan.h"

namespace recto {

/// What the posts and pairs of a site were judged and have told their locales, remembered between
/// runs by content: one file a locale. Looking is safe from several threads, adding is not.
class FactStore {
 public:
  /// Remembers nothing.
  FactStore() = default;
  /// Of the site and the locales of `plan`, in its cache.
  explicit FactStore(const Plan& plan);

  bool is_open() const { return !tables_.empty(); }
  std::optional<PairMemory> find(const Locale& locale, std::uint64_t key) const;
  bool has(const Locale& locale, std::uint64_t key) const;
  void add(const Locale& locale, std::uint64_t key, std::string bytes);
  /// Keeps what was added for later runs; what cannot be written is forgotten.
  void save() const;

 private:
  std::map<std::string, StoredTable> tables_;  // by locale tag
};

/// A hash of everything but the two files that decides what is found in a pair of `locale` under
/// `rules`, and what it tells: rules with their parameters and words, accepted words, terms, front
/// matter policy, dialect.
std::uint64_t settings_hash(const Plan& plan, const std::vector<ActiveRule>& rules,
                            const Locale& locale);

/// The key of what a pair with these bytes tells under these settings.
std::uint64_t memory_key(std::uint64_t settings, const std::string& source_path,
                         std::string_view source, const std::string& translation_path,
                         std::string_view translation);

}  // namespace recto
