#include "run/pair_memory.h"

#include <algorithm>
#include <utility>

#include "base/packed.h"
#include "run/packed_diagnostic.h"

namespace recto {
namespace {

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

std::string verdict_of(const PairMemory& memory) {
  Packer packer;
  packer.number(memory.diagnostics.size());
  for (const Diagnostic& diagnostic : memory.diagnostics) write(diagnostic, packer);
  packer.number(memory.asked.size());
  for (const AskedFile& file : memory.asked) {
    packer.text(file.path);
    packer.number(file.is_there ? 1 : 0);
  }
  write(memory.headings.source, packer);
  write(memory.headings.translation, packer);
  return packer.take();
}

/// Whether `bytes` were a whole verdict.
bool read_verdict(std::string_view bytes, PairMemory& memory) {
  Unpacker unpacker(bytes);
  for (std::uint32_t count = unpacker.count(); count > 0; --count) {
    memory.diagnostics.push_back(read_diagnostic(unpacker));
  }
  for (std::uint32_t count = unpacker.count(); count > 0; --count) {
    std::string path = unpacker.text();
    memory.asked.push_back({std::move(path), unpacker.number() == 1});
  }
  memory.headings.source = read_headings(unpacker);
  memory.headings.translation = read_headings(unpacker);
  return unpacker.is_done();
}

/// Whether the diagnostics that customs name are there, whatever wrote them.
bool has_diagnostics_of_customs(const PairMemory& memory) {
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
    packer.text(facts.packed());
  }
  packer.number(memory.customs.size());
  for (const CustomUse& use : memory.customs) {
    for (const std::string* text : {&use.rule, &use.custom, &use.message}) packer.text(*text);
    packer.number(use.part);
    packer.number(use.is_allowed ? 1 : 0);
    packer.number(use.diagnostic && memory.has_verdict ? *use.diagnostic + 1 : 0);
  }
  packer.number(memory.has_verdict ? 1 : 0);
  if (memory.has_verdict) packer.text(verdict_of(memory));
  return packer.take();
}

std::optional<PairMemory> decoded(std::string_view bytes, Wanted wanted) {
  Unpacker unpacker(bytes);
  PairMemory memory;
  for (std::uint32_t rules = unpacker.count(); rules > 0; --rules) {
    std::string rule = unpacker.text();
    memory.facts.emplace_hint(memory.facts.end(), std::move(rule), Facts(unpacker.text()));
  }
  for (std::uint32_t customs = unpacker.count(); customs > 0; --customs) {
    CustomUse use;
    for (std::string* text : {&use.rule, &use.custom, &use.message}) *text = unpacker.text();
    use.part = unpacker.number();
    use.is_allowed = unpacker.number() == 1;
    const std::uint32_t diagnostic = unpacker.number();
    if (diagnostic > 0 && wanted == Wanted::everything) use.diagnostic = diagnostic - 1;
    memory.customs.push_back(std::move(use));
  }
  memory.has_verdict = unpacker.number() == 1;
  const std::string_view verdict = memory.has_verdict ? unpacker.view() : std::string_view();
  if (!unpacker.is_done()) return std::nullopt;
  const bool reads_verdict = memory.has_verdict && wanted == Wanted::everything;
  if (reads_verdict && !read_verdict(verdict, memory)) return std::nullopt;
  return has_diagnostics_of_customs(memory) ? std::optional(std::move(memory)) : std::nullopt;
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
