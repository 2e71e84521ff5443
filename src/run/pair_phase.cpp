#include "run/pair_phase.h"

#include <iterator>
#include <optional>
#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "run/judge_pair.h"

namespace recto {
namespace {

/// A post that is read when more than a hash of it is needed, and parsed when more than its bytes.
class LazyPost {
 public:
  LazyPost(const PostStore& posts, const FileHashes& known, const std::string& path,
           const Locale& locale, Stats* stats)
      : posts_(posts), known_(known), path_(path), locale_(locale), stats_(stats) {}

  /// A hash of the bytes, read or as they were known to be; none when they cannot be read.
  std::optional<std::uint64_t> hash() {
    if (!is_read()) {
      const auto stamp = posts_.stamp(path_);
      if (stamp) hash_ = known_.find(path_, *stamp);
      if (!hash_) read();
    }
    return hash_;
  }
  Post& post() {
    if (post_) return *post_;
    if (!content_) read();
    Stopwatch watch(stats_);
    post_ = posts_.parsed(path_, locale_, std::move(*content_));
    content_.reset();
    watch.lap(Stage::parse);
    if (stats_ != nullptr) {
      ++stats_->at(Count::posts);
      stats_->at(Count::blocks) += post_->blocks.size();
    }
    return *post_;
  }
  /// What later runs may know of the file; none when it was not read.
  std::optional<ReadFile> seen() const {
    if (!is_read() || !hash_) return std::nullopt;
    return ReadFile{path_, stamp_, *hash_};
  }

 private:
  bool is_read() const { return content_ || post_; }
  void read() {
    Stopwatch watch(stats_);
    content_ = posts_.content(path_);
    watch.lap(Stage::read);
    if (stats_ != nullptr) stats_->at(Count::bytes) += content_->bytes.size();
    const bool is_whole = content_->failure == FileContent::Failure::none;
    hash_ = is_whole ? std::optional(content_hash(content_->bytes)) : std::nullopt;
    stamp_ = content_->stamp;
    watch.lap(Stage::remember);
  }

  const PostStore& posts_;
  const FileHashes& known_;
  const std::string& path_;
  const Locale& locale_;
  Stats* stats_;
  std::optional<std::uint64_t> hash_;
  std::optional<FileContent> content_;  // until it is parsed
  FileStamp stamp_;
  std::optional<Post> post_;
};

/// Judges a source post and its translations, or remembers what they were judged.
class SourceJudge {
 public:
  SourceJudge(const Plan& plan, const FactStore& store, const PlannedSource& planned)
      : plan_(plan),
        store_(store),
        planned_(planned),
        stats_(plan.is_measured ? &result_.stats : nullptr),
        source_(plan.posts, store.files(), planned.path, plan.source_locale, stats_) {}

  /// None when something must be judged and `may_judge` does not allow that.
  std::optional<SourceResult> result(bool may_judge) {
    may_judge_ = may_judge;
    if (planned_.is_reported() && !add_source_itself()) return std::nullopt;
    for (const PlannedPair& pair : planned_.pairs) {
      if (!add(pair)) return std::nullopt;
    }
    note(source_);
    return std::move(result_);
  }

 private:
  using Key = std::optional<std::uint64_t>;

  bool add_source_itself() {
    const Locale& locale = plan_.source_locale;
    auto memory = found(locale, key_of_source(), Wanted::everything);
    Stopwatch watch(stats_);
    const bool is_usable =
        memory && still_holds(plan_, *memory, planned_.path, planned_.path, locale);
    watch.lap(Stage::remember);
    if (!is_usable && !may_judge_) return false;
    if (!is_usable) {
      JudgedPair judged = judge_source_post(plan_, source_.post(), *planned_.rules, stats_);
      memory = kept(std::move(judged), locale, key_of_source());
    }
    take(std::move(memory->diagnostics));
    return true;
  }

