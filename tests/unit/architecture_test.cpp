#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "checks/check.h"
#include "checks/tables.h"
#include "harness.h"
#include "report/manual.h"

// The map of the code, enforced: who may include whom, and which file owns which library.

namespace {

namespace fs = std::filesystem;

const std::string kSource = std::string(RECTO_ROOT) + "/src";

const std::vector<std::string> kOrder = {"base",   "text",   "config", "discover", "post", "align",
                                         "checks", "report", "cli",    "run",      "main"};

/// The part of the map that a path below src/ belongs to: its folder, or its name without
/// extension.
std::string part_of(const fs::path& path) {
  return path.has_parent_path() ? path.begin()->string() : path.stem().string();
}

std::vector<fs::path> source_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), kSource));
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Includes {
  std::vector<std::string> own;      // in quotes
  std::vector<std::string> foreign;  // in angle brackets
};

Includes includes_of(const fs::path& file) {
  Includes includes;
  std::istringstream lines(recto::testing::file_content(kSource + "/" + file.string()));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("#include ")) continue;
    const std::string name = line.substr(10, line.find_last_of("\">") - 10);
    (line[9] == '"' ? includes.own : includes.foreign).push_back(name);
  }
  return includes;
}

std::size_t place(const std::string& part) {
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), part) - kOrder.begin());
}

TEST_CASE("a file includes its own folder and earlier ones only") {
  for (const fs::path& file : source_files()) {
    const std::string part = part_of(file);
    if (part == "embed") continue;  // a program of its own, for the build
    INFO(file.string());
    REQUIRE(place(part) < kOrder.size());
    for (const std::string& name : includes_of(file).own) {
      INFO(name);
      CHECK(place(part_of(name)) <= place(part));
    }
  }
}

TEST_CASE("no two headers define types of one name in one namespace") {
  // The program would be made of both, and which one each file means is up to the linker.
  std::map<std::string, std::string> defined;
  for (const fs::path& file : source_files()) {
    if (file.extension() != ".h") continue;
    std::string space;
    std::istringstream lines(recto::testing::file_content(kSource + "/" + file.string()));
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::string first;
      std::string name;
      words >> first >> name;
      if (line.starts_with("namespace ")) space = name;
      if (line.starts_with("enum class ")) words >> name;
      const bool is_type = line.starts_with("struct ") || line.starts_with("class ") ||
                           line.starts_with("enum class ");
      if (!is_type || !line.ends_with('{')) continue;
      const auto [other, is_new] = defined.emplace(space + "::" + name, file.string());
      INFO(space << "::" << name << " in " << file << " and " << other->second);
      CHECK(is_new);
    }
  }
  CHECK(defined.contains("recto::Post"));
}

TEST_CASE("each library is included by its own wrappers") {
  using Files = std::set<std::string>;
  const std::map<std::string, Files> owners = {
      // Characters, and what ICU knows about how a language writes numbers.
      {"unicode/",
       {"text/han_forms.cpp", "text/locale_data.cpp", "text/unicode.cpp", "text/unicode_forms.cpp",
        "text/unicode_words.cpp"}},
      {"hunspell/", {"text/speller.cpp"}},
      {"yaml-cpp/", {"text/yaml.cpp"}},
      {"toml++/", {"text/toml.cpp"}},
      {"md4c.h", {"post/markdown.cpp"}},
      {"expat.h", {"text/xml.cpp"}},
      {"nlohmann/",
       {"report/gitlab.cpp", "report/json.cpp", "report/rdjson.cpp", "report/sarif.cpp",
        "report/schema.cpp", "report/status.cpp", "report/unknown_words.cpp", "text/json.cpp"}},
      {"CLI/", {"cli/options.cpp"}},
  };
  std::map<std::string, Files> includers;
  for (const fs::path& file : source_files()) {
    for (const std::string& name : includes_of(file).foreign) {
      for (const auto& [library, files] : owners) {
        if (name.starts_with(library)) includers[library].insert(file.string());
      }
    }
  }
  for (const auto& [library, files] : owners) {
    INFO(library);
    CHECK(includers[library] == files);
  }
}

TEST_CASE("src/checks and kinds.def agree") {
  std::set<std::string> files;
  for (const fs::path& file : source_files()) {
    const bool has_header = fs::exists(kSource + "/checks/" + file.stem().string() + ".h");
    const bool is_check = part_of(file) == "checks" && file.extension() == ".cpp" && !has_header &&
                          file.stem() != "kinds";
    if (is_check) files.insert(file.stem().string());
  }
  std::set<std::string> kinds;
  for (const recto::CheckKind& kind : recto::check_kinds()) kinds.insert(kind.name);
  CHECK(files == kinds);
}

TEST_CASE("every kind of check is put to use by a rule") {
  std::set<std::string> used;
  for (const recto::Rule& rule : recto::built_in_rules()) used.insert(rule.check);
  for (const recto::CheckKind& kind : recto::check_kinds()) {
    INFO(kind.name);
    CHECK(used.contains(kind.name));
  }
}

TEST_CASE("rules/README.md is what the program prints") {
  CHECK(recto::testing::file_content(std::string(RECTO_ROOT) + "/rules/README.md") ==
        recto::rule_manual(recto::built_in_rules(recto::Examples::all)));
}

}  // namespace
