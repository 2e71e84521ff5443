// Writes pairs to begin with into a folder: the examples of all rules, and the example site.
//   fuzz_write_pairs SITE FOLDER

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "checks/rule.h"
#include "checks/tables.h"

namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Writer {
 public:
  explicit Writer(fs::path folder) : folder_(std::move(folder)) { fs::create_directories(folder_); }

  void write(const std::string& source, const std::string& translation,
             const std::string& settings) {
    if (translation.empty()) return;
    std::ofstream(folder_ / std::to_string(++count_), std::ios::binary) << source << "\n%%\n"
                                                                        << translation << "\n%%\n"
                                                                        << settings;
  }

 private:
  fs::path folder_;
  std::size_t count_ = 0;
};

void write_examples(Writer& writer) {
  for (const recto::Rule& rule : recto::built_in_rules(recto::Examples::all)) {
    for (const recto::Example& example : rule.examples) {
      const std::string settings = example.locale + " docusaurus\n" + example.terms;
      writer.write(example.source, example.flagged, settings);
      writer.write(example.source, example.silent, settings);
    }
  }
}

void write_site(const fs::path& site, Writer& writer) {
  for (const std::string locale : {"ar", "fr", "ja", "vi"}) {
    const fs::path blog = site / "i18n" / locale / "docusaurus-plugin-content-blog";
    for (const auto& entry : fs::directory_iterator(blog)) {
      const fs::path source = site / "blog" / entry.path().filename();
      if (!fs::is_regular_file(source)) continue;
      writer.write(content(source), content(entry.path()), locale + " docusaurus\n");
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  Writer writer(argv[2]);
  write_examples(writer);
  write_site(argv[1], writer);
  return 0;
}
