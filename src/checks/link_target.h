#pragma once

#include <string>
#include <string_view>

#include "base/locale.h"
#include "checks/urls.h"

namespace recto {
struct Post;
struct Subject;
}  // namespace recto

namespace recto::checks {

/// Whether `part` of a host or path is a tag of the language: `pt`, `pt-BR`, `zh_hant`, `es-419`,
/// `por`.
bool names_language(std::string_view part, const Locale& locale);

/// What a link leads to, so that two can be compared that are written differently.
struct LinkTarget {
  std::string key;       // of two links that lead to the same place, it is the same
  std::string page;      // the key without its fragment; empty within the page
  std::string host;      // without `www.` and the locale's label
  std::string name;      // the last part of the path, without an extension of pages
  std::string fragment;  // decoded
  bool is_own = false;   // on this site
  bool is_relative = false;
  bool is_localized = false;  // names the locale of the translation
};

/// The target `url` of a link in `post`, one of the two of `subject`. A link to the post itself by
/// its name is one within the page.
LinkTarget link_target(const Subject& subject, const Post& post, std::string_view url);

/// The path that `path`, which may begin with `./` or `../`, means in `post`, from the root of the
/// posts on; it keeps those that lead out of there.
std::string path_from(const Post& post, std::string_view path);

/// Whether a link of the translation may stand for one of the source though their keys differ: the
/// same page of another edition of that site, the same file by another relative path, an anchor
/// that was translated with its heading.
bool may_stand_for(const LinkTarget& source, const LinkTarget& translation, const Locales& locales);

}  // namespace recto::checks
