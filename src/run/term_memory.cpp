#include "run/term_memory.h"

#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/packed.h"
#include "base/stored_table.h"

namespace recto {
namespace {

constexpr std::size_t kWorthRemembering = 1000;  // bytes; less is parsed as fast
constexpr std::size_t kMostTermbases = 64;
constexpr std::size_t kMostBytes = 16U << 20U;

void write(const std::vector<std::string>& texts, Packer& packer) {
  packer.number(texts.size());
  for (const std::string& text : texts) packer.text(text);
}

std::vector<std::string> read_texts(Unpacker& unpacker) {
  std::vector<std::string> texts;
  for (std::uint32_t count = unpacker.count(); count > 0; --count) texts.push_back(unpacker.text());
  return texts;
}

// What is written is taken apart by a structured binding: a new member does not compile until it is
// remembered, too.
void write(const Term& term, Packer& packer) {
  const auto& [source, note, keep, match_case, by_locale] = term;
  packer.text(source);
  packer.text(note);
  packer.number(keep ? 1 : 0);
  packer.number(match_case ? 1 : 0);
  packer.number(by_locale.size());
  for (const auto& [tag, rendering] : by_locale) {
    packer.text(tag);
    write(rendering.use, packer);
    write(rendering.reject, packer);
  }
}

Term read_term(Unpacker& unpacker) {
  Term term{.source = unpacker.text(), .note = unpacker.text()};
  term.keep = unpacker.number() == 1;
  term.match_case = unpacker.number() == 1;
  for (std::uint32_t locales = unpacker.count(); locales > 0; --locales) {
    Rendering& rendering = term.by_locale[unpacker.text()];
    rendering.use = read_texts(unpacker);
    rendering.reject = read_texts(unpacker);
  }
  return term;
}

}  // namespace

std::string encoded(const Terms& terms) {
  Packer packer;
  packer.number(terms.size());
  for (const Term& term : terms) write(term, packer);
  return packer.take();
}

std::optional<Terms> decoded_terms(std::string_view bytes) {
  Unpacker unpacker(bytes);
  Terms terms;
  for (std::uint32_t count = unpacker.count(); count > 0; --count) {
    terms.push_back(read_term(unpacker));
  }
  return unpacker.is_done() ? std::optional(std::move(terms)) : std::nullopt;
}

Terms remembered_terms(const std::optional<std::filesystem::path>& cache, std::string_view text,
                       const std::string& path) {
  if (!cache || text.size() < kWorthRemembering) return parse_terms(text, path);
  StoredTable table(*cache / "termbases", identity_of_program());
  const std::uint64_t key = content_hash(text, content_hash(path));
  if (const auto bytes = table.find(key)) {
    if (auto terms = decoded_terms(*bytes)) return std::move(*terms);
  }
  Terms terms = parse_terms(text, path);
  table.add(key, encoded(terms));
  table.save(kMostTermbases, kMostBytes);
  return terms;
}

}  // namespace recto
