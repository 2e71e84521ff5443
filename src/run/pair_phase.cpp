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

/// The source of a task, parsed when a pair needs more than its bytes; what is made of it is made
/// once for all pairs.
class LazySource {
 public:
  LazySource(const Plan& plan, const std::string& path)
      : plan_(plan), path_(path), content_(plan.posts.content(path)) {}

  std::string_view bytes() const { return post_ ? post_->text : content_.bytes; }
  const Post& post() {
    if (!post_) post_ = plan_.posts.parsed(path_, plan_.source_locale, std::move(content_));
    return *post_;
  }
  const Vocabulary& words() {
    if (!words_) words_.emplace(post(), plan_.source_locale);
    return *words_;
  }

 private:
  const Plan& plan_;
  const std::string& path_;
  FileContent content_;
  std::optional<Post> post_;
  std::optional<Vocabulary> words_;
};

/// Judges a source post and its translations, or remembers what they were judged.
class SourceJudge {
 public:
  SourceJudge(const Plan& plan, const FactStore& store, const PlannedSource& planned)
      : plan_(plan), store_(store), planned_(planned), source_(plan, planned.path) {}

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
    auto memory = store_.find(plan_.source_locale, key);
    if (!memory ||
        !still_holds(plan_, *memory, planned_.path, planned_.path, plan_.source_locale)) {
      memory = kept(judge_source_post(plan_, source_.post()), plan_.source_locale, key);
    }
    take(std::move(memory->diagnostics));
  }

  void judge(const PlannedPair& pair) {
    const Translation& translation = pair.translation;
    FileContent content = plan_.posts.content(translation.path);
    const std::uint64_t key =
        memory_key(pair.settings, planned_.path, source_.bytes(), translation.path, content.bytes);
    auto memory = store_.find(translation.locale, key);
    const bool is_usable =
        memory && (!pair.is_reported || still_holds(plan_, *memory, planned_.path, translation.path,
                                                    translation.locale));
    if (!is_usable) {
      const Post post =
          plan_.posts.parsed(translation.path, translation.locale, std::move(content));
      memory = kept(judge_pair(plan_, source_.post(), source_.words(), post, pair),
                    translation.locale, key);
    }
    take(std::move(*memory), pair);
  }

  /// Keeps what was judged for later runs, and what it says of allowances for this one.
  PairMemory kept(JudgedPair judged, const Locale& locale, std::uint64_t key) {
    const PairMemory& memory = judged.memory;
    const bool is_new = store_.is_open() && (memory.has_verdict || !store_.has(locale, key));
    if (judged.is_readable && is_new) result_.memories.push_back({locale, key, encoded(memory)});
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
    if (pair.is_reported) take(std::move(memory.diagnostics));
  }

  const Plan& plan_;
  const FactStore& store_;
  const PlannedSource& planned_;
  LazySource source_;
  SourceResult result_;
};

}  // namespace

SourceResult judge_source(const Plan& plan, const FactStore& store, const PlannedSource& planned) {
  return SourceJudge(plan, store, planned).judged();
}

}  // namespace recto
