#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/locale.h"

// Where locales stand in the paths of posts.

namespace recto {

using Paths = std::set<std::string>;

/// The posts in which a locale stands at one place: their paths without it and what stands before.
struct LocalePlace {
  std::string before;                   // `docs/`, with its slash; `docs_` of `docs_vi/x.md`
  std::optional<char> separator;        // what stands before a locale at the end: `.` in `x.vi.md`
  std::map<std::string, Paths> by_tag;  // as it is written: `vi`, `pt-br`, of folders `french`

  bool is_suffix() const { return separator.has_value(); }
  /// Whether the locale is a part of the name of its folder: `docs_vi`.
  bool has_prefix() const { return !is_suffix() && !before.empty() && !before.ends_with('/'); }
};

/// The locale that a folder or the end of a name means: `pt-br`, `french`.
std::optional<Locale> meant_locale(const std::string& tag);

/// Every place where a locale stands in one of `posts`, but for those where short words do.
std::vector<LocalePlace> find_places(const std::vector<std::string>& posts);

/// The posts at a place that name no locale.
Paths plain_posts(const LocalePlace& place, const std::vector<std::string>& posts);

/// The folder that all posts at `place` begin with, behind the locale: `docs/` of `docs/vi/docs/`.
std::string shared_folder(const LocalePlace& place);

}  // namespace recto
