#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto {

/// What a path says when it fits a template such as `i18n/{locale}/blog/{path}.md`; its parts are
/// valid as long as the path.
struct TemplateMatch {
  std::string_view path;    // may hold slashes; without extension
  std::string_view locale;  // the folder's name; empty when the template has no {locale}
};

/// `file` read by `pattern`, in every way in which it fits: `x-pt-br` by `{path}-{locale}` in two,
/// the longest path first. Its extension is free, since md and mdx pair with each other.
std::vector<TemplateMatch> template_matches(std::string_view pattern, std::string_view file);

/// `pattern` with its places filled in, without its extension.
std::string fill_template(std::string_view pattern, std::string_view path, std::string_view locale);

}  // namespace recto
