#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

// text/xml.cpp is the only file that includes expat.

namespace recto::xml {

using Attributes = std::map<std::string, std::string, std::less<>>;

/// Who is told what stands in a document, in its order. Names keep their prefix: `xml:lang`.
struct Listener {
  std::function<void(std::string_view name, const Attributes& attributes)> on_start;
  std::function<void(std::string_view name)> on_end;
  std::function<void(std::string_view text)> on_text;  // may come in pieces
};

struct Problem {
  std::size_t line = 1;
  std::string message;
};

/// Reads a document in UTF-8 or in the encoding that it declares. Follows no reference to another
/// file, and refuses a document that declares entities or is nested deeper than 64 elements.
std::optional<Problem> read(std::string_view bytes, const Listener& listener);

}  // namespace recto::xml
