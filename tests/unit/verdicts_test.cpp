#include "text/verdicts.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "harness.h"
#include "temporary_folder.h"

using recto::TableIdentity;
using recto::Verdicts;
using Words = std::vector<std::string>;

namespace {

TableIdentity identity(std::uint64_t stamp, std::uint64_t content) {
  return {.stamp = stamp, .content = [content] { return content; }};
}

}  // namespace

TEST_CASE("verdicts: a later run knows what an earlier one asked", "[words]") {
  const TemporaryFolder folder;
  Verdicts first(folder.path() / "recto", "vi_VN", identity(1, 7));
  CHECK(first.knows("nhà") == std::nullopt);
  first.remember("nhà", true);
  first.remember("nhaf", false);
  first.remember_neighbours("nhaf", {"nhà", "nhã"});
  first.remember_neighbours("zzz", {});
  CHECK(first.knows("nhà") == true);
  first.save();

  const Verdicts second(folder.path() / "recto", "vi_VN", identity(1, 7));
  CHECK(second.knows("nhà") == true);
  CHECK(second.knows("nhaf") == false);
  CHECK(second.neighbours("nhaf") == Words{"nhà", "nhã"});
  CHECK(second.neighbours("zzz") == Words{});
  CHECK(second.neighbours("nhà") == std::nullopt);
  CHECK(second.knows("khác") == std::nullopt);
}

TEST_CASE("verdicts: another content of the dictionary remembers nothing, another time all",
          "[words]") {
  const TemporaryFolder folder;
  Verdicts first(folder.path(), "vi_VN", identity(1, 7));
  first.remember("nhà", true);
  first.save();
  CHECK(Verdicts(folder.path(), "vi_VN", identity(2, 7)).knows("nhà") == true);
  CHECK(Verdicts(folder.path(), "vi_VN", identity(2, 8)).knows("nhà") == std::nullopt);
}

TEST_CASE("verdicts: two runs at once add to one file", "[words]") {
  const TemporaryFolder folder;
  Verdicts one(folder.path(), "vi_VN", identity(1, 7));
  Verdicts other(folder.path(), "vi_VN", identity(1, 7));
  one.remember("một", true);
  other.remember("hai", true);
  one.save();
  other.save();
  const Verdicts later(folder.path(), "vi_VN", identity(1, 7));
  CHECK(later.knows("một") == true);
  CHECK(later.knows("hai") == true);
}

TEST_CASE("verdicts: a damaged file turns no verdict around, and takes new ones", "[words]") {
  const TemporaryFolder folder;
  Verdicts first(folder.path(), "vi_VN", identity(1, 7));
  const auto is_right = [](int i) { return i % 2 == 0; };
  for (int i = 0; i < 3000; ++i) first.remember("word" + std::to_string(i), is_right(i));
  first.save();
  const auto path = folder.path() / "vi_VN.verdicts";
  const std::string whole = recto::testing::file_content(path);
  for (std::size_t at = 0; at < whole.size(); at += 997) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
    std::ofstream(path, std::ios::binary) << damaged;
    INFO(at);
    const Verdicts verdicts(folder.path(), "vi_VN", identity(1, 7));
    for (int i = 0; i < 3000; ++i) {
      if (verdicts.knows("word" + std::to_string(i)) == !is_right(i)) FAIL(i);
    }
    std::ofstream(path, std::ios::binary) << whole.substr(0, at);
    CHECK(Verdicts(folder.path(), "vi_VN", identity(1, 7)).knows("word2") == std::nullopt);
  }
  Verdicts again(folder.path(), "vi_VN", identity(1, 7));
  again.remember("nhà", true);
  again.save();
  CHECK(Verdicts(folder.path(), "vi_VN", identity(1, 7)).knows("nhà") == true);
}

TEST_CASE("verdicts: a folder that cannot be made is no error", "[words]") {
  const TemporaryFolder folder;
  folder.write("file", "x");
  Verdicts verdicts(folder.path() / "file" / "recto", "vi_VN", identity(1, 7));
  verdicts.remember("nhà", true);
  verdicts.save();
  CHECK(recto::testing::file_content(folder.path() / "file") == "x");
}
