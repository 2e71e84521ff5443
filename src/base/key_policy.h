#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto {

/// How the translation of a front matter key relates to its source.
enum class KeyRole {
  same,         // must not be translated: authors, slug, id
  translate,    // title, description, tags
  local,        // may differ, or exist on one side only
  source_only,  // belongs to the source alone
  unlisted      // translated when it holds ordinary words, else compared with a warning
};

/// Which key is what; sub-keys by path (`sidebar.label`), `hero.*` for all below, `x-*` for all
/// that begin so.
struct KeyPolicy {
  std::vector<std::string> same;
  std::vector<std::string> translate;
  std::vector<std::string> local;
  std::vector<std::string> source_only;
  std::vector<std::string> routing;  // also in `same`, but never mended safely: slug, permalink
  std::vector<std::string> lenient;  // also in `same`, but a warning without fix: draft, date
  std::vector<std::string> notes;    // also in `local`, but an extra one is a hint: translator
  std::vector<std::string> url;      // the same URL, but for query text that is translated: image

  /// The role of the key at `path`; the longest entry that fits wins.
  KeyRole role(std::string_view path) const;

  friend bool operator==(const KeyPolicy&, const KeyPolicy&) = default;
};

/// Whether `list` names `path`, outright, by a parent, by `parent.*` or by `begin*`.
bool lists_key(const std::vector<std::string>& list, std::string_view path);

/// `preset` with the entries of `own` added; an entry of `own` is taken out of the other lists.
KeyPolicy merged(const KeyPolicy& preset, const KeyPolicy& own);

}  // namespace recto
