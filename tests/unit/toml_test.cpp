#include "text/toml.h"

#include <catch2/catch.hpp>
#include <string>

using namespace recto;

namespace {

/// The entries of `node` as `key=value`, each with the bytes that its span holds.
std::string shown(std::string_view text, const yaml::Node& node) {
  std::string all;
  for (const yaml::Entry& entry : node.entries) {
    all += std::string(slice(text, entry.key_span)) + "=" +
           std::string(slice(text, entry.value.span)) + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("toml: values are spelled as they are and typed as YAML's are") {
  const std::string text = "a = 'x'\nb = 1_000\nc = 2024-05-06\nd = true\ne = 1.5\nf = []\n";
  const yaml::Node root = toml::parse(text).root;
  CHECK(shown(text, root) == "a='x'\nb=1_000\nc=2024-05-06\nd=true\ne=1.5\nf=[]\n");
  CHECK(yaml::type_of(*root.find("a")) == yaml::Type::string);
  CHECK(yaml::type_of(*root.find("c")) == yaml::Type::date);
  CHECK(yaml::type_of(*root.find("d")) == yaml::Type::boolean);
  CHECK(yaml::type_of(*root.find("e")) == yaml::Type::real);
  CHECK(yaml::type_of(*root.find("f")) == yaml::Type::list);
}

TEST_CASE("toml: entries stand in the order of the document, tables span what is theirs") {
  const std::string text = "z.y = 1\n\"a b\" = {c = 2}\n[[m]]\nn = 3\n[[m]]\nn = 4\n";
  const yaml::Node root = toml::parse(text).root;
  CHECK(shown(text, root) == "z=y = 1\n\"a b\"={c = 2}\nm=[[m]]\nn = 3\n[[m]]\nn = 4\n");
  CHECK(root.find("m")->items.size() == 2);
  CHECK(root.find("a b")->style == yaml::Style::flow);
  CHECK(root.find("m")->style == yaml::Style::block);
}

TEST_CASE("toml: places count from the beginning of the file, in bytes") {
  const std::string text = "d = '日本'\r\ne = \"\"\"\nx\n\"\"\"\n";
  const yaml::Node root = toml::parse(text, 100).root;
  CHECK(root.find("d")->span == Span{104, 112});
  CHECK(root.find("e")->span.begin == 118);
  CHECK(root.find("e")->style == yaml::Style::literal);
}

TEST_CASE("toml: what is beyond the limits is refused, with its place") {
  const auto problem = toml::parse("a = [1, 2, 3]\n", 0, {.nodes = 3}).problem;
  REQUIRE(problem);
  CHECK(problem->what == yaml::Problem::What::too_complex);
  CHECK(toml::parse("a = [[[1]]]\n", 0, {.depth = 2}).problem->what ==
        yaml::Problem::What::too_complex);
  CHECK(toml::parse("a = \n").problem->line == 1);
  CHECK(toml::parse("\xff = 1\n").problem);
}
