#include "post/front_matter.h"

#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "base/line_map.h"
#include "base/utf8.h"
#include "post/front_matter_lines.h"
#include "text/toml.h"

namespace recto {
namespace {

constexpr std::string_view kFence = "---";

class Reader {
 public:
  Reader(std::string_view text, const Limits& limits)
      : text_(text),
        size_limit_(limits.front_matter_size),
        yaml_limits_{.depth = limits.front_matter_depth, .nodes = limits.front_matter_values} {}

  FrontMatterResult read();

 private:
  void add_problem(Problem::What what, Span span, std::string detail) {
    result_.problems.push_back({what, span, std::move(detail)});
  }
  void end_at(std::size_t offset) { result_.body_begin = static_cast<std::uint32_t>(offset); }
  static Span between(std::size_t begin, std::size_t end) { return span_at(begin, end - begin); }

  void read_yaml(const Line& opening);
  void read_closed(const Line& opening, const Line& closing);
  void enclose(const Line& opening, const Line& closing);
  bool is_too_large(const Line& opening);
  void take(yaml::Document document, const Line& opening);
  void leave_open(const Line& opening, std::size_t end, std::string_view fence = kFence);
  void leave_open_toml(const Line& opening);
  void read_toml(const Line& opening);
  void refuse_second();
  bool is_map(std::size_t begin, std::size_t end) const;
  std::optional<Span> wrong_colon(Span yaml) const;
  bool begins_with_divider(const Line& opening, const Line& closing) const;

