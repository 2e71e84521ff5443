#include "checks/code_comparison.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "checks/code_blanks.h"
#include "checks/code_doubt.h"
#include "checks/code_lines.h"
#include "checks/code_prompt.h"
#include "text/excerpt.h"
#include "text/similarity.h"
#include "text/variables.h"

namespace recto::checks {
namespace {

constexpr std::size_t kTelling = 3;         // bytes of a line; `}` stands everywhere
constexpr std::size_t kMostLooks = 100;     // for lines of a block, so that time stays linear
constexpr std::size_t kLongestLook = 2000;  // bytes of such a line
constexpr std::size_t kLookAhead = 40;      // lines that may be lost or added at one place

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

class CodeComparer {
 public:
  CodeComparer(const CodeSide& source, const CodeSide& translation, bool is_free, CodeNames& names)
      : source_(source),
        translation_(translation),
        is_free_(is_free),
        has_prompts_(std::any_of(source.lines.begin(), source.lines.end(),
                                 [](const auto& line) { return line.starts_with("$ "); })),
        doubt_(source, translation, names) {}

  bool has_translated_text = false;  // what differs is, at least in part, for people

  /// The first difference that is none of translation, else the first that may be one.
  std::optional<CodeDifference> run() {
    while (i_ < source_.lines.size() || j_ < translation_.lines.size()) step();
    // The entries of a list in another order lack nothing.
    if (sure_ && differ_in_order(source_, translation_)) sure_->certainty = Certainty::unsure;
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
      if (lose_or_add_inside()) return;
      if (!same(i_, j_) && skip_surplus()) return;
      if (!same(i_, j_) && !same(i_ + 1, j_ + 1)) {
        if (const std::size_t lost = lines_lost(); lost > 0) return lose(lost);
        if (const std::size_t added = lines_added(); added > 0) return add(added);
      }
      const std::string_view language = source_.language;
      if (!same(i_, j_) &&
          !differ_in_quoted_keys(source_.lines[i_], translation_.lines[j_], language))
        compare(source_.text.lines[i_], translation_.text.lines[j_]);
      ++i_;
      ++j_;
    } else if (i_ < source_.lines.size()) {
      lose(source_.lines.size() - i_);
    } else {
      add(translation_.lines.size() - j_);
    }
  }

  /// Passes over a line of the longer side where the next one is clearly more like the other
  /// side's.
  bool skip_surplus() {
    constexpr double kClearly = 0.25;
    const std::size_t ours = source_.lines.size() - i_;
    const std::size_t theirs = translation_.lines.size() - j_;
    if (is_free_ || ours == theirs || ++looks_ > kMostLooks) return false;
    const std::string& left = source_.lines[i_];
    const std::string& right = translation_.lines[j_];
    const std::string& next = ours > theirs ? source_.lines[i_ + 1] : translation_.lines[j_ + 1];
    if (std::max({left.size(), right.size(), next.size()}) > kLongestLook) return false;
    const std::string& other = ours > theirs ? right : left;
    if ((ours > theirs ? left : right).size() < kTelling) return false;
    const double alike = next == other ? 1 : resemblance(next, other);
    if (alike <= resemblance(left, right) + kClearly) return false;
    if (ours > theirs) {
      lose(1);
    } else {
      add(1);
    }
    return true;
  }

  /// Passes over what only one side has between brackets that the other closes at once.
  bool lose_or_add_inside() {
    const std::size_t lost = lines_inside(source_.lines, i_, translation_.lines[j_]);
    const std::size_t added = lines_inside(translation_.lines, j_, source_.lines[i_]);
    if (lost == 0 && added == 0) return false;
    ++i_;
    ++j_;
    if (lost > 0) {
      lose(lost);
      ++i_;  // what closes the bracket
    } else {
      add(added);
      ++j_;
    }
    return true;
  }

  /// Whether the lines are the same, and say enough to be known by or go on alike.
  bool agree(std::size_t i, std::size_t j) const {
    return same(i, j) && (source_.lines[i].size() >= kTelling || same(i + 1, j + 1));
  }

  std::size_t lines_lost() const {
    for (std::size_t k = 1; k <= kLookAhead && i_ + k < source_.lines.size(); ++k) {
      if (agree(i_ + k, j_)) return k;
    }
    return 0;
  }

  std::size_t lines_added() const {
    for (std::size_t k = 1; k <= kLookAhead && j_ + k < translation_.lines.size(); ++k) {
      if (agree(i_, j_ + k)) return k;
    }
    return 0;
  }

  /// Whether the other side has what `line` says in a line that is broken elsewhere, as prose may
  /// be.
  bool is_only_broken(const CodeSide& side, Span line, const CodeSide& other) {
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
    note({{place, place},
          line,
          "line_added",
          doubt_.is_adapted(line) ? Certainty::unsure : certainty()});
  }

