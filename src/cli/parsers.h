#pragma once

#include "cli.h"
#include "cli/values.h"

namespace recto {

// Each reads the arguments behind a command. Throws Error for what is not understood.

Command parse_check(const Strings& arguments);
Command parse_init(const Strings& arguments);
Command parse_status(const Strings& arguments);
Command parse_baseline(const Strings& arguments);
Command parse_words(const Strings& arguments);
Command parse_terms_command(const Strings& arguments);
Command parse_rules(const Strings& arguments);
Command parse_explain(const Strings& arguments);
Command parse_schema(const Strings& arguments);

}  // namespace recto
