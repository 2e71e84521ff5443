// inline_code: code within a line was changed, translated or lost. Code that moved to another place
// is none of these, nor is a repetition that a sentence does without.

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "checks/blocks.h"
#include "checks/code_slips.h"
#include "checks/code_style.h"
#include "checks/code_text.h"
#include "checks/foreign.h"
#include "checks/links.h"
#include "post/ascii.h"
#include "text/excerpt.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// Codes of a paragraph that differ and are looked for elsewhere, so that time stays linear.
constexpr std::size_t kMostDifferent = 200;
constexpr std::size_t kMostSlips = 40;  // letters in which a long code may differ from the other

constexpr double kSureLikeness = 0.4;  // below this the blocks may not belong together

struct Code {
  Span content;
  std::string text;  // blanks and line ends as one blank
};

using Codes = std::vector<Code>;

void add_codes(const Post& post, const Block& block, Codes& codes) {
  for (const Inline& piece : block.inlines) {
    if (piece.kind != InlineKind::code) continue;
    const std::string_view text = slice(post, piece.content);
    codes.push_back({piece.content, short_quote(text, text.size())});
  }
}

Codes codes_of(const Post& post, std::span<const Block> blocks) {
  Codes codes;
  for (const Block& block : blocks) add_codes(post, block, codes);
  return codes;
}

std::map<std::string, std::size_t> counts_of(const Post& post) {
  std::map<std::string, std::size_t> counts;
  for (const Code& code : codes_of(post, post.blocks)) ++counts[code.text];
  return counts;
}

using Counts = std::map<std::string, std::size_t>;

/// The same of codes whose style aside is one.
Counts without_styles(const Counts& counts) {
  Counts styled;
  for (const auto& [text, uses] : counts) styled[without_style(text)] += uses;
  return styled;
}

std::string text_of(const Post& post, std::span<const Block> blocks) {
  std::string text;
  for (const Block& block : blocks) text += plain_text(post, block) + '\n';
  return text;
}

/// Takes out of both what they have in common, the first ones of each.
void cancel(Codes& left, Codes& right) {
  std::map<std::string, std::size_t> offered;
  std::map<std::string, std::size_t> taken;
  for (const Code& code : right) ++offered[code.text];
  std::erase_if(left, [&](const Code& code) {
    const auto same = offered.find(code.text);
    if (same == offered.end() || same->second == 0) return false;
    --same->second;
    ++taken[code.text];
    return true;
  });
  std::erase_if(right, [&](const Code& code) {
    const auto same = taken.find(code.text);
    return same != taken.end() && same->second > 0 && same->second-- > 0;
  });
}

/// `text` without what stands in brackets: readers fill it in.
std::string without_blanks_to_fill(std::string_view text) {
  std::string result;
  int depth = 0;
  for (const char c : text) {
    if (c == '<' || c == '[') ++depth;
    if (depth == 0) result += c;
    if (depth > 0 && (c == '>' || c == ']')) --depth;
  }
  return result;
}

/// Whether `text` is a status, a port or another number that is a name.
bool is_code_number(std::string_view text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// `text` without the line of signs that makes a title of it: `Solution ====`.
std::string_view without_underline(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  const std::size_t end = text.find_last_not_of("=-");
  const bool is_underlined = end != text.npos && text[end] == ' ' && text.size() - end > kShortest;
  return is_underlined ? text.substr(0, end) : text;
}

/// Whether `text` has letters that no keyword has: `card(银行卡)` says what it is.
bool has_letter_beyond_latin(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    const Script script = script_of(code_point);
    if (is_letter(code_point) && script != Script::latin && script != Script::greek) return true;
  }
  return false;
}

/// Whether `text` is made for machines alone: `useState`, `max_size`, `--fix`, `run()`, `404`.
/// Other words and paths may be examples, or a word of the sentence that is code, too.
bool is_technical(std::string_view text) {
  if (has_letter_beyond_latin(text)) return false;
  text = without_underline(text);
  if (is_code_number(text)) return true;
  if (text.find("://") != std::string_view::npos) return false;
  if (text.starts_with('-') || text.find_first_of("_(=:$") != std::string_view::npos) return true;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool is_after_small = text[i - 1] >= 'a' && text[i - 1] <= 'z';
    if (is_after_small && text[i] >= 'A' && text[i] <= 'Z') return true;
  }
  return false;
}

