// How well blocks are paired where a translation lags behind its source:
//   recto_alignment SEED FOLDER...
// Of the pairs of each site that have the same structure, parts are taken out of one side or both,
// by chance; what is left of the same number belongs together. Prints, for headings and for other
// blocks, how many of the pairings were right and how many of the right ones were found.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/align.h"
#include "base/file.h"
#include "discover/pairs.h"
#include "discover/root.h"
#include "post/post.h"

using namespace recto;

namespace {

constexpr std::size_t kFewestHeadings = 4;
constexpr std::size_t kMostPairs = 250;  // of a site

struct Score {
  std::size_t right = 0;
  std::size_t paired = 0;
  std::size_t all = 0;
};

/// By what was taken out, and whether it is about headings.
using Scores = std::map<std::string, Score>;

std::size_t depth_of(const Post& post, const Block& block) {
  std::size_t depth = 0;
  for (auto at = block.container; at; at = post.containers[*at].parent) ++depth;
  return depth;
}

bool have_same_structure(const Post& source, const Post& translation) {
  if (source.blocks.size() != translation.blocks.size()) return false;
  for (std::size_t i = 0; i < source.blocks.size(); ++i) {
    const Block& ours = source.blocks[i];
    const Block& theirs = translation.blocks[i];
    if (ours.kind != theirs.kind || ours.level != theirs.level ||
        depth_of(source, ours) != depth_of(translation, theirs) ||
        opens_item(source, i) != opens_item(translation, i)) {
      return false;
    }
  }
  return true;
}

/// Whether each block is taken out.
using Cut = std::vector<bool>;

class Cutter {
 public:
  Cutter(const Post& post, std::mt19937& chance) : post_(post), chance_(chance) {}

  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(chance_);
  }

  void take_sections(std::size_t count, Cut& cut) {
    std::vector<std::size_t> headings = indices([&](std::size_t i) { return is_heading(i); });
    for (; count > 0; --count) {
      std::size_t at = headings[below(headings.size())];
      do cut[at++] = true;
      while (at < cut.size() && !is_heading(at));
    }
  }

  void take_items(std::size_t count, Cut& cut) {
    take(indices([&](std::size_t i) {
           const bool has_more = i + 1 < post_.blocks.size() &&
                                 post_.blocks[i + 1].container == post_.blocks[i].container;
           return opens_item(post_, i) && !has_more;
         }),
         count, cut);
  }

  void take_paragraphs(std::size_t count, Cut& cut) {
    take(indices([&](std::size_t i) { return !post_.blocks[i].container && !is_heading(i); }),
         count, cut);
  }

  void take_end(Cut& cut) {
    const std::size_t first = cut.size() / 4 + below(cut.size() / 2 + 1);
    std::fill(cut.begin() + static_cast<std::ptrdiff_t>(first), cut.end(), true);
  }

 private:
  bool is_heading(std::size_t i) const { return post_.blocks[i].kind == BlockKind::heading; }

  template <typename Test>
  std::vector<std::size_t> indices(Test test) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < post_.blocks.size(); ++i) {
      if (test(i)) found.push_back(i);
    }
    return found;
  }

  void take(const std::vector<std::size_t>& from, std::size_t count, Cut& cut) {
    for (; count > 0 && !from.empty(); --count) cut[from[below(from.size())]] = true;
  }

  const Post& post_;
  std::mt19937& chance_;
};

/// `post` without the lines of the blocks that are taken out; none where others go with them.
std::optional<Post> without(const Post& post, const Cut& cut) {
  const auto line_begin = [&](std::size_t at) {
    return at == 0 ? 0 : post.text.rfind('\n', at - 1) + 1;
  };
  std::string text;
  std::size_t done = 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    if (!cut[i]) {
      ++kept;
      continue;
    }
    const std::size_t begin = line_begin(post.blocks[i].span.begin);
    while (i + 1 < cut.size() && cut[i + 1]) ++i;
    if (begin < done) return std::nullopt;
    text.append(post.text, done, begin - done);
    done = i + 1 < cut.size() ? line_begin(post.blocks[i + 1].span.begin) : post.text.size();
  }
  text.append(post.text, done);
  Post rest = parse_post(post.path, post.locale, post.dialect, std::move(text));
  if (rest.blocks.size() != kept || kept == 0) return std::nullopt;
  return rest;
}

std::vector<std::size_t> kept_of(const Cut& cut) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    if (!cut[i]) kept.push_back(i);
  }
  return kept;
}

