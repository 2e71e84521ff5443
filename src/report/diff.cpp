#include "report/diff.h"

#include <algorithm>
#include <cstddef>
#include <vector>

// Myers' greedy algorithm: the shortest script from one list of lines to the other. Its cost grows
// with the square of what differs, so texts that have little in common are replaced as a whole.

namespace recto {
namespace {

constexpr std::ptrdiff_t kMostChanges = 1000;
constexpr std::size_t kContext = 3;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Which lines go, and which come.
struct Script {
  std::vector<bool> removed;
  std::vector<bool> added;
};

class Myers {
 public:
  Myers(const Lines& before, const Lines& after)
      : before_(before), after_(after), reach_(2 * kMostChanges + 3) {}

  Script script() {
    Script script{std::vector<bool>(before_.size(), true), std::vector<bool>(after_.size(), true)};
    if (search()) walk_back(script);
    return script;
  }

 private:
  /// How far into `before` the diagonal `k` (lines of `before` less those of `after`) was reached.
  std::ptrdiff_t& reach(std::ptrdiff_t k) {
    return reach_[static_cast<std::size_t>(k + kMostChanges + 1)];
  }

  bool is_same(std::ptrdiff_t x, std::ptrdiff_t y) const {
    return before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }

  /// The step by which `changes` changes reach the diagonal `k`: down (a line comes) or right.
  bool goes_down(std::ptrdiff_t k, std::ptrdiff_t changes) {
    return k == -changes || (k != changes && reach(k - 1) < reach(k + 1));
  }

  bool search() {
    const auto width = static_cast<std::ptrdiff_t>(before_.size());
    const auto height = static_cast<std::ptrdiff_t>(after_.size());
    reach(1) = 0;
    for (std::ptrdiff_t changes = 0; changes <= std::min(width + height, kMostChanges); ++changes) {
      history_.push_back(reach_);
      for (std::ptrdiff_t k = -changes; k <= changes; k += 2) {
        std::ptrdiff_t x = goes_down(k, changes) ? reach(k + 1) : reach(k - 1) + 1;
        while (x < width && x - k < height && is_same(x, x - k)) ++x;
        reach(k) = x;
        if (x >= width && x - k >= height) return true;
      }
    }
    return false;
  }

  void walk_back(Script& script) {
    std::fill(script.removed.begin(), script.removed.end(), false);
    std::fill(script.added.begin(), script.added.end(), false);
    auto x = static_cast<std::ptrdiff_t>(before_.size());
    auto y = static_cast<std::ptrdiff_t>(after_.size());
    for (auto changes = static_cast<std::ptrdiff_t>(history_.size()) - 1; changes > 0; --changes) {
      reach_ = history_[static_cast<std::size_t>(changes)];
      const std::ptrdiff_t k = x - y;
      const bool down = goes_down(k, changes);
      x = reach(down ? k + 1 : k - 1);
      y = x - (down ? k + 1 : k - 1);
      if (down)
        script.added[static_cast<std::size_t>(y)] = true;
      else
        script.removed[static_cast<std::size_t>(x)] = true;
    }
  }

  const Lines& before_;
  const Lines& after_;
  std::vector<std::ptrdiff_t> reach_;
  std::vector<std::vector<std::ptrdiff_t>> history_;
};

/// The script for whole texts: what they have in common at both ends is not searched.
Script script_between(const Lines& before, const Lines& after) {
  const auto [first, other] =
      std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto prefix = static_cast<std::size_t>(first - before.begin());
  const std::size_t most = std::min(before.size(), after.size()) - prefix;
  std::size_t suffix = 0;
  while (suffix < most && before.rbegin()[static_cast<std::ptrdiff_t>(suffix)] ==
                              after.rbegin()[static_cast<std::ptrdiff_t>(suffix)]) {
    ++suffix;
  }
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(prefix),
                 lines.end() - static_cast<std::ptrdiff_t>(suffix));
  };
  const Lines our_middle = middle(before);
  const Lines their_middle = middle(after);
  Script script = Myers(our_middle, their_middle).script();
  for (std::vector<bool>* side : {&script.removed, &script.added}) {
    side->insert(side->begin(), prefix, false);
    side->insert(side->end(), suffix, false);
  }
  return script;
}

