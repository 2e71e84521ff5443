// A fence, or an indent, that swallows prose: the code block of the translation is larger than its
// source's by about as much as the blocks that have no match beside it, and holds prose, unless it
// is a fence that nothing closes.

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "align/cause_finders.h"
#include "base/ascii.h"
#include "post/known_lines.h"
#include "post/line_codes.h"
#include "text/language.h"
#include "text/unicode.h"

namespace recto {
namespace {

constexpr double kSwallowedShare = 0.4;   // of the bytes that have no match beside the code
constexpr double kProseShare = 0.3;       // of the same bytes, that code must hold as prose
constexpr std::size_t kTellingLines = 4;  // of code; fewer hold no more blocks than they are

/// Neighbouring matches that hold a code block of the translation and blocks without a match.
struct Gap {
  std::size_t lost_bytes = 0;  // of the source's blocks without a match
  std::size_t lost_prose = 0;  // how many of them are not code
  bool has_lost_heading = false;
  bool has_heading_mark = false;  // in the translation's code
  std::size_t source_code = 0;    // bytes of the source's code in the gap
  std::size_t code_bytes = 0;     // bytes of the translation's code in the gap
  std::size_t code_lines = 0;     // lines of it
  std::optional<Span> opening;    // of the first code that may swallow: its fence, or all of it
  std::size_t prose_bytes = 0;    // in the translation's code, or code that nothing closes
  Run source;
  Run translation;
};

void extend(Run& run, const Run& by) {
  if (by.count == 0) return;
  if (run.count == 0) run.first = by.first;
  run.count = by.end() - run.first;
}

/// Whether `line` is a sentence, or a part of one, rather than code.
bool is_prose(std::string_view line) {
  constexpr std::string_view kCode = "{};=<>$|\\";
  constexpr std::size_t kLeast = 12;  // bytes
  if (line.find_first_of(kCode) != line.npos) return false;
  std::size_t letters = 0;
  std::size_t blanks = 0;
  for (const char c : line) {
    if (c == ' ') ++blanks;
    if (is_ascii_letter(c) || !is_ascii(c)) ++letters;
  }
  return letters >= kLeast && (letters + blanks) * 10 >= line.size() * 8;
}

/// Whether the line may be in the language: it has a letter beyond ASCII or one of its small words.
/// What a program says (`Successfully installed`) has neither.
bool may_be_translated(std::string_view line, const Locale& locale) {
  if (!is_ascii(line)) return true;
  if (!is_written_in_latin(locale)) return false;
  const Languages language = language_bit(locale);
  if (language == 0) return true;
  const std::vector<Span> words = word_spans(line);
  return std::any_of(words.begin(), words.end(), [&](const Span word) {
    return (languages_of(folded(slice(line, word))) & language) != 0;
  });
}

/// Tells comments, which a translator may write longer than the source's.
class CommentLines {
 public:
  CommentLines(std::string_view code, std::string_view info)
      : closes_(code.find("*/") != code.npos), is_script_(is_script(info)) {}

  /// What `line` says beside comments; empty where it is one, or a part of one. `next` is the line
  /// behind it: none is blank behind a comment of a shell.
  std::string_view code_of(std::string_view line, std::string_view next) {
    const std::string_view text = trimmed(line);
    const bool was_open = is_open_;
    const bool begins = closes_ && text.starts_with("/*");
    is_open_ = (was_open || begins) && text.find("*/") == text.npos;
    const bool is_of_shell = text.starts_with("# ") && !trimmed(next).empty();
    if (was_open || begins || text.starts_with("//") || is_of_shell) return {};
    return line.substr(0, std::min(line.find(" // "), is_script_ ? line.find(" # ") : line.npos));
  }

 private:
  /// Whether `#` begins a comment in what a fence says its code is.
  static bool is_script(std::string_view info) {
    constexpr std::array<std::string_view, 9> kScripts = {
        "bash", "console", "py", "python", "sh", "shell", "toml", "yaml", "zsh"};
    const std::string_view language = info.substr(0, info.find(' '));
    return std::find(kScripts.begin(), kScripts.end(), language) != kScripts.end();
  }

  bool closes_;
  bool is_script_;
  bool is_open_ = false;
};

/// Whether `line` gives a key a text: `title: "The gate",`.
bool is_key_with_text(std::string_view line) {
  const std::string_view text = trimmed(line);
  const std::size_t colon = text.find(": ");
  if (colon == text.npos || text.substr(0, colon).find(' ') != text.npos) return false;
  const std::string_view value = trimmed(text.substr(colon + 2));
  const char quote = value.empty() ? ' ' : value.front();
  const std::size_t close = value.rfind(quote);
  return (quote == '"' || quote == '\'' || quote == '`') && close > 0 && close + 2 >= value.size();
}

std::string_view last_line(const Post& post, const Block& code) {
  const auto line = std::find_if(code.lines.rbegin(), code.lines.rend(),
                                 [](const Span& span) { return !span.is_empty(); });
  return line == code.lines.rend() ? std::string_view() : slice(post, *line);
}

bool has_prose(const Post& post, const Block& code) {
  return std::any_of(code.lines.begin(), code.lines.end(),
                     [&](const Span& line) { return is_prose(slice(post, line)); });
}

bool has_heading_mark(const Post& post, const Block& code) {
  return std::any_of(code.lines.begin(), code.lines.end(),
                     [&](const Span& line) { return trimmed(slice(post, line)).starts_with('#'); });
}

class GapReader {
 public:
  GapReader(const Post& source, const Post& translation)
      : source_(source), translation_(translation) {
    for (const std::string_view code : line_codes(source)) codes_.insert(code);
  }

