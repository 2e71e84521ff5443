#include "align/tokens.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/hash.h"
#include "base/lines.h"
#include "base/path_parts.h"
#include "text/unicode.h"
#include "text/url.h"

namespace recto {
namespace {

/// Bytes of what may make a token of a word.
constexpr ByteSet kMayKeep =
    ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").with_all_beyond_ascii();

std::uint64_t token_of(std::string_view text) {
  const bool has_digit = std::any_of(text.begin(), text.end(), is_ascii_digit);
  const std::uint64_t hash = hash_of(text);
  return has_digit ? hash | kNumberToken : hash & ~kNumberToken;
}

/// Reads runs of letters and digits; knows which of them a translator keeps.
class TokenScanner {
 public:
  explicit TokenScanner(std::vector<std::uint64_t>& tokens) : tokens_(tokens) {}

  void scan(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      if (word_.empty()) at = behind_small_words(text, at);
      if (at == text.size()) break;
      const char32_t c = next_code_point(text, at);
      if (const auto digit = digit_value(c)) {
        add_digit(*digit);
      } else if (c < 0x250 && is_letter(c)) {  // Latin letters, accents included
        add_letter(c);
      } else if (!(is_number_only_ && is_separator(c, text, at))) {
        finish();
      }
    }
    finish();
  }

 private:
  /// Where, from `at` on, something else stands than words in small letters, which are no tokens.
  static std::size_t behind_small_words(std::string_view text, std::size_t at) {
    std::size_t word = at;
    while (at < text.size() && !kMayKeep.has(text[at])) {
      if (!kSmallAsciiLetters.has(text[at++])) word = at;
    }
    return at == text.size() ? at : word;
  }

  /// Whether `c` stands between two digits of one number.
  static bool is_separator(char32_t c, std::string_view text, std::size_t at) {
    if (c != U',' && c != U'.' && c != U'\u00A0' && c != U'\u202F' && c != U'\'') return false;
    return at < text.size() && digit_value(next_code_point(text, at)).has_value();
  }

  void add_digit(int digit) {
    word_ += static_cast<char>('0' + digit);
    keeps_ = true;
    if (word_.size() == 1) is_number_only_ = true;
  }

  void add_letter(char32_t c) {
    if (is_number_only_) finish();  // `50GB` and `10x`: the number is what survives
    if (is_upper(c)) {
      keeps_ = true;
      ++capitals_;
      c = c < 0x80 ? c + 0x20 : c;
    }
    append_utf8(word_, c);
  }

  void finish() {
    // The plural of an abbreviation is often left out: `LLMs`.
    if (capitals_ > 1 && capitals_ + 1 == word_.size() && word_.back() == 's') word_.pop_back();
    // One letter is an article or a variable: no evidence.
    if (keeps_ && (is_number_only_ || word_.size() > 1)) tokens_.push_back(token_of(word_));
    word_.clear();
    keeps_ = false;
    is_number_only_ = false;
    capitals_ = 0;
  }

  std::vector<std::uint64_t>& tokens_;
  std::string word_;
  std::size_t capitals_ = 0;
  bool keeps_ = false;
  bool is_number_only_ = false;
};

/// Adds the words of a command, by which headings of one program differ: `gate open [--wide]`.
void add_words(std::string_view code, std::vector<std::uint64_t>& tokens) {
  constexpr std::size_t kShortest = 4;
  for (std::size_t at = 0; at < code.size();) {
    std::size_t end = at;
    while (end < code.size() && is_ascii_letter(code[end])) ++end;
    const std::size_t size = end - at;
    if (size >= kShortest && size < code.size()) tokens.push_back(token_of(code.substr(at, size)));
    at = end + 1;
  }
}

void add_url(std::string_view target, std::vector<std::uint64_t>& tokens) {
  const Url url = parse_url(target);
  std::string path = percent_decoded(url.path);
  while (!path.empty() && path.back() == '/') path.pop_back();
  const std::size_t slash = path.rfind('/');
  tokens.push_back(
      token_of(url.host + "#" + (slash == std::string::npos ? path : path.substr(slash))));
}

/// Whether `text` is a name of code without its marks, as some set it in bold: `lamp-keeper`.
bool is_small_name(std::string_view text) {
  constexpr std::string_view kJoins = "-_./";
  const auto is_join = [&](char c) { return kJoins.find(c) != kJoins.npos; };
  constexpr std::size_t kShortest = 5;  // not `e.g.` or `24/7`
  return text.size() >= kShortest && std::any_of(text.begin(), text.end(), is_join) &&
         std::any_of(text.begin(), text.end(), is_ascii_letter) &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return is_join(c) || kSmallAsciiLetters.has(c) || is_ascii_digit(c);
         });
}

