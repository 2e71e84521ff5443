#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace recto {

MappedFile::MappedFile(const std::filesystem::path& path, std::size_t limit) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return;
  struct stat status {};
  const bool is_usable = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                         status.st_size > 0 && static_cast<std::size_t>(status.st_size) <= limit;
  if (is_usable) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (begin != MAP_FAILED) begin_ = {static_cast<const char*>(begin), Unmap{size}};
  }
  ::close(descriptor);
}

std::string_view MappedFile::bytes() const {
  return begin_ ? std::string_view(begin_.get(), begin_.get_deleter().size) : std::string_view();
}

void MappedFile::Unmap::operator()(const char* begin) const {
  ::munmap(const_cast<char*>(begin), size);
}

}  // namespace recto