  Causes found;

  void read(const Match& match) {
    const bool is_match = match.source.count > 0 && match.translation.count > 0;
    const bool is_code = match.translation.count == 1 &&
                         translation_.blocks[match.translation.first].kind == BlockKind::code;
    if (match.moved || (is_match && !(is_code && grew(match)))) {
      finish();
      return;
    }
    add(match);
  }

  void finish() {
    const double swallowed =
        static_cast<double>(gap_.code_bytes) - static_cast<double>(gap_.source_code);
    const auto lost = static_cast<double>(gap_.lost_bytes);
    // What swallows a heading holds it with its mark.
    const bool may_hold = !gap_.has_lost_heading || gap_.has_heading_mark;
    if (gap_.opening && may_hold && gap_.prose_bytes > 0 && gap_.lost_prose > 0 &&
        static_cast<double>(gap_.prose_bytes) >= kProseShare * lost &&
        gap_.code_lines >= std::min(gap_.lost_prose, kTellingLines) &&
        swallowed >= kSwallowedShare * lost) {
      found.push_back({CauseKind::swallowed, gap_.source, gap_.translation, *gap_.opening});
    }
    gap_ = Gap();
  }

 private:
  /// Whether the code of the translation is much longer than the one that it stands for, by lines,
  /// too: what it says may be translated. Code that ends like that one was closed in its place:
  /// more was written into it.
  bool grew(const Match& match) const {
    const Block& before = source_.blocks[match.source.first];
    const Block& code = translation_.blocks[match.translation.first];
    if (is_unclosed(code)) return true;
    // Indented prose that the source indents as well is longer in another language.
    if (!is_fenced(code) && !is_fenced(before) && has_prose(source_, before)) return false;
    const std::size_t size = before.span.size();
    return code.span.size() > size + size / 3 + 40 && code.lines.size() > before.lines.size() &&
           last_line(source_, before) != last_line(translation_, code);
  }

  /// How many bytes of the `code` of the translation are prose that the source does not set as code
  /// within a line; all of a fence that goes on to the end of its post. Text that became code in a
  /// fence as it is swallows nothing.
  std::size_t prose_in(const Block& code) {
    if (is_unclosed(code)) return code.span.size();
    if (!lines_) lines_.emplace(source_, KnownLines::Of::text);
    if (is_fenced(code) && lines_->have_all(slice(translation_, code.content))) return 0;
    CommentLines comments(slice(translation_, code.content), slice(translation_, code.info));
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < code.lines.size(); ++i) {
      const std::string_view next =
          i + 1 < code.lines.size() ? slice(translation_, code.lines[i + 1]) : "";
      const std::string_view line = comments.code_of(slice(translation_, code.lines[i]), next);
      const bool is_text = is_prose(line) && !is_key_with_text(line) && !codes_.contains(line);
      if (is_text && (!is_fenced(code) || may_be_translated(line, translation_.locale)))
        bytes += line.size();
    }
    return bytes;
  }

  void add(const Match& match) {
    extend(gap_.source, match.source);
    extend(gap_.translation, match.translation);
    for (std::size_t i = 0; i < match.source.count; ++i) {
      const Block& block = source_.blocks[match.source.first + i];
      const bool is_code = block.kind == BlockKind::code;
      if (is_code) gap_.source_code += block.span.size();
      if (match.translation.count > 0) continue;
      if (!is_code && !plain_text(source_, block).empty()) ++gap_.lost_prose;
      if (!is_code) gap_.lost_bytes += block.span.size();
      gap_.has_lost_heading = gap_.has_lost_heading || block.kind == BlockKind::heading;
    }
    for (std::size_t i = 0; i < match.translation.count; ++i) {
      const Block& block = translation_.blocks[match.translation.first + i];
      if (block.kind != BlockKind::code) continue;
      gap_.code_bytes += block.span.size();
      gap_.code_lines += block.lines.size();
      gap_.has_heading_mark = gap_.has_heading_mark || has_heading_mark(translation_, block);
      const std::size_t prose = prose_in(block);
      gap_.prose_bytes += prose;
      if (!gap_.opening && prose > 0) gap_.opening = is_fenced(block) ? block.marker : block.span;
    }
  }

  const Post& source_;
  const Post& translation_;
  std::optional<KnownLines> lines_;             // of the source's text, once they are asked for
  std::unordered_set<std::string_view> codes_;  // within them
  Gap gap_;
};

}  // namespace

Causes swallowing_code(const Post& source, const Post& translation, const Alignment& alignment) {
  GapReader reader(source, translation);
  for (const Match& match : alignment) reader.read(match);
  reader.finish();
  return std::move(reader.found);
}

}  // namespace recto
