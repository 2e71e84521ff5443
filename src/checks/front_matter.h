#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

// What the checks of front matter share.

namespace recto::checks {

/// A key that both sides have, under whatever name.
struct PairedKey {
  const std::string& path;  // as the source names it
  const yaml::Entry& source;
  const yaml::Entry& translation;
  KeyRole role;
};

/// The keys of `subject` that are paired, in the order of the source.
std::vector<PairedKey> paired_keys(const Subject& subject);

/// Whether the key holds a text on each side; and whether that is to be translated.
bool are_texts(const PairedKey& key);
bool is_translated_text(const PairedKey& key);

/// Whether two values are the same: numbers by value, dates as instants, text in NFC, lists in
/// order; a list of one is its item.
bool is_same_value(const yaml::Node& left, const yaml::Node& right);

/// Whether both front matters are YAML, or both TOML, so that bytes of the one may stand in the
/// other.
bool have_same_syntax(const Subject& subject);

/// `node` of `post` as a message quotes it: on one line, cut when long.
std::string shown(const Post& post, const yaml::Node& node);

/// The bytes of a scalar without its quotes.
Span inside_quotes(const yaml::Node& node);

/// Whether the text of `node` can be copied into another front matter: no alias is in it.
bool means_the_same_anywhere(const Post& post, const yaml::Node& node);

/// Whether the key is a plain entry at the top level, which an edit can copy as a whole.
bool is_top_level(std::string_view path);

/// Whether the value has another type than the source's: a list for a text, a text for a date.
/// Where text is free, a title that looks like a number is still a text.
bool has_other_type(const PairedKey& key);

}  // namespace recto::checks
