#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace recto {

/// Whether a file must have reached the disk before it takes its name.
enum class Durability { durable, fast };

/// Puts `bytes` in the place of the file at `path`, or makes it: written beside it, then renamed,
/// so that whoever reads finds the old file or the new one, never a part. Keeps the mode of the old
/// one. None when all went well, else the reason (the system's, or that the file is read-only);
/// then the old file is as it was and nothing is left beside it.
std::optional<std::string> replace_file(const std::filesystem::path& path, std::string_view bytes,
                                        Durability durability = Durability::durable);

/// The same for a file that holds `expected`; one that holds anything else by now is left alone.
std::optional<std::string> replace_unchanged_file(const std::filesystem::path& path,
                                                  std::string_view expected,
                                                  std::string_view bytes);

}  // namespace recto
