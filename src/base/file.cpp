#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <system_error>
#include <utility>

#include "base/hash.h"
#include "base/limits.h"

namespace recto {
namespace {

using Failure = FileContent::Failure;

constexpr std::time_t kCoarsestClock = 2;  // seconds between two times of a file, as FAT has them

FileStamp stamp_of(const struct stat& status) {
  const std::array<std::int64_t, 6> facts = {static_cast<std::int64_t>(status.st_ino),
                                             status.st_size,
                                             status.st_mtim.tv_sec,
                                             status.st_mtim.tv_nsec,
                                             status.st_ctim.tv_sec,
                                             status.st_ctim.tv_nsec};
  const std::time_t now = std::time(nullptr);
  return {
      .value = content_hash({reinterpret_cast<const char*>(facts.data()), sizeof facts}),
      .is_settled = std::max(status.st_mtim.tv_sec, status.st_ctim.tv_sec) + kCoarsestClock < now};
}

FileContent failed(Failure failure, std::string reason) {
  return {.failure = failure, .reason = std::move(reason)};
}

FileContent failed(int code) {
  const Failure failure =
      code == ENOENT || code == ENOTDIR ? Failure::missing : Failure::unreadable;
  return failed(failure, std::generic_category().message(code));
}

FileContent too_large(std::size_t limit) {
  return failed(Failure::too_large, "it is larger than " + size_in_words(limit));
}

std::string kind_of(mode_t mode) {
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

/// All bytes of `file`, at most `limit`; a file may grow or lie about its size.
FileContent read_all(int file, std::size_t limit, std::size_t expected) {
  FileContent content;
  std::string& bytes = content.bytes;
  std::size_t size = 0;
  bytes.resize(std::min(limit, expected) + 1);
  while (true) {
    const ssize_t count = ::read(file, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed(errno);
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
    if (size > limit) return too_large(limit);
    if (size == bytes.size()) bytes.resize(std::min(limit, 2 * size) + 1);
  }
  bytes.resize(size);
  return content;
}

FileContent read_opened(int file, std::size_t limit) {
  struct stat status = {};
  if (::fstat(file, &status) != 0) return failed(errno);
  if (S_ISDIR(status.st_mode)) return failed(Failure::is_folder, "a folder");
  if (!S_ISREG(status.st_mode)) {
    return failed(Failure::unreadable, kind_of(status.st_mode) + ", not a regular file");
  }
  const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (size > limit) return too_large(limit);
  FileContent content = read_all(file, limit, size);
  content.stamp = stamp_of(status);
  return content;
}

}  // namespace

std::optional<FileStamp> stamp_of(const std::filesystem::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return stamp_of(status);
}

std::uintmax_t size_of(const std::filesystem::path& path) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(path, failure);
  return failure ? 0 : size;
}

FileContent read_file(const std::filesystem::path& path, std::size_t limit) {
  // Opening a pipe would wait for its writer.
  const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return errno == ENXIO ? failed(Failure::unreadable, "a socket") : failed(errno);
  FileContent content = read_opened(file, limit);
  ::close(file);
  return content;
}

}  // namespace recto
