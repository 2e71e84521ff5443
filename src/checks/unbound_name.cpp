// unbound_name: an import or export of MDX that the translation lost or changed, though its
// components are used: the page cannot be built.

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/path_parts.h"
#include "checks/blocks.h"
#include "checks/tags.h"
#include "text/excerpt.h"

namespace recto::checks {
namespace {

struct Binding {
  std::size_t block = 0;  // that binds the name
  Span line;              // the statement, up to the end of its first line
  Span module;            // what is imported from, without quotes; empty for an export
};

using Bindings = std::map<std::string, Binding, std::less<>>;

bool is_of_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '$';
}

/// The name at the end of `text`: `B` of `A as B`.
std::string_view last_name(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !is_of_name(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_of_name(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

/// Reads the statements of one block.
class Reader {
 public:
  Reader(const Post& post, std::size_t block, Bindings& bindings)
      : block_(block),
        begin_(post.blocks[block].span.begin),
        text_(slice(post, post.blocks[block].span)),
        bindings_(bindings) {}

  void read() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view rest = text_.substr(at);
      if (rest.starts_with("import ")) read_import(at);
      if (rest.starts_with("export ")) read_export(at, end);
      at = end + 1;
    }
  }

 private:
  /// `import A, {B, C as D} from "module"`.
  void read_import(std::size_t at) {
    const std::size_t open = text_.find_first_of("'\"", at);
    const std::size_t from = text_.substr(0, std::min(open, text_.size())).rfind("from");
    if (open == text_.npos || from == text_.npos || from < at) return;
    const std::size_t close = std::min(text_.find(text_[open], open + 1), text_.size());
    const Span module = span_at(begin_ + open + 1, close - open - 1);
    std::string_view names = text_.substr(at, from - at);
    for (std::size_t begin = 0; begin < names.size();) {
      const std::size_t end = std::min(names.find(',', begin), names.size());
      add(last_name(names.substr(begin, end - begin)), at, module);
      begin = end + 1;
    }
  }

  /// `export const A = ...`, `export function A(...)`.
  void read_export(std::size_t at, std::size_t end) {
    const std::string_view line = text_.substr(at, end - at);
    add(last_name(line.substr(0, line.find_first_of("=(:{"))), at, {});
  }

  void add(std::string_view name, std::size_t at, Span module) {
    if (name.empty()) return;
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    bindings_.try_emplace(std::string(name),
                          Binding{block_, span_at(begin_ + at, end - at), module});
  }

  std::size_t block_;
  std::uint32_t begin_;
  std::string_view text_;
  Bindings& bindings_;
};

Bindings bindings_of(const Post& post) {
  Bindings bindings;
  for (std::size_t i = 0; i < post.blocks.size(); ++i) {
    if (post.blocks[i].kind == BlockKind::esm) Reader(post, i, bindings).read();
  }
  return bindings;
}

/// Where each component of `post` is used first.
std::map<std::string_view, Span> uses_of(const Post& post) {
  std::map<std::string_view, Span> uses;
  for (const Block& block : post.blocks) {
    for (const Inline& piece : block.inlines) {
      if (piece.kind != InlineKind::html) continue;
      const auto tag = read_tag(post, piece.span);
      if (!tag) continue;
      const std::string_view name = slice(post, tag->name);
      uses.try_emplace(name.substr(0, name.find('.')), piece.span);
    }
  }
  return uses;
}

/// The last part of a module's path, `Card` of `../Card.jsx`; another place of the same is no
/// change.
std::string_view module_name(const Post& post, const Binding& binding) {
  const std::string_view path = slice(post, binding.module);
  const std::string_view name = stem_of(file_name(path));
  if (name != "index" || name.size() == path.size()) return name;
  return file_name(path.substr(0, path.size() - file_name(path).size() - 1));
}

class Judge {
 public:
  explicit Judge(const Subject& subject)
      : subject_(subject),
        source_(bindings_of(subject.source)),
        translation_(bindings_of(subject.translation)) {}

  Findings run() {
    for (const auto& [name, binding] : source_) {
      const auto theirs = translation_.find(name);
      if (theirs != translation_.end())
        compare_modules(name, binding, theirs->second);
      else
        report_unbound(name, binding);
    }
    return std::move(findings_);
  }

 private:
  /// Whether the block that binds it is missing: that is another rule's finding.
  bool is_lost_whole(std::size_t block) const {
    const auto missing = missing_blocks(subject_);
    return std::any_of(missing.begin(), missing.end(),
                       [&](const LoneBlock& lone) { return lone.block == block; });
  }

  void report_unbound(const std::string& name, const Binding& binding) {
    if (!uses_) uses_ = uses_of(subject_.translation);
    const auto use = uses_->find(name);
    if (use == uses_->end() || is_mentioned(name) || is_lost_whole(binding.block)) return;
    add(name, binding, use->second, "");
  }

  /// Whether a statement of the translation holds the name in a way that is not read here.
  bool is_mentioned(const std::string& name) const {
    const auto& blocks = subject_.translation.blocks;
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
      if (block.kind != BlockKind::esm) return false;
      const std::string_view text = slice(subject_.translation, block.span);
      const std::size_t at = text.find(name);
      return at != text.npos && text.substr(0, at).find_last_of("'\"/") == text.npos;
    });
  }

  void compare_modules(const std::string& name, const Binding& ours, const Binding& theirs) {
    if (ours.module.is_empty() || theirs.module.is_empty()) return;
    const std::string_view expected = module_name(subject_.source, ours);
    const std::string_view found = module_name(subject_.translation, theirs);
    if (expected == found) return;
    Finding& finding = add(name, ours, theirs.module, "module");
    finding.fields["expected"] = slice(subject_.source, ours.module);
    finding.fields["found"] = slice(subject_.translation, theirs.module);
    // A page may have parts and pictures of its own in each language.
    const std::string_view path = slice(subject_.translation, theirs.module);
    const std::size_t dot = path.rfind('.');
    const bool is_file = dot != path.npos && dot > 1 && path.find('/', dot) == path.npos;
    const bool is_script = path.ends_with(".js") || path.ends_with(".jsx") ||
                           path.ends_with(".ts") || path.ends_with(".tsx");
    if (found.starts_with(expected) || expected.starts_with(found) || (is_file && !is_script))
      finding.certainty = Certainty::unsure;
  }

  Finding& add(const std::string& name, const Binding& ours, Span span, std::string variant) {
    Finding finding{.span = span, .source = ours.line, .variant = std::move(variant)};
    finding.fields = {{"name", name},
                      {"expected", short_quote(slice(subject_.source, ours.line))},
                      {"found", ""}};
    return findings_.emplace_back(std::move(finding));
  }

  const Subject& subject_;
  Bindings source_;
  Bindings translation_;
  std::optional<std::map<std::string_view, Span>> uses_;  // once they are asked for
  Findings findings_;
};

Findings run(const Subject& subject) {
  const auto is_esm = [](const Block& block) { return block.kind == BlockKind::esm; };
  const auto& blocks = subject.source.blocks;
  if (std::none_of(blocks.begin(), blocks.end(), is_esm)) return {};
  return Judge(subject).run();
}

}  // namespace

CheckKind unbound_name() {
  return pair_kind("unbound_name",
                   "The components that a page of MDX uses are imported as in the source.",
                   {"name", "expected", "found"}, run);
}

}  // namespace recto::checks
