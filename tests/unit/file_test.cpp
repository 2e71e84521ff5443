#include "base/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <string>

#include "temporary_folder.h"

using namespace recto;
using Failure = FileContent::Failure;

TEST_CASE("file: bytes come as they are") {
  const TemporaryFolder folder;
  const std::string bytes("a\0\r\n\xFF", 5);
  folder.write("x.md", bytes);
  const FileContent content = read_file(folder.path() / "x.md", 5);
  CHECK(content.failure == Failure::none);
  CHECK(content.bytes == bytes);
  folder.write("empty.md", "");
  CHECK(read_file(folder.path() / "empty.md", 5).failure == Failure::none);
}

TEST_CASE("file: what cannot be read says why") {
  const TemporaryFolder folder;
  folder.write("large.md", "123456");
  CHECK(read_file(folder.path() / "large.md", 5).failure == Failure::too_large);
  CHECK(read_file(folder.path() / "none.md", 5).failure == Failure::missing);
  CHECK(read_file(folder.path() / "none.md", 5).reason == "No such file or directory");
  CHECK(read_file(folder.path() / "large.md" / "x", 5).failure == Failure::missing);
  CHECK(read_file(folder.path(), 5).failure == Failure::is_folder);
  std::filesystem::create_symlink("loop.md", folder.path() / "loop.md");
  CHECK(read_file(folder.path() / "loop.md", 5).failure == Failure::unreadable);
}

TEST_CASE("file: a pipe or a device is refused at once") {
  const TemporaryFolder folder;
  const std::filesystem::path pipe = folder.path() / "pipe.md";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(read_file(pipe, 5).failure == Failure::unreadable);
  CHECK(read_file(pipe, 5).reason == "a pipe, not a regular file");
  CHECK(read_file("/dev/zero", 5).failure == Failure::unreadable);
}

TEST_CASE("file: a file without permission is unreadable") {
  if (::geteuid() == 0) return;  // root reads everything
  const TemporaryFolder folder;
  folder.write("x.md");
  std::filesystem::permissions(folder.path() / "x.md", std::filesystem::perms::none);
  CHECK(read_file(folder.path() / "x.md", 5).failure == Failure::unreadable);
  CHECK(read_file(folder.path() / "x.md", 5).reason == "Permission denied");
}

TEST_CASE("file: one that is longer than it says is read to its end") {
  const FileContent content = read_file("/proc/self/status", 1U << 20U);
  CHECK(content.failure == Failure::none);
  CHECK(content.bytes.size() > 100);
}
