#include "checks/code_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "checks/code_syntax.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostUnclosed = 32;  // quotes of a line that are no text

class CodeReader {
 public:
  CodeReader(const Post& post, const CodeSyntax& syntax) : post_(post), syntax_(syntax) {}

  CodeText text;

  void read(Span line) {
    line_ = line;
    indent_ = behind_blanks(slice(post_, line_), 0);
    at_ = line.begin;
    code_end_ = line.begin;
    prose_.clear();
    unclosed_ = 0;
    while (at_ < line.end) step();
    std::uint32_t begin = line.begin;
    while (begin < code_end_ && is_blank(post_.text[begin])) ++begin;
    while (code_end_ > begin && is_blank(post_.text[code_end_ - 1])) --code_end_;
    if (begin == code_end_) return;
    const bool has_tags =
        syntax_.may_have_tags && slice(post_, line).find("</") != std::string_view::npos;
    if (syntax_.markup || has_tags) add_text_between_tags({begin, code_end_});
    if (syntax_.yaml) add_value({begin, code_end_});
    text.lines.push_back({{begin, code_end_}, merged()});
  }

 private:
  std::string_view rest() const { return slice(post_, {at_, line_.end}); }

  void step() {
    if (!closing_.empty()) return step_inside();
    if (const CommentStyle* comment = comment_at()) {
      text.has_comment = true;
      in_comment_ = true;
      closing_ = comment->close;
      const auto mark = static_cast<std::uint32_t>(comment->open.size());
      at_ = closing_.empty() ? line_.end : at_ + mark;
      return;
    }
    if (begins_string()) return;
    code_end_ = ++at_;
  }

  /// In a comment or a string that may go on over several lines.
  void step_inside() {
    const std::size_t end = rest().find(closing_);
    const bool ends = end != std::string_view::npos;
    const std::uint32_t begin = at_;
    at_ = ends ? at_ + static_cast<std::uint32_t>(end + closing_.size()) : line_.end;
    if (!in_comment_) code_end_ = at_;
    if (!in_comment_ || ends) prose_.push_back({begin, at_});
    if (ends) closing_ = {};
  }

  /// The comment that begins here; null where none does.
  const CommentStyle* comment_at() const {
    const auto begins = [&](const CommentStyle& style) { return begins_here(style); };
    const auto found = std::find_if(syntax_.comments.begin(), syntax_.comments.end(), begins);
    return found == syntax_.comments.end() ? nullptr : &*found;
  }

  bool begins_here(const CommentStyle& style) const {
    const std::string_view here = rest();
    const bool has_mark = here.size() >= style.open.size() &&
                          std::equal(style.open.begin(), style.open.end(), here.begin(),
                                     [](char mark, char c) { return mark == ascii_lower(c); });
    if (!has_mark) return false;
    const char before = at_ == line_.begin ? ' ' : post_.text[at_ - 1];
    switch (style.place) {
      case CommentPlace::begin_of_line:
        return indent_ == at_ - line_.begin;
      case CommentPlace::line_of_words:
        return indent_ == at_ - line_.begin &&
               (here.find(' ', style.open.size()) != here.npos || !is_ascii(here));
      case CommentPlace::behind_blank:
        return is_blank(before);
      case CommentPlace::not_in_url:
        return before != ':';
      default:
        return true;
    }
  }

