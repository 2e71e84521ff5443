#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "base/stored_table.h"
#include "run/file_hashes.h"
#include "run/pair_memory.h"
#include "run/plan.h"

namespace recto {

/// What the posts and pairs of a site were judged and have told their locales, remembered between
/// runs by content: one file a locale, and one that says what the site's files hold. Looking is
/// safe from several threads, adding is not.
class FactStore {
 public:
  /// Remembers nothing.
  FactStore() = default;
  /// Of the site and the locales of `plan`, in its cache.
  explicit FactStore(const Plan& plan);

  /// Whether anything can be remembered.
  bool is_open() const { return !tables_.empty(); }
  /// What of `wanted` is remembered under `key`; nothing when a part of it is not.
  std::optional<PairMemory> find(const Locale& locale, std::uint64_t key, Wanted wanted) const;
  /// Whether anything is remembered under `key`.
  bool has(const Locale& locale, std::uint64_t key) const;
  /// Remembers a packed PairMemory under `key`.
  void add(const Locale& locale, std::uint64_t key, std::string bytes);
  /// Says that this run had a use for what was found under `key`.
  void use(const Locale& locale, std::uint64_t key);
  const FileHashes& files() const { return files_; }
  FileHashes& files() { return files_; }
  /// Keeps what was added for later runs; what cannot be written is forgotten. `has_used_all` says
  /// that what no pair of this run had a use for need not be kept for ever.
  void save(bool has_used_all) const;

 private:
  std::map<std::string, StoredTable> tables_;  // by locale tag
  FileHashes files_;
};

/// A hash of everything but the two files that decides what is found in a pair of `locale` under
/// `rules`, and what it tells: rules with their parameters and words, accepted words, terms, front
/// matter policy, dialect.
std::uint64_t settings_hash(const Plan& plan, const std::vector<ActiveRule>& rules,
                            const Locale& locale);

/// The key of what a pair with these paths, and files of these hashes, tells under these settings.
std::uint64_t memory_key(std::uint64_t settings, const std::string& source_path,
                         std::uint64_t source, const std::string& translation_path,
                         std::uint64_t translation);

}  // namespace recto
