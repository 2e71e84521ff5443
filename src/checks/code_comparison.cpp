#include "checks/code_comparison.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "checks/code_blanks.h"
#include "checks/code_line_ends.h"
#include "checks/code_lines.h"
#include "checks/code_names.h"
#include "checks/code_prompt.h"
#include "checks/own_locale.h"
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

/// The size of the chain of names that `line` begins with: `navigator.gate`.
std::size_t chain_size(std::string_view line) {
  std::size_t size = 0;
  while (size < line.size() &&
         (is_identifier_byte(line[size]) || line[size] == '.' || line[size] == '$')) {
    ++size;
  }
  return size;
}

/// Whether `line` is a statement of a program, whatever the language, and no output or prose: a
/// call of what no text names so, `gate.open(5);`, or a declaration, `var gate = 5;`.
bool is_statement(std::string_view line) {
  const std::string_view chain = line.substr(0, chain_size(line));
  const auto is_inner_sign = [](char c) {
    return c == '.' || c == '_' || c == '$' || (c >= 'A' && c <= 'Z');
  };
  const bool is_name =
      chain.size() > 1 && std::any_of(chain.begin() + 1, chain.end(), is_inner_sign);
  if (is_name && line.substr(chain.size()).starts_with('(')) return line.ends_with(");");
  if (chain != "const" && chain != "let" && chain != "var") return false;
  const std::size_t name = std::min(behind_blanks(line, chain.size()), line.size());
  const std::string_view behind = line.substr(name + chain_size(line.substr(name)));
  return behind.starts_with(" = ") && line.ends_with(';');
}

class CodeComparer {
 public:
  CodeComparer(const CodeSide& source, const CodeSide& translation, bool is_free, CodeNames& names)
      : source_(source),
        translation_(translation),
        is_free_(is_free),
        has_prompts_(std::any_of(source.lines.begin(), source.lines.end(),
                                 [](const auto& line) { return line.starts_with("$ "); })),
        names_(names) {}

  bool has_translated_text = false;  // what differs is, at least in part, for people

  /// The first difference that is none of translation, else the first that may be one.
  std::optional<CodeDifference> run() {
    while (i_ < source_.lines.size() || j_ < translation_.lines.size()) step();
    // The entries of a list in another order lack nothing.
    if (sure_ && have_same_lines()) sure_->certainty = Certainty::unsure;
    return sure_ ? sure_ : unsure_;
  }

