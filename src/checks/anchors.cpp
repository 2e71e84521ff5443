// Ids as sites make them.
//
// Docusaurus and Astro use github-slugger; Hugo's default keeps letters, digits, `_` and `-`, so
// that it differs only in dropping combining marks; MkDocs uses Python-Markdown, whose default
// keeps ASCII alone, and which many sites set to keep Unicode. Of Markdown without a site nothing
// is known, so what GitHub makes counts, and what VitePress makes, which drops accents and puts a
// hyphen for every sign.

#include "checks/anchors.h"

#include <functional>
#include <vector>

#include "base/ascii.h"
#include "checks/tags.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

using Anchors = std::map<std::string, Anchor, std::less<>>;

/// Runs of hyphens as one, none around.
std::string with_single_hyphens(std::string_view slug) {
  std::string result;
  for (const char c : slug) {
    if (c != '-' || (!result.empty() && result.back() != '-')) result += c;
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

std::string hugo_slug(std::string_view text) {
  const std::string slug = github_slug(text);
  std::string result;
  for (std::size_t at = 0; at < slug.size();) {
    const char32_t c = next_code_point(slug, at);
    if (!is_mark(c)) append_utf8(result, c);
  }
  return result;
}

std::string unicode_python_slug(std::string_view text) {
  return with_single_hyphens(github_slug(text));
}

/// A hyphen for every sign, where the others leave it out: `router-add` of `router.add`.
std::string vitepress_slug(std::string_view text) {
  const std::string plain = without_marks(lower_case(text, Locale{.language = "en"}));
  std::string slug;
  for (std::size_t at = 0; at < plain.size();) {
    const char32_t c = next_code_point(plain, at);
    if (is_letter(c) || is_digit(c) || is_mark(c))
      append_utf8(slug, c);
    else
      slug += '-';
  }
  slug = with_single_hyphens(slug);
  return !slug.empty() && is_ascii_digit(slug.front()) ? '_' + slug : slug;
}

/// Signs of ASCII go, all others stay: `本地（隧道）`.
std::string mintlify_slug(std::string_view text) {
  std::string slug;
  for (const char c : lower_case(text, Locale{.language = "en"})) {
    const bool is_kept =
        !is_ascii(c) || is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '/';
    if (is_kept) slug += c;
    if (c == ' ') slug += '-';
  }
  return slug;
}

/// A rule by which a site makes ids, with what it puts before the number of a second equal one.
struct SlugRule {
  std::function<std::string(std::string_view)> slug;
  char separator = '-';
};

/// The rules that the site of `post` may follow, the likeliest first.
std::vector<SlugRule> slug_rules(const Post& post) {
  switch (post.dialect) {
    case Dialect::docusaurus:
      if (!is_in_plugin_folder(post)) return {{github_slug}, {mintlify_slug}};
      return {{github_slug}};
    case Dialect::mdx:
      return {{github_slug}};
    case Dialect::hugo:
      return {{hugo_slug}, {github_slug}};
    case Dialect::mkdocs:
      return {{python_slug, '_'}, {unicode_python_slug, '_'}, {unicode_python_slug, '-'}};
    default:
      return {{github_slug}, {hugo_slug}, {vitepress_slug}, {unicode_python_slug}};
  }
}

/// What the id of a heading is made of: its text and code.
std::string heading_words(const Post& post, const Block& heading) {
  std::string words;
  for (const Inline& piece : heading.inlines) {
    if (piece.kind == InlineKind::text) words += slice(post, piece.span);
    if (piece.kind == InlineKind::code) words += slice(post, piece.content);
  }
  return std::string(trimmed(words));
}

void add_made_ids(const Post& post, const std::vector<SlugRule>& rules, std::size_t index,
                  Anchors& anchors) {
  const SlugRule& rule = rules[index];
  std::map<std::string, std::size_t> seen;
  // Python-Markdown numbers the first of the headings that slug to nothing, too.
  if (rule.separator == '_') seen.emplace("", 1);
  const auto add = [&](const Block& block, const Anchor& anchor) {
    if (block.kind != BlockKind::heading || !block.id.is_empty()) return;
    const std::string slug = rule.slug(heading_words(post, block));
    std::string id = slug;
    while (seen.contains(id)) id = slug + rule.separator + std::to_string(seen[slug]++);
    seen.emplace(id, 1);
    anchors.try_emplace(nfc(id), anchor);
  };
  for (std::size_t i = 0; i < post.blocks.size(); ++i) add(post.blocks[i], {i, true, false, index});
  // What only this locale has stands for no heading of the source, but links may lead there.
  for (const Block& block : post.suppressions.local) add(block, {0, false, true, index});
}

void add_written_ids(const Post& post, Anchors& anchors) {
  const auto add = [&](Span id, std::size_t block, bool is_heading) {
    if (!id.is_empty()) anchors.try_emplace(nfc(slice(post, id)), Anchor{block, is_heading, true});
  };
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    const Block& block = post.blocks[i];
    add(block.id, i, true);
    for (const Inline& piece : block.inlines) {
      if (piece.kind != InlineKind::html) continue;
      const auto tag = read_tag(post, piece.span);
      if (!tag || tag->is_closing) continue;
      add(attribute_value(post, *tag, "id"), i, false);
      if (slice(post, tag->name) == "a") add(attribute_value(post, *tag, "name"), i, false);
    }
  }
}

/// `{#id}`, `{ #id .class }`, `{: #id }` behind a paragraph, an image, a table: of MkDocs, Kramdown
/// and others.
void add_attribute_lists(const Post& post, const Block& block, Anchors& anchors) {
  const std::string_view text = slice(post, block.span);
  auto code = block.inlines.begin();  // the first that may hold what comes next
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == ':') ++begin;
    while (begin < text.size() && is_blank(text[begin])) ++begin;
    if (begin >= text.size() || text[begin] != '#') continue;
    const std::size_t end = text.find_first_of(" \t\r\n{}", begin);
    if (end == text.npos || text[end] == '{' || end == begin + 1) continue;
    const Span brace = span_at(block.span.begin + at, 1);
    while (code != block.inlines.end() &&
           (code->kind != InlineKind::code || code->span.end <= brace.begin)) {
      ++code;
    }
    if (code != block.inlines.end() && code->span.holds(brace)) continue;
    anchors.try_emplace(nfc(text.substr(begin + 1, end - begin - 1)), Anchor{0, false, true});
  }
}

}  // namespace

