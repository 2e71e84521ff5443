#include "base/glob.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

// A pattern becomes a small program whose steps are followed all at once, character by character,
// so that no pattern makes a match slow: `**` or `{a,b}` add steps, never tries.

namespace recto {
namespace {

/// A byte that is part of no UTF-8 stands for itself, above all code points.
constexpr char32_t kRawByte = 0x110000;

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at++);
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  if (first < 0x80) return first;
  if (more == 0 || at + more > text.size()) return kRawByte + first;
  char32_t result = first & (0x3FU >> more);
  for (std::size_t i = at; i < at + more; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return kRawByte + first;
    result = (result << 6U) | (byte(i) & 0x3FU);
  }
  at += more;
  return result;
}

struct Step {
  enum class Kind { character, any, set, star, globstar, fork, jump, end } kind = Kind::end;
  char32_t character = 0;
  bool is_negated = false;                                 // of a set
  std::vector<std::pair<char32_t, char32_t>> ranges = {};  // of a set
  std::vector<std::size_t> targets = {};                   // of a fork or jump
};

using Program = std::vector<Step>;

/// A `{a,b}` that is being read.
struct Choice {
  std::size_t fork;
  std::vector<std::size_t> jumps;  // to behind the choice, one an alternative
};

class Compiler {
 public:
  explicit Compiler(std::string_view pattern) : pattern_(pattern) { find_braces(); }

  Program program() {
    while (at_ < pattern_.size()) read();
    steps_.push_back({.kind = Step::Kind::end});
    return std::move(steps_);
  }

 private:
  void find_braces();
  void read();
  void read_stars();
  bool read_set();
  void open_choice();
  void next_alternative();
  void close_choice();

  std::string_view pattern_;
  std::size_t at_ = 0;
  Program steps_;
  std::vector<Choice> choices_;
  std::vector<bool> has_partner_;  // for the `{` and `}` of the pattern
};

void Compiler::find_braces() {
  has_partner_.assign(pattern_.size(), false);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < pattern_.size(); ++i) {
    if (pattern_[i] == '\\') {
      ++i;
    } else if (pattern_[i] == '{') {
      open.push_back(i);
    } else if (pattern_[i] == '}' && !open.empty()) {
      has_partner_[i] = has_partner_[open.back()] = true;
      open.pop_back();
    }
  }
}

void Compiler::read() {
  const char c = pattern_[at_];
  if (c == '*') return read_stars();
  if (c == '[' && read_set()) return;
  if (c == '{' && has_partner_[at_]) return open_choice();
  if (c == '}' && has_partner_[at_] && !choices_.empty()) return close_choice();
  if (c == ',' && !choices_.empty()) return next_alternative();
  if (c == '?') {
    ++at_;
    steps_.push_back({.kind = Step::Kind::any});
    return;
  }
  if (c == '\\' && at_ + 1 < pattern_.size()) ++at_;
  const char32_t character = next_character(pattern_, at_);
  steps_.push_back({.kind = Step::Kind::character, .character = character});
}

void Compiler::read_stars() {
  const std::size_t end = std::min(pattern_.find_first_not_of('*', at_), pattern_.size());
  const bool is_single = end - at_ == 1;
  const bool begins_part = at_ == 0 || pattern_[at_ - 1] == '/';
  at_ = end;
  if (is_single) {
    steps_.push_back({.kind = Step::Kind::star});
    return;
  }
  const bool is_folders = begins_part && at_ < pattern_.size() && pattern_[at_] == '/';
  if (!is_folders) {
    steps_.push_back({.kind = Step::Kind::globstar});
    return;
  }
  // `**/` stands for any number of folders, none included.
  ++at_;
  const std::size_t fork = steps_.size();
  steps_.push_back({.kind = Step::Kind::fork, .targets = {fork + 1, fork + 3}});
  steps_.push_back({.kind = Step::Kind::globstar});
  steps_.push_back({.kind = Step::Kind::character, .character = '/'});
}