 private:
  /// Whether both have the same lines, and those of one run that changed places give each key its
  /// value, `en: "tea",`, or are names of a list, `tea,`.
  bool have_same_lines() const {
    if (source_.lines.size() != translation_.lines.size()) return false;
    std::map<std::string_view, std::string_view> ours;
    std::map<std::string_view, std::string_view> theirs;
    constexpr std::array<std::string_view, 7> kMarkup = {"astro", "html", "jsx", "svelte",
                                                         "tsx",   "vue",  "xml"};
    const bool is_markup =
        std::find(kMarkup.begin(), kMarkup.end(), source_.language) != kMarkup.end();
    bool has_comma = false;  // words without any are commands
    std::size_t first = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < source_.lines.size(); ++i) {
      if (same(i, i)) continue;
      const auto own = entry_of(source_.lines[i]);
      const auto other = entry_of(translation_.lines[i]);
      // The order of assignments tells, that of attributes does not.
      if (!is_markup && source_.lines[i].find("=\"") != std::string::npos) return false;
      const bool are_names = own && other && own->second.empty() && other->second.empty();
      has_comma = has_comma || !are_names || source_.lines[i].ends_with(',');
      const bool are_alike =
          own && other &&
          (are_names || source_.lines[i].ends_with(',') == translation_.lines[i].ends_with(','));
      if (!are_alike || !ours.insert(*own).second || !theirs.insert(*other).second) return false;
      if (ours.size() == 1) first = i;
      last = i;
    }
    return has_comma && ours == theirs && last - first + 1 == ours.size();
  }

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
    note({{place, place}, line, "line_added", is_adapted(line) ? Certainty::unsure : certainty()});
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
    const bool is_style =
        differ_in_end_marks(without_prompt(left, slice(source_.post, ours.code)),
                            without_prompt(right, slice(translation_.post, theirs.code))) ||
        differ_in_end_marks(slice(source_.post, source), slice(translation_.post, translation));
    const bool is_unsure =
        is_style || is_adapted(translation) || is_to_be_filled(source, translation) ||
        is_text_in_quotes(source, translation) || is_line_of_words(ours, source, translation) ||
        is_prompt(slice(source_.post, ours.code)) ||
        differ_in_prompts(slice(source_.post, ours.code), slice(translation_.post, theirs.code)) ||
        names_.differ_in_names_alone(ours, theirs) ||
        (source_.language != "sh" && !source_.language.empty() &&
         have_same_names(slice(source_.post, ours.code), slice(translation_.post, theirs.code)));
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

  /// Whether the example speaks here of the language of its readers, which the source's does not.
  bool is_adapted(Span code) {
    const Locale& locale = translation_.post.locale;
    const std::string_view text = translation_.post.text;
    // What stands around a tag tells that it is one.
    const std::size_t line_end = std::min(text.find('\n', code.end), text.size());
    const Span around{code.begin > 0 ? code.begin - 1 : 0, static_cast<std::uint32_t>(line_end)};
    if (!names_own_locale(slice(text, around), locale, source_.post.locale)) return false;
    if (!source_names_it_) {
      source_names_it_ =
          names_own_locale(slice(source_.post, source_.block.span), locale, source_.post.locale);
    }
    return !*source_names_it_;
  }

  /// Whether words, or what stands around the names of values, were translated in quotes: a key
  /// that people read, `'Message 1'`, a pattern, `"{h}:{m}"`.
  bool is_text_in_quotes(Span ours, Span theirs) const {
    const auto is_quoted = [](std::string_view text, std::uint32_t at) {
      const std::size_t line = text.rfind('\n', at) + 1;
      const std::string_view before = text.substr(line, at - line);
      return std::count(before.begin(), before.end(), '"') % 2 == 1 ||
             std::count(before.begin(), before.end(), '\'') % 2 == 1;
    };
    const std::string_view source = slice(source_.post, ours);
    const std::string_view translation = slice(translation_.post, theirs);
    constexpr std::string_view kQuotes = "\"'";
    return !is_ascii(translation) && source.find_first_of(" {") != source.npos &&
           source.find_first_of(kQuotes) == source.npos &&
           translation.find_first_of(kQuotes) == translation.npos &&
           is_quoted(source_.post.text, ours.begin) &&
           is_quoted(translation_.post.text, theirs.begin);
  }

  /// Whether the line is words from its beginning on, and they are in the locale's letters: what is
  /// to be done here, `[Run each test]`, a file of a tree, `└── other drafts`. A command begins
  /// with a small letter, in the first column.
  bool is_line_of_words(const CodeLine& line, Span ours, Span theirs) const {
    constexpr std::string_view kMarks = " .,:-/'";
    const std::string_view before = slice(source_.post, {line.code.begin, ours.begin});
    const std::string_view words = slice(source_.post, ours);
    const bool are_words =
        words.find(' ') != words.npos && std::all_of(words.begin(), words.end(), [&](char c) {
          return is_ascii_letter(c) || kMarks.find(c) != kMarks.npos;
        });
    // Other languages have statements of words alone: `select name from gates`.
    const bool has_none =
        source_.language == "sh" || source_.language == "yaml" || source_.language.empty();
    const bool may_be_command =
        before.empty() && !words.empty() && words.front() >= 'a' && words.front() <= 'z';
    return are_words && has_none && !may_be_command &&
           std::none_of(before.begin(), before.end(), is_ascii_letter) &&
           !is_ascii(slice(translation_.post, theirs));
  }

  /// Whether a name in brackets of a command, for which readers write their own, is in the locale's
  /// letters.
  bool is_to_be_filled(Span ours, Span theirs) const {
    const bool is_command = source_.language == "sh" || source_.language.empty();
    const auto is_in_brackets = [](std::string_view text, Span name) {
      if (name.begin < 2 || name.end >= text.size() || text[name.begin - 2] != ' ') return false;
      const char before = text[name.begin - 1];
      return (before == '[' && text[name.end] == ']') || (before == '<' && text[name.end] == '>');
    };
    return is_command && !is_ascii(slice(translation_.post, theirs)) &&
           is_in_brackets(source_.post.text, ours) &&
           is_in_brackets(translation_.post.text, theirs);
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
  CodeNames& names_;
  std::size_t i_ = 0;
  std::size_t j_ = 0;
  std::size_t looks_ = 0;
  std::optional<bool> source_names_it_;                // the locale of the translation
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
