#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recto {

/// What a path says when it fits a template such as `i18n/{locale}/blog/{path}.md`.
struct TemplateMatch {
  std::string path;    // may hold slashes; without extension
  std::string locale;  // the folder's name; empty when the template has no {locale}
};

/// `file` read by `pattern`; its extension is free, since md and mdx pair with each other. None
/// when it does not fit.
std::optional<TemplateMatch> match_template(std::string_view pattern, std::string_view file);

/// `pattern` with its places filled in, without its extension.
std::string fill_template(std::string_view pattern, const std::string& path,
                          const std::string& locale);

}  // namespace recto