/// Whether `text` is a name of names, `worker.prefetch`, of which the last is the same in `other`:
/// a domain or a file may be another one in the language.
bool is_dotted_like(std::string_view text, std::string_view other) {
  const std::size_t dot = text.rfind('.');
  if (dot == text.npos || dot == 0 || dot + 1 == text.size()) return false;
  // `1.0.0` of `v1.0.0`, `exemple.zip` of `example.zip`
  if (!is_ascii_letter(text[dot + 1]) || text.find("example") != text.npos) return false;
  const bool is_name = std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '.';
  });
  const std::size_t other_dot = other.rfind('.');
  return is_name && other_dot != other.npos && text.substr(dot) == other.substr(other_dot);
}

/// Whether `text` is a header, `X-Tea-Token`, or a command with an option, `tea brew --hot`.
bool is_header_or_command(std::string_view text) {
  if (text.find(" -") != text.npos) return true;
  const std::size_t hyphen = text.find('-');
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return hyphen != text.npos && hyphen + 1 < text.size() && is_capital(text.front()) &&
         is_capital(text[hyphen + 1]) && text.find(' ') == text.npos;
}

/// Whether one may rightly stand for the other in a translation.
bool may_be_translated(const Code& ours, const Code& theirs) {
  if (without_blanks_to_fill(ours.text) == without_blanks_to_fill(theirs.text)) return true;
  if (!is_technical(ours.text)) return true;
  // What a function is given is often a name that only the example has.
  const std::size_t bracket = ours.text.find('(');
  const bool is_same_call = bracket != std::string::npos && bracket > 0 &&
                            ours.text.ends_with(')') && theirs.text.ends_with(')') &&
                            theirs.text.starts_with(ours.text.substr(0, bracket + 1));
  if (is_same_call) return true;
  const std::size_t word = ours.text.find(' ');
  return word != std::string::npos && ours.text.substr(0, word) != theirs.text.substr(0, word);
}

/// Whether a letter of a script that looks like Latin stands before one of Latin in one code: `с`
/// for `c`. Behind it, it is an ending.
bool mixes_look_alikes(std::string_view text) {
  bool has_other = false;
  for (std::size_t at = 0; at < text.size();) {
    const Script script = script_of(next_code_point(text, at));
    if (script == Script::latin && has_other) return true;
    has_other = has_other || script == Script::cyrillic || script == Script::greek;
  }
  return false;
}

/// Whether the two differ within one quoted path: `open('/path/to/tea')`, `open('/pfad/zum/tee')`.
bool has_other_path(std::string_view ours, std::string_view theirs) {
  const std::size_t quote = ours.find_first_of("'\"");
  if (quote == ours.npos || !theirs.starts_with(ours.substr(0, quote + 1))) return false;
  const std::size_t our_end = ours.find(ours[quote], quote + 1);
  const std::size_t their_end = theirs.find(ours[quote], quote + 1);
  if (our_end == ours.npos || their_end == theirs.npos) return false;
  const std::string_view path = ours.substr(quote + 1, our_end - quote - 1);
  const std::string_view other = theirs.substr(quote + 1, their_end - quote - 1);
  return ours.substr(our_end) == theirs.substr(their_end) && path != other &&
         std::count(path.begin(), path.end(), '/') > 1 &&
         std::count(path.begin(), path.end(), '/') == std::count(other.begin(), other.end(), '/');
}

/// Letters that changed places are a slip; others, in a word or a path, may be how the language
/// names an example.
Certainty certainty_of_slip(const Code& ours, const Code& theirs) {
  if (without_blanks_to_fill(ours.text) == without_blanks_to_fill(theirs.text)) {
    return Certainty::unsure;
  }
  // A path in brackets may be an example's own.
  if (has_other_path(ours.text, theirs.text)) return Certainty::unsure;
  const bool is_slip = is_technical(ours.text) || is_dotted_like(ours.text, theirs.text) ||
                       is_header_or_command(ours.text) || is_reordered(ours.text, theirs.text) ||
                       (mixes_look_alikes(theirs.text) && !mixes_look_alikes(ours.text));
  return is_slip ? Certainty::sure : Certainty::unsure;
}

