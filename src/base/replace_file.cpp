#include "base/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include "base/file.h"
#include "base/interrupt.h"

namespace recto {
namespace {

/// What to do about files that are open or half written when a step fails.
struct Temporary {
  std::string path;
  int descriptor = -1;

  /// Gives up: nothing is left beside the old file. Returns why, for the caller to return.
  std::string abandon() const {
    std::string reason = std::generic_category().message(errno);
    if (descriptor >= 0) ::close(descriptor);
    ::unlink(path.c_str());
    return reason;
  }
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The mode and the owner of the file at `path`; none when there is no file.
std::optional<struct stat> status_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

/// What the umask leaves of the mode of a new file. It can only be asked by setting it, which must
/// not happen beside another thread that makes files: so before there are any.
const mode_t kModeOfNewFiles = [] {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}();

/// A rename is on the disk once its folder is.
void sync_folder(const std::filesystem::path& folder) {
  const int descriptor =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

/// Gives the file the mode of the old one, and its owner where that is allowed.
bool take_over(int descriptor, const std::optional<struct stat>& old) {
  if (!old) return ::fchmod(descriptor, kModeOfNewFiles) == 0;
  // A change of owner takes away special bits, so it comes first; only root can give files away.
  [[maybe_unused]] const int given = ::fchown(descriptor, old->st_uid, old->st_gid);
  return ::fchmod(descriptor, old->st_mode & 07777U) == 0;
}

bool still_holds(const std::filesystem::path& path, std::string_view expected) {
  const FileContent content = read_file(path, expected.size());
  return content.failure == FileContent::Failure::none && content.bytes == expected;
}

std::optional<std::string> replace(const std::filesystem::path& path,
                                   const std::optional<std::string_view>& expected,
                                   std::string_view bytes, Durability durability) {
  const Uninterrupted uninterrupted;  // else a signal would leave half a file behind
  const bool is_durable = durability == Durability::durable;
  const auto old = status_of(path);
  // A rename would replace it all the same; whoever took the right to write away meant it.
  if (old && (old->st_mode & 0222U) == 0) return "it is read-only";
  if (old && ::access(path.c_str(), W_OK) != 0) return std::generic_category().message(errno);
  Temporary temporary{(path.parent_path() / ("." + path.filename().string() + ".XXXXXX")).string()};
  temporary.descriptor = ::mkostemp(temporary.path.data(), O_CLOEXEC);
  if (temporary.descriptor < 0) return std::generic_category().message(errno);
  const bool is_written = write_all(temporary.descriptor, bytes) &&
                          take_over(temporary.descriptor, old) &&
                          (!is_durable || ::fsync(temporary.descriptor) == 0);
  if (!is_written) return temporary.abandon();
  const int closed = ::close(temporary.descriptor);
  temporary.descriptor = -1;
  if (closed != 0) return temporary.abandon();
  // As late as can be: what an editor saved in the meantime must not be lost.
  if (expected && !still_holds(path, *expected)) {
    temporary.abandon();
    return "it has changed since it was read";
  }
  if (std::rename(temporary.path.c_str(), path.c_str()) != 0) return temporary.abandon();
  if (is_durable) sync_folder(path.parent_path());
  return std::nullopt;
}

}  // namespace

std::optional<std::string> replace_file(const std::filesystem::path& path, std::string_view bytes,
                                        Durability durability) {
  return replace(path, std::nullopt, bytes, durability);
}

std::optional<std::string> replace_unchanged_file(const std::filesystem::path& path,
                                                  std::string_view expected,
                                                  std::string_view bytes) {
  return replace(path, expected, bytes, Durability::durable);
}

}  // namespace recto
