#include "text/variables.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace recto;

namespace {

std::vector<std::string> found(const std::string& text) {
  std::vector<std::string> variables;
  for (const Span variable : variables_in_string(text, true)) {
    variables.emplace_back(slice(std::string_view(text), variable));
  }
  return variables;
}

using Texts = std::vector<std::string>;

/// What the source has and the translation lacks, and the other way round.
Texts differing(const std::string& source, const std::string& translation) {
  const OtherVariables other = other_variables(source, translation, true);
  return {std::string(slice(std::string_view(source), other.source)),
          std::string(slice(std::string_view(translation), other.translation))};
}

}  // namespace

TEST_CASE("variables of strings are found in the forms of many languages") {
  CHECK(found("Hello ${user.name}, {count} of {} at {0} or {price:>8.2}") ==
        Texts{"${user.name}", "{count}", "{}", "{0}", "{price:>8.2}"});
  CHECK(found("%d of %s, %(name)s, %1$s and $HOME") ==
        Texts{"%d", "%s", "%(name)s", "%1$s", "$HOME"});
}

TEST_CASE("prices, shares, sets and code in braces are no variables") {
  CHECK(found("It costs $5, 100% sure, 50%, {a, b}, { x } and ${a ? b : c}") == Texts{});
  CHECK(found("$") == Texts{});
  CHECK(found("%") == Texts{});
  CHECK(found("{") == Texts{});
  CHECK(found("${") == Texts{});
  CHECK(found("{name:") == Texts{});
}

TEST_CASE("named variables may stand in any order, conversions without a name may not") {
  CHECK(differing("{a} and {b}", "{b} und {a}") == Texts{"", ""});
  CHECK(differing("%1$s and %2$s", "%2$s und %1$s") == Texts{"", ""});
  CHECK(differing("%d of %s", "%s: %d") == Texts{"%d", "%s"});
  CHECK(differing("%s has %d", "%2$d hat %1$s") == Texts{"", ""});
  CHECK(differing("{} has {}", "{1} hat {0}") == Texts{"", ""});
  CHECK(differing("{:.2f} of {:d}", "{1:d} von {0:.2f}") == Texts{"", ""});
  CHECK(differing("%-5s costs %d", "%2$d für %1$-5s") == Texts{"", ""});
  CHECK(differing("50% sure and 5 % of it", "50 % sicher, 5 % davon") == Texts{"", ""});
  CHECK(variables_in_string("costs $USD", false).empty());
  CHECK(differing("{a} and {a}", "{a}") == Texts{"{a}", ""});
  CHECK(differing("one", "eins {a}") == Texts{"", "{a}"});
}