/// Whether `piece` is a picture called by its number alone, `img/3.png`: with one more before it,
/// it has the name of another, and `Fig. 3` in its text says as little.
bool is_numbered_picture(const Post& post, const Inline& piece) {
  if (piece.kind != InlineKind::image) return false;
  const std::string_view name = stem_of(file_name(slice(post, piece.target)));
  return !name.empty() && std::all_of(name.begin(), name.end(), is_ascii_digit);
}

}  // namespace

std::vector<std::uint64_t> tokens_of(const Post& post, const Block& block, std::string_view text) {
  std::vector<std::uint64_t> tokens;
  const bool is_numbered = block.kind == BlockKind::image && !block.inlines.empty() &&
                           is_numbered_picture(post, block.inlines.front());
  if (!is_numbered) TokenScanner(tokens).scan(text);
  for (const Inline& piece : block.inlines) {
    if (is_numbered_picture(post, piece)) continue;
    if (piece.kind == InlineKind::code) {
      const std::string_view code = slice(post, piece.content);
      tokens.push_back(token_of(code));
      if (block.kind == BlockKind::heading) add_words(code, tokens);
    }
    if (piece.kind == InlineKind::link || piece.kind == InlineKind::image) {
      add_url(slice(post, piece.target), tokens);
    }
    if (piece.kind == InlineKind::emphasis && is_small_name(slice(post, piece.content))) {
      tokens.push_back(token_of(slice(post, piece.content)));
    }
    // `<kbd` of `<kbd>`
    const std::string_view tag = slice(post, piece.span);
    if (piece.kind == InlineKind::html && tag.size() > 1 && is_ascii_letter(tag[1])) {
      tokens.push_back(token_of(tag.substr(0, tag.find_first_of(" />\n"))));
    }
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

std::vector<std::uint64_t> files_of(std::string_view code) {
  std::vector<std::uint64_t> files;
  static constexpr ByteSet kOfPath(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./");
  for (std::size_t slash = code.find('/'); slash != std::string_view::npos;
       slash = code.find('/', slash + 1)) {
    std::size_t end = slash + 1;
    while (end < code.size() && kOfPath.has(code[end]) && code[end] != '/') ++end;
    const std::string_view name = code.substr(slash + 1, end - slash - 1);
    const bool is_last = end == code.size() || code[end] != '/';
    if (is_last && name.find('.', 1) < name.size() - 1) files.push_back(hash_of(name));
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::uint64_t> lines_of_code(std::string_view code) {
  constexpr std::size_t kShortest = 8;
  std::vector<std::uint64_t> lines;
  for (const std::string_view line : lines_of(code)) {
    const std::string_view told = trimmed(line);
    if (told.size() >= kShortest) lines.push_back(hash_of(told));
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

std::vector<std::uint64_t> urls_of(const Post& post, const Block& block) {
  std::vector<std::uint64_t> urls;
  for (const Inline& piece : block.inlines) {
    const std::string_view url = slice(post, piece.target);
    const bool has_host = piece.kind == InlineKind::link && url.find("://") != url.npos;
    if (has_host) urls.push_back(hash_of(url));
  }
  std::sort(urls.begin(), urls.end());
  return urls;
}

std::size_t count_common(const std::vector<std::uint64_t>& left,
                         const std::vector<std::uint64_t>& right) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    if (left[i] == right[j]) {
      ++common;
      ++i;
      ++j;
    } else if (left[i] < right[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return common;
}

}  // namespace recto
