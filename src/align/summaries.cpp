// A section that was summarised: its heading is there, and of many blocks a few.

#include <string_view>
#include <unordered_set>

#include "align/cause_finders.h"

namespace recto {
namespace {

constexpr std::size_t kLeastLost = 4;  // blocks of text; fewer are omissions, each to be named
constexpr double kLostShare = 0.5;     // of the section's text

/// What of a section has a match, and what has none.
struct Section {
  Run source;
  Run translation;
  std::size_t texts = 0;      // blocks of text
  std::size_t lost = 0;       // of them
  std::size_t lost_size = 0;  // bytes
  std::size_t size = 0;
  bool has_more = false;   // text that only the translation has: another text, no summary
  bool is_whole = true;    // one stretch on both sides: nothing was moved into it
  bool has_moved = false;  // code that stands elsewhere in the translation
};

using Codes = std::unordered_set<std::string_view>;

/// Whether the block counts: a quote is one thing, however many blocks it has.
bool is_text(const Post& post, const Block& block) {
  const bool is_told = block.kind == BlockKind::paragraph || block.kind == BlockKind::row;
  return is_told && !quote_around(post, block);
}

void extend(Run& run, const Run& more, bool& is_whole) {
  if (more.count == 0) return;
  if (run.count == 0)
    run = more;
  else if (run.end() == more.first)
    run.count += more.count;
  else
    is_whole = false;
}

/// The code of the translation that stands for none of the source.
Codes new_code(const Post& translation, const Alignment& alignment) {
  Codes code;
  for (const Match& match : alignment) {
    if (match.source.count > 0) continue;
    const Block& block = translation.blocks[match.translation.first];
    if (block.kind == BlockKind::code) code.insert(slice(translation, block.content));
  }
  return code;
}

void take(const Match& match, const Post& source, const Post& translation, const Codes& new_codes,
          Section& section) {
  extend(section.source, match.source, section.is_whole);
  extend(section.translation, match.translation, section.is_whole);
  if (match.source.count == 0) {
    section.has_more =
        section.has_more || is_text(translation, translation.blocks[match.translation.first]);
    return;
  }
  for (std::size_t i = match.source.first; i < match.source.end(); ++i) {
    const Block& block = source.blocks[i];
    const bool is_lost_code = block.kind == BlockKind::code && match.translation.count == 0;
    if (is_lost_code && new_codes.contains(slice(source, block.content))) section.has_moved = true;
    if (!is_text(source, block)) continue;
    ++section.texts;
    section.size += block.span.size();
    if (match.translation.count > 0) continue;
    ++section.lost;
    section.lost_size += block.span.size();
  }
}

bool is_summary(const Section& section) {
  const bool is_short =
      static_cast<double>(section.lost_size) >= kLostShare * static_cast<double>(section.size);
  return section.is_whole && !section.has_more && !section.has_moved &&
         section.lost >= kLeastLost && section.lost * 2 > section.texts && is_short;
}

bool is_heading(const Post& post, const Run& run) {
  return run.count == 1 && post.blocks[run.first].kind == BlockKind::heading;
}

}  // namespace

Causes summaries(const Post& source, const Post& translation, const Alignment& alignment) {
  const Codes new_codes = new_code(translation, alignment);
  Causes causes;
  Section section;
  std::size_t place = 0;    // of the translation's section
  bool has_heading = true;  // what stands under a lost heading is lost with it
  const auto finish = [&] {
    if (has_heading && is_summary(section)) {
      if (section.translation.count == 0) section.translation.first = place;
      causes.push_back({CauseKind::summarised, section.source, section.translation,
                        place_before(translation, section.translation.first)});
    }
    section = Section();
  };
  for (const Match& match : alignment) {
    const bool begins = is_heading(source, match.source);
    if (begins || is_heading(translation, match.translation)) {
      finish();
      has_heading = begins && match.translation.count > 0;
      place = match.translation.end();
    } else {
      take(match, source, translation, new_codes, section);
    }
  }
  finish();
  return causes;
}

}  // namespace recto
