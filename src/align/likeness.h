#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  std::uint64_t lead = 0;             // hash of the word that a list item begins with, in ASCII;
                                      // 0 for none
  bool is_title = false;              // the only heading of the first level
  std::optional<int> ordinal;         // `3` of `### 3. Install`
  std::size_t marks = 0;              // pieces in bold or code, links and images
  std::optional<int> number;          // of a list item, as it is written
  bool leaves_out = false;            // its list leaves out numbers: `1.`, `3.`
  bool opens_bold = false;            // begins with bold text
  bool opens_item = false;            // is the first of a list item
  bool is_last = false;               // of its post: it may have been cut off
  bool is_only_tags = false;          // a paragraph that would be HTML in lines of its own
  bool is_set_apart = false;          // a copy, or code without its fence: it has no match
  std::vector<std::uint64_t> tokens;  // sorted, distinct
  std::uint64_t fence_file = 0;       // hash of the file that the fence of code names; 0 for none
  std::vector<std::uint64_t> files;   // hashes of the names of files at the ends of paths in code

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// The evidence of every block of `post`.
std::vector<Evidence> evidence_of(const Post& post);

/// Takes out the tokens, what fences say and the title that only one of the posts has anywhere: a
/// name that was translated, or an ordinary word with a capital. What is left and does not agree
/// speaks against a pairing.
void keep_common_tokens(std::vector<Evidence>& source, std::vector<Evidence>& translation);

/// A heading and what stands under it until the next one.
struct Section {
  std::size_t heading = 0;  // index into Post::blocks
  std::size_t end = 0;      // of the next heading, or the number of blocks
  std::size_t length = 0;
  std::vector<std::uint64_t> opening;  // tokens of the first block: it stays below its heading
  std::vector<std::uint64_t> tokens;   // of all of them

  friend bool operator==(const Section&, const Section&) = default;
};

/// The sections of `post`, one a heading, in document order.
std::vector<Section> sections_of(const Post& post, const std::vector<Evidence>& evidence);

/// The number at the beginning of a heading, followed by a mark that makes it an ordinal: `3.`,
/// `3)`, `第3章`, `III.`, `三、`; with the bytes it takes.
struct Ordinal {
  int value = 0;
  std::size_t size = 0;
};
std::optional<Ordinal> leading_ordinal(std::string_view text);
/// The number of a heading behind a word, before a colon: `Step 7: `, `(Optional) Step 7: `,
/// `步骤 7：`, `7단계: `. Its size is that of all of it. `Python 3: ` has the same form: what
/// `word` numbers one by one is a step.
struct NumberedStep {
  Ordinal number;
  std::string word;  // folded, before and behind the number
};
std::optional<NumberedStep> leading_step(std::string_view text);
/// The digits at the beginning, four at most, whatever follows them: `2` of `2 - Install`.
std::optional<Ordinal> leading_number(std::string_view text);

/// How many code points of the translation usually stand for one of the source.
double usual_length_ratio(const Locale& source, const Locale& translation);

/// The same in this pair, whose texts have these lengths; the usual ratio speaks for short ones.
double length_ratio(double source, double translation, double usual);

/// How likely one block translates the other, 0 to 1; 0 when it cannot. Above 0.3 a pairing is
/// better than none.
double likeness(const Evidence& source, const Evidence& translation, double ratio);

/// The same for two headings with their sections.
double heading_likeness(const Evidence& source, const Section& source_section,
                        const Evidence& translation, const Section& translation_section,
                        double ratio);

/// Two neighbouring blocks as one.
Evidence joined(const Evidence& first, const Evidence& second);

/// What a pairing must exceed to be better than leaving both blocks alone.
inline constexpr double kAlone = 0.3;
/// The likeness of a pair that is worth `gain` more than leaving both alone; no rounding makes it
/// more than 1.
inline double likeness_of_gain(double gain) {
  return std::min(1.0, gain + kAlone);
}
/// What must speak for a section that stands elsewhere to be called moved.
inline constexpr double kMoved = 0.7;
/// What merging or splitting costs.
inline constexpr double kMerge = 0.1;

}  // namespace recto
