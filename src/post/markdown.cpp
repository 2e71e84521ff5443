#include "post/markdown.h"

#include <md4c.h>

#include <functional>
#include <utility>

#include "post/flat_text.h"
#include "post/html_inlines.h"
#include "post/inlines.h"
#include "post/outline.h"

namespace recto {
namespace {

constexpr std::size_t kMostReports = 64;  // of md4c, for each byte
constexpr std::size_t kFreeReports = 4096;

/// What md4c's callbacks report to. Text that md4c made up, such as line ends, lies outside `text`.
struct Receiver {
  std::string_view text;
  InlineBuilder inlines;
  std::size_t reports_left;
  bool is_html_open = false;  // a line end stood in a tag

  std::optional<Span> span_of(const char* begin, MD_SIZE size) const {
    const std::less<> before;
    if (begin == nullptr || before(begin, text.data())) return std::nullopt;
    if (before(text.data() + text.size(), begin + size)) return std::nullopt;
    return span_at(static_cast<std::size_t>(begin - text.data()), size);
  }

  std::optional<Span> span_of(const MD_ATTRIBUTE& attribute) const {
    return span_of(attribute.text, attribute.size);
  }

  /// What a callback returns: not zero once md4c is to give up.
  int spend(std::size_t reports) {
    const bool suffices = reports <= reports_left;
    reports_left = suffices ? reports_left - reports : 0;
    return suffices ? 0 : 1;
  }
};

int on_block(MD_BLOCKTYPE /*type*/, void* /*detail*/, void* user) {
  return static_cast<Receiver*>(user)->spend(1);
}

/// Copies of a URL or title cost time, too.
int spend_on(Receiver& receiver, const MD_ATTRIBUTE& target, const MD_ATTRIBUTE& title) {
  return receiver.spend(1 + (target.size + title.size) / 8);
}

int on_enter_span(MD_SPANTYPE type, void* detail, void* user) {
  auto& receiver = *static_cast<Receiver*>(user);
  switch (type) {
    case MD_SPAN_EM:
      receiver.inlines.begin_emphasis(1);
      break;
    case MD_SPAN_STRONG:
      receiver.inlines.begin_emphasis(2);
      break;
    case MD_SPAN_DEL:
      receiver.inlines.begin_emphasis(0);
      break;
    case MD_SPAN_CODE:
      receiver.inlines.begin_code();
      break;
    case MD_SPAN_A: {
      const auto& link = *static_cast<const MD_SPAN_A_DETAIL*>(detail);
      receiver.inlines.begin_link(receiver.span_of(link.href));
      return spend_on(receiver, link.href, link.title);
    }
    case MD_SPAN_IMG: {
      const auto& image = *static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
      receiver.inlines.begin_image(receiver.span_of(image.src));
      return spend_on(receiver, image.src, image.title);
    }
    default:
      break;
  }
  return receiver.spend(1);
}

int on_leave_span(MD_SPANTYPE /*type*/, void* /*detail*/, void* user) {
  auto& receiver = *static_cast<Receiver*>(user);
  receiver.inlines.end();
  return receiver.spend(1);
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* user) {
  auto& receiver = *static_cast<Receiver*>(user);
  const auto span = receiver.span_of(begin, size);
  const bool goes_on = std::exchange(receiver.is_html_open, false);
  if (type == MD_TEXT_NULLCHAR) {
    receiver.inlines.add_zero();
  } else if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
    receiver.inlines.end_line();
  } else if (type == MD_TEXT_HTML) {
    receiver.is_html_open = !span;
    if (span) receiver.inlines.add_html(*span, goes_on);
  } else if (span && type == MD_TEXT_ENTITY) {
    receiver.inlines.add_entity(*span);
  } else if (span && type == MD_TEXT_NORMAL) {
    receiver.inlines.add_text(*span);
  }
  return receiver.spend(1);
}

/// Fills in the inlines of the blocks that have prose; false when md4c was stopped.
bool add_inlines(std::string_view source, const FlatText& flat, Outline& outline) {
  Receiver receiver{flat.text(), InlineBuilder(source, flat, outline),
                    kMostReports * flat.text().size() + kFreeReports};
  MD_PARSER parser{};
  // Blocks are known already: only the extensions for inlines are wanted.
  parser.flags = MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTMLBLOCKS;
  parser.enter_block = on_block;
  parser.leave_block = on_block;
  parser.enter_span = on_enter_span;
  parser.leave_span = on_leave_span;
  parser.text = on_text;
  const int status =
      md_parse(flat.text().data(), static_cast<MD_SIZE>(flat.text().size()), &parser, &receiver);
  receiver.inlines.finish();
  return status == 0;
}

/// Whether a paragraph is nothing but images, linked or not.
bool holds_images_only(std::string_view text, const Block& block) {
  std::uint32_t end_of_image = 0;
  bool has_image = false;
  for (const Inline& piece : block.inlines) {
    if (piece.span.begin < end_of_image) continue;  // the alt text
    if (piece.kind == InlineKind::image) {
      has_image = true;
      end_of_image = piece.span.end;
    } else if (piece.kind == InlineKind::text) {
      if (slice(text, piece.span).find_first_not_of(" \t") != std::string_view::npos) return false;
    } else if (piece.kind != InlineKind::link) {
      return false;
    }
  }
  return has_image;
}

MarkdownResult refused(Problem problem) {
  MarkdownResult result;
  result.problem = std::move(problem);
  return result;
}

}  // namespace

MarkdownResult parse_markdown(std::string_view text, Span body, Dialect dialect,
                              std::size_t nesting, Fences fences) {
  Outline outline = outline_of(text, body, dialect, nesting, fences);
  if (outline.problem) return refused(*outline.problem);
  const FlatText flat(text, outline, dialect);
  if (const Leaf* leaf = flat.entangled_leaf(outline)) {
    return refused({Problem::What::too_complex, outline.blocks[leaf->block].span,
                    "brackets are nested too deeply"});
  }
  if (!add_inlines(text, flat, outline)) {
    return refused({Problem::What::too_complex, body, "links repeat too long URLs too often"});
  }
  add_html_inlines(text, outline.blocks);
  for (Block& block : outline.blocks) {
    if (block.kind != BlockKind::paragraph || !holds_images_only(text, block)) continue;
    block.kind = BlockKind::image;
  }
  return {std::move(outline.containers), std::move(outline.blocks), std::move(outline.definitions),
          std::nullopt};
}

}  // namespace recto
