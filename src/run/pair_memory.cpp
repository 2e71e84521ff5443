#include "run/pair_memory.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace recto {
namespace {

/// Numbers as 32 bits, texts behind their length.
class Writer {
 public:
  void number(std::size_t value) {
    const auto narrow = static_cast<std::uint32_t>(value);
    bytes_.append(reinterpret_cast<const char*>(&narrow), sizeof narrow);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void span(Span value) {
    number(value.begin);
    number(value.end);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what Writer wrote; after bytes that end too early everything is empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    if (rest_.size() < sizeof value) {
      fail();
      return 0;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  /// A number of things that follow, each of at least one byte.
  std::uint32_t count() {
    const std::uint32_t value = number();
    if (value > rest_.size()) fail();
    return is_whole_ ? value : 0;
  }
  std::string text() {
    const std::uint32_t size = count();
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  Span span() {
    const std::uint32_t begin = number();
    return {begin, number()};
  }
  bool is_done() const { return is_whole_ && rest_.empty(); }

 private:
  void fail() {
    is_whole_ = false;
    rest_ = {};
  }

  std::string_view rest_;
  bool is_whole_ = true;
};

void write(const Fact& fact, Writer& writer) {
  writer.text(fact.key);
  writer.text(fact.value);
  writer.span(fact.span);
  writer.number(fact.source ? 1 : 0);
  if (fact.source) writer.span(*fact.source);
  writer.number(fact.count);
}

Fact read_fact(Reader& reader) {
  Fact fact;
  fact.key = reader.text();
  fact.value = reader.text();
  fact.span = reader.span();
  if (reader.number() == 1) fact.source = reader.span();
  fact.count = reader.number();
  return fact;
}

}  // namespace

std::string encoded(const PairMemory& memory) {
  Writer writer;
  writer.number(memory.facts.size());
  for (const auto& [rule, facts] : memory.facts) {
    writer.text(rule);
    writer.number(facts.size());
    for (const Fact& fact : facts) write(fact, writer);
  }
  writer.number(memory.customs.size());
  for (const CustomUse& use : memory.customs) {
    for (const std::string* text : {&use.rule, &use.custom, &use.message}) writer.text(*text);
  }
  return writer.take();
}

std::optional<PairMemory> decoded(std::string_view bytes) {
  Reader reader(bytes);
  PairMemory memory;
  for (std::uint32_t rules = reader.count(); rules > 0; --rules) {
    Facts& facts = memory.facts[reader.text()];
    const std::uint32_t count = reader.count();
    facts.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) facts.push_back(read_fact(reader));
  }
  for (std::uint32_t customs = reader.count(); customs > 0; --customs) {
    CustomUse use;
    for (std::string* text : {&use.rule, &use.custom, &use.message}) *text = reader.text();
    memory.customs.push_back(std::move(use));
  }
  if (!reader.is_done()) return std::nullopt;
  return memory;
}

}  // namespace recto
