#include "post/suppressions.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "base/day.h"

namespace recto {
namespace {

constexpr std::string_view kCall = "recto:";
constexpr std::size_t kMostRules = 200;  // that one remark names

bool is_separator(char c) {
  return is_gap(c) || c == ',';
}

/// The words of `span`, up to the reason behind `--`.
std::vector<Span> words_of(const Post& post, Span span) {
  std::vector<Span> words;
  for (std::uint32_t at = span.begin; at < span.end;) {
    std::uint32_t end = at;
    while (end < span.end && !is_separator(post.text[end])) ++end;
    const Span word{at, end};
    if (slice(post, word).starts_with("--")) break;
    if (!word.is_empty()) words.push_back(word);
    at = end + 1;
  }
  return words;
}

/// What stands between the marks of a comment that is all of `text`; empty for anything else.
std::string_view inside_comment(std::string_view text) {
  for (const auto& [opening, closing] :
       {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"{/*", "*/}"}}) {
    if (!text.starts_with(opening)) continue;
    const std::size_t end = text.find(closing, opening.size());
    if (end == text.size() - closing.size()) {
      return text.substr(opening.size(), end - opening.size());
    }
  }
  return {};
}

/// Whether `text` was meant for recto and does not reach it: `recto allow ...`.
bool lacks_colon(std::string_view text) {
  constexpr std::string_view kName = "recto ";
  if (!text.starts_with(kName)) return false;
  text.remove_prefix(kName.size());
  const std::string_view verb = text.substr(0, text.find_first_of(" \t\r\n"));
  const bool has_rule = text.find('/') != text.npos || text.size() == verb.size();
  return (verb == "allow" || verb == "allow-file") && has_rule;
}

/// What a block says to recto, behind `recto:`, or all of it where the colon was forgotten; none
/// when it says something else.
std::optional<Span> remark_of(const Post& post, const Block& block) {
  const std::string_view whole = post.text;
  std::string_view inside;
  if (block.kind == BlockKind::definition) {
    if (!slice(post, block.span).starts_with("[//]:")) return std::nullopt;
    const auto definition =
        std::lower_bound(post.definitions.begin(), post.definitions.end(), block.span,
                         [](const Definition& one, Span span) { return one.span < span; });
    const bool is_found = definition != post.definitions.end() && definition->span == block.span;
    if (is_found) inside = slice(post, definition->title);
  } else if (block.kind != BlockKind::code) {
    inside = inside_comment(slice(post, block.span));
  }
  inside.remove_prefix(std::min(inside.find_first_not_of(" \t\r\n"), inside.size()));
  if (inside.starts_with(kCall))
    inside.remove_prefix(kCall.size());
  else if (!lacks_colon(inside))
    return std::nullopt;
  return span_at(static_cast<std::size_t>(inside.data() - whole.data()), inside.size());
}

/// Reads `RULE[, RULE] until DAY` into allowances that hold in the whole post.
void read_allowances(const Post& post, const std::vector<Span>& words, Span remark,
                     Suppressions& suppressions) {
  if (words.size() > kMostRules) {
    return suppressions.mistakes.push_back({remark, "`allow` names more rules than there are"});
  }
  std::vector<Allowance> allowances;
  std::string until;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (slice(post, words[i]) != "until") {
      allowances.push_back({std::string(slice(post, words[i])), words[i], std::nullopt, {}});
      continue;
    }
    if (i + 1 < words.size()) until = slice(post, words[++i]);
    if (!is_day(until)) {
      suppressions.mistakes.push_back({words[i], "`until` takes a date such as 2026-12-31"});
      return;
    }
  }
  if (allowances.empty()) suppressions.mistakes.push_back({remark, "`allow` names no rule"});
  for (Allowance& allowance : allowances) {
    allowance.until = until;
    suppressions.allowances.push_back(std::move(allowance));
  }
}

void read_value(const Post& post, const yaml::Node& value, Suppressions& suppressions) {
  for (const yaml::Node& item : value.items) read_value(post, item, suppressions);
  if (value.kind != yaml::Kind::scalar) return;
  Span text = value.span;
  const auto is_quote = [&](std::uint32_t at) {
    return post.text[at] == '"' || post.text[at] == '\'';
  };
  if (text.size() >= 2 && is_quote(text.begin)) text = {text.begin + 1, text.end - 1};
  read_allowances(post, words_of(post, text), text, suppressions);
}

void take_out_key(Post& post) {
  auto& entries = post.front_matter.root.entries;
  const auto key = std::find_if(entries.begin(), entries.end(),
                                [](const yaml::Entry& entry) { return entry.key == "recto"; });
  if (key == entries.end()) return;
  const yaml::Node* allow = key->value.find("allow");
  if (allow == nullptr || key->value.entries.size() > 1) {
    post.suppressions.mistakes.push_back({key->key_span, "`recto` takes nothing but `allow`"});
  }
  if (allow != nullptr) read_value(post, *allow, post.suppressions);
  entries.erase(key);
}

