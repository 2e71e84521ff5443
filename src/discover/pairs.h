#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/dialect.h"
#include "base/locale.h"
#include "config.h"
#include "discover/walk.h"

namespace recto {

/// A translation of a source post. Paths are relative to the root, with `/`.
struct Translation {
  std::string path;
  Locale locale;
  bool is_variant_of_source = false;

  friend bool operator==(const Translation&, const Translation&) = default;
};

/// A source post with its translations, sorted by path.
struct SourcePost {
  std::string path;
  std::vector<Translation> translations;

  friend bool operator==(const SourcePost&, const SourcePost&) = default;
};

/// A translation whose source is gone, in every locale that has it.
struct Orphan {
  std::string source_path;  // where the source should be
  std::vector<Translation> translations;
  std::string likely_source;  // the source it may have become; empty when none comes close

  friend bool operator==(const Orphan&, const Orphan&) = default;
};

/// A kind of posts that has translations into a locale, or should have: recto.yaml names the
/// locale.
struct TranslatedKind {
  ContentTemplate content;
  LocaleEntry locale;

  friend bool operator==(const TranslatedKind&, const TranslatedKind&) = default;
};

/// All pairs of a site.
struct Site {
  std::filesystem::path root;
  Locale source_locale;
  Dialect dialect = Dialect::docusaurus;
  std::string layout;               // `docusaurus`, `content`; for messages and presets
  std::vector<Locale> locales;      // with at least one translation, sorted by tag
  std::vector<SourcePost> sources;  // sorted by path
  std::vector<Orphan> orphans;      // sorted by source path
  std::vector<TranslatedKind> translated;
  std::vector<ClosedFolder> closed;  // nothing is known about what should lie there
  std::vector<std::string>
      notes;  // what the user should know: no recto.yaml, what was found instead
};

/// Whether `path` lies in a folder of `site` that cannot be read.
bool is_closed(const Site& site, const std::string& path);

/// The pairs under `root`. Symlinks that lead out of the root are not followed; hidden folders and
/// node_modules are passed over. Throws Error when no layout fits.
Site find_pairs(const std::filesystem::path& root, const Config& config);
/// The same among `posts`, paths relative to the root, instead of what lies under it.
Site find_pairs_among(std::vector<std::string> posts, const std::filesystem::path& root,
                      const Config& config);

/// A translation that a source lacks, and where it would lie.
struct MissingTranslation {
  std::string source_path;
  Translation translation;

  friend bool operator==(const MissingTranslation&, const MissingTranslation&) = default;
};

/// Which pairs PATHs choose: those that the given sources, translations or folders belong to.
struct Selection {
  std::vector<SourcePost> sources;
  std::vector<Orphan> orphans;
  std::vector<MissingTranslation> missing;  // of the sources that were chosen themselves
  std::vector<std::string> unmatched;       // PATHs that exist and match no pattern
  std::set<std::string> named;  // translations that were chosen themselves, not by their source
  bool is_whole_site = true;
};

/// The pairs of `site` that `paths` choose; all when `paths` is empty. `paths` are as the user gave
/// them, seen from `working_folder`. Throws Error for a PATH that does not exist or lies outside
/// the root.
Selection select(const Site& site, const std::vector<std::string>& paths,
                 const std::filesystem::path& working_folder);

/// Puts into `selection` the orphans of `site` whose source is among `gone`, which no PATH can name
/// any more.
void add_orphans_of(const std::vector<std::string>& gone, const Site& site, Selection& selection);

/// Leaves of `selection` the pairs of which a file is among `changed`, the orphans of which one is,
/// or whose source is among `gone`, and what is missing of sources among `changed` or is among
/// `gone`; paths are relative to the root.
void keep_changed(const std::vector<std::string>& changed, const std::vector<std::string>& gone,
                  Selection& selection);

}  // namespace recto
