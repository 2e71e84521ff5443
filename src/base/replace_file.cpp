#include "base/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace recto {
namespace {

/// What to do about files that are open or half written when a step fails.
struct Temporary {
  std::string path;
  int descriptor = -1;

  /// Gives up: nothing is left beside the old file. Returns why, for the caller to return.
  std::string abandon() {
    const std::string reason = std::generic_category().message(errno);
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

/// The mode of the file at `path`; none when there is no file.
std::optional<mode_t> mode_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status.st_mode & 07777U;
}

/// What the umask leaves of the mode of a new file.
mode_t mode_of_new_files() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// A rename is on the disk once its folder is.
void sync_folder(const std::filesystem::path& folder) {
  const int descriptor =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

std::optional<std::string> replace_file(const std::filesystem::path& path, std::string_view bytes,
                                        Durability durability) {
  const bool is_durable = durability == Durability::durable;
  const std::optional<mode_t> mode = mode_of(path);
  // A rename would replace it all the same; whoever took the right to write away meant it.
  if (mode && (*mode & 0222U) == 0) return "it is read-only";
  Temporary temporary{(path.parent_path() / ("." + path.filename().string() + ".XXXXXX")).string()};
  temporary.descriptor = ::mkostemp(temporary.path.data(), O_CLOEXEC);
  if (temporary.descriptor < 0) return std::generic_category().message(errno);
  const bool is_written = write_all(temporary.descriptor, bytes) &&
                          ::fchmod(temporary.descriptor, mode.value_or(mode_of_new_files())) == 0 &&
                          (!is_durable || ::fsync(temporary.descriptor) == 0);
  if (!is_written) return temporary.abandon();
  const int closed = ::close(temporary.descriptor);
  temporary.descriptor = -1;
  if (closed != 0 || std::rename(temporary.path.c_str(), path.c_str()) != 0) {
    return temporary.abandon();
  }
  if (is_durable) sync_folder(path.parent_path());
  return std::nullopt;
}

}  // namespace recto
