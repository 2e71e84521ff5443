// Markdown to spans, in every dialect: blocks and inlines come in order, nest, lie in the text and
// cut no character.

#include "post/markdown.h"

#include <string>

#include "markdown_judge.h"
#include "post/post.h"
#include "require.h"
#include "text/unicode.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

void judge(const Post& post) {
  for (const Problem& problem : post.problems) require_place(post.text, problem.span, "a problem");
  require_place(post.text, post.body, "the body");
  for (const Allowance& allowance : post.suppressions.allowances) {
    require_place(post.text, allowance.span, "a rule's name");
    if (allowance.reach) require_place(post.text, *allowance.reach, "a reach");
  }
  for (const Suppressions::Mistake& mistake : post.suppressions.mistakes) {
    require_place(post.text, mistake.span, "a mistake");
  }
  for (const Block& block : post.blocks) {
    // Only that it can be made, from any block.
    plain_text(post, block);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  for (const Dialect dialect :
       {Dialect::markdown, Dialect::mdx, Dialect::docusaurus, Dialect::hugo, Dialect::mkdocs}) {
    const Post post = parse_post("a.md", {.language = "en"}, dialect, std::string(text));
    if (first_invalid_utf8(post.text)) {
      require(!post.is_readable(), "what is not UTF-8 is not read");
      continue;
    }
    judge(post);
    if (!post.is_readable()) continue;
    const MarkdownResult result = parse_markdown(post.text, post.body, dialect);
    const auto wrong = testing::wrong_with(post.text, post.body, result);
    require(!wrong, wrong.value_or(""));
  }
  return 0;
}
