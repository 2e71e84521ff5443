#include "checks/term_units.h"

#include "checks/front_matter.h"
#include "checks/sameness.h"
#include "text/similarity.h"
#include "text/unicode.h"

namespace recto::checks {
namespace {

/// What `run` says, and its prose; code, HTML and MDX say nothing.
void add_blocks(const Post& post, Run run, std::string& text, Prose& prose) {
  std::vector<Block> blocks;
  for (std::size_t i = run.first; i < run.first + run.count; ++i) {
    const Block& block = post.blocks[i];
    if (block.kind == BlockKind::code || block.kind == BlockKind::html ||
        block.kind == BlockKind::esm) {
      continue;
    }
    text += (text.empty() ? "" : " ") + plain_text(post, block);
    blocks.push_back(block);
  }
  prose = prose_of(post, blocks);
}

Prose value_of(const Post& post, const yaml::Node& node) {
  return {.text = std::string(slice(post, node.span)), .pieces = {{0, node.span.begin}}};
}

/// `name` without what a slip may add or lose: blanks, hyphens, capitals.
std::string bare(std::string_view name) {
  std::string result;
  const std::string lower = folded(name);
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = next_code_point(lower, at);
    if (is_letter(c) || is_digit(c) || is_mark(c)) append_utf8(result, c);
  }
  return result;
}

bool is_near(std::string_view candidate, std::string_view name) {
  const std::string left = bare(candidate);
  const std::string right = bare(name);
  if (left == right) return true;
  // Short names are near too many words.
  const std::size_t size = length(right);
  const std::size_t limit = size >= 8 ? 2 : size >= 5 ? 1 : 0;
  return limit > 0 && edit_distance(left, right, limit) <= limit;
}

}  // namespace

std::vector<TermUnit> term_units(const Subject& subject) {
  std::vector<TermUnit> units;
  const auto add = [&](TermUnit unit) {
    if (unit.source.empty() || unit.translation.empty()) return;
    if (!is_same_text(unit.source, unit.translation)) units.push_back(std::move(unit));
  };
  for (const PairedKey& key : paired_keys(subject)) {
    const yaml::Node& source = key.source.value;
    const yaml::Node& translation = key.translation.value;
    const bool are_texts =
        source.kind == yaml::Kind::scalar && translation.kind == yaml::Kind::scalar;
    if (key.role != KeyRole::translate || !are_texts) continue;
    add({source.text, translation.text, value_of(subject.source, source),
         value_of(subject.translation, translation), translation.span});
  }
  for (const Match& match : subject.alignment) {
    if (match.source.count == 0 || match.translation.count == 0) continue;
    TermUnit unit;
    add_blocks(subject.source, match.source, unit.source, unit.source_prose);
    add_blocks(subject.translation, match.translation, unit.translation, unit.translation_prose);
    unit.place = subject.translation.blocks[match.translation.first].content;
    add(std::move(unit));
  }
  return units;
}

std::map<std::size_t, Span> terms_in_source(const Subject& subject, const TermUnit& unit) {
  std::map<std::size_t, Span> found;
  for (const auto& place : subject.terms.sources.places(unit.source_prose.text)) {
    found.emplace(place.owner, unit.source_prose.place(place.span));
  }
  return found;
}

std::optional<Span> altered_name(const Subject& subject, const TermUnit& unit,
                                 const std::string& name) {
  if (unit.translation.find(name) != std::string::npos) return std::nullopt;
  const std::string& text = unit.translation_prose.text;
  const std::vector<Span> words = word_spans(text, subject.translation.locale);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::size_t count : {std::size_t{2}, std::size_t{1}}) {
      if (i + count > words.size()) continue;
      const Span span{words[i].begin, words[i + count - 1].end};
      const std::string_view found = slice(text, span);
      // What the source says itself is no slip of the translator.
      const bool is_candidate = found.size() <= name.size() + 4 && is_near(found, name) &&
                                unit.source.find(found) == std::string::npos;
      if (is_candidate) return unit.translation_prose.place(span);
    }
  }
  return std::nullopt;
}

}  // namespace recto::checks