bool Compiler::read_set() {
  Step step{.kind = Step::Kind::set};
  std::size_t at = at_ + 1;
  if (at < pattern_.size() && (pattern_[at] == '!' || pattern_[at] == '^')) {
    step.is_negated = true;
    ++at;
  }
  bool is_first = true;
  while (at < pattern_.size() && (pattern_[at] != ']' || is_first)) {
    is_first = false;
    const char32_t first = next_character(pattern_, at);
    char32_t last = first;
    if (at + 1 < pattern_.size() && pattern_[at] == '-' && pattern_[at + 1] != ']') {
      last = next_character(pattern_, ++at);
    }
    step.ranges.emplace_back(first, last);
  }
  if (at >= pattern_.size()) return false;  // never closed: a mere bracket
  at_ = at + 1;
  steps_.push_back(std::move(step));
  return true;
}

void Compiler::open_choice() {
  ++at_;
  choices_.push_back({steps_.size(), {}});
  steps_.push_back({.kind = Step::Kind::fork, .targets = {steps_.size() + 1}});
}

void Compiler::next_alternative() {
  ++at_;
  Choice& choice = choices_.back();
  choice.jumps.push_back(steps_.size());
  steps_.push_back({.kind = Step::Kind::jump});
  steps_[choice.fork].targets.push_back(steps_.size());
}

void Compiler::close_choice() {
  ++at_;
  for (const std::size_t jump : choices_.back().jumps) steps_[jump].targets = {steps_.size()};
  choices_.pop_back();
}

bool takes(const Step& step, char32_t c) {
  switch (step.kind) {
    case Step::Kind::character:
      return step.character == c;
    case Step::Kind::any:
    case Step::Kind::star:
      return c != '/';
    case Step::Kind::globstar:
      return true;
    case Step::Kind::set: {
      const bool is_inside =
          std::any_of(step.ranges.begin(), step.ranges.end(),
                      [c](const auto& range) { return range.first <= c && c <= range.second; });
      return c != '/' && is_inside != step.is_negated;
    }
    default:
      return false;
  }
}

/// The steps a match may be at; every step at most once.
class Places {
 public:
  explicit Places(const Program& program) : program_(&program), marks_(program.size(), false) {}

  const std::vector<std::size_t>& steps() const { return steps_; }
  bool is_at_end() const { return marks_.back(); }

  void clear() {
    for (const std::size_t step : steps_) marks_[step] = false;
    steps_.clear();
  }
  /// Adds `step` and all that can be reached from it without a character.
  void add(std::size_t step) {
    std::vector<std::size_t> waiting = {step};
    while (!waiting.empty()) {
      const std::size_t at = waiting.back();
      waiting.pop_back();
      if (marks_[at]) continue;
      marks_[at] = true;
      steps_.push_back(at);
      const Step& reached = (*program_)[at];
      waiting.insert(waiting.end(), reached.targets.begin(), reached.targets.end());
      if (reached.kind == Step::Kind::star || reached.kind == Step::Kind::globstar) {
        waiting.push_back(at + 1);
      }
    }
  }

 private:
  const Program* program_;
  std::vector<std::size_t> steps_;
  std::vector<bool> marks_;
};

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.starts_with("./")) pattern.remove_prefix(2);
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  const bool names_folder = pattern.find('*') == std::string_view::npos;
  const Program program = Compiler(pattern).program();
  Places now(program);
  Places next(program);
  now.add(0);
  for (std::size_t at = 0; at < path.size() && !now.steps().empty();) {
    const char32_t c = next_character(path, at);
    if (c == '/' && names_folder && now.is_at_end()) return true;
    next.clear();
    for (const std::size_t place : now.steps()) {
      const Step& step = program[place];
      if (!takes(step, c)) continue;
      const bool stays = step.kind == Step::Kind::star || step.kind == Step::Kind::globstar;
      next.add(stays ? place : place + 1);
    }
    std::swap(now, next);
  }
  return now.is_at_end();
}

}  // namespace recto