std::string github_slug(std::string_view text) {
  const std::string lower = lower_case(text, Locale{.language = "en"});
  std::string slug;
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = next_code_point(lower, at);
    if (c == ' ' || c == '-') {
      slug += '-';
    } else if (c == '_' || is_letter(c) || is_mark(c) || is_digit(c)) {
      append_utf8(slug, c);
    }
  }
  return slug;
}

/// As Python-Markdown's `slugify`: what is not ASCII goes, then blanks at the ends, and runs of
/// blanks and hyphens are one hyphen, also at an end.
std::string python_slug(std::string_view text) {
  const std::string plain = without_marks(lower_case(text, Locale{.language = "en"}));
  std::string kept;
  for (const char c : plain) {
    const bool is_word = is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-';
    if (is_word || (c == ' ' && !kept.empty())) kept += c;
  }
  while (kept.ends_with(' ')) kept.pop_back();
  std::string slug;
  for (const char c : kept) {
    const bool is_gap = c == ' ' || c == '-';
    if (!is_gap || !slug.ends_with('-')) slug += is_gap ? '-' : c;
  }
  return slug;
}

bool is_in_plugin_folder(const Post& post) {
  return post.path.find("/docusaurus-plugin-content-") != std::string::npos;
}

std::map<std::string, Anchor, std::less<>> anchors_of(const Post& post) {
  Anchors anchors;
  add_written_ids(post, anchors);
  const std::vector<SlugRule> rules = slug_rules(post);
  for (std::size_t i = 0; i < rules.size(); ++i) add_made_ids(post, rules, i, anchors);
  for (const Block& block : post.blocks) {
    if (block.kind != BlockKind::code) add_attribute_lists(post, block, anchors);
  }
  return anchors;
}

}  // namespace recto::checks
