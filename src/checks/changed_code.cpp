// changed_code: a code block says something else than the source's. Comments, texts in quotes and
// between tags may be translated; in blocks without a language, and in diagrams, everything may.

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "checks/code.h"
#include "checks/code_blanks.h"
#include "checks/code_indent.h"
#include "checks/code_line_ends.h"
#include "checks/code_names.h"
#include "checks/code_prompt.h"
#include "checks/code_text.h"
#include "checks/matched_code.h"
#include "post/ascii.h"
#include "post/block_start.h"
#include "post/line_codes.h"
#include "text/excerpt.h"
#include "text/similarity.h"

namespace recto::checks {
namespace {

constexpr std::size_t kMostLooks = 100;     // for lines of a block, so that time stays linear
constexpr std::size_t kLongestLook = 2000;  // bytes of such a line
constexpr std::size_t kLookAhead = 40;      // lines that may be lost or added at one place

std::string collapsed(std::string_view text) {
  return short_quote(text, text.size());
}

/// One side of a pair.
struct Side {
  const Post& post;
  const Block& block;
  std::string_view language;
  CodeText text;
  std::vector<std::string> lines;  // of `text`, as they are compared

  Side(const Post& of, const Block& code, std::string_view name)
      : post(of), block(code), language(name), text(code_text(of, code, name)) {
    for (const CodeLine& line : text.lines) lines.push_back(collapsed(slice(of, line.code)));
  }
};

struct Difference {
  Span source;
  Span translation;
  std::string variant;
  Certainty certainty = Certainty::sure;
};

bool is_part_of_token(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || !is_ascii(c) ||
         std::string_view("_-.@$").find(c) != std::string_view::npos;
}

bool is_of_operator(char c) {
  return std::string_view("=<>!&|+*%^:").find(c) != std::string_view::npos;
}

/// The tokens in which two stretches differ, between what they begin and end with alike.
std::pair<Span, Span> differing(const Post& source, Span ours, const Post& translation,
                                Span theirs) {
  const auto alike = [&](std::uint32_t left, std::uint32_t right) {
    return source.text[left] == translation.text[right];
  };
  std::uint32_t begin = 0;
  const std::uint32_t shorter = std::min(ours.size(), theirs.size());
  while (begin < shorter && alike(ours.begin + begin, theirs.begin + begin)) ++begin;
  std::uint32_t end = 0;
  while (end < shorter - begin && alike(ours.end - end - 1, theirs.end - end - 1)) ++end;
  const bool parts_operator =
      (begin < ours.size() && is_of_operator(source.text[ours.begin + begin])) ||
      (begin < theirs.size() && is_of_operator(translation.text[theirs.begin + begin]));
  while (parts_operator && begin > 0 && is_of_operator(source.text[ours.begin + begin - 1]))
    --begin;
  while (begin > 0 && is_part_of_token(source.text[ours.begin + begin - 1])) --begin;
  const bool ends_in_operator =
      (begin + end < ours.size() && is_of_operator(source.text[ours.end - end - 1])) ||
      (begin + end < theirs.size() && is_of_operator(translation.text[theirs.end - end - 1]));
  while (ends_in_operator && end > 0 && is_of_operator(source.text[ours.end - end])) --end;
  while (end > 0 && is_part_of_token(source.text[ours.end - end])) --end;
  return {{ours.begin + begin, ours.end - end}, {theirs.begin + begin, theirs.end - end}};
}

/// Whether one word of code was mistyped in the other: a letter, or two that changed places.
bool is_typing_slip(std::string_view ours, std::string_view theirs) {
  constexpr std::string_view kEnds = " \t\n\"'`0123456789";
  constexpr std::size_t kShortest = 4;
  return ours.size() >= kShortest && ours.find_first_of(kEnds) == ours.npos &&
         theirs.find_first_of(kEnds) == theirs.npos && edit_distance(ours, theirs, 1) <= 1;
}

/// Whether both lines include the same file for MkDocs: `{!> a.py !}` keeps the indent of its line,
/// which is all that `>` says.
bool includes_same(std::string_view ours, std::string_view theirs) {
  const auto file = [](std::string_view line) {
    if (!line.starts_with("{!") || !line.ends_with("!}")) return std::string_view();
    line = line.substr(2, std::max<std::size_t>(line.size(), 4) - 4);
    if (line.starts_with('>')) line.remove_prefix(1);
    while (line.starts_with(' ')) line.remove_prefix(1);
    while (line.ends_with(' ')) line.remove_suffix(1);
    return line;
  };
  return !file(ours).empty() && file(ours) == file(theirs);
}

std::string_view without_quotes(std::string_view text) {
  const bool is_quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'');
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

class CodeComparer {
 public:
  CodeComparer(const Side& source, const Side& translation, bool is_free, CodeNames& names)
      : source_(source), translation_(translation), is_free_(is_free), names_(names) {}

