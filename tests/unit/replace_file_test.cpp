#include "base/replace_file.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "harness.h"
#include "temporary_folder.h"

using recto::replace_file;
using recto::testing::file_content;
namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) ++count;
  return count;
}

}  // namespace

TEST_CASE("replace_file: the new bytes take the place of the old, and the mode stays") {
  const TemporaryFolder folder;
  folder.write("post.md", "old");
  const fs::path path = folder.path() / "post.md";
  fs::permissions(path, fs::perms::owner_all | fs::perms::group_read);
  const std::string bytes("new\0\r\n", 6);
  CHECK(replace_file(path, bytes) == std::nullopt);
  CHECK(file_content(path) == bytes);
  CHECK(fs::status(path).permissions() == (fs::perms::owner_all | fs::perms::group_read));
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("replace_file: a file that was not there is made") {
  const TemporaryFolder folder;
  CHECK(replace_file(folder.path() / "new.md", "text", recto::Durability::fast) == std::nullopt);
  CHECK(file_content(folder.path() / "new.md") == "text");
}

TEST_CASE(
    "replace_file: a read-only file stays as it is, and so does a place that cannot be written") {
  const TemporaryFolder folder;
  folder.write("post.md", "old");
  const fs::path path = folder.path() / "post.md";
  fs::permissions(path, fs::perms::owner_read);
  CHECK(replace_file(path, "new") == "it is read-only");
  CHECK(file_content(path) == "old");
  CHECK(replace_file(folder.path() / "none" / "post.md", "new") == "No such file or directory");
  fs::create_directories(folder.path() / "folder" / "below");
  CHECK(replace_file(folder.path() / "folder", "new") == "Is a directory");
  CHECK(files_in(folder.path()) == 2);
}
