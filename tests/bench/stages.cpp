// The stages of a run on a post of the example site that grows four times as long with each step;
// the rows `BigO` and `RMS` say whether the cost grows with it.
//   recto_bench [--benchmark_filter=REGEX]

#include <benchmark/benchmark.h>

#include <filesystem>
#include <sstream>
#include <string>

#include "align/align.h"
#include "base/file.h"
#include "base/locale.h"
#include "base/replace_file.h"
#include "checks/locale_terms.h"
#include "checks/tables.h"
#include "checks/words.h"
#include "cli.h"
#include "post/front_matter.h"
#include "post/post.h"
#include "run.h"
#include "text/numbers.h"

namespace fs = std::filesystem;
using namespace recto;

namespace {

const std::string kSite = RECTO_ROOT "/tests/site/";
const std::string kSource = "blog/2024-03-12-open-ledger.md";
const std::string kTranslation = "i18n/vi/docusaurus-plugin-content-blog/2024-03-12-open-ledger.md";
const Locale kEnglish{.language = "en", .script = {}, .region = {}};
const Locale kVietnamese{.language = "vi", .script = {}, .region = {}};

/// A post of the site with its body `times` over; every copy has numbers of its own.
std::string grown(const std::string& path, std::int64_t times) {
  const std::string text = read_file(kSite + path, 1U << 20U).bytes;
  const std::size_t body = parse_front_matter(text).body_begin;
  std::string result = text;
  for (std::int64_t i = 1; i < times; ++i) {
    result += "\n## " + std::to_string(i) + "\n\n" + text.substr(body);
  }
  return result;
}

Post post_of(const std::string& path, const Locale& locale, std::int64_t times) {
  return parse_post(path, locale, Dialect::docusaurus, grown(path, times));
}

void set_size(benchmark::State& state, std::size_t bytes) {
  state.SetComplexityN(state.range(0));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void parse(benchmark::State& state) {
  const std::string text = grown(kTranslation, state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(parse_post("x.md", kVietnamese, Dialect::docusaurus, text));
  }
  set_size(state, text.size());
}

void front_matter(benchmark::State& state) {
  std::string text = "---\ntitle: A ledger\ntags:\n";
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    text += "  - tag " + std::to_string(i) + "\n";
  }
  text += "---\n";
  for (auto _ : state) benchmark::DoNotOptimize(parse_front_matter(text));
  set_size(state, text.size());
}

void align_blocks(benchmark::State& state) {
  const Post source = post_of(kSource, kEnglish, state.range(0));
  const Post translation = post_of(kTranslation, kVietnamese, state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(align(source, translation));
  set_size(state, source.text.size() + translation.text.size());
}

void words(benchmark::State& state) {
  const Post post = post_of(kTranslation, kVietnamese, state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(spellable_words(post, preset_policy("docusaurus")));
  set_size(state, post.text.size());
}

void terms(benchmark::State& state) {
  Terms known;
  for (int i = 0; i < 1000; ++i) {
    known.push_back({.source = "term " + std::to_string(i) + " of a ledger", .keep = true});
  }
  const LocaleTerms of_locale(known, kEnglish, kVietnamese);
  const Post post = post_of(kSource, kEnglish, state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(of_locale.sources.places(post.text));
  set_size(state, post.text.size());
}

void numbers(benchmark::State& state) {
  const Post post = post_of(kTranslation, kVietnamese, state.range(0));
  const NumberReader& reader = number_reader(kVietnamese);
  for (auto _ : state) benchmark::DoNotOptimize(reader.numbers(post.text, Separators::own));
  set_size(state, post.text.size());
}

/// A whole pair, every rule, from bytes to a report.
void check_and_render(benchmark::State& state) {
  const fs::path folder = fs::temp_directory_path() / "recto-bench";
  fs::create_directories(folder);
  replace_file(folder / "source.md", grown(kSource, state.range(0)), Durability::fast);
  const std::string translation = grown(kTranslation, state.range(0));
  replace_file(folder / "translation.md", translation, Durability::fast);
  const CheckCommand check{.paths = {"translation.md"},
                           .source = "source.md",
                           .locales = {*parse_locale("vi")},
                           .outputs = {{Format::text, ""}},
                           .no_cache = true,
                           .jobs = 1,
                           .quiet = true};
  for (auto _ : state) {
    std::istringstream input;
    std::ostringstream output;
    std::ostringstream errors;
    run(check, {folder, input, output, errors});
    benchmark::DoNotOptimize(output.str());
  }
  set_size(state, translation.size());
  fs::remove_all(folder);
}

BENCHMARK(parse)->RangeMultiplier(4)->Range(1, 64)->Complexity(benchmark::oN);
BENCHMARK(front_matter)->RangeMultiplier(4)->Range(4, 256)->Complexity(benchmark::oN);
BENCHMARK(align_blocks)->RangeMultiplier(4)->Range(1, 64)->Complexity(benchmark::oN);
BENCHMARK(words)->RangeMultiplier(4)->Range(1, 64)->Complexity(benchmark::oN);
BENCHMARK(terms)->RangeMultiplier(4)->Range(1, 64)->Complexity(benchmark::oN);
BENCHMARK(numbers)->RangeMultiplier(4)->Range(1, 64)->Complexity(benchmark::oN);
BENCHMARK(check_and_render)->RangeMultiplier(4)->Range(1, 64)->Complexity(benchmark::oN);

}  // namespace

BENCHMARK_MAIN();
