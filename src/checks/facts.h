#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/packed.h"
#include "base/span.h"

namespace recto {

/// What a pair tells the site: a word, a tag, a name, with where it stands first and how often.
/// Texts of a fact that was read last as long as the list that it stands in.
struct Fact {
  std::string_view key;
  std::string_view value;
  Span span;
  std::optional<Span> source;
  std::uint32_t count = 1;
};

/// What one pair tells about one rule, in the bytes that are kept between runs: a run holds what
/// all posts tell at once, and most of it is looked at once.
class Facts {
 public:
  class Iterator {
   public:
    using value_type = Fact;
    using difference_type = std::ptrdiff_t;

    explicit Iterator(std::string_view packed) : rest_(packed) { ++*this; }
    const Fact& operator*() const { return fact_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    bool operator==(std::default_sentinel_t) const { return is_at_end_; }

   private:
    Unpacker rest_;
    Fact fact_;
    bool is_at_end_ = false;
  };

  Facts() = default;
  /// The facts that `packed` says; what is no whole fact ends the list.
  explicit Facts(std::string packed) : packer_(std::move(packed)) {}

  void add(const Fact& fact);
  /// Calls `visit` with the key of each fact and its `content_hash`, which takes a fraction of
  /// reading all of it: a run that counts what all posts of a locale tell does little else.
  template <typename Visit>
  void for_each_key(Visit visit) const;
  Iterator begin() const { return Iterator(packed()); }
  static std::default_sentinel_t end() { return {}; }
  std::string_view packed() const { return packer_.bytes(); }

  friend bool operator==(const Facts& left, const Facts& right) {
    return left.packed() == right.packed();
  }

 private:
  Packer packer_;
};

inline void Facts::add(const Fact& fact) {
  const auto& [key, value, span, source, count] = fact;
  Packer rest;
  rest.text(value);
  rest.span(span);
  rest.number(count);
  if (source) rest.span(*source);
  packer_.hash(content_hash(key));
  packer_.text(key);
  packer_.text(rest.bytes());
}

inline Facts::Iterator& Facts::Iterator::operator++() {
  is_at_end_ = rest_.is_at_end();
  rest_.hash();
  fact_.key = rest_.view();
  Unpacker fact(rest_.view());
  fact_.value = fact.view();
  fact_.span = fact.span();
  fact_.count = fact.number();
  fact_.source = fact.is_at_end() ? std::nullopt : std::optional(fact.span());
  is_at_end_ = is_at_end_ || !rest_.is_whole() || !fact.is_whole();
  return *this;
}

template <typename Visit>
void Facts::for_each_key(Visit visit) const {
  Unpacker rest(packed());
  while (!rest.is_at_end()) {
    const std::uint64_t hash = rest.hash();
    const std::string_view key = rest.view();
    rest.view();
    if (rest.is_whole()) visit(key, hash);
  }
}

}  // namespace recto