  bool has_translated_text = false;  // what differs is, at least in part, for people

  /// The first difference that is none of translation, else the first that may be one.
  std::optional<Difference> run() {
    while (i_ < source_.lines.size() || j_ < translation_.lines.size()) step();
    return sure_ ? sure_ : unsure_;
  }

 private:
  bool same(std::size_t i, std::size_t j) const {
    const bool ends = i >= source_.lines.size() && j >= translation_.lines.size();
    if (i >= source_.lines.size() || j >= translation_.lines.size()) return ends;
    return source_.lines[i] == translation_.lines[j];
  }

  void step() {
    if (i_ < source_.lines.size() && j_ < translation_.lines.size()) {
      if (!same(i_, j_) && !same(i_ + 1, j_ + 1)) {
        if (const std::size_t lost = lines_lost(); lost > 0) return lose(lost);
        if (const std::size_t added = lines_added(); added > 0) return add(added);
      }
      if (!same(i_, j_)) compare(source_.text.lines[i_], translation_.text.lines[j_]);
      ++i_;
      ++j_;
    } else if (i_ < source_.lines.size()) {
      lose(source_.lines.size() - i_);
    } else {
      add(translation_.lines.size() - j_);
    }
  }

  std::size_t lines_lost() const {
    if (translation_.lines[j_].size() < 3) return 0;
    for (std::size_t k = 1; k <= kLookAhead && i_ + k < source_.lines.size(); ++k) {
      if (same(i_ + k, j_)) return k;
    }
    return 0;
  }

  std::size_t lines_added() const {
    if (source_.lines[i_].size() < 3) return 0;
    for (std::size_t k = 1; k <= kLookAhead && j_ + k < translation_.lines.size(); ++k) {
      if (same(i_, j_ + k)) return k;
    }
    return 0;
  }

  /// Whether the other side has what `line` says in a line that is broken elsewhere, as prose may
  /// be.
  bool is_only_broken(const Side& side, Span line, const Side& other) {
    if (!is_free_ || ++looks_ > kMostLooks) return false;
    const std::string_view text = slice(side.post, line);
    if (text.size() > kLongestLook) return false;
    return slice(other.post, other.block.span).find(text) != std::string_view::npos;
  }

  void lose(std::size_t count) {
    const bool at_end = j_ >= translation_.lines.size();
    const std::uint32_t last = translation_.block.lines.empty()
                                   ? translation_.block.span.end
                                   : translation_.block.lines.back().end;
    const std::uint32_t place = at_end ? last : translation_.text.lines[j_].code.begin;
    const Span line = source_.text.lines[i_].code;
    i_ += count;
    if (is_only_broken(source_, line, translation_)) return;
    note({line, {place, place}, "line_lost", certainty()});
  }

  void add(std::size_t count) {
    const bool at_end = i_ >= source_.lines.size();
    const std::uint32_t last =
        source_.block.lines.empty() ? source_.block.span.end : source_.block.lines.back().end;
    const std::uint32_t place = at_end ? last : source_.text.lines[i_].code.begin;
    const Span line = translation_.text.lines[j_].code;
    j_ += count;
    if (is_only_broken(translation_, line, source_)) return;
    note({{place, place}, line, "line_added", certainty()});
  }

  void compare(const CodeLine& ours, const CodeLine& theirs) {
    if (is_free_) return compare_free(ours, theirs);
    if (includes_same(slice(source_.post, ours.code), slice(translation_.post, theirs.code)))
      return;
    const std::string left = code_without(source_.post, ours, ours.prose);
    const std::string right = code_without(translation_.post, theirs, theirs.prose);
    if (left == right) {
      if (differ_in_blanks(ours, theirs)) return note({ours.code, theirs.code, ""});
      has_translated_text = has_translated_text || ours.prose.size() != theirs.prose.size();
      if (ours.prose.size() != theirs.prose.size()) return;
      for (std::size_t k = 0; k < ours.prose.size(); ++k) {
        compare_text(ours.prose[k], theirs.prose[k]);
      }
      return;
    }
    const auto [source, translation] =
        differing(source_.post, ours.code, translation_.post, theirs.code);
    const bool is_style =
        differ_in_end_marks(without_prompt(left, slice(source_.post, ours.code)),
                            without_prompt(right, slice(translation_.post, theirs.code))) ||
        differ_in_end_marks(slice(source_.post, source), slice(translation_.post, translation));
    const bool is_unsure =
        is_style || is_prompt(slice(source_.post, ours.code)) ||
        differ_in_prompts(slice(source_.post, ours.code), slice(translation_.post, theirs.code)) ||
        names_.differ_in_names_alone(ours, theirs);
    note({source, translation, "", is_unsure ? Certainty::unsure : Certainty::sure});
  }