/// The texts of the links that the translation lacks, in document order.
std::vector<Span> texts_of_lost_links(const Subject& subject) {
  const ComparedLinks& links = compared_links(subject);
  std::vector<Span> texts;
  for (const Difference& difference : links.counterparts.differences) {
    const bool is_lost = difference.source && !difference.translation;
    if (is_lost) texts.push_back(links.source[*difference.source].text);
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

class InlineCode {
 public:
  explicit InlineCode(const Subject& subject)
      : subject_(subject),
        source_counts_(counts_of(subject.source)),
        translation_counts_(counts_of(subject.translation)) {}

  Findings run() {
    for (const BlockPair& pair : block_pairs(subject_)) compare(pair);
    return std::move(findings_);
  }

 private:
  void compare(const BlockPair& pair) {
    Codes ours = codes_of(subject_.source, pair.source);
    Codes theirs = codes_of(subject_.translation, pair.translation);
    if (ours.empty() && theirs.empty()) return;
    cancel(ours, theirs);
    if (ours.empty() && theirs.empty()) return;
    if (ours.size() + theirs.size() <= kMostDifferent) look_closer(pair, ours, theirs);
    for (const Code& code : ours) report_missing(pair, code, !theirs.empty());
  }

  /// Leaves of `ours` what has no counterpart in the other paragraph.
  void look_closer(const BlockPair& pair, Codes& ours, Codes& theirs) {
    const std::string source = text_of(subject_.source, pair.source);
    const std::string translation = text_of(subject_.translation, pair.translation);
    // Who mends one name of several leaves a line that is half old.
    const bool is_alone = ours.size() == 1;
    drop_kinds(ours, theirs);
    report_styles(ours, theirs, is_alone);
    // A word that the translation marks as code, and the source does not.
    std::erase_if(theirs, [&](const Code& code) { return holds_code(source, code.text); });
    report_slips(ours, theirs, is_alone);
    std::erase_if(ours, [&](const Code& code) { return holds_code(translation, code.text); });
    if (ours.size() == 1 && theirs.size() == 1) {
      const bool is_unsure = may_be_translated(ours[0], theirs[0]);
      // What is no slip may be meant, and used by other texts.
      report_changed(ours[0], theirs[0], is_unsure ? Certainty::unsure : Certainty::sure,
                     Safety::unsafe);
      ours.clear();
    }
  }

  /// Takes out pairs of which the source's says in the code what it is.
  static void drop_kinds(Codes& ours, Codes& theirs) {
    std::erase_if(ours, [&](const Code& code) {
      const std::string_view name = without_kind(code.text);
      if (name.size() == code.text.size()) return false;
      const auto same = std::find_if(theirs.begin(), theirs.end(),
                                     [&](const Code& other) { return other.text == name; });
      if (same == theirs.end()) return false;
      theirs.erase(same);
      return true;
    });
  }

  /// Pairs that are the same but for style.
  void report_styles(Codes& ours, Codes& theirs, bool is_alone) {
    std::erase_if(ours, [&](const Code& code) {
      const std::string name = without_style(code.text);
      const auto same = std::find_if(theirs.begin(), theirs.end(), [&](const Code& other) {
        return is_same_name(without_style(other.text), name);
      });
      if (same == theirs.end()) return false;
      report_changed(code, *same, Certainty::unsure, safety_of(code, *same, is_alone));
      theirs.erase(same);
      return true;
    });
  }

  /// Pairs that are nearly the same.
  void report_slips(Codes& ours, Codes& theirs, bool is_alone) {
    std::erase_if(ours, [&](const Code& code) {
      const std::size_t limit = std::clamp<std::size_t>(length(code.text) / 4, 1, kMostSlips);
      const auto slip = std::find_if(theirs.begin(), theirs.end(), [&](const Code& other) {
        return edit_distance(code.text, other.text, limit) <= limit;
      });
      if (slip == theirs.end()) return false;
      // A path may be written with or without the slashes at its ends.
      if (without_slashes(code.text) != without_slashes(slip->text)) {
        report_changed(code, *slip, certainty_of_slip(code, *slip),
                       safety_of(code, *slip, is_alone));
      }
      theirs.erase(slip);
      return true;
    });
  }

  Safety safety_of(const Code& ours, const Code& theirs, bool is_alone) {
    if (!is_alone) return Safety::unsafe;
    if (!slips_) slips_.emplace(subject_);
    return slips_->can_mend(ours.text, theirs.text) ? Safety::safe : Safety::unsafe;
  }

  void report_changed(const Code& ours, const Code& theirs, Certainty certainty, Safety safety) {
    if (!slips_) slips_.emplace(subject_);
    if (slips_->may_be_of_source(ours.text, theirs.text)) certainty = Certainty::unsure;
    Finding finding{.span = theirs.content, .source = ours.content};
    finding.fields = {{"expected", ours.text}, {"found", theirs.text}};
    finding.certainty = certainty;
    constexpr std::string_view kNoFix = "`\r\n";  // longer marks, and lines of another container
    const std::string_view written = slice(subject_.source, ours.content);
    if (written.find_first_of(kNoFix) == written.npos &&
        theirs.text.find('`') == theirs.text.npos) {
      finding.fix = Fix{.safety = safety, .edits = {{theirs.content, std::string(written)}}};
    }
    findings_.push_back(std::move(finding));
  }

  void report_missing(const BlockPair& pair, const Code& code, bool has_other_code) {
    if (translation_counts_[code.text] >= source_counts_[code.text]) return;  // it moved
    if (stands_in_other_style(code)) return;
    if (is_in_lost_link(code.content) || is_foreign(pair.translation.front().span)) return;
    Finding finding{.span = pair.translation.front().span, .source = code.content};
    finding.fields = {{"expected", code.text}, {"found", ""}};
    finding.variant = "missing";
    const bool may_be_named = code.text.size() < 2;  // a sign: a dash, an asterisk
    if (has_other_code || pair.match.likeness < kSureLikeness || !is_technical(code.text) ||
        may_be_named) {
      finding.certainty = Certainty::unsure;
    }
    findings_.push_back(std::move(finding));
  }

  /// Whether the translation has the code as often, written in another way: `is(...)` for `is()`.
  bool stands_in_other_style(const Code& code) {
    if (!styled_) styled_ = {without_styles(source_counts_), without_styles(translation_counts_)};
    const std::string name = without_style(code.text);
    return styled_->second[name] >= styled_->first[name];
  }

  /// Whether `code` is text of a link that is missing, which is a finding of its own.
  bool is_in_lost_link(Span code) {
    if (!lost_links_) lost_links_ = texts_of_lost_links(subject_);
    const auto behind = std::partition_point(lost_links_->begin(), lost_links_->end(),
                                             [&](Span text) { return text.begin <= code.begin; });
    return behind != lost_links_->begin() && std::prev(behind)->holds(code);
  }

  /// Whether the block, or a part of it, is not in the language at all: what it lacks beside is the
  /// smaller matter.
  bool is_foreign(Span block) {
    if (!foreign_) foreign_ = foreign_text(subject_);
    return std::any_of(foreign_->begin(), foreign_->end(),
                       [&](Span text) { return text.overlaps(block); });
  }

  const Subject& subject_;
  std::optional<std::vector<Span>> foreign_;  // once it is asked for
  std::map<std::string, std::size_t> source_counts_;
  std::map<std::string, std::size_t> translation_counts_;
  std::optional<std::vector<Span>> lost_links_;      // once they are asked for
  std::optional<std::pair<Counts, Counts>> styled_;  // once they are asked for
  std::optional<CodeSlips> slips_;                   // once it is asked for
  Findings findings_;
};

Findings run(const Subject& subject) {
  return InlineCode(subject).run();
}

}  // namespace

CheckKind inline_code() {
  return {"inline_code",
          "Code within a line is the source's.",
          {"expected", "found"},
          [](Params&) -> Check { return PairCheck(run); }};
}

}  // namespace recto::checks
