#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

namespace recto {

/// The bytes of a file as they were when it was opened, mapped into memory: pages are read when
/// they are looked at. Empty when the file cannot be opened, is larger than the limit or no regular
/// file.
class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(const std::filesystem::path& path, std::size_t limit);

  /// Valid as long as this object.
  std::string_view bytes() const;

 private:
  struct Unmap {
    std::size_t size;
    void operator()(const char* begin) const;
  };
  std::unique_ptr<const char, Unmap> begin_;
};

}  // namespace recto
