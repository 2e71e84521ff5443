#include "align/align.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/block_pairing.h"
#include "align/copies.h"
#include "align/language_lists.h"
#include "align/levels.h"
#include "align/likeness.h"
#include "align/section_pairing.h"
#include "align/side.h"
#include "align/unfenced.h"

// Two stages. Headings are paired first, over the whole post: each with the section under it as
// evidence. Those pairs cut both posts into stretches, and the blocks of each stretch are paired by
// themselves; a lost heading merely makes two stretches one. Moved sections are paired apart.

namespace recto {
namespace {

constexpr double kRatioTolerance = 0.1;  // in natural logarithms

bool is_text(const Evidence& evidence) {
  if (evidence.is_set_apart) return false;
  return evidence.kind == BlockKind::paragraph || evidence.kind == BlockKind::row;
}

double total_length(const Side& side) {
  double sum = 0;
  for (const Evidence& evidence : side.evidence) {
    if (is_text(evidence)) sum += static_cast<double>(evidence.length);
  }
  return sum;
}

/// The blocks of `section`, heading and all, belong to it wherever it stands.
void mark(const Section& section, std::vector<bool>& moved) {
  for (std::size_t i = section.heading; i < section.end; ++i) moved[i] = true;
}

bool is_heading(const Evidence& evidence) {
  return evidence.kind == BlockKind::heading && !evidence.is_set_apart;
}

std::ptrdiff_t headings_in(const Side& side) {
  return std::count_if(side.evidence.begin(), side.evidence.end(), is_heading);
}

bool has_label(const Side& side) {
  return std::any_of(side.post.blocks.begin(), side.post.blocks.end(),
                     [&](const Block& block) { return is_label(side.post, block); });
}

void take_for_headings(Side& side) {
  for (std::size_t i = 0; i < side.evidence.size(); ++i) {
    if (is_label(side.post, side.post.blocks[i])) side.evidence[i].kind = BlockKind::heading;
  }
}

/// How many blocks of both sides have no match.
std::size_t alone_in(const Alignment& alignment) {
  std::size_t count = 0;
  for (const Match& match : alignment) {
    if (match.source.count == 0) count += match.translation.count;
    if (match.translation.count == 0) count += match.source.count;
  }
  return count;
}

/// The label at `index` is a paragraph after all.
void restore(Side& side, std::size_t index) {
  const Block& block = side.post.blocks[index];
  if (is_label(side.post, block)) side.evidence[index].kind = block.kind;
}

class Aligner {
 public:
  Aligner(Side source, Side translation, Work& work)
      : source_(std::move(source)), translation_(std::move(translation)), work_(work) {
    note_copies(source_.evidence, translation_.evidence);
    keep_common_tokens(source_.evidence, translation_.evidence);
    level_out(source_.evidence, translation_.evidence);
  }

  Alignment run() {
    // Where one side has more headings, some of them may be labels of the other.
    Alignment plain = aligned();
    const std::ptrdiff_t more = headings_in(source_) - headings_in(translation_);
    if (more == 0 || !has_label(more < 0 ? source_ : translation_)) return plain;
    take_for_headings(source_);
    take_for_headings(translation_);
    for (const Match& match : aligned()) {
      const bool is_pair = match.source.count == 1 && match.translation.count == 1;
      if (!is_pair && match.source.count == 1) restore(source_, match.source.first);
      if (!is_pair && match.translation.count == 1) restore(translation_, match.translation.first);
    }
    Alignment labelled = aligned();
    return alone_in(labelled) < alone_in(plain) ? labelled : plain;
  }

 private:
  Alignment aligned() {
    source_.sections = sections_of(source_.post, source_.evidence);
    translation_.sections = sections_of(translation_.post, translation_.evidence);
    return align_by_ratio();
  }

  Alignment align_by_ratio() const {
    const double usual = usual_length_ratio(source_.post.locale, translation_.post.locale);
    const double ratio = length_ratio(total_length(source_), total_length(translation_), usual);
    Alignment alignment = align_once(ratio);
    // What is missing on a side makes the ratio wrong; what has been paired tells it better.
    const double better = matched_ratio(alignment, usual);
    if (std::abs(std::log(better / ratio)) < kRatioTolerance) return alignment;
    return align_once(better);
  }

  double matched_ratio(const Alignment& alignment, double usual) const {
    double source = 0;
    double translation = 0;
    for (const Match& match : alignment) {
      if (match.source.count != 1 || match.translation.count != 1) continue;
      const Evidence& ours = source_.evidence[match.source.first];
      const Evidence& theirs = translation_.evidence[match.translation.first];
      // What was not translated is as long as it was, whatever the language.
      if (!is_text(ours) || ours.text == theirs.text) continue;
      source += static_cast<double>(ours.length);
      translation += static_cast<double>(theirs.length);
    }
    return length_ratio(source, translation, usual);
  }

  Alignment align_once(double ratio) const {
    const BlockPairing blocks(source_, translation_, ratio, work_);
    const SectionPairing sections = pair_sections(source_, translation_, ratio, work_);
    std::vector<bool> moved_source(source_.post.blocks.size());
    std::vector<bool> moved_translation(translation_.post.blocks.size());
    for (const SectionPair& pair : sections.moved) {
      mark(source_.sections[pair.source], moved_source);
      mark(translation_.sections[pair.translation], moved_translation);
    }
    Alignment alignment;
    std::size_t source_begin = 0;
    std::size_t translation_begin = 0;
    const auto pair_up_to = [&](std::size_t source_end, std::size_t translation_end) {
      blocks.append(stretch(source_begin, source_end, moved_source),
                    stretch(translation_begin, translation_end, moved_translation), alignment);
    };
    for (const SectionPair& pair : sections.in_order) {
      const std::size_t source_heading = source_.sections[pair.source].heading;
      const std::size_t translation_heading = translation_.sections[pair.translation].heading;
      pair_up_to(source_heading, translation_heading);
      alignment.push_back({{source_heading, 1}, {translation_heading, 1}, pair.likeness});
      source_begin = source_heading + 1;
      translation_begin = translation_heading + 1;
    }
    pair_up_to(source_.post.blocks.size(), translation_.post.blocks.size());
    for (const SectionPair& pair : sections.moved) insert_moved(pair, blocks, alignment);
    return alignment;
  }

