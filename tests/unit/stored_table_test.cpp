#include "base/stored_table.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "harness.h"
#include "temporary_folder.h"

using recto::StoredTable;
using recto::testing::file_content;

namespace {

constexpr std::size_t kMany = 1'000'000;

struct Folder {
  TemporaryFolder folder;
  std::filesystem::path all = folder.path() / "x.facts";
  std::filesystem::path recent = folder.path() / "x.facts.recent";

  StoredTable table() const {
    return {all, {.stamp = 1, .content = [] { return 7U; }}};
  }
  /// Keeps `count` values of a thousand bytes under the keys from `first`.
  void add(std::uint64_t first, std::uint64_t count) const {
    StoredTable added = table();
    for (std::uint64_t key = first; key < first + count; ++key) added.add(key, value(key));
    added.save(kMany, kMany);
  }
  static std::string value(std::uint64_t key) {
    return std::string(1000, static_cast<char>('a' + key % 26));
  }
};

}  // namespace

TEST_CASE("stored table: a little that is new does not write the large file again") {
  const Folder folder;
  folder.add(1, 100);
  const auto before = std::filesystem::last_write_time(folder.all);
  folder.add(200, 1);
  folder.add(300, 1);
  CHECK(std::filesystem::last_write_time(folder.all) == before);
  CHECK(std::filesystem::file_size(folder.recent) < 10'000);
  for (const std::uint64_t key : {1U, 100U, 200U, 300U}) {
    INFO(key);
    CHECK(folder.table().find(key) == Folder::value(key));
  }
  CHECK(folder.table().find(400) == std::nullopt);
}

TEST_CASE("stored table: much that is new goes into the large file, with what came before") {
  const Folder folder;
  folder.add(1, 100);
  folder.add(200, 1);
  folder.add(300, 60);
  CHECK_FALSE(std::filesystem::exists(folder.recent));
  for (const std::uint64_t key : {1U, 100U, 200U, 300U, 359U}) {
    INFO(key);
    CHECK(folder.table().find(key) == Folder::value(key));
  }
}

TEST_CASE("stored table: the newer of two values counts") {
  const Folder folder;
  folder.add(1, 100);
  StoredTable table = folder.table();
  table.add(5, "new");
  table.save(kMany, kMany);
  CHECK(folder.table().find(5) == "new");
  folder.add(300, 60);
  CHECK(folder.table().find(5) == "new");
}

TEST_CASE("stored table: what grows too large keeps what a run used or added") {
  const Folder folder;
  folder.add(1, 10);
  StoredTable table = folder.table();
  table.use(3);
  CHECK(table.used_bytes() == 1000);
  for (std::uint64_t key = 20; key < 30; ++key) table.add(key, Folder::value(key));
  table.save(kMany, 15'000);
  CHECK(folder.table().find(3) == Folder::value(3));
  CHECK(folder.table().find(20) == Folder::value(20));
  CHECK(folder.table().find(4) == std::nullopt);
}

TEST_CASE("stored table: a damaged file beside the large one holds nothing") {
  const Folder folder;
  folder.add(1, 100);
  folder.add(200, 1);
  std::filesystem::resize_file(folder.recent, 100);
  CHECK(folder.table().find(1) == Folder::value(1));
  CHECK(folder.table().find(200) == std::nullopt);
}

TEST_CASE("stored table: no damage to a file turns one value into another") {
  const Folder folder;
  folder.add(1, 20);
  const std::string whole = file_content(folder.all);
  std::size_t lost = 0;
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    folder.folder.write("x.facts", damaged);
    const StoredTable table = folder.table();
    for (std::uint64_t key = 1; key < 21; ++key) {
      const auto value = table.find(key);
      if (value) REQUIRE(*value == Folder::value(key));
      if (!value) ++lost;
    }
  }
  CHECK(lost > 2000);
}

TEST_CASE("stored table: a damaged value is lost alone, and not written again") {
  const Folder folder;
  folder.add(1, 20);
  std::string bytes = file_content(folder.all);
  bytes[bytes.find(Folder::value(5))] = '?';
  folder.folder.write("x.facts", bytes);
  folder.add(300, 20);
  CHECK(folder.table().find(4) == Folder::value(4));
  CHECK(folder.table().find(5) == std::nullopt);
}
