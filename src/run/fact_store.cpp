#include "run/fact_store.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace recto {
namespace {

constexpr std::size_t kMostPairs = 100'000;
constexpr std::size_t kMostBytes = 64U << 20U;
constexpr std::size_t kFewBytes = 1U << 20U;
/// A run that uses all there is leaves that, and as much of other states.
constexpr std::size_t kTimesUsed = 2;

/// Puts values together so that no two lists of them read alike.
class Digest {
 public:
  explicit Digest(std::uint64_t seed) : hash_(seed) {}

  void add(std::string_view text) { hash_ = content_hash(text, hash_); }
  void add(const std::vector<std::string>& texts) {
    add(std::to_string(texts.size()));
    for (const std::string& text : texts) add(text);
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_;
};

/// Whatever their order is.
template <typename Words>
std::uint64_t hash_of_all(const Words& words) {
  std::uint64_t sum = words.size();
  for (const std::string& word : words) sum += content_hash(word);
  return sum;
}

void add_rule(const ActiveRule& rule, Digest& digest) {
  digest.add(rule.rule.name);
  digest.add(rule.rule.check);
  digest.add(name_of(rule.severity) + '/' + name_of(rule.unsure) + (rule.shows_hints ? "+" : "") +
             (rule.rule.fixed_severity ? "!" : ""));
  digest.add(rule.rule.message);
  digest.add(rule.rule.fix);
  for (const auto& [name, message] : rule.rule.variants) {
    digest.add(name);
    digest.add(message);
  }
  for (const auto& [name, param] : rule.with) {
    digest.add(name);
    digest.add(param.values);
  }
  if (!rule.rule.custom) return;
  digest.add(rule.rule.custom->by);
  digest.add(rule.rule.custom->message);
  digest.add(std::to_string(rule.rule.custom->part));
}

void add_terms(const Terms& terms, const Locale& locale, Digest& digest) {
  for (const Term& term : terms) {
    digest.add(term.source);
    digest.add(std::string(term.keep ? "k" : "") + (term.match_case ? "c" : ""));
    const Rendering* rendering = term.rendering(locale);
    if (rendering == nullptr) continue;
    digest.add(rendering->use);
    digest.add(rendering->reject);
  }
}

void add_policy(const KeyPolicy& policy, Digest& digest) {
  // Taken apart, so that a list that is new cannot be left out.
  const auto& [same, translate, local, source_only, routing, lenient, notes, url] = policy;
  for (const auto* keys :
       {&same, &translate, &local, &source_only, &routing, &lenient, &notes, &url}) {
    digest.add(*keys);
  }
}

void add_limits(const Limits& limits, Digest& digest) {
  for (const std::size_t limit :
       {limits.file_size, limits.front_matter_size, limits.front_matter_depth,
        limits.front_matter_values, limits.nesting, limits.pair_work}) {
    digest.add(std::to_string(limit));
  }
}

}  // namespace

FactStore::FactStore(const Plan& plan) {
  if (!plan.cache) return;
  const std::string site = std::to_string(hash_of(plan.posts.root.string()));
  std::set<std::string> tags{plan.source_locale.tag()};
  for (const auto& [tag, words] : plan.words) tags.insert(tag);
  const TableIdentity identity = identity_of_program();
  for (const std::string& tag : tags) {
    tables_.emplace(tag, StoredTable(*plan.cache / (tag + "-" + site + ".facts"), identity));
  }
  files_ = FileHashes(StoredTable(*plan.cache / (site + ".files"), identity));
}

std::optional<PairMemory> FactStore::find(const Locale& locale, std::uint64_t key,
                                          Wanted wanted) const {
  const auto table = tables_.find(locale.tag());
  if (table == tables_.end()) return std::nullopt;
  const auto bytes = table->second.find(key);
  return bytes ? decoded(*bytes, wanted) : std::nullopt;
}

bool FactStore::has(const Locale& locale, std::uint64_t key) const {
  const auto table = tables_.find(locale.tag());
  return table != tables_.end() && table->second.find(key).has_value();
}

void FactStore::add(const Locale& locale, std::uint64_t key, std::string bytes) {
  const auto table = tables_.find(locale.tag());
  if (table != tables_.end()) table->second.add(key, std::move(bytes));
}

void FactStore::use(const Locale& locale, std::uint64_t key) {
  const auto table = tables_.find(locale.tag());
  if (table != tables_.end()) table->second.use(key);
}

void FactStore::save(bool has_used_all) const {
  for (const auto& [tag, table] : tables_) {
    const std::size_t enough = std::max(kFewBytes, kTimesUsed * table.used_bytes());
    table.save(kMostPairs, has_used_all ? enough : kMostBytes);
  }
  files_.save();
}

std::uint64_t settings_hash(const Plan& plan, const std::vector<ActiveRule>& rules,
                            const Locale& locale) {
  Digest digest(hash_of(locale.tag() + ' ' + plan.source_locale.tag()));
  digest.add(std::to_string(static_cast<int>(plan.posts.dialect)));
  for (const ActiveRule& rule : rules) add_rule(rule, digest);
  for (const std::string& host : plan.site.hosts) digest.add(host);
  digest.add(plan.site.has_locale_prefix ? "prefix" : "");
  digest.add(plan.site.has_file ? "files" : "");
  const auto words = plan.words.find(locale.tag());
  if (words != plan.words.end()) {
    digest.add(std::to_string(hash_of_all(words->second.folded)));
  }
  digest.add(plan.may_have_dictionary(locale) ? "speller" : "");
  add_terms(plan.terms, locale, digest);
  add_policy(plan.policy, digest);
  add_limits(plan.posts.limits, digest);
  return digest.value();
}

std::uint64_t memory_key(std::uint64_t settings, const std::string& source_path,
                         std::uint64_t source, const std::string& translation_path,
                         std::uint64_t translation) {
  Digest digest(settings);
  digest.add(source_path);
  digest.add(std::to_string(source));
  digest.add(translation_path);
  digest.add(std::to_string(translation));
  return digest.value();
}

}  // namespace recto