/// One line of a patch; `sign` is ' ', '-' or '+'.
struct PatchLine {
  char sign = ' ';
  std::string_view text;
};

std::vector<PatchLine> patch_lines(const Lines& before, const Lines& after) {
  const Script script = script_between(before, after);
  std::vector<PatchLine> lines;
  std::size_t x = 0;
  std::size_t y = 0;
  while (x < before.size() || y < after.size()) {
    if (x < before.size() && script.removed[x]) {
      lines.push_back({'-', before[x++]});
    } else if (y < after.size() && script.added[y]) {
      lines.push_back({'+', after[y++]});
    } else {
      lines.push_back({' ', before[x++]});
      ++y;
    }
  }
  return lines;
}

/// `begin,count` of a hunk; an empty range is named by the line before it.
std::string range(std::size_t begin, std::size_t count) {
  return std::to_string(count == 0 ? begin : begin + 1) +
         (count == 1 ? "" : "," + std::to_string(count));
}

/// Writes hunks: changes with the lines around them.
class HunkWriter {
 public:
  explicit HunkWriter(std::vector<PatchLine> lines) : lines_(std::move(lines)) {}

  std::string hunks() {
    std::string patch;
    std::size_t at = 0;
    while (true) {
      const std::size_t first = next_change(at);
      if (first == lines_.size()) return patch;
      const std::size_t begin = std::max(at, first - std::min(first, kContext));
      std::size_t end = first;
      for (std::size_t next = first; next < lines_.size() && next <= end + 2 * kContext;) {
        end = next + 1;
        next = next_change(end);
      }
      const std::size_t behind = std::min(end + kContext, lines_.size());
      pass(at, begin);
      patch += hunk(begin, behind);
      at = behind;
    }
  }

 private:
  std::size_t next_change(std::size_t at) const {
    while (at < lines_.size() && lines_[at].sign == ' ') ++at;
    return at;
  }

  /// Moves both line numbers over the lines from `begin` to `end`.
  void pass(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (lines_[i].sign != '+') ++old_line_;
      if (lines_[i].sign != '-') ++new_line_;
    }
  }

  std::string hunk(std::size_t begin, std::size_t end) {
    const std::size_t old_begin = old_line_;
    const std::size_t new_begin = new_line_;
    pass(begin, end);
    std::string text = "@@ -" + range(old_begin, old_line_ - old_begin) + " +" +
                       range(new_begin, new_line_ - new_begin) + " @@\n";
    for (std::size_t i = begin; i < end; ++i) {
      text += lines_[i].sign;
      text += lines_[i].text;
      if (!lines_[i].text.ends_with('\n')) text += "\n\\ No newline at end of file\n";
    }
    return text;
  }

  std::vector<PatchLine> lines_;
  std::size_t old_line_ = 0;
  std::size_t new_line_ = 0;
};

/// `path` as git writes it: in quotes when it holds what would end it early.
std::string quoted(std::string_view path) {
  const bool is_plain = std::none_of(path.begin(), path.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F;
  });
  if (is_plain) return std::string(path);
  std::string result = "\"";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      result += '\\';
      for (const unsigned shift : {6U, 3U, 0U}) {
        result += static_cast<char>('0' + ((byte >> shift) & 7U));
      }
    } else {
      result += c;
    }
  }
  return result + "\"";
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::string old_name = quoted("a/" + std::string(path));
  const std::string new_name = quoted("b/" + std::string(path));
  // Behind a name with blanks a tab says where it ends.
  const std::string end = path.find(' ') == std::string_view::npos ? "\n" : "\t\n";
  HunkWriter writer(patch_lines(lines_of(before), lines_of(after)));
  return "diff --git " + old_name + " " + new_name + "\n--- " + old_name + end + "+++ " + new_name +
         end + writer.hunks();
}

std::string fenced_patch(std::string_view patch, std::string_view name) {
  std::string result = "::stop-commands::" + std::string(name) + '\n';
  return result.append(patch).append("::").append(name).append("::\n");
}

}  // namespace recto