  void insert_moved(const SectionPair& pair, const BlockPairing& blocks,
                    Alignment& alignment) const {
    const Section& source = source_.sections[pair.source];
    const Section& translation = translation_.sections[pair.translation];
    Alignment moved = {{{source.heading, 1}, {translation.heading, 1}, pair.likeness, true}};
    blocks.append(stretch(source), stretch(translation), moved);
    const auto behind = std::find_if(alignment.begin(), alignment.end(), [&](const Match& match) {
      return match.source.count > 0 && match.source.first > source.heading;
    });
    alignment.insert(behind, moved.begin(), moved.end());
  }

  Side source_;
  Side translation_;
  Work& work_;
};

/// How many blocks of the source have no match.
std::size_t lost_in(const Alignment& alignment) {
  std::size_t count = 0;
  for (const Match& match : alignment) {
    if (match.translation.count == 0) count += match.source.count;
  }
  return count;
}

/// `alignment` is worse, the more blocks have no match or another order.
std::size_t disorder(const Alignment& alignment) {
  const auto moved = std::count_if(alignment.begin(), alignment.end(),
                                   [](const Match& match) { return match.moved; });
  return alone_in(alignment) + static_cast<std::size_t>(moved);
}

/// The alignment where the `copied` blocks of `translation` have no match.
Alignment aligned_without(const std::vector<Run>& copied, const Side& source, Side translation,
                          Work& work) {
  for (const Run& run : copied) {
    for (std::size_t i = 0; i < run.count; ++i)
      translation.evidence[run.first + i].is_set_apart = true;
  }
  Alignment alignment = Aligner(source, translation, work).run();
  for (Match& match : alignment) {
    match.copy = match.source.count == 0 &&
                 std::any_of(copied.begin(), copied.end(),
                             [&](const Run& run) { return run.holds(match.translation.first); });
  }
  return alignment;
}

std::size_t copied_in(const Alignment& alignment) {
  std::size_t count = 0;
  for (const Match& match : alignment) {
    if (match.copy) count += match.translation.count;
  }
  return count;
}

/// Code that lost its fence is no text that a paragraph of the source could stand for.
void set_apart(const std::vector<Unfenced>& unfenced, Side& source, Side& translation) {
  for (const auto& [code, text, lines] : unfenced) {
    source.evidence[code].is_set_apart = true;
    for (std::size_t i = 0; i < text.count; ++i) {
      translation.evidence[text.first + i].is_set_apart = true;
    }
  }
}

/// `plain`, or the alignment without one of each two like runs, where hardly anything of the source
/// is lost by that: what it says twice itself, in other words, its translation may say twice. Which
/// of the two is the copy is seen when the other one is aligned.
Alignment without_copies(const std::vector<Copy>& copies, const Alignment& plain,
                         const Side& source, const Side& translation, const Work& work) {
  constexpr std::size_t kLostShare = 4;  // more than a fourth of what was copied is another text
  std::vector<Run> first;
  std::vector<Run> second;
  for (const Copy& copy : copies) {
    first.push_back(copy.first);
    second.push_back(copy.second);
  }
  Work more(work.left());  // its own: a pair that may be judged is not given up for this
  try {
    const Alignment usual = aligned_without(second, source, translation, more);
    const Alignment other = aligned_without(first, source, translation, more);
    const Alignment& better = disorder(other) < disorder(usual) ? other : usual;
    return lost_in(better) > lost_in(plain) + copied_in(better) / kLostShare ? plain : better;
  } catch (const TooMuchWork&) {
    return plain;
  }
}

}  // namespace

Alignment align(const Post& source, const Post& translation, Work& work) {
  return align(source, evidence_of(source), translation, work);
}

Alignment align(const Post& source, const std::vector<Evidence>& source_evidence,
                const Post& translation, Work& work) {
  Side ours{.post = source, .evidence = source_evidence, .sections = {}};
  Side theirs{.post = translation, .evidence = evidence_of(translation), .sections = {}};
  set_apart(unfenced_code(source, translation), ours, theirs);
  for (const std::size_t list : added_language_lists(source, translation)) {
    theirs.evidence[list].is_set_apart = true;
  }
  const std::vector<Copy> copies = copies_in(theirs.evidence);
  if (copies.empty()) return Aligner(std::move(ours), std::move(theirs), work).run();
  const Alignment plain = Aligner(ours, theirs, work).run();
  return without_copies(copies, plain, ours, theirs, work);
}

Span span_of(const Post& post, const Run& run) {
  if (run.count == 0) return {};
  return {post.blocks[run.first].span.begin, post.blocks[run.end() - 1].span.end};
}

Span place_before(const Post& post, std::size_t index) {
  if (index < post.blocks.size()) {
    const std::uint32_t begin = post.blocks[index].span.begin;
    return {begin, begin};
  }
  const std::uint32_t end = post.blocks.empty() ? post.body.end : post.blocks.back().span.end;
  return {end, end};
}

}  // namespace recto
