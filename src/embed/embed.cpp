// Writes rules/ and dictionaries/ as C++ tables: embed ROOT OUTPUT.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "checks/rule.h"
#include "text/yaml.h"

namespace fs = std::filesystem;

namespace recto {
namespace {

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path.string(), 0, "cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// `text` as a C++ string literal; short pieces, since compilers limit the length of one.
std::string literal(std::string_view text) {
  std::ostringstream out;
  out << '"';
  std::size_t in_piece = 0;
  for (const char c : text) {
    switch (c) {
      case '"':
        out << "\\\"";
        break;
      case '\\':
        out << "\\\\";
        break;
      case '\n':
        out << "\\n";
        break;
      case '\r':
        out << "\\r";
        break;
      case '\t':
        out << "\\t";
        break;
      default:
        out << c;
    }
    if (++in_piece > 2000 && c == '\n') {
      out << "\"\n    \"";
      in_piece = 0;
    }
  }
  out << '"';
  return out.str();
}

std::string list_of(const std::vector<std::string>& values) {
  std::string result = "{";
  for (const std::string& value : values) result += literal(value) + ", ";
  return result + "}";
}

std::vector<fs::path> files_below(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == extension) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string rule_entry(const Rule& rule) {
  std::ostringstream out;
  out << "  {\n    Rule rule;\n";
  const auto text = [&](const char* member, const std::string& value) {
    if (!value.empty()) out << "    rule." << member << " = " << literal(value) << ";\n";
  };
  text("name", rule.name);
  text("check", rule.check);
  text("message", rule.message);
  text("fix", rule.fix);
  text("why", rule.why);
  text("tested_by", rule.tested_by);
  out << "    rule.severity = Severity::" << name_of(rule.severity) << ";\n";
  if (rule.fixed_severity) out << "    rule.fixed_severity = true;\n";
  if (rule.custom) {
    out << "    rule.custom = CustomWords{" << list_of(rule.custom->by) << ", "
        << literal(rule.custom->message) << ", " << rule.custom->part << "};\n";
  }
  for (const auto& [name, message] : rule.variants) {
    out << "    rule.variants[" << literal(name) << "] = " << literal(message) << ";\n";
  }
  for (const auto& [name, param] : rule.with) {
    out << "    rule.with[" << literal(name) << "] = {" << list_of(param.values) << ", "
        << (param.is_list ? "true" : "false") << ", " << literal(param.path) << ", " << param.line
        << "};\n";
  }
  out << "    if (examples == Examples::all) {\n";
  for (const Example& example : rule.examples) {
    out << "      rule.examples.push_back({" << literal(example.locale) << ", "
        << literal(example.note) << ", " << literal(example.source) << ", "
        << literal(example.flagged) << ", " << literal(example.silent) << ", "
        << literal(example.terms) << ", " << literal(example.message) << "});\n";
  }
  out << "    }\n";
  out << "    rules.push_back(std::move(rule));\n  }\n";
  return out.str();
}

std::string rules_table(const fs::path& root) {
  std::ostringstream out;
  const std::vector<fs::path> files = files_below(root / "rules", ".yaml");
  out << "std::vector<Rule> built_in_rules(Examples examples) {\n  std::vector<Rule> rules;\n"
      << "  rules.reserve(" << files.size() << ");\n";
  for (const fs::path& file : files) {
    const fs::path relative = fs::relative(file, root / "rules");
    if (*relative.begin() == "policies") continue;
    const std::string name = (relative.parent_path() / relative.stem()).generic_string();
    out << rule_entry(parse_rule(content_of(file), "rules/" + relative.generic_string(), name));
  }
  out << "  return rules;\n}\n\n";
  return out.str();
}

std::string words_table(const fs::path& root) {
  std::ostringstream out;
  out << "std::vector<WordList> built_in_words() {\n  return {\n";
  for (const fs::path& file : files_below(root / "dictionaries", ".txt")) {
    const fs::path relative = fs::relative(file, root / "dictionaries");
    out << "    {" << literal(relative.parent_path().generic_string()) << ", "
        << literal(content_of(file)) << "},\n";
  }
  out << "  };\n}\n\n";
  return out.str();
}

std::string policies_table(const fs::path& root) {
  std::ostringstream out;
  out << "KeyPolicy preset_policy(std::string_view layout) {\n";
  std::vector<fs::path> files = files_below(root / "rules" / "policies", ".yaml");
  // The policy for any other layout comes last: it returns without a condition.
  std::stable_partition(files.begin(), files.end(),
                        [](const fs::path& file) { return file.stem() != "any"; });
  for (const fs::path& file : files) {
    const yaml::Document document = yaml::parse(content_of(file));
    if (document.problem) {
      throw Error(file.string(), document.problem->line, document.problem->message);
    }
    const bool is_default = file.stem() == "any";
    out << (is_default ? "  {\n" : "  if (layout == " + literal(file.stem().string()) + ") {\n");
    std::ostringstream body;
    body << "    KeyPolicy policy;\n";
    for (const yaml::Entry& entry : document.root.entries) {
      std::vector<std::string> values;
      for (const yaml::Node& item : entry.value.items) values.push_back(item.text);
      body << "    policy." << entry.key << " = " << list_of(values) << ";\n";
    }
    body << "    return policy;\n  }\n";
    out << body.str();
  }
  out << "}\n";
  return out.str();
}

int embed(const fs::path& root, const fs::path& output) {
  const std::string table =
      "#include \"checks/tables.h\"\n\n#include <utility>\n\n"
      "namespace recto {\n\n" +
      rules_table(root) + words_table(root) + policies_table(root) + "\n}  // namespace recto\n";
  fs::create_directories(output.parent_path());
  std::ofstream(output, std::ios::binary) << table;
  return 0;
}

}  // namespace
}  // namespace recto

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: recto_embed ROOT OUTPUT\n";
    return 2;
  }
  try {
    return recto::embed(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "recto_embed: " << error.what() << '\n';
    return 2;
  }
}
