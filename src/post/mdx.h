#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace recto {

/// Finds the ends of what MDX adds to Markdown: expressions, tags, imports and exports. It looks
/// ahead as far as it must, but over a whole text never further than some multiple of its length:
/// behind that it finds nothing, so that no input makes it slow.
class MdxReader {
 public:
  explicit MdxReader(std::size_t text_size);

  /// The offset behind the expression whose `{` stands at `at`.
  std::optional<std::size_t> behind_expression(std::string_view text, std::size_t at);
  /// The offset behind the opening, closing or empty tag whose `<` stands at `at`.
  std::optional<std::size_t> behind_tag(std::string_view text, std::size_t at);
  /// The end of the last line of the import or export that begins at `at`; none for prose.
  std::optional<std::size_t> end_of_esm(std::string_view text, std::size_t at);

 private:
  std::optional<std::size_t> behind_attribute(std::string_view text, std::size_t at);
  std::size_t behind_token(std::string_view text, std::size_t at);
  bool spend(std::size_t bytes);

  std::size_t budget_;
};

/// The name of the component that the tag at the beginning of `text` opens or closes: `Note` of
/// `<Note kind="tip">` and of `</Note>`; empty where none stands.
std::string_view component_name(std::string_view text);

/// Whether `expression`, with its braces, is a comment and nothing else: `{/* ... */}`.
bool is_mdx_comment(std::string_view expression);

}  // namespace recto
