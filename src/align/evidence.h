#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "post/post.h"

namespace recto {

/// What of a block survives translation. Tokens are hashes of numbers (digits only, so that
/// separators do not matter), names and other words with capitals or digits, inline code, and the
/// ends of URLs.
struct Evidence {
  BlockKind kind = BlockKind::paragraph;
  std::optional<ContainerKind> container;
  int level = 0;
  std::size_t length = 0;             // code points a reader sees
  std::uint64_t text = 0;             // hash of what a reader sees
  std::uint64_t id = 0;               // hash of a heading's id, of a directive's mark or of what
                                      // the fence of code says; 0 for none
  std::uint64_t lead = 0;             // hash of the code or ASCII word that an item begins with;
                                      // 0 for none
  bool is_title = false;              // the only heading of the first level
  std::optional<int> ordinal;         // `3` of `### 3. Install`
  std::size_t marks = 0;              // pieces in bold or code, links and images
  std::size_t codes = 0;              // those but for bold, which comes and goes
  std::optional<int> number;          // of a list item, as it is written
  bool leaves_out = false;            // its list leaves out numbers: `1.`, `3.`
  bool opens_bold = false;            // begins with bold text
  bool leads_on = false;              // ends with a colon: what comes next belongs to it
  bool opens_item = false;            // is the first of a list item
  bool may_be_item = false;           // or a line of it begins with what people take for a mark
  bool is_last = false;               // of its post: it may have been cut off
  bool has_copy = false;              // the other post says it word for word, as often or more
  bool is_only_tags = false;          // a paragraph that would be HTML in lines of its own
  bool is_set_apart = false;          // a copy, or code without its fence: it has no match
  std::vector<std::uint64_t> tokens;  // sorted, distinct
  bool keeps_latin = false;           // Latin words in other letters: a translation keeps them
  std::size_t lost = 0;          // of an item: tokens to be kept that the other post has nowhere
  std::uint64_t fence_file = 0;  // hash of the file that the fence of code names; 0 for none
  std::vector<std::uint64_t> files;  // hashes of the names of files at the ends of paths in code
  std::vector<std::uint64_t> lines;  // of code: hashes of those that tell it from other code
  std::vector<std::uint64_t> urls;   // hashes of those of its links that name a host

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// The evidence of every block of `post`.
std::vector<Evidence> evidence_of(const Post& post);

/// Notes the texts that the other post has word for word: code, names, what was left.
void note_copies(std::vector<Evidence>& source, std::vector<Evidence>& translation);

/// Takes out the tokens, what fences say and the title that only one of the posts has anywhere: a
/// name that was translated, or an ordinary word with a capital. What is left and does not agree
/// speaks against a pairing.
void keep_common_tokens(std::vector<Evidence>& source, std::vector<Evidence>& translation);

/// Two neighbouring blocks as one.
Evidence joined(const Evidence& first, const Evidence& second);

}  // namespace recto
