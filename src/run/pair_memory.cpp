#include "run/pair_memory.h"

#include <algorithm>
#include <utility>

#include "base/packed.h"
#include "run/packed_diagnostic.h"

namespace recto {
namespace {

void write(const Fact& fact, Packer& packer) {
  const auto& [key, value, span, source, count] = fact;
  packer.text(key);
  packer.text(value);
  packer.span(span);
  packer.number(source ? 1 : 0);
  if (source) packer.span(*source);
  packer.number(count);
}

Fact read_fact(Unpacker& unpacker) {
  Fact fact;
  fact.key = unpacker.text();
  fact.value = unpacker.text();
  fact.span = unpacker.span();
  if (unpacker.number() == 1) fact.source = unpacker.span();
  fact.count = unpacker.number();
  return fact;
}

void write(const std::vector<HeadingPlace>& headings, Packer& packer) {
  packer.number(headings.size());
  for (const HeadingPlace& heading : headings) {
    packer.number(heading.begin);
    packer.number(heading.level);
    packer.span(heading.id);
  }
}

std::vector<HeadingPlace> read_headings(Unpacker& unpacker) {
  std::vector<HeadingPlace> headings;
  for (std::uint32_t count = unpacker.count(); count > 0; --count) {
    const std::uint32_t begin = unpacker.number();
    const std::uint32_t level = unpacker.number();
    headings.push_back({begin, level, unpacker.span()});
  }
  return headings;
}

void write_verdict(const PairMemory& memory, Packer& packer) {
  packer.number(memory.diagnostics.size());
  for (const Diagnostic& diagnostic : memory.diagnostics) write(diagnostic, packer);
  packer.number(memory.asked.size());
  for (const AskedFile& file : memory.asked) {
    packer.text(file.path);
    packer.number(file.is_there ? 1 : 0);
  }
  write(memory.headings.source, packer);
  write(memory.headings.translation, packer);
}

void read_verdict(Unpacker& unpacker, PairMemory& memory) {
  for (std::uint32_t count = unpacker.count(); count > 0; --count) {
    memory.diagnostics.push_back(read_diagnostic(unpacker));
  }
  for (std::uint32_t count = unpacker.count(); count > 0; --count) {
    std::string path = unpacker.text();
    memory.asked.push_back({std::move(path), unpacker.number() == 1});
  }
  memory.headings.source = read_headings(unpacker);
  memory.headings.translation = read_headings(unpacker);
}

/// Whether what stands in `memory` fits together, whatever wrote it.
bool is_consistent(const PairMemory& memory) {
  return std::all_of(memory.customs.begin(), memory.customs.end(), [&](const CustomUse& use) {
    return !use.diagnostic || *use.diagnostic < memory.diagnostics.size();
  });
}

}  // namespace

std::string encoded(const PairMemory& memory) {
  Packer packer;
  packer.number(memory.facts.size());
  for (const auto& [rule, facts] : memory.facts) {
    packer.text(rule);
    packer.number(facts.size());
    for (const Fact& fact : facts) write(fact, packer);
  }
  packer.number(memory.customs.size());
  for (const CustomUse& use : memory.customs) {
    for (const std::string* text : {&use.rule, &use.custom, &use.message}) packer.text(*text);
    packer.number(use.is_allowed ? 1 : 0);
    packer.number(use.diagnostic && memory.has_verdict ? *use.diagnostic + 1 : 0);
  }
  packer.number(memory.has_verdict ? 1 : 0);
  if (memory.has_verdict) write_verdict(memory, packer);
  return packer.take();
}

std::optional<PairMemory> decoded(std::string_view bytes) {
  Unpacker unpacker(bytes);
  PairMemory memory;
  for (std::uint32_t rules = unpacker.count(); rules > 0; --rules) {
    Facts& facts = memory.facts[unpacker.text()];
    const std::uint32_t count = unpacker.count();
    facts.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) facts.push_back(read_fact(unpacker));
  }
  for (std::uint32_t customs = unpacker.count(); customs > 0; --customs) {
    CustomUse use;
    for (std::string* text : {&use.rule, &use.custom, &use.message}) *text = unpacker.text();
    use.is_allowed = unpacker.number() == 1;
    const std::uint32_t diagnostic = unpacker.number();
    if (diagnostic > 0) use.diagnostic = diagnostic - 1;
    memory.customs.push_back(std::move(use));
  }
  memory.has_verdict = unpacker.number() == 1;
  if (memory.has_verdict) read_verdict(unpacker, memory);
  if (!unpacker.is_done() || !is_consistent(memory)) return std::nullopt;
  return memory;
}

std::vector<HeadingPlace> heading_places(const Post& post) {
  std::vector<HeadingPlace> headings;
  for (const Block& block : post.blocks) {
    if (block.kind != BlockKind::heading) continue;
    headings.push_back({block.span.begin, static_cast<std::uint32_t>(block.level), block.id});
  }
  return headings;
}

Post sketched(const std::string& path, const Locale& locale, std::string text,
              const std::vector<HeadingPlace>& headings) {
  Post post{.path = path, .locale = locale, .text = std::move(text)};
  for (const HeadingPlace& heading : headings) {
    post.blocks.push_back({.kind = BlockKind::heading,
                           .span = {heading.begin, heading.begin},
                           .level = static_cast<int>(heading.level),
                           .id = heading.id});
  }
  return post;
}

}  // namespace recto
