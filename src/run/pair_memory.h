#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "checks/check.h"
#include "post/post.h"

namespace recto {

/// A finding of a kind that most posts of a locale may have in the same way.
struct CustomUse {
  std::string path;  // of the translation
  std::string rule;
  Locale locale;
  std::string custom;      // the fields by which customs are told apart
  std::string message;     // but for the counts
  std::uint32_t part = 2;  // of the rule's `CustomWords`
  bool is_allowed = false;
  std::optional<std::size_t> diagnostic;  // its index; none when it is not reported

  friend bool operator==(const CustomUse&, const CustomUse&) = default;
};

/// A file of the site, beside the pair, that a check asked for.
struct AskedFile {
  std::string path;
  bool is_there = false;

  friend bool operator==(const AskedFile&, const AskedFile&) = default;
};

/// What of a heading is needed to say where something stands.
struct HeadingPlace {
  std::uint32_t begin = 0;
  std::uint32_t level = 0;
  Span id;

  friend bool operator==(const HeadingPlace&, const HeadingPlace&) = default;
};

/// The headings of both sides of a pair.
struct PairHeadings {
  std::vector<HeadingPlace> source;
  std::vector<HeadingPlace> translation;

  friend bool operator==(const PairHeadings&, const PairHeadings&) = default;
};

/// What a pair tells its locale, and what was found in it; of a source post by itself, the latter.
struct PairMemory {
  std::map<std::string, Facts> facts;  // by rule
  std::vector<CustomUse> customs;
  std::vector<Diagnostic> diagnostics;
  std::vector<AskedFile> asked;
  PairHeadings headings;
  /// Whether the pair was judged, and would be judged alike again while the asked files are there
  /// or not as they were: nothing is allowed in it, which may end on some day.
  bool has_verdict = false;

  friend bool operator==(const PairMemory&, const PairMemory&) = default;
};

/// `memory` as bytes to be kept between runs; path and locale of customs are left out, and without
/// a verdict all that it goes with.
std::string encoded(const PairMemory& memory);
/// How much of a memory a run needs: of a pair that is not reported, only what it tells.
enum class Wanted { facts_and_customs, everything };
/// What these bytes say; none when they are no whole memory.
std::optional<PairMemory> decoded(std::string_view bytes, Wanted wanted = Wanted::everything);

/// The headings of `post`.
std::vector<HeadingPlace> heading_places(const Post& post);
/// A post of which nothing but its text and these headings is known.
Post sketched(const std::string& path, const Locale& locale, std::string text,
              const std::vector<HeadingPlace>& headings);

}  // namespace recto
