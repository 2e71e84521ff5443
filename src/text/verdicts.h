#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/stored_table.h"

namespace recto {

/// What one dictionary has said of words, in this run and in earlier ones. One thread at a time;
/// several runs may share a file.
class Verdicts {
 public:
  /// Remembers nothing beyond this run.
  Verdicts() = default;
  /// Of the dictionary with that identity, in the file `name`.verdicts of `folder`.
  Verdicts(const std::filesystem::path& folder, const std::string& name, TableIdentity dictionary);

  /// Whether the dictionary knows `word`; none when it was never asked.
  std::optional<bool> knows(std::string_view word) const;
  void remember(std::string_view word, bool is_known);

  /// The known words among those that `word` may have been meant to be; none when nobody looked.
  std::optional<std::vector<std::string>> neighbours(std::string_view word) const;
  void remember_neighbours(std::string_view word, const std::vector<std::string>& known);

  /// Keeps all of it for later runs; what cannot be written is forgotten.
  void save() const;

 private:
  StoredTable table_;
};

}  // namespace recto
