#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace recto::checks {

using HtmlTags = std::set<std::string, std::less<>>;

/// Neighbouring blocks of a translation that its source lacks, some of them HTML.
struct HtmlRun {
  std::size_t begin = 0;  // indices into the translation's blocks
  std::size_t end = 0;
  std::size_t bytes = 0;  // of HTML
  HtmlTags tags;
};

/// The HTML that a translation writes for Markdown of its source.
struct HtmlForMarkdown {
  HtmlTags tags;
  std::vector<HtmlRun> runs;  // in document order
};

}  // namespace recto::checks
