#pragma once

#include <string_view>

namespace recto {

/// Whether `path` matches `pattern`: `*` and `?` do not cross `/`, `**` does, `[a-z]` is a set,
/// `{a,b}` is either. A pattern without `*` that names a folder matches all below it. Linear in the
/// path for each `**`.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace recto
