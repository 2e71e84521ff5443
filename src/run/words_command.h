#pragma once

#include "cli.h"
#include "run.h"

namespace recto {

/// `recto words`: prints the words that nobody knows, or adds them to the lists of accepted words.
/// Returns the exit status. Throws Error for a word that was named and is not among them, and for a
/// list that cannot be written.
int run_words(const WordsCommand& command, const Surroundings& surroundings);

}  // namespace recto
