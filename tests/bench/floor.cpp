// What a site costs at least, and what recto takes for it, measured in one process on one thread:
//   recto_floor FOLDER [RUNS]
// The floor is reading the bytes, parsing them, and looking for words and terms, each once a file;
// with nothing remembered, opening the dictionaries and asking each distinct word of a locale once.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "checks/locale_terms.h"
#include "checks/tables.h"
#include "checks/words.h"
#include "cli.h"
#include "discover/pairs.h"
#include "discover/root.h"
#include "post/front_matter.h"
#include "run.h"
#include "run/plan.h"
#include "text/speller.h"

namespace fs = std::filesystem;
using namespace recto;

namespace {

using Clock = std::chrono::steady_clock;

/// Milliseconds by part.
struct Floor {
  double read = 0;
  double parse = 0;
  double front_matter = 0;  // of `parse`
  double words = 0;
  double terms = 0;
  double dictionaries = 0;  // beside the sum
  std::map<Locale, std::set<std::string>> words_by_locale;
  std::size_t posts = 0;
  std::size_t bytes = 0;
  std::size_t found = 0;  // so that nothing is optimised away

  double sum() const { return read + parse + words + terms; }
};

template <typename Work>
double milliseconds(const Work& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void add_post(const fs::path& root, const std::string& path, const Locale& locale, Dialect dialect,
              const WordFinder& terms, Floor& floor) {
  FileContent content;
  floor.read += milliseconds([&] { content = read_file(root / path, Limits().file_size); });
  floor.bytes += content.bytes.size();
  floor.front_matter += milliseconds(
      [&] { floor.found += parse_front_matter(content.bytes).front_matter.root.entries.size(); });
  Post post;
  floor.parse += milliseconds([&] { post = parse_post(path, locale, dialect, content.bytes); });
  std::vector<WordUse> words;
  floor.words += milliseconds([&] { words = spellable_words(post, preset_policy("docusaurus")); });
  for (WordUse& use : words) floor.words_by_locale[locale].insert(std::move(use.word));
  floor.terms += milliseconds([&] { floor.found += terms.places(post.text).size(); });
  ++floor.posts;
}

void ask_dictionaries(const Root& root, const Locale& source_locale, Floor& floor) {
  const auto folders = dictionary_folders(root.folder);
  for (const auto& [locale, words] : floor.words_by_locale) {
    const auto files = find_dictionary(locale, "", folders);
    if (locale == source_locale || !files || !can_be_spell_checked(locale)) continue;
    floor.dictionaries += milliseconds([&, &words = words, &locale = locale] {
      const Dictionary dictionary(*files, locale);
      for (const std::string& word : words) floor.found += dictionary.knows(word) ? 1 : 0;
    });
  }
}

Floor floor_of(const Root& root) {
  const Site site = find_pairs(root.folder, root.config);
  const Terms terms = project_terms(root.folder, root.config);
  Floor floor;
  for (const SourcePost& source : site.sources) {
    bool is_first = true;
    for (const Translation& translation : source.translations) {
      const LocaleTerms known(terms, site.source_locale, translation.locale);
      if (is_first) {
        add_post(root.folder, source.path, site.source_locale, site.dialect, known.sources, floor);
      }
      is_first = false;
      add_post(root.folder, translation.path, translation.locale, site.dialect, known.uses, floor);
    }
  }
  ask_dictionaries(root, site.source_locale, floor);
  return floor;
}

/// A whole run over the site, with its report.
double run_over(const fs::path& folder) {
  std::istringstream input;
  std::ostringstream output;
  std::ostringstream errors;
  CheckCommand check{.outputs = {{Format::jsonl, ""}}, .jobs = 1, .quiet = true};
  return milliseconds([&] { run(check, {folder, input, output, errors}); });
}

/// Leaves of what is remembered only what dictionaries said.
void forget_findings(const fs::path& cache) {
  for (const auto& entry : fs::recursive_directory_iterator(cache)) {
    if (entry.path().extension() == ".facts") fs::remove(entry.path());
  }
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void print_row(const std::string& name, double time, double floor) {
  std::cout << std::left << std::setw(34) << name << std::right << std::setw(9) << std::fixed
            << std::setprecision(1) << time << " ms" << std::setw(7) << std::setprecision(2)
            << time / floor << '\n';
}

void measure(const fs::path& folder, std::size_t runs) {
  const fs::path cache = fs::temp_directory_path() / "recto-floor";
  fs::remove_all(cache);
  ::setenv("XDG_CACHE_HOME", cache.c_str(), 1);
  const Root root = find_root(folder, "", {});
  const double cold = run_over(folder);
  std::vector<Floor> floors;
  std::vector<double> anew;
  std::vector<double> remembered;
  for (std::size_t i = 0; i < runs; ++i) {
    floors.push_back(floor_of(root));
    forget_findings(cache);
    anew.push_back(run_over(folder));
    remembered.push_back(run_over(folder));
  }
  fs::remove_all(cache);
  std::sort(floors.begin(), floors.end(),
            [](const Floor& left, const Floor& right) { return left.sum() < right.sum(); });
  const Floor& floor = floors[floors.size() / 2];
  std::cout << floor.posts << " posts, " << floor.bytes << " bytes; medians of " << runs
            << " runs, one thread; the last column is the ratio to the floor\n";
  print_row("read", floor.read, floor.sum());
  print_row("parse", floor.parse, floor.sum());
  print_row("  of that front matter", floor.front_matter, floor.sum());
  print_row("words", floor.words, floor.sum());
  print_row("terms", floor.terms, floor.sum());
  print_row("floor: the sum of these", floor.sum(), floor.sum());
  print_row("run, all remembered", median(remembered), floor.sum());
  print_row("run, judged anew, words remembered", median(anew), floor.sum());
  print_row("dictionaries and distinct words", floor.dictionaries, floor.sum());
  print_row("run, nothing remembered (once)", cold, floor.sum());
  print_row("  to dictionaries and words", cold, floor.dictionaries);
  print_row("  to these and the floor", cold, floor.dictionaries + floor.sum());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) {
    std::cerr << "usage: recto_floor FOLDER [RUNS]\n";
    return 2;
  }
  try {
    const int runs = argc == 3 ? std::atoi(argv[2]) : 5;
    measure(fs::absolute(argv[1]), static_cast<std::size_t>(std::max(runs, 1)));
  } catch (const std::exception& error) {
    std::cerr << "recto_floor: " << error.what() << '\n';
    return 2;
  }
  return 0;
}
