#include "run/word_judge.h"

#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "base/mapped_file.h"

namespace recto {
namespace {

constexpr std::size_t kLargestDictionary = 256U << 20U;
/// To be raised whenever a dictionary would say something else of a word, or of its neighbours,
/// than in the program that wrote the file.
constexpr std::string_view kWayOfAsking = "3";

/// 0 for a file that is missing.
std::uint64_t stamp_value(const std::filesystem::path& path) {
  return stamp_of(path).value_or(FileStamp{}).value;
}

std::uint64_t content_of(const std::filesystem::path& path, std::uint64_t seed) {
  return content_hash(MappedFile(path, kLargestDictionary).bytes(), seed);
}

Verdicts verdicts_of(const std::filesystem::path& cache, const DictionaryFiles& files,
                     const Locale& locale) {
  const std::uint64_t seed = content_hash(std::string(kWayOfAsking) + locale.tag());
  const std::uint64_t place = content_hash(files.dic.string(), seed);
  return {
      cache,
      files.dic.stem().string() + "-" + std::to_string(place),
      {.stamp = place ^ stamp_value(files.dic) ^ stamp_value(files.aff),
       .content = [files, seed] { return content_of(files.dic, content_of(files.aff, seed)); }}};
}

}  // namespace

RememberingDictionary::RememberingDictionary(std::optional<DictionaryFiles> files, Locale locale,
                                             const std::optional<std::filesystem::path>& cache)
    : files_(std::move(files)), locale_(std::move(locale)) {
  if (files_ && cache) verdicts_ = verdicts_of(*cache, *files_, locale_);
}

Dictionary& RememberingDictionary::opened() {
  if (!dictionary_) dictionary_.emplace(*files_, locale_);
  return *dictionary_;
}

bool RememberingDictionary::knows(std::string_view word, Stats* stats, Opening opening) {
  if (const auto known = verdicts_.knows(word)) {
    if (stats != nullptr) ++stats->at(Count::remembered_words);
    return *known;
  }
  if (opening == Opening::never) return false;
  Stopwatch watch(stats);
  const bool verdict = opened().knows(word);
  watch.lap(Stage::dictionaries);
  if (stats != nullptr) ++stats->at(Count::asked_words);
  verdicts_.remember(word, verdict);
  return verdict;
}

WordJudge RememberingDictionary::judge(Stats* stats, Opening opening) {
  WordJudge judge;
  judge.has_dictionary = files_.has_value();
  judge.knows = [this, stats, opening](std::string_view word) {
    return knows(word, stats, opening);
  };
  judge.has_simple = [this, opening](std::string_view word) {
    const bool may_ask = dictionary_ || opening != Opening::never;
    return may_ask && opened().has_simple(word);
  };
  judge.neighbours = [this](std::string_view word,
                            const std::function<std::vector<std::string>()>& look) {
    if (auto known = verdicts_.neighbours(word)) return std::move(*known);
    std::vector<std::string> found = look();
    verdicts_.remember_neighbours(word, found);
    return found;
  };
  return judge;
}

std::uintmax_t RememberingDictionary::size() const {
  return files_ ? size_of(files_->aff) + size_of(files_->dic) : 0;
}

RememberingDictionary& Dictionaries::of(const Locale& locale, const std::string& name,
                                        const std::filesystem::path& root,
                                        const std::optional<std::filesystem::path>& cache) {
  const std::string tag = locale.tag();
  const auto known = by_locale_.find(tag);
  if (known != by_locale_.end()) return known->second;
  auto files = find_dictionary(locale, name, dictionary_folders(root));
  return by_locale_.try_emplace(tag, std::move(files), locale, cache).first->second;
}

}  // namespace recto
