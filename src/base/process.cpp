#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "base/error.h"

namespace recto {
namespace {

constexpr std::size_t kPiece = 1U << 16U;

/// Both ends of a pipe; what is still open is closed with it.
class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) throw Error("no pipe can be made");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_read();
    close_write();
  }

  int read_end() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }
  void close_read() { close(ends_[0]); }
  void close_write() { close(ends_[1]); }

 private:
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  std::array<int, 2> ends_ = {-1, -1};
};

/// A program that ends early must not end this one by SIGPIPE.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before_);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
  ~WithoutPipeSignal() { ::sigaction(SIGPIPE, &before_, nullptr); }

 private:
  struct sigaction before_ {};
};

struct Pipes {
  Pipe input;
  Pipe output;
  Pipe errors;
};

pid_t start(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
            const Pipes& pipes) {
  std::vector<char*> pointers;
  pointers.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) {
    pointers.push_back(const_cast<char*>(argument.c_str()));
  }
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipes.input.read_end(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, pipes.output.write_end(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, pipes.errors.write_end(), STDERR_FILENO);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  pid_t process = 0;
  const int failure =
      ::posix_spawnp(&process, pointers[0], &actions, nullptr, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) {
    throw Error("`" + arguments.front() +
                "` cannot be started: " + std::generic_category().message(failure));
  }
  return process;
}

/// Reads what is there; closes the pipe at its end.
void read_some(Pipe& pipe, std::string& text) {
  std::array<char, kPiece> piece;
  const ssize_t count = ::read(pipe.read_end(), piece.data(), piece.size());
  if (count < 0 && errno == EINTR) return;
  if (count <= 0)
    pipe.close_read();
  else
    text.append(piece.data(), static_cast<std::size_t>(count));
}

void write_some(Pipe& pipe, std::string_view& rest) {
  const std::size_t size = std::min(rest.size(), kPiece / 16);  // what a pipe takes at once
  const ssize_t count = ::write(pipe.write_end(), rest.data(), size);
  if (count < 0 && errno == EINTR) return;
  rest.remove_prefix(count < 0 ? rest.size() : static_cast<std::size_t>(count));
  if (rest.empty()) pipe.close_write();
}

/// Feeds and reads until the program has closed its output.
void exchange(Pipes& pipes, std::string_view input, ProcessResult& result) {
  if (input.empty()) pipes.input.close_write();
  while (pipes.output.read_end() >= 0 || pipes.errors.read_end() >= 0) {
    std::array<pollfd, 3> ends = {{{pipes.output.read_end(), POLLIN, 0},
                                   {pipes.errors.read_end(), POLLIN, 0},
                                   {pipes.input.write_end(), POLLOUT, 0}}};
    if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) break;
    if (ends[0].revents != 0) read_some(pipes.output, result.output);
    if (ends[1].revents != 0) read_some(pipes.errors, result.errors);
    if (ends[2].revents != 0) write_some(pipes.input, input);
  }
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments,
                          const std::filesystem::path& folder, std::string_view input) {
  const WithoutPipeSignal without_signal;
  Pipes pipes;
  const pid_t process = start(arguments, folder, pipes);
  pipes.input.close_read();
  pipes.output.close_write();
  pipes.errors.close_write();
  ProcessResult result;
  exchange(pipes, input, result);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace recto
