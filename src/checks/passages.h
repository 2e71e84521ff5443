#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/align.h"
#include "post/post.h"
#include "text/language.h"

// The prose of a translation, piece by piece: what the checks of characters and of languages read.

namespace recto {
struct Subject;
}

namespace recto::checks {

enum class PassageKind : std::uint8_t { text, cell, alt, title, key };

/// A text that stands by itself: a block without its pictures, a cell, an alt text, the title of a
/// link or another that a tag holds, a value of the front matter.
struct Passage {
  PassageKind kind = PassageKind::text;
  std::vector<Span> pieces;  // of the post: no marks, no code, no addresses; never empty
  std::size_t block = 0;     // index into Post::blocks; for a value of the front matter, of its key

  Span span() const { return {pieces.front().begin, pieces.back().end}; }
};

/// The passages of the block of `post` at `index`, in reading order.
std::vector<Passage> passages_of(const Post& post, std::size_t index);

/// A passage of the translation, and what of the source its block or key stands for.
struct PairedPassage {
  Passage passage;
  Run source;                       // blocks; none for what was added and for front matter
  std::optional<Span> source_span;  // their bytes, or those of the value; none for what was added
  std::size_t translations = 1;     // blocks of the translation that stand for the same source
};

/// The passages of the translation that no cause explains, front matter first.
const std::vector<PairedPassage>& paired_passages(const Subject& subject);
/// The languages of each of them.
const std::vector<Mixture>& mixtures(const Subject& subject);

/// What is known of blocks of the source, by index: passages that stand for the same ask again.
using KnownBlocks = std::unordered_map<std::size_t, bool>;

/// Whether `test` is true of a block of the source that `paired` stands for. What it says of a
/// block is kept in `known`.
bool any_source_block(const PairedPassage& paired, KnownBlocks& known,
                      const std::function<bool(std::size_t block)>& test);

/// The bytes of the source that `paired` stands for; empty for what was added.
std::string_view source_of(const Subject& subject, const PairedPassage& paired);
/// The pieces of `passage`, a passage of `post`, with blanks between them.
std::string text_of(const Post& post, const Passage& passage);

}  // namespace recto::checks
