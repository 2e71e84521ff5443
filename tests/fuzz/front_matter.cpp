// Front matter: whatever stands before the body, every place lies in the text, keys before their
// values, parts inside the whole.

#include "post/front_matter.h"

#include "require.h"
#include "text/unicode.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

void judge(std::string_view text, Span whole, const yaml::Node& node) {
  require_place(text, node.span, "a value");
  require(whole.holds(node.span) || node.span.is_empty(), "a value stands in what holds it");
  for (const yaml::Node& item : node.items) judge(text, whole, item);
  for (const yaml::Entry& entry : node.entries) {
    require_place(text, entry.key_span, "a key");
    require(whole.holds(entry.key_span), "a key stands in the front matter");
    judge(text, whole, entry.value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  if (first_invalid_utf8(text)) return 0;  // never gets there
  const FrontMatterResult result = parse_front_matter(text);
  require(result.body_begin <= text.size(), "the body begins in the text");
  require_place(text, result.front_matter.span, "the front matter");
  require_place(text, result.front_matter.content, "the keys");
  require(result.front_matter.span.holds(result.front_matter.content), "the keys stand in it");
  require(result.front_matter.span.end <= result.body_begin, "the body comes after it");
  for (const Problem& problem : result.problems) require_place(text, problem.span, "a problem");
  judge(text, result.front_matter.content, result.front_matter.root);
  return 0;
}
