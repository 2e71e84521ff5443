#pragma once

#include <cstdint>

namespace recto {

/// What a site adds to Markdown.
enum class Dialect : std::uint8_t { markdown, mdx, docusaurus, hugo, mkdocs };

}  // namespace recto