  void compare(const CodeLine& ours, const CodeLine& theirs) {
    if (is_free_ && !must_stay(ours, theirs)) return compare_free(ours, theirs);
    if (include_same(slice(source_.post, ours.code), slice(translation_.post, theirs.code))) return;
    // A program asks its users in their language.
    if (is_question(source_, ours) && is_question(translation_, theirs)) return;
    // What a program prints of a text that was translated above.
    const auto said = !has_prompts_ ? said_.end() : said_.find(slice(source_.post, ours.code));
    if (said != said_.end() && said->second == slice(translation_.post, theirs.code)) return;
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
    const bool is_unsure = doubt_.is_about({ours, source}, {theirs, translation});
    note({source, translation, "", is_unsure ? Certainty::unsure : Certainty::sure});
  }

  /// Whether the line of a block that says no language is a statement all the same, and not one
  /// that the translation put a sentence around.
  bool must_stay(const CodeLine& ours, const CodeLine& theirs) const {
    const std::string_view line = slice(source_.post, ours.code);
    return source_.language.empty() && is_statement(line) &&
           slice(translation_.post, theirs.code).find(line) == std::string_view::npos;
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
    compare_variables(ours, theirs);
    said_.insert_or_assign(source, translation);
    if (!is_for_people(source)) note({from, to, "", Certainty::unsure});
  }

  /// What a program puts values in the place of must be the source's in a translated text as well.
  void compare_variables(Span ours, Span theirs) {
    const auto& source = source_.post;
    const auto& translation = translation_.post;
    const OtherVariables other =
        other_variables(slice(source, ours), slice(translation, theirs), has_dollars());
    if (other.source.is_empty() && other.translation.is_empty()) return;
    const Span from{ours.begin + other.source.begin, ours.begin + other.source.end};
    const Span to{theirs.begin + other.translation.begin, theirs.begin + other.translation.end};
    // A variable may have another name in all of the block, which is looked through so often only.
    const std::string_view name = name_of_variable(slice(translation, to));
    const bool is_renamed =
        ++looks_ > kMostLooks ||
        (name.size() > 1 && occurrences(slice(translation, translation_.block.span), name) > 1);
    note({from, to, "", is_renamed ? Certainty::unsure : Certainty::sure});
  }

  /// Whether `$NAME` in quotes is a variable in the language.
  bool has_dollars() const {
    constexpr std::array<std::string_view, 17> kLanguages = {
        "dart", "dockerfile", "groovy",     "jl",  "julia", "kotlin", "kt",  "kts", "perl",
        "php",  "pl",         "powershell", "ps1", "scala", "sh",     "tcl", "yaml"};
    return std::find(kLanguages.begin(), kLanguages.end(), source_.language) != kLanguages.end();
  }

  static std::string_view name_of_variable(std::string_view variable) {
    constexpr std::string_view kMarks = "${}%()";
    const std::size_t begin = std::min(variable.find_first_not_of(kMarks), variable.size());
    return variable.substr(begin, variable.find_first_of(kMarks, begin) - begin);
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

  static bool is_question(const CodeSide& side, const CodeLine& line) {
    return side.language == "sh" && slice(side.post, line.code).starts_with("? ");
  }

  Certainty certainty() const { return is_free_ ? Certainty::unsure : Certainty::sure; }

  void note(CodeDifference difference) {
    auto& first = difference.certainty == Certainty::sure ? sure_ : unsure_;
    if (!first) first = std::move(difference);
  }

  const CodeSide& source_;
  const CodeSide& translation_;
  bool is_free_;
  bool has_prompts_;  // what stands without one is printed
  CodeDoubt doubt_;
  std::size_t i_ = 0;
  std::size_t j_ = 0;
  std::size_t looks_ = 0;
  std::map<std::string_view, std::string_view> said_;  // texts of the source, as translated
  std::optional<CodeDifference> sure_;
  std::optional<CodeDifference> unsure_;
};

}  // namespace

CodeSide::CodeSide(const Post& of, const Block& code, std::string_view name)
    : post(of), block(code), language(name), text(code_text(of, code, name)) {
  for (const CodeLine& line : text.lines) lines.push_back(collapsed(slice(of, line.code)));
}

CodeComparison compared(const CodeSide& source, const CodeSide& translation, bool is_free,
                        CodeNames& names) {
  if (source.lines == translation.lines) return {};
  CodeComparer comparer(source, translation, is_free, names);
  CodeComparison comparison;
  comparison.difference = comparer.run();
  comparison.has_translated_text = comparer.has_translated_text;
  return comparison;
}

bool is_typing_slip(std::string_view ours, std::string_view theirs) {
  constexpr std::string_view kEnds = " \t\n\"'`0123456789";
  constexpr std::size_t kShortest = 4;
  return ours.size() >= kShortest && ours.find_first_of(kEnds) == ours.npos &&
         theirs.find_first_of(kEnds) == theirs.npos && edit_distance(ours, theirs, 1) <= 1;
}

}  // namespace recto::checks
