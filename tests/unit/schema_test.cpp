#include "report/schema.h"

#include <catch2/catch.hpp>
#include <set>
#include <sstream>
#include <string>

#include "base/error.h"
#include "checks/rule_set.h"
#include "config.h"
#include "text/yaml.h"

// The schema that editors read, held to the parser: each knows the keys of the other.

using namespace recto;

namespace {

/// JSON is YAML, so our own reader reads the schema.
yaml::Document schema() {
  return yaml::parse(config_schema(all_rules({}, ".")), 0, {.depth = 64, .nodes = 100'000});
}

std::set<std::string> keys_under(const yaml::Node* node) {
  std::set<std::string> keys;
  if (node == nullptr) return keys;
  for (const yaml::Entry& entry : node->entries) keys.insert(entry.key);
  return keys;
}

/// The value at `path`, keys with slashes between them; a number is a place in a list.
const yaml::Node* at(const yaml::Node& root, const std::string& path) {
  const yaml::Node* node = &root;
  std::istringstream parts(path);
  for (std::string part; node != nullptr && std::getline(parts, part, '/');) {
    node = node->kind == yaml::Kind::list ? &node->items.at(std::stoul(part)) : node->find(part);
  }
  return node;
}

/// The keys that the parser names when it refuses one that is like none of them.
std::set<std::string> keys_known_in(const std::string& text) {
  std::set<std::string> keys;
  try {
    parse_config(text, "recto.yaml");
  } catch (const Error& error) {
    const std::string what = error.what();
    const std::size_t list = what.find("; known: ");
    if (list == std::string::npos) return keys;
    std::istringstream words(what.substr(list + 9));
    for (std::string word; words >> word;) keys.insert(word.substr(0, word.find(',')));
  }
  return keys;
}

}  // namespace

TEST_CASE("schema: it has the keys that the parser of recto.yaml knows, and no others") {
  const yaml::Document document = schema();
  REQUIRE_FALSE(document.problem);
  struct Place {
    const char* text;  // a recto.yaml with a key that does not exist
    const char* path;  // of the properties in the schema
  };
  for (const Place& place : {
           Place{"qqqqqqqq: 1", "properties"},
           Place{"locales: {vi: {qqqqqqqq: 1}}",
                 "properties/locales/oneOf/1/"
                 "additionalProperties/properties"},
           Place{"content: {qqqqqqqq: 1}", "$defs/templates/properties"},
           Place{"site: {qqqqqqqq: 1}", "properties/site/properties"},
           Place{"front_matter: {qqqqqqqq: 1}", "properties/front_matter/properties"},
           Place{"overrides: [{qqqqqqqq: 1}]", "properties/overrides/items/properties"},
           Place{"allow: [{qqqqqqqq: 1}]", "properties/allow/items/properties"},
           Place{"limits: {qqqqqqqq: 1}", "properties/limits/properties"},
       }) {
    INFO(place.text);
    CHECK_FALSE(keys_known_in(place.text).empty());
    CHECK(keys_under(at(document.root, place.path)) == keys_known_in(place.text));
  }
}

TEST_CASE("schema: every key of recto.yaml is described") {
  const yaml::Document document = schema();
  REQUIRE(at(document.root, "properties") != nullptr);
  for (const yaml::Entry& entry : at(document.root, "properties")->entries) {
    INFO(entry.key);
    CHECK(entry.value.find("description") != nullptr);
  }
}

TEST_CASE("schema: it names every rule and family") {
  const std::set<std::string> names = keys_under(at(schema().root, "$defs/rules/properties"));
  std::set<std::string> expected;
  for (const Rule& rule : all_rules({}, ".")) {
    expected.insert(rule.name);
    expected.insert(rule.family());
  }
  CHECK(names == expected);
}
