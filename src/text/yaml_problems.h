#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/yaml.h"

// What is wrong with a YAML text, in words for people who do not write YAML every day.

namespace recto::yaml {

/// What was read of a text before its parser gave up.
struct Progress {
  std::optional<std::size_t> value_begin;  // of the last scalar
  std::size_t end = 0;                     // of the last scalar
};

/// A problem at the byte `at` of `text`: one code point, with its line and column.
Problem problem_at(std::string_view text, std::size_t at, Problem::What what, std::string message);

/// The problem that made the parser stop at `at` with `reason`, its own words for it.
Problem explain(std::string_view text, std::size_t at, std::string_view reason,
                const Progress& progress);

/// A list or map at `at` where a key should stand, as in `title: {{ x }}`.
Problem explain_collection_key(std::string_view text, std::size_t at);

/// What lies behind the end of the first document at `at`.
Problem explain_rest(std::string_view text, std::size_t at);

/// The first byte that no YAML text may hold: a control character, or what is not
/// UTF-8.
std::optional<Problem> find_forbidden_byte(std::string_view text);

/// A key that the quoted scalar at `begin`..`end` runs over: its closing quote is missing.
std::optional<Problem> find_key_in_quotes(std::string_view text, std::size_t begin,
                                          std::size_t end);

/// A list item that the plain scalar at `begin`..`end` runs over.
std::optional<Problem> find_item_in_plain(std::string_view text, std::size_t begin,
                                          std::size_t end);

}  // namespace recto::yaml
