#include "text/verdicts.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"

// A key is the hash of what was asked: `=word` for a verdict, whose value is `0` or `1`, `~word`
// for neighbours, whose value is a list of words.

namespace recto {
namespace {

constexpr std::size_t kMostWords = 400'000;
constexpr std::size_t kMostBytes = 16U << 20U;
constexpr std::size_t kLongestValue = 4096;

std::uint64_t key_of(char what, std::string_view word) {
  return hash_of(std::string(1, what).append(word));
}

}  // namespace

Verdicts::Verdicts(const std::filesystem::path& folder, const std::string& name,
                   TableIdentity dictionary)
    : table_(folder / (name + ".verdicts"), std::move(dictionary)) {}

std::optional<bool> Verdicts::knows(std::string_view word) const {
  const auto value = table_.find(key_of('=', word));
  return value ? std::optional(*value == "1") : std::nullopt;
}

void Verdicts::remember(std::string_view word, bool is_known) {
  table_.add(key_of('=', word), is_known ? "1" : "0");
}

std::optional<std::vector<std::string>> Verdicts::neighbours(std::string_view word) const {
  auto value = table_.find(key_of('~', word));
  if (!value) return std::nullopt;
  std::vector<std::string> words;
  while (!value->empty()) {
    const std::size_t end = std::min(value->find('\n'), value->size());
    words.emplace_back(value->substr(0, end));
    value->remove_prefix(std::min(end + 1, value->size()));
  }
  return words;
}

void Verdicts::remember_neighbours(std::string_view word, const std::vector<std::string>& known) {
  std::string value;
  for (const std::string& neighbour : known) {
    if (value.size() + neighbour.size() < kLongestValue) value.append(neighbour) += '\n';
  }
  table_.add(key_of('~', word), std::move(value));
}

void Verdicts::save() const {
  table_.save(kMostWords, kMostBytes);
}

}  // namespace recto