  bool add(const PlannedPair& pair) {
    const Translation& translation = pair.translation;
    LazyPost post(plan_.posts, store_.files(), translation.path, translation.locale, stats_);
    auto memory = found(translation.locale, key_of(pair, post),
                        pair.is_reported ? Wanted::everything : Wanted::facts_and_customs);
    Stopwatch watch(stats_);
    const bool is_usable =
        memory && (!pair.is_reported || still_holds(plan_, *memory, planned_.path, translation.path,
                                                    translation.locale));
    watch.lap(Stage::remember);
    if (!is_usable && !may_judge_) return false;
    if (stats_ != nullptr) {
      ++stats_->at(Count::pairs);
      if (is_usable) ++stats_->at(Count::remembered_pairs);
    }
    if (!is_usable) {
      JudgedPair judged = judge_pair(plan_, source_reading(), std::move(post.post()), pair, stats_);
      // The files may have changed since their hashes were asked for.
      memory = kept(std::move(judged), translation.locale, key_of(pair, post));
    }
    note(post);
    take(std::move(*memory), pair);
    return true;
  }

  Key key_of_source() {
    const auto source = source_.hash();
    if (!source) return std::nullopt;
    return memory_key(planned_.settings, planned_.path, *source, {}, 0);
  }

  Key key_of(const PlannedPair& pair, LazyPost& post) {
    const auto source = source_.hash();
    const auto translation = post.hash();
    if (!source || !translation) return std::nullopt;
    return memory_key(pair.settings, planned_.path, *source, pair.translation.path, *translation);
  }

  std::optional<PairMemory> found(const Locale& locale, Key key, Wanted wanted) {
    Stopwatch watch(stats_);
    auto memory = key ? store_.find(locale, *key, wanted) : std::nullopt;
    if (memory) result_.remembered.emplace_back(locale, *key);
    watch.lap(Stage::remember);
    return memory;
  }

  const SourceReading& source_reading() {
    if (!source_reading_) {
      const Post& source = source_.post();
      Stopwatch watch(stats_);
      source_reading_.emplace(source);
      watch.lap(Stage::align);
    }
    return *source_reading_;
  }

  void note(const LazyPost& post) {
    if (auto seen = post.seen()) result_.read.push_back(std::move(*seen));
  }

  /// Keeps what was judged for later runs, and what it says of allowances for this one.
  PairMemory kept(JudgedPair judged, const Locale& locale, Key key) {
    Stopwatch watch(stats_);
    const PairMemory& memory = judged.memory;
    const bool can_keep = store_.is_open() && judged.is_readable && key;
    if (can_keep && (memory.has_verdict || !store_.has(locale, *key))) {
      result_.memories.push_back({locale, *key, encoded(memory)});
    }
    watch.lap(Stage::remember);
    result_.used.merge(judged.used);
    std::move(judged.idle.begin(), judged.idle.end(), std::back_inserter(result_.idle));
    return std::move(judged.memory);
  }

  void take(std::vector<Diagnostic> diagnostics) {
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(result_.diagnostics));
  }

  void take(PairMemory memory, const PlannedPair& pair) {
    const Translation& translation = pair.translation;
    FactsByRule& facts = result_.facts[translation.locale.tag()];
    for (auto& [rule, told] : memory.facts) {
      facts[rule].push_back({planned_.path, translation.path, pair.is_reported, std::move(told)});
    }
    for (CustomUse& use : memory.customs) {
      use.path = translation.path;
      use.locale = translation.locale;
      if (use.diagnostic) *use.diagnostic += result_.diagnostics.size();
      if (!pair.is_reported) use.diagnostic.reset();
      result_.customs.push_back(std::move(use));
    }
    if (!pair.is_reported) return;
    take(std::move(memory.diagnostics));
    if (memory.has_verdict) result_.headings.emplace(translation.path, std::move(memory.headings));
  }

  const Plan& plan_;
  const FactStore& store_;
  const PlannedSource& planned_;
  bool may_judge_ = true;
  SourceResult result_;
  Stats* stats_;
  LazyPost source_;
  std::optional<SourceReading> source_reading_;
};

}  // namespace

SourceResult judge_source(const Plan& plan, const FactStore& store, const PlannedSource& planned) {
  return *SourceJudge(plan, store, planned).result(true);
}

std::optional<SourceResult> recall_source(const Plan& plan, const FactStore& store,
                                          const PlannedSource& planned) {
  return SourceJudge(plan, store, planned).result(false);
}

}  // namespace recto