/// Reads the remarks in the body and takes them out.
class Remarks {
 public:
  explicit Remarks(Post& post) : post_(post), is_taken_(post.blocks.size(), false) {}

  void take_out() {
    for (std::size_t i = 0; i < post_.blocks.size(); ++i) {
      const auto remark = remark_of(post_, post_.blocks[i]);
      if (!remark) continue;
      is_taken_[i] = true;
      read(*remark, i);
    }
    if (open_) mistake(post_.blocks[*open_].span, "no `recto: end` closes this");
    std::size_t next = 0;  // block behind the remark that is none
    for (const auto& [allowance, block] : waiting_) {
      next = std::max(next, block);
      while (next < post_.blocks.size() && is_taken_[next]) ++next;
      post_.suppressions.allowances[allowance].reach = reach(block, next);
    }
    remove_containers();
    remove_blocks();
  }

 private:
  void mistake(Span span, std::string what) {
    post_.suppressions.mistakes.push_back({span, std::move(what)});
  }

  void read(Span remark, std::size_t block) {
    std::vector<Span> words = words_of(post_, remark);
    const std::string_view verb = words.empty() ? "" : slice(post_, words.front());
    if (verb == "allow" || verb == "allow-file") {
      words.erase(words.begin());
      std::size_t first = post_.suppressions.allowances.size();
      read_allowances(post_, words, remark, post_.suppressions);
      if (verb == "allow-file") return;
      for (; first < post_.suppressions.allowances.size(); ++first) {
        waiting_.emplace_back(first, block);
      }
    } else if (verb == "local") {
      if (open_) mistake(remark, "`recto: local` stands within another one");
      if (!open_) open_ = block;
    } else if (verb == "end") {
      if (!open_) return mistake(remark, "no `recto: local` stands before this");
      locals_.emplace_back(*open_, block);
      open_.reset();
    } else {
      mistake(remark, verb == "recto" ? "write `recto: allow`, with a colon"
                                      : "recto knows `allow`, `allow-file`, `local` and `end`");
    }
  }

  /// From the remark to the end of what comes next: a block, or a whole list, quote or table.
  Span reach(std::size_t remark, std::size_t next) const {
    const Span own = post_.blocks[remark].span;
    if (next == post_.blocks.size()) {
      const std::uint32_t begin = remark == 0 ? own.begin : post_.blocks[remark - 1].span.end;
      return {begin, static_cast<std::uint32_t>(post_.text.size())};
    }
    std::uint32_t end = post_.blocks[next].span.end;
    for (auto outer = post_.blocks[next].container;
         outer && !post_.containers[*outer].span.holds(own);
         outer = post_.containers[*outer].parent) {
      end = post_.containers[*outer].span.end;
    }
    return {own.begin, end};
  }

  bool is_local(Span span) const {
    const auto behind = std::partition_point(
        locals_.begin(), locals_.end(),
        [&](const auto& local) { return post_.blocks[local.first].span.end <= span.begin; });
    return behind != locals_.begin() &&
           span.end <= post_.blocks[std::prev(behind)->second].span.begin;
  }

  void remove_containers() {
    std::vector<std::optional<std::size_t>> places;  // where each container stands from now on
    std::vector<Container> kept;
    for (Container& container : post_.containers) {
      const bool is_gone = is_local(container.span);
      places.push_back(is_gone ? std::nullopt : std::optional(kept.size()));
      if (is_gone) continue;
      if (container.parent) container.parent = places[*container.parent];
      kept.push_back(container);
    }
    post_.containers = std::move(kept);
    for (Block& block : post_.blocks) {
      if (block.container) block.container = places[*block.container];
    }
  }

  void remove_blocks() {
    std::vector<Block> kept;
    std::vector<Span> taken;
    auto local = locals_.begin();
    for (std::size_t i = 0; i < post_.blocks.size(); ++i) {
      while (local != locals_.end() && local->second < i) ++local;
      Block& block = post_.blocks[i];
      if (is_taken_[i]) {
        taken.push_back(block.span);
      } else if (local != locals_.end() && local->first < i) {
        post_.suppressions.local.push_back(std::move(block));
      } else {
        kept.push_back(std::move(block));
      }
    }
    post_.blocks = std::move(kept);
    std::erase_if(post_.definitions, [&](const Definition& definition) {
      return std::binary_search(taken.begin(), taken.end(), definition.span);
    });
  }

  Post& post_;
  std::vector<bool> is_taken_;
  std::vector<std::pair<std::size_t, std::size_t>> waiting_;  // allowance, block of the remark
  std::optional<std::size_t> open_;                           // the block that says `local`
  std::vector<std::pair<std::size_t, std::size_t>> locals_;   // blocks that say `local` and `end`
};

}  // namespace

void take_out_suppressions(Post& post) {
  // Hardly any post says anything to recto.
  if (post.text.find("recto") == std::string::npos) return;
  take_out_key(post);
  Remarks(post).take_out();
}

}  // namespace recto
