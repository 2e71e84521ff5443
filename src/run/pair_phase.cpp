#include "run/pair_phase.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "run/judge_pair.h"

namespace recto {
namespace {

/// Reads and parses posts, and counts them.
class Reader {
 public:
  Reader(const Plan& plan, Stats* stats) : posts_(plan.posts), stats_(stats) {}

  FileContent content(const std::string& path) const {
    Stopwatch watch(stats_);
    FileContent content = posts_.content(path);
    watch.lap(Stage::read);
    if (stats_ != nullptr) stats_->at(Count::bytes) += content.bytes.size();
    return content;
  }
  Post parsed(const std::string& path, const Locale& locale, FileContent content) const {
    Stopwatch watch(stats_);
    Post post = posts_.parsed(path, locale, std::move(content));
    watch.lap(Stage::parse);
    if (stats_ != nullptr) {
      ++stats_->at(Count::posts);
      stats_->at(Count::blocks) += post.blocks.size();
    }
    return post;
  }

 private:
  const PostStore& posts_;
  Stats* stats_;
};

/// The source of a task, parsed when a pair needs more than its bytes; what is made of it is made
/// once for all pairs.
class LazySource {
 public:
  LazySource(const Plan& plan, const std::string& path, const Reader& reader)
      : locale_(plan.source_locale), path_(path), reader_(reader), content_(reader.content(path)) {}

  std::string_view bytes() const { return post_ ? post_->text : content_.bytes; }
  const Post& post() {
    if (!post_) post_ = reader_.parsed(path_, locale_, std::move(content_));
    return *post_;
  }
  const Vocabulary& words() {
    if (!words_) words_.emplace(post(), locale_);
    return *words_;
  }

 private:
  const Locale& locale_;
  const std::string& path_;
  const Reader& reader_;
  FileContent content_;
  std::optional<Post> post_;
  std::optional<Vocabulary> words_;
};

/// Judges a source post and its translations, or remembers what they were judged.
class SourceJudge {
 public:
  SourceJudge(const Plan& plan, const FactStore& store, const PlannedSource& planned)
      : plan_(plan),
        store_(store),
        planned_(planned),
        stats_(plan.is_measured ? &result_.stats : nullptr),
        reader_(plan, stats_),
        source_(plan, planned.path, reader_) {}

  SourceResult judged() {
    const bool is_reported = std::any_of(planned_.pairs.begin(), planned_.pairs.end(),
                                         [](const PlannedPair& pair) { return pair.is_reported; });
    if (is_reported) judge_source_itself();
    for (const PlannedPair& pair : planned_.pairs) judge(pair);
    return std::move(result_);
  }

 private:
  void judge_source_itself() {
    const std::uint64_t key =
        memory_key(plan_.source_settings, planned_.path, source_.bytes(), {}, {});
    Stopwatch watch(stats_);
    auto memory = store_.find(plan_.source_locale, key);
    const bool is_usable =
        memory && still_holds(plan_, *memory, planned_.path, planned_.path, plan_.source_locale);
    watch.lap(Stage::remember);
    if (!is_usable) {
      memory = kept(judge_source_post(plan_, source_.post(), stats_), plan_.source_locale, key);
    }
    take(std::move(memory->diagnostics));
  }

  void judge(const PlannedPair& pair) {
    const Translation& translation = pair.translation;
    FileContent content = reader_.content(translation.path);
    Stopwatch watch(stats_);
    const std::uint64_t key =
        memory_key(pair.settings, planned_.path, source_.bytes(), translation.path, content.bytes);
    auto memory = store_.find(translation.locale, key);
    const bool is_usable =
        memory && (!pair.is_reported || still_holds(plan_, *memory, planned_.path, translation.path,
                                                    translation.locale));
    watch.lap(Stage::remember);
    if (stats_ != nullptr) {
      ++stats_->at(Count::pairs);
      if (is_usable) ++stats_->at(Count::remembered_pairs);
    }
    if (!is_usable) {
      Post post = reader_.parsed(translation.path, translation.locale, std::move(content));
      memory =
          kept(judge_pair(plan_, source_.post(), source_.words(), std::move(post), pair, stats_),
               translation.locale, key);
    }
    take(std::move(*memory), pair);
  }

  /// Keeps what was judged for later runs, and what it says of allowances for this one.
  PairMemory kept(JudgedPair judged, const Locale& locale, std::uint64_t key) {
    Stopwatch watch(stats_);
    const PairMemory& memory = judged.memory;
    const bool is_new = store_.is_open() && (memory.has_verdict || !store_.has(locale, key));
    if (judged.is_readable && is_new) result_.memories.push_back({locale, key, encoded(memory)});
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
  SourceResult result_;
  Stats* stats_;
  Reader reader_;
  LazySource source_;
};

}  // namespace

SourceResult judge_source(const Plan& plan, const FactStore& store, const PlannedSource& planned) {
  return SourceJudge(plan, store, planned).judged();
}

}  // namespace recto
