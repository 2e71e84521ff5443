#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/line_map.h"
#include "checks/check.h"
#include "checks/rule_set.h"
#include "post/post.h"

namespace recto {

/// Turns findings about one pair, or about one post, into diagnostics: words, places, excerpts and
/// fingerprints. Lives while the posts do.
class Diagnoser {
 public:
  /// `source` is null when the findings are about `post` alone.
  Diagnoser(const Post& post, const Post* source);

  /// None when the rule's severity leaves nothing to show.
  std::optional<Diagnostic> diagnose(const ActiveRule& rule, const Finding& finding) const;

 private:
  const Post& post_;
  const Post* source_;
  LineMap lines_;
  std::optional<LineMap> source_lines_;
  std::vector<const Block*> headings_;
  std::vector<const Block*> source_headings_;
};

/// A fingerprint of `content`, which must not depend on places.
std::string fingerprint_of_text(std::string_view content);

/// Gives findings that are equal but for their place the numbers that keep their fingerprints
/// apart; `diagnostics` are sorted.
void number_equal_fingerprints(std::vector<Diagnostic>& diagnostics);

/// A diagnostic about a file as a whole: no text, line 1.
Diagnostic diagnose_file(const ActiveRule& rule, const std::string& path, const Locale& locale,
                         const Finding& finding);

/// By path, place, rule and message: the order of every report.
bool stands_before(const Diagnostic& left, const Diagnostic& right);

}  // namespace recto
