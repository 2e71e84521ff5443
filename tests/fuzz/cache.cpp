// What was remembered between runs: a file of any bytes, as it is and with the marks of a file of
// ours, is looked into and added to without harm.

#include <array>
#include <cstring>
#include <fstream>
#include <string>

#include "base/hash.h"
#include "base/stored_table.h"
#include "require.h"
#include "run/pair_memory.h"
#include "run/term_memory.h"
#include "temporary_folder.h"
#include "text/verdicts.h"

using namespace recto;
using namespace recto::fuzzing;

namespace {

constexpr std::uint64_t kContent = 7;
constexpr std::size_t kHeader = 5 * sizeof(std::uint64_t);
constexpr std::size_t kSlot = 2 * sizeof(std::uint64_t);

TableIdentity identity() {
  return {.stamp = 1, .content = [] { return kContent; }};
}

/// `body` behind a header that fits it: the format's name from a file of ours, and as many slots as
/// the first byte of the body says.
std::string with_header(std::string_view body, const std::string& ours) {
  std::array<std::uint64_t, 5> header{};
  std::memcpy(header.data(), ours.data(), sizeof header);
  header[3] = content_hash(body);
  header[4] = body.empty() ? 1 : std::uint64_t{1} << (static_cast<unsigned char>(body[0]) % 10);
  return std::string(reinterpret_cast<const char*>(header.data()), sizeof header).append(body);
}

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void look_into(const StoredTable& table, std::string_view bytes) {
  for (std::size_t at = kHeader; at + kSlot <= bytes.size(); at += kSlot) {
    std::uint64_t key = 0;
    std::memcpy(&key, bytes.data() + at, sizeof key);
    const auto value = table.find(key);
    if (value) decoded(*value);
  }
}

void use(const TemporaryFolder& folder, std::string_view bytes) {
  folder.write("x.verdicts", bytes);
  StoredTable table(folder.path() / "x.verdicts", identity());
  look_into(table, bytes);
  Verdicts verdicts(folder.path(), "x", identity());
  verdicts.knows("word");
  verdicts.neighbours("word");
  verdicts.remember("word", true);
  verdicts.save();
  require(Verdicts(folder.path(), "x", identity()).knows("word") == true,
          "what was saved is known");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TemporaryFolder folder;
  static const std::string ours = [] {
    Verdicts verdicts(folder.path(), "own", identity());
    verdicts.remember("own", true);
    verdicts.save();
    return content(folder.path() / "own.verdicts");
  }();
  const std::string_view bytes = text_of(data, size);
  use(folder, bytes);
  use(folder, with_header(bytes, ours));
  if (const auto memory = decoded(bytes)) {
    require(decoded(encoded(*memory)) == memory, "a memory is read as it was written");
    for (const auto& [rule, facts] : memory->facts) {
      for (const Fact& fact : facts) require(fact.key.size() < size, "a fact stands in its list");
    }
  }
  if (const auto terms = decoded_terms(bytes)) {
    require(decoded_terms(encoded(*terms)) == terms, "a termbase is read as it was written");
  }
  return 0;
}