  bool differ_in_blanks(const CodeLine& ours, const CodeLine& theirs) const {
    const std::vector<Span> left = code_pieces(ours, ours.prose);
    const std::vector<Span> right = code_pieces(theirs, theirs.prose);
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (differ_in_telling_blanks(slice(source_.post, left[i]), slice(translation_.post, right[i]),
                                   source_.language))
        return true;
    }
    return false;
  }

  void compare_text(Span ours, Span theirs) {
    const std::string_view source = without_quotes(slice(source_.post, ours));
    const std::string_view translation = without_quotes(slice(translation_.post, theirs));
    if (source == translation) return;
    const auto [from, to] = differing(source_.post, ours, translation_.post, theirs);
    if (is_reordered(source, translation)) return note({from, to, "", Certainty::sure});
    has_translated_text = true;
    if (!is_for_people(source)) note({from, to, "", Certainty::unsure});
  }

  void compare_free(const CodeLine& ours, const CodeLine& theirs) {
    has_translated_text = true;
    const auto [source, translation] =
        differing(source_.post, ours.code, translation_.post, theirs.code);
    if (is_reordered(slice(source_.post, source), slice(translation_.post, translation))) {
      note({source, translation, "", Certainty::unsure});
    } else if (names_command(slice(source_.post, ours.code), source.begin - ours.code.begin) &&
               is_typing_slip(slice(source_.post, source), slice(translation_.post, translation))) {
      note({source, translation, "", Certainty::sure});
    }
  }

  Certainty certainty() const { return is_free_ ? Certainty::unsure : Certainty::sure; }

  void note(Difference difference) {
    auto& first = difference.certainty == Certainty::sure ? sure_ : unsure_;
    if (!first) first = std::move(difference);
  }

  const Side& source_;
  const Side& translation_;
  bool is_free_;
  CodeNames& names_;
  std::size_t i_ = 0;
  std::size_t j_ = 0;
  std::size_t looks_ = 0;
  std::optional<Difference> sure_;
  std::optional<Difference> unsure_;
};

/// What makes the translation's lines those of the source; none when their number differs. Safe
/// where one word differs.
std::optional<Fix> fix_for(const Side& ours, const Side& theirs, const Difference& difference) {
  if (ours.block.lines.size() != theirs.block.lines.size()) return std::nullopt;
  Fix fix;
  for (std::size_t i = 0; i < ours.block.lines.size(); ++i) {
    const std::string_view expected = slice(ours.post, ours.block.lines[i]);
    if (collapsed(expected) == collapsed(slice(theirs.post, theirs.block.lines[i]))) continue;
    // What the source may quote, as its fence is another, would end the translation's.
    const std::string_view fence = slice(theirs.post, theirs.block.marker);
    const std::size_t text = std::min(expected.find_first_not_of(" \t"), expected.size());
    if (!fence.empty() && closes_fence(expected.substr(text), fence.front(),
                                       static_cast<std::uint32_t>(fence.size()))) {
      return std::nullopt;
    }
    fix.edits.push_back({theirs.block.lines[i], std::string(expected)});
  }
  const bool is_slip =
      fix.edits.size() == 1 && is_typing_slip(slice(ours.post, difference.source),
                                              slice(theirs.post, difference.translation));
  fix.safety = is_slip ? Safety::safe : Safety::unsafe;
  return fix;
}

/// Whether both are names of files of one kind: `kettle.js`, `kessel.js`.
bool are_file_names(std::string_view ours, std::string_view theirs) {
  constexpr std::size_t kLongestExtension = 5;  // with its dot
  const std::size_t dot = ours.rfind('.');
  if (dot == ours.npos || dot == 0 || ours.size() - dot > kLongestExtension) return false;
  const std::string_view extension = ours.substr(dot);
  return extension.size() > 1 && theirs.size() > extension.size() && theirs.ends_with(extension);
}

/// The code within the lines of both posts.
class NamedInProse {
 public:
  explicit NamedInProse(const Subject& subject)
      : source_(codes_of(subject.source)), translation_(codes_of(subject.translation)) {}

