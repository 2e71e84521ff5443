#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace recto {

struct TextStyle {
  bool color = false;
  std::size_t width = 100;  // cells that an excerpt may take
  std::string path_prefix;  // from the working folder to the root: `../`, or empty
};

/// `path` as the working folder sees it, made visible, and never a command to the log of a CI
/// service.
std::string shown_path(std::string_view path, const TextStyle& style);

/// The findings as people read them: both excerpts, with marks right under wide and combining
/// characters; control characters made visible; right-to-left text quoted instead of underlined.
std::string text_report(const std::vector<Diagnostic>& diagnostics, const TextStyle& style);

/// Rules and locales with counts, the worst files, and what to do first.
std::string summary_table(const std::vector<Diagnostic>& diagnostics, const TextStyle& style);

}  // namespace recto
