#pragma once

#include <vector>

#include "checks/check.h"
#include "checks/passages.h"

namespace recto::checks {

/// What of a passage of the translation stands in quotes, on this side or the other, and is word
/// for word what the source says there: a message, an output, words of somebody else. Bytes of the
/// translation, in order; of very many quotes only the first.
std::vector<Span> kept_quotations(const Subject& subject, const PairedPassage& paired);
/// Whether the source has the words at `span` of the translation in quotes.
bool is_quoted_in_source(const Subject& subject, const PairedPassage& paired, Span span);

}  // namespace recto::checks
