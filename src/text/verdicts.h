#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/mapped_file.h"

namespace recto {

/// How a dictionary is known again. What counts is its content; the stamp spares reading that.
struct DictionaryIdentity {
  std::string name;                        // for the file: `vi_VN`
  std::uint64_t stamp = 0;                 // of places, sizes and times of its files
  std::function<std::uint64_t()> content;  // a hash of all that verdicts depend on
};

/// What one dictionary has said of words, in this run and in earlier ones. What is remembered lies
/// in one file a dictionary, a hash table that is looked at where it lies; a file that is missing,
/// damaged or of another format remembers nothing. One thread at a time; several runs may share the
/// file.
class Verdicts {
 public:
  /// Remembers nothing beyond this run.
  Verdicts() = default;
  /// Of the dictionary with that identity, in a file of `folder`.
  Verdicts(const std::filesystem::path& folder, DictionaryIdentity identity);

  /// Whether the dictionary knows `word`; none when it was never asked.
  std::optional<bool> knows(std::string_view word) const;
  void remember(std::string_view word, bool is_known);

  /// The known words among those that `word` may have been meant to be; none when nobody looked.
  std::optional<std::vector<std::string>> neighbours(std::string_view word) const;
  void remember_neighbours(std::string_view word, const std::vector<std::string>& known);

  /// Writes what is new, together with what another run may have written since, atomically. What
  /// cannot be written is forgotten.
  void save() const;

 private:
  std::optional<std::string_view> stored(std::uint64_t key) const;

  std::filesystem::path path_;
  DictionaryIdentity identity_;
  MappedFile file_;
  std::unordered_map<std::uint64_t, std::string> added_;  // by key
};

}  // namespace recto