  /// Whether the prose, too, calls `ours` by the name `theirs` throughout.
  bool renames(std::string_view ours, std::string_view theirs) const {
    return source_.contains(ours) && translation_.contains(theirs) && !translation_.contains(ours);
  }

 private:
  using Codes = std::unordered_set<std::string_view>;

  static Codes codes_of(const Post& post) {
    const std::vector<std::string_view> codes = line_codes(post);
    return {codes.begin(), codes.end()};
  }

  Codes source_;
  Codes translation_;
};

class ChangedCode {
 public:
  explicit ChangedCode(std::vector<std::string> free_languages)
      : free_languages_(std::move(free_languages)) {}

  Findings operator()(const Subject& subject) const {
    Findings findings;
    CodeNames names(subject);
    std::optional<NamedInProse> named;  // made for the first difference
    for (const CodePair& pair : matched_code(subject).pairs) {
      // Most blocks are copies to the byte.
      if (slice(subject.source, pair.source.span) ==
          slice(subject.translation, pair.translation.span)) {
        continue;
      }
      const std::string language = language_of(slice(subject.source, pair.source.info));
      const Side ours(subject.source, pair.source, language);
      const Side theirs(subject.translation, pair.translation, language);
      CodeComparer comparer(ours, theirs, is_free(language), names);
      const auto difference = ours.lines == theirs.lines ? std::nullopt : comparer.run();
      if (!difference) {
        compare_indents(ours, theirs, language, findings);
        continue;
      }
      Finding& finding = findings.emplace_back(finding_for(ours, theirs, *difference));
      if (finding.certainty == Certainty::sure &&
          differ_in_line_ends(ours.post, ours.text, theirs.post, theirs.text, language)) {
        finding.certainty = Certainty::unsure;
      }
      const bool has_comment = ours.text.has_comment || theirs.text.has_comment;
      if (!has_comment && !comparer.has_translated_text) {
        finding.fix = fix_for(ours, theirs, *difference);
      }
      if (!named) named.emplace(subject);
      const std::string_view from = slice(subject.source, difference->source);
      const std::string_view to = slice(subject.translation, difference->translation);
      if (!named->renames(from, to)) continue;
      // To mend the code alone would part it from its text; a file may have another name.
      if (finding.fix) finding.fix->safety = Safety::unsafe;
      if (are_file_names(from, to)) finding.certainty = Certainty::unsure;
    }
    return findings;
  }

 private:
  bool is_free(const std::string& language) const {
    return language.empty() || std::find(free_languages_.begin(), free_languages_.end(),
                                         language) != free_languages_.end();
  }

  void compare_indents(const Side& ours, const Side& theirs, const std::string& language,
                       Findings& findings) const {
    const IndentedCode source{ours.post, ours.block, ours.text};
    const IndentedCode translation{theirs.post, theirs.block, theirs.text};
    const auto line = line_indented_otherwise(source, translation, language);
    if (!line) return;
    const Difference difference{ours.text.lines[*line].code, theirs.text.lines[*line].code,
                                "indentation"};
    findings.push_back(finding_for(ours, theirs, difference));
    // Where lines are broken and what is no program may be set otherwise.
    if (is_free(language) || language == "sh") findings.back().certainty = Certainty::unsure;
    findings.back().fix = indentation_fix(source, translation);
  }

  static Finding finding_for(const Side& ours, const Side& theirs, const Difference& difference) {
    Finding finding{.span = difference.translation, .source = difference.source};
    finding.certainty = difference.certainty;
    finding.variant = difference.variant;
    if (finding.variant.empty() && difference.translation.is_empty()) finding.variant = "lost";
    if (finding.variant.empty() && difference.source.is_empty()) finding.variant = "added";
    finding.fields = {{"language", language_name(ours.post, ours.block)},
                      {"expected", short_quote(slice(ours.post, difference.source))},
                      {"found", short_quote(slice(theirs.post, difference.translation))}};
    return finding;
  }

  std::vector<std::string> free_languages_;
};

}  // namespace

CheckKind changed_code() {
  return {"changed_code",
          "A code block is the source's, but for comments and texts in it.",
          {"language", "expected", "found"},
          [](Params& params) -> Check {
            return PairCheck(ChangedCode(params.strings("free_languages", {})));
          }};
}

}  // namespace recto::checks