void score(const Post& source, const Cut& lost, const Post& translation, const Cut& left_out,
           const std::string& name, Scores& scores) {
  const auto ours = without(source, lost);
  const auto theirs = without(translation, left_out);
  if (!ours || !theirs) return;
  const auto score_of = [&](std::size_t block) -> Score& {
    const bool is_heading = source.blocks[block].kind == BlockKind::heading;
    return scores[name + (is_heading ? ", headings" : ", others")];
  };
  const std::vector<std::size_t> our_blocks = kept_of(lost);
  const std::vector<std::size_t> their_blocks = kept_of(left_out);
  for (const std::size_t block : our_blocks) {
    if (!left_out[block]) ++score_of(block).all;
  }
  Work work;
  for (const Match& match : align(*ours, *theirs, work)) {
    for (std::size_t i = match.source.first; i < match.source.end(); ++i) {
      for (std::size_t j = match.translation.first; j < match.translation.end(); ++j) {
        Score& found = score_of(our_blocks[i]);
        ++found.paired;
        if (our_blocks[i] == their_blocks[j]) ++found.right;
      }
    }
  }
}

void measure_pair(const Post& source, const Post& translation, std::mt19937& chance,
                  Scores& scores) {
  Cutter cutter(source, chance);
  const Cut whole(source.blocks.size());
  Cut lost = whole;
  Cut added = whole;
  cutter.take_sections(1 + cutter.below(4), lost);
  score(source, whole, translation, lost, "sections lost", scores);
  lost = whole;
  cutter.take_sections(1 + cutter.below(3), lost);
  cutter.take_sections(1 + cutter.below(3), added);
  score(source, added, translation, lost, "sections lost and added", scores);
  lost = whole;
  cutter.take_items(1 + cutter.below(4), lost);
  score(source, whole, translation, lost, "items lost", scores);
  lost = whole;
  cutter.take_paragraphs(1 + cutter.below(4), lost);
  score(source, whole, translation, lost, "blocks lost", scores);
  lost = whole;
  cutter.take_end(lost);
  score(source, whole, translation, lost, "end lost", scores);
  lost = added = whole;
  cutter.take_sections(2, lost);
  cutter.take_items(3, lost);
  cutter.take_paragraphs(2, lost);
  cutter.take_sections(1, added);
  cutter.take_items(2, added);
  cutter.take_paragraphs(1, added);
  score(source, added, translation, lost, "much lost and added", scores);
}

/// How many pairs of the site were measured.
std::size_t measure_site(const char* folder, std::mt19937& chance, Scores& scores) {
  const Root root = find_root(folder, "", {});
  const Site site = find_pairs(root.folder, root.config);
  std::size_t count = 0;
  const auto read = [&](const std::string& path, const Locale& locale) {
    return parse_post(path, locale, site.dialect,
                      read_file(root.folder / path, Limits().file_size).bytes);
  };
  for (const SourcePost& post : site.sources) {
    const Post source = read(post.path, site.source_locale);
    const auto headings =
        std::count_if(source.blocks.begin(), source.blocks.end(),
                      [](const Block& block) { return block.kind == BlockKind::heading; });
    if (static_cast<std::size_t>(headings) < kFewestHeadings) continue;
    for (const Translation& other : post.translations) {
      if (other.is_variant_of_source || count == kMostPairs) continue;
      const Post translation = read(other.path, other.locale);
      if (!have_same_structure(source, translation) || source.text == translation.text) continue;
      measure_pair(source, translation, chance, scores);
      ++count;
    }
  }
  return count;
}

void print(const Scores& scores) {
  for (const auto& [name, score] : scores) {
    const auto share = [&, &score = score](std::size_t of) {
      return 100.0 * static_cast<double>(score.right) /
             static_cast<double>(std::max<std::size_t>(of, 1));
    };
    std::cout << std::left << std::setw(36) << name << std::right << std::fixed
              << std::setprecision(2) << std::setw(7) << share(score.paired) << " % right"
              << std::setw(8) << share(score.all) << " % of" << std::setw(8) << score.all
              << " found\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: recto_alignment SEED FOLDER...\n";
    return 2;
  }
  std::mt19937 chance(static_cast<unsigned>(std::atoi(argv[1])));
  Scores scores;
  std::size_t pairs = 0;
  for (int i = 2; i < argc; ++i) {
    try {
      pairs += measure_site(argv[i], chance, scores);
    } catch (const std::exception& error) {
      std::cerr << "recto_alignment: " << argv[i] << ": " << error.what() << '\n';
    }
  }
  std::cout << pairs << " pairs\n";
  print(scores);
  return 0;
}