  bool begins_string() {
    const std::string_view here = rest();
    const char mark = here.front();
    if (mark != '"' && mark != '\'' && mark != '`') return false;
    in_comment_ = false;
    for (const std::string_view triple : {R"(""")", "'''"}) {
      if (!here.starts_with(triple)) continue;
      at_ += 3;
      code_end_ = at_;
      closing_ = triple;
      return true;
    }
    if (unclosed_ >= kMostUnclosed) return false;
    if (takes_name_in_words()) return true;
    std::size_t end = 1;
    while (end < here.size() && here[end] != mark) end += here[end] == '\\' ? 2 : 1;
    if (end >= here.size()) {
      ++unclosed_;
      if (mark != '`' || !syntax_.has_templates) return false;
      closing_ = "`";
      code_end_ = ++at_;
      return true;
    }
    const Span quoted = span_at(at_, end + 1);
    at_ = code_end_ = quoted.end;
    // What a colon follows is a key, but for the path of a page.
    const std::size_t next = rest().find_first_not_of(' ');
    const bool is_key = next != std::string_view::npos && rest()[next] == ':' && here[1] != '/';
    if (!is_key) prose_.push_back(quoted);
    return true;
  }

  /// Passes over what F# calls a test by: ``opens the gate``.
  bool takes_name_in_words() {
    constexpr std::string_view kMarks = "``";
    const std::size_t close = rest().starts_with(kMarks) ? rest().find(kMarks, 2) : rest().npos;
    if (close == rest().npos) return false;
    const std::string_view name = rest().substr(0, close);
    if (name.find(' ') == name.npos && is_ascii(name)) return false;
    prose_.push_back(span_at(at_, close + kMarks.size()));
    at_ = code_end_ = prose_.back().end;
    return true;
  }

  /// What stands between tags and `{expressions}` is text, if it does not look like code.
  void add_text_between_tags(Span line) {
    const std::string_view code = slice(post_, line);
    block_has_tags_ = block_has_tags_ || begins_markup(code, 0, false) < code.size();
    const bool has_tags = code.find('<') != std::string_view::npos ||
                          (block_has_tags_ && code.find("{{") != std::string_view::npos);
    std::size_t brace = 0;  // the next that closes
    std::size_t begin = 0;
    while (begin < code.size()) {
      const std::size_t end = std::min(begins_markup(code, begin, has_tags), code.size());
      const std::string_view between = code.substr(begin, end - begin);
      const bool is_text = between.find_first_of("{}()=;>$&|") == std::string_view::npos;
      const bool is_beside_tag = end < code.size() || begin > 0;
      if (is_text && !between.empty() && (is_beside_tag || is_line_of_text(between))) {
        prose_.push_back(span_at(line.begin + begin, between.size()));
      }
      if (end == code.size()) break;
      if (code[end] == '{' && brace <= end) brace = closing_brace(code, end);
      const std::size_t close = code[end] == '{' ? brace : tag_end(code, end);
      if (close == std::string_view::npos) break;
      // An expression may hold tags with text of their own.
      const std::size_t tag = begins_markup(code, end + 1, has_tags);
      begin = code[end] == '{' ? std::min(close + 1, std::max(tag, end + 1)) : close + 1;
    }
  }

  /// The last byte of what closes the `{expression}` or `{{expression}}` at `at`; npos for nothing.
  static std::size_t closing_brace(std::string_view code, std::size_t at) {
    const bool is_double = code.substr(at).starts_with("{{");
    const std::size_t close = code.find(is_double ? "}}" : "}", at);
    return is_double && close != std::string_view::npos ? close + 1 : close;
  }

  /// The `>` that ends the tag at `at`, and no arrow in it: `onClick={() => go()}`; npos for none.
  static std::size_t tag_end(std::string_view code, std::size_t at) {
    std::size_t end = code.find('>', at);
    while (end != code.npos && end > 0 && code[end - 1] == '=') end = code.find('>', end + 1);
    return end;
  }

  /// Where the next tag begins, or in code that has tags the next expression.
  static std::size_t begins_markup(std::string_view code, std::size_t from, bool has_tags) {
    for (std::size_t at = from; at < code.size(); ++at) {
      if (code[at] == '{' && has_tags) return at;
      if (code[at] != '<' || at + 1 == code.size()) continue;
      if (is_ascii_letter(code[at + 1]) || code[at + 1] == '/' || code[at + 1] == '!') return at;
    }
    return code.size();
  }

  /// A line without tags is text when it has several words, or is a word with a capital.
  bool is_line_of_text(std::string_view line) const {
    const bool begins_high = static_cast<unsigned char>(line.front()) >= 0x80 ||
                             (line.front() >= 'A' && line.front() <= 'Z');
    return syntax_.may_be_prose && (begins_high || line.find(' ') != std::string_view::npos);
  }

  void add_value(Span line) {
    const std::string_view code = slice(post_, line);
    std::size_t begin = code.find(": ");
    begin =
        begin == std::string_view::npos ? (code.starts_with("- ") ? 2 : code.size()) : begin + 2;
    const std::string_view value = code.substr(begin);
    if (value.empty()) return;
    const bool is_text =
        value.find(' ') != std::string_view::npos ||
        (value.front() >= 'A' && value.front() <= 'Z') ||
        std::any_of(value.begin(), value.end(), [](char c) { return !is_ascii(c); });
    if (is_text) prose_.push_back(span_at(line.begin + begin, value.size()));
  }

  std::vector<Span> merged() {
    std::sort(prose_.begin(), prose_.end());
    // A comment behind the code is not part of the line.
    std::erase_if(prose_, [&](Span span) { return span.begin >= code_end_; });
    std::vector<Span> result;
    for (const Span span : prose_) {
      if (!result.empty() && span.begin <= result.back().end) {
        result.back().end = std::max(result.back().end, span.end);
      } else {
        result.push_back(span);
      }
    }
    return result;
  }

  const Post& post_;
  const CodeSyntax& syntax_;
  Span line_;
  std::size_t indent_ = 0;  // of the line, in bytes
  std::uint32_t at_ = 0;
  std::uint32_t code_end_ = 0;
  std::string_view closing_;  // of the comment or string that is open
  std::size_t unclosed_ = 0;  // of this line
  bool in_comment_ = false;
  bool block_has_tags_ = false;  // in the lines so far
  std::vector<Span> prose_;
};

}  // namespace

CodeText code_text(const Post& post, const Block& block, std::string_view language) {
  const CodeSyntax syntax = code_syntax(language);
  CodeReader reader(post, syntax);
  for (const Span line : block.lines) reader.read(line);
  return std::move(reader.text);
}

std::vector<Span> code_pieces(const CodeLine& line, const std::vector<Span>& texts) {
  std::vector<Span> pieces;
  std::uint32_t done = line.code.begin;
  for (const Span text : texts) {
    pieces.push_back({done, std::max(done, text.begin)});
    done = std::max(done, text.end);
  }
  pieces.push_back({done, std::max(done, line.code.end)});
  return pieces;
}

std::string code_without(const Post& post, const CodeLine& line, const std::vector<Span>& texts,
                         std::string_view stand_in) {
  const std::vector<Span> pieces = code_pieces(line, texts);
  std::string code(slice(post, pieces.front()));
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    code.append(stand_in).append(slice(post, pieces[i]));
  }
  std::erase_if(code, is_blank);
  return code;
}

std::vector<Span> texts_begun_in(const CodeLine& line) {
  std::vector<Span> texts = line.prose;
  std::erase_if(texts, [&](Span text) { return text.begin < line.code.begin; });
  return texts;
}

bool is_reordered(std::string_view left, std::string_view right) {
  std::string ours(left);
  std::string theirs(right);
  std::sort(ours.begin(), ours.end());
  std::sort(theirs.begin(), theirs.end());
  return ours == theirs;
}

bool is_for_people(std::string_view text) {
  const bool has_blank = text.find(' ') != std::string_view::npos;
  bool has_letter = false;
  for (const char c : text) {
    const bool is_letter = is_ascii_letter(c) || !is_ascii(c);
    has_letter = has_letter || is_letter;
    if (has_blank) continue;
    if (!is_letter && std::string_view("\"'`.,:!?").find(c) == std::string_view::npos) return false;
  }
  return has_letter;
}

}  // namespace recto::checks
