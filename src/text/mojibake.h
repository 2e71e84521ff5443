#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace recto {

/// A character whose UTF-8 was read as Windows-1252 and written as UTF-8 again: `Ã©` of `é`.
struct Mojibake {
  Span span;
  std::string meant;
  bool is_sure = true;  // nothing else; `É–` may be a letter and a dash
};

/// Those of them in `part` of `text`, in order.
std::vector<Mojibake> mojibake_in(std::string_view text, Span part);

}  // namespace recto
