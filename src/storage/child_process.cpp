#include "storage/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include "base/failure.h"
#include "base/text.h"

namespace doorstep::storage {
namespace {

constexpr int milliseconds_between_calls = 250;

class Pipe {
  public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0)
            throw StorageError(FailureKind::unavailable, "No pipe could be made");
    }
    Pipe(Pipe const&) = delete;
    Pipe& operator=(Pipe const&) = delete;
    ~Pipe() {
        close_writing();
        ::close(ends_[0]);
    }
    int reading() const { return ends_[0]; }
    int writing() const { return ends_[1]; }
    void close_writing() {
        if (ends_[1] >= 0) ::close(ends_[1]);
        ends_[1] = -1;
    }

  private:
    std::array<int, 2> ends_{-1, -1};
};

std::vector<char*> pointers_to(std::vector<std::string> const& texts) {
    std::vector<char*> pointers;
    for (auto const& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
    return pointers;
}

pid_t start(std::vector<std::string> const& command, std::string const& package,
            std::vector<std::string> const& environment, Pipe const& output, Pipe const& errors) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.writing(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.writing(), STDERR_FILENO);

    auto arguments = pointers_to(command);
    arguments.push_back(nullptr);
    auto variables = pointers_to(environment);  // first, as the first of a name counts
    for (auto** ours = environ; *ours; ++ours) variables.push_back(*ours);
    variables.push_back(nullptr);

    pid_t child = 0;
    int const error =
        ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    if (error == ENOENT)
        throw StorageError(FailureKind::refused,
                           command[0] + " is not installed: it is in the package " + package);
    if (error != 0)
        throw StorageError(FailureKind::unavailable,
                           command[0] + " could not be started: " + std::strerror(error));
    return child;
}

/// Until both pipes are closed, which is when the child has ended.
void read_both(Pipe const& output, Pipe const& errors, ChildOutput& into,
               std::function<void()> const& meanwhile) {
    std::array sources{pollfd{output.reading(), POLLIN, 0}, pollfd{errors.reading(), POLLIN, 0}};
    std::array<std::string*, 2> const targets{&into.output, &into.errors};
    std::array<char, 1 << 16> buffer;
    while (sources[0].fd >= 0 || sources[1].fd >= 0) {
        ::poll(sources.data(), sources.size(), milliseconds_between_calls);
        if (meanwhile) meanwhile();
        for (std::size_t i = 0; i < sources.size(); ++i) {
            if (sources[i].fd < 0 || !sources[i].revents) continue;
            auto const count = ::read(sources[i].fd, buffer.data(), buffer.size());
            if (count > 0)
                targets[i]->append(buffer.data(), static_cast<std::size_t>(count));
            else if (count == 0 || errno != EINTR)
                sources[i].fd = -1;
        }
    }
}

int status_of(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

}  // namespace

ChildOutput run_child(std::vector<std::string> const& command, std::string const& package,
                      std::vector<std::string> const& environment, std::function<void()> const& meanwhile) {
    Pipe output;
    Pipe errors;
    auto const child = start(command, package, environment, output, errors);
    output.close_writing();
    errors.close_writing();
    ChildOutput result;
    read_both(output, errors, result, meanwhile);
    if (int const status = status_of(child); !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw StorageError(FailureKind::unavailable,
                           command[0] + " failed: " + std::string(text::trim(result.errors)));
    return result;
}

}  // namespace doorstep::storage