  std::string_view text_;
  std::size_t size_limit_;
  yaml::Limits yaml_limits_;
  FrontMatterResult result_;
};

bool Reader::is_map(std::size_t begin, std::size_t end) const {
  if (end - begin > size_limit_) return false;
  const yaml::Document document = yaml::parse(text_.substr(begin, end - begin), 0, yaml_limits_);
  return !document.problem && !document.root.entries.empty();
}

/// The first full-width colon behind a key, when `yaml` could be read without such colons.
std::optional<Span> Reader::wrong_colon(Span yaml) const {
  std::vector<Edit> edits;
  for (const Span colon : wide_colons(text_, yaml)) edits.push_back({colon, ": "});
  if (edits.empty()) return std::nullopt;
  const std::string mended = edited(text_, yaml, edits);
  const yaml::Document document = yaml::parse(mended, 0, yaml_limits_);
  const bool is_read = !document.problem && !document.root.entries.empty();
  return is_read ? std::optional(edits.front().span) : std::nullopt;
}

/// Whether `opening`, before no key, is a divider of the body and no fence: Pandoc, too, takes one
/// with a blank line below it for that. What stands between may still be keys behind a comment.
bool Reader::begins_with_divider(const Line& opening, const Line& closing) const {
  if (!is_blank(text_, line_at(text_, opening.next))) return false;
  const bool is_empty = skip_blank_lines(text_, opening.next) >= closing.begin;
  return !is_empty && !is_map(opening.next, closing.begin);
}

/// `problem` as a sentence part with its place in the file.
std::string located(const yaml::Problem& problem, std::size_t lines_before) {
  return "line " + std::to_string(problem.line + lines_before) + ", column " +
         std::to_string(problem.column) + ": " + problem.message;
}

/// A front matter without its closing fence: it ends where its lines stop looking like YAML, so
/// that the rest is still judged.
void Reader::leave_open(const Line& opening, std::size_t end, std::string_view fence) {
  result_.front_matter.span = between(opening.begin, end);
  result_.front_matter.content = between(opening.next, end);
  end_at(end);
  add_problem(Problem::What::front_matter, between(opening.begin, opening.end),
              "the closing `" + std::string(fence) + "` is missing");
}

void Reader::enclose(const Line& opening, const Line& closing) {
  result_.front_matter.span = between(opening.begin, closing.end);
  result_.front_matter.content = between(opening.next, closing.begin);
  end_at(closing.next);
}

/// Whether the front matter is larger than the limit, which is then told.
bool Reader::is_too_large(const Line& opening) {
  if (result_.front_matter.content.size() <= size_limit_) return false;
  add_problem(Problem::What::too_large, between(opening.begin, opening.end),
              "the front matter is larger than " + size_in_words(size_limit_));
  return true;
}

void Reader::read_closed(const Line& opening, const Line& closing) {
  enclose(opening, closing);
  if (is_too_large(opening)) return;
  const Span content = result_.front_matter.content;
  yaml::Document document =
      yaml::parse(slice(text_, content), static_cast<std::uint32_t>(opening.next), yaml_limits_);
  const bool is_wrong = document.problem || document.root.kind == yaml::Kind::scalar;
  if (const auto colon = is_wrong ? wrong_colon(content) : std::nullopt) {
    return add_problem(Problem::What::front_matter, *colon,
                       "this colon is no colon to YAML; write `: `");
  }
  take(std::move(document), opening);
}

/// Takes the keys of `document`, or tells what is wrong with it.
void Reader::take(yaml::Document document, const Line& opening) {
  if (document.problem) {
    const std::size_t lines =
        LineMap(text_.substr(0, opening.next)).line(static_cast<std::uint32_t>(opening.next)) - 1;
    const bool is_complex = document.problem->what == yaml::Problem::What::too_complex;
    add_problem(is_complex ? Problem::What::too_complex : Problem::What::front_matter,
                document.problem->span, located(*document.problem, lines));
  } else if (document.root.kind == yaml::Kind::list || document.root.kind == yaml::Kind::scalar) {
    const bool is_list = document.root.kind == yaml::Kind::list;
    add_problem(
        Problem::What::front_matter, document.root.span,
        std::string(is_list ? "a list" : "a text") + " where keys with values should stand");
  } else {
    result_.front_matter.root = std::move(document.root);
  }
}

void Reader::read_yaml(const Line& opening) {
  const auto closing = find_fence(text_, opening.next, kFence);
  const std::size_t end = yaml_lines_end(text_, opening.next);
  const bool has_keys = end > opening.next;
  if (!closing) {
    if (has_keys && is_map(opening.next, end)) leave_open(opening, end);
    return;  // else a mere divider
  }
  if (!has_keys && begins_with_divider(opening, *closing)) return;
  // A divider of the body may be taken for the fence that is missing.
  const bool has_prose_before_fence = skip_blank_lines(text_, end) < closing->begin;
  if (has_keys && has_prose_before_fence && !is_map(opening.next, closing->begin) &&
      is_map(opening.next, end)) {
    leave_open(opening, end);
    return;
  }
  read_closed(opening, *closing);
  refuse_second();
}

void Reader::refuse_second() {
  const std::size_t begin = skip_blank_lines(text_, result_.body_begin);
  if (begin >= text_.size()) return;
  const Line opening = line_at(text_, begin);
  if (!is_fence(text_, opening, kFence)) return;
  const auto closing = find_fence(text_, opening.next, kFence);
  if (!closing || !is_map(opening.next, closing->begin)) return;
  add_problem(Problem::What::front_matter, between(opening.begin, closing->end),
              "a second front matter right after the first");
  end_at(closing->next);
}

/// A front matter in TOML without its closing fence: it ends at the first blank line, where what
/// stands before that is TOML.
void Reader::leave_open_toml(const Line& opening) {
  std::size_t end = opening.next;
  while (end < text_.size() && !is_blank(text_, line_at(text_, end))) {
    end = line_at(text_, end).next;
  }
  if (end - opening.next > size_limit_) return;
  const yaml::Document document =
      toml::parse(text_.substr(opening.next, end - opening.next), 0, yaml_limits_);
  if (document.problem || document.root.entries.empty()) return;
  result_.front_matter.syntax = FrontMatter::Syntax::toml;
  leave_open(opening, end, "+++");
}

void Reader::read_toml(const Line& opening) {
  const auto closing = find_fence(text_, opening.next, "+++");
  if (!closing) return leave_open_toml(opening);
  enclose(opening, *closing);
  if (is_too_large(opening)) return;
  result_.front_matter.syntax = FrontMatter::Syntax::toml;
  take(toml::parse(slice(text_, result_.front_matter.content),
                   static_cast<std::uint32_t>(opening.next), yaml_limits_),
       opening);
}

FrontMatterResult Reader::read() {
  const std::size_t begin = text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  end_at(begin);
  const std::size_t first = skip_blank_lines(text_, begin);
  if (first >= text_.size()) return std::move(result_);
  const Line opening = line_at(text_, first);
  if (is_fence(text_, opening, kFence)) {
    const auto closing = find_fence(text_, opening.next, kFence);
    if (first == begin) {
      read_yaml(opening);
    } else if (closing && is_map(opening.next, closing->begin)) {
      add_problem(Problem::What::front_matter, between(opening.begin, opening.end),
                  "a blank line before the front matter; it must begin on the first line");
      read_yaml(opening);
    }
  } else if (first == begin && is_fence(text_, opening, "+++")) {
    read_toml(opening);
  } else if (first == begin && text_[first] == '{') {
    if (const auto end = json_end(text_, first)) {
      add_problem(Problem::What::unsupported, between(first, *end), "front matter in JSON");
      end_at(*end);
    }
  }
  return std::move(result_);
}

}  // namespace

FrontMatterResult parse_front_matter(std::string_view text, const Limits& limits) {
  return Reader(text, limits).read();
}

}  // namespace recto
