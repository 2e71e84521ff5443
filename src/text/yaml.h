#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace recto::yaml {

enum class Kind { null, scalar, list, map };
enum class Style { plain, single_quoted, double_quoted, literal, folded, block, flow };

struct Entry;

/// A value of a YAML document with its exact place. `span` covers the quotes of a scalar, the
/// brackets of a flow list, and of block values the bytes from the first to the last of their
/// content; it never covers a comment or a line end after them. Aliases are resolved in value and
/// span of where they stand.
struct Node {
  Kind kind = Kind::null;
  Style style = Style::plain;
  std::string text;  // of a scalar, unescaped and folded
  Span span;
  std::vector<Node> items;     // of a list
  std::vector<Entry> entries;  // of a map, in document order

  /// The value under `key`; null when this is no map or has no such key.
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Span key_span;  // covers quotes
  Node value;
};

/// What is wrong with a document, and where. `line` and `column` count from 1 inside the text
/// that was parsed, columns in code points.
struct Problem {
  enum class What { syntax, duplicate_key, swallowed, too_complex } what = What::syntax;
  std::string message;
  Span span;
  std::size_t line = 1;
  std::size_t column = 1;
};

struct Limits {
  std::size_t depth = 32;
  std::size_t nodes = 20'000;  // aliases count each time they are resolved
};

/// A parsed document: `root`, or the problem that makes it unusable. An empty document is a null
/// root. Spans count from the beginning of the text, plus `offset`.
struct Document {
  Node root;
  std::optional<Problem> problem;
};

/// Parses one YAML 1.2 document with every key and value located. Refuses, as problems, what
/// YAML forbids and yaml-cpp lets pass: duplicate keys, a key swallowed by the scalar before it,
/// a second document; and documents beyond `limits`.
Document parse(std::string_view text, std::uint32_t offset = 0, const Limits& limits = {});

/// What YAML takes for no value where it stands plain.
inline constexpr std::array<std::string_view, 4> kNulls = {"~", "null", "Null", "NULL"};

/// How YAML 1.2's core schema types the plain scalar of `node`: null, bool, int, float, date or
/// string; quoted scalars are strings.
enum class Type { null, boolean, integer, real, date, string, list, map };
Type type_of(const Node& node);
/// The word for `type` in messages: `string`, `list`, ...
std::string name_of(Type type);

}  // namespace recto::yaml
