#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/joined.h"
#include "base/locale.h"
#include "text/similarity.h"

// What the parsers of commands share: the values of options, and how a wrong one is answered.

namespace recto {

using Strings = std::vector<std::string>;

/// Throws Error for a command line that is not understood.
[[noreturn]] void refuse(const std::string& what);

std::string in_ticks(std::string_view text);

/// Whether `value` is one of `values`.
bool holds(const Strings& values, std::string_view value);

/// The whole number that `text`, the value of `option`, says. Refuses more than `most`.
std::size_t number(const std::string& option, const std::string& text, std::size_t most);

/// The locales that `tags`, values of an option, name. Refuses what is none.
std::vector<Locale> locales_of(const Strings& tags);

/// The locale that an option with at most one value names; none when `tag` is empty.
std::optional<Locale> locale_of(const std::string& tag);

/// The names of a short list of values.
template <typename Value, std::size_t N>
Strings names_of(const std::array<std::pair<const char*, Value>, N>& known) {
  Strings names;
  for (const auto& [name, value] : known) names.emplace_back(name);
  return names;
}

/// The value named `text` of a short list. Refuses any other.
template <typename Value, std::size_t N>
Value chosen(const std::string& option, const std::string& text,
             const std::array<std::pair<const char*, Value>, N>& known) {
  for (const auto& [name, value] : known) {
    if (text == name) return value;
  }
  const Strings names = names_of(known);
  refuse(in_ticks(option) + " takes " + joined(names, ", ", " or ") + ", not " + in_ticks(text) +
         did_you_mean(text, names));
}

}  // namespace recto
