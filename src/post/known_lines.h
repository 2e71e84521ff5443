#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_set>

#include "post/post.h"

namespace recto {

/// Lines of a post, without the blanks around them: what stands in one post as text may stand in
/// the other as code. Lives while the post does.
class KnownLines {
 public:
  enum class Of : std::uint8_t { text, code };

  /// Those of code blocks, or of all others.
  KnownLines(const Post& post, Of of);

  /// Whether every line of `text` is one of them, and there is enough of it to tell.
  bool have_all(std::string_view text) const;

 private:
  std::unordered_set<std::string_view> lines_;
};

using TellingLines = std::set<std::string_view>;

/// The lines of a code block that tell it from others, four bytes or more without the blanks around
/// them: `});` ends many. Lives while the post does.
TellingLines telling_lines(const Post& post, const Block& code);

}  // namespace recto
