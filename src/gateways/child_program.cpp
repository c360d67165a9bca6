#include "gateways/child_program.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/failure.h"
#include "base/text.h"

namespace doorstep::gateways {
namespace {

constexpr auto between_looks = std::chrono::milliseconds(10);
constexpr std::size_t last_words = 400;
constexpr int could_not_start = 127;

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

void write_small(char const* path, std::string const& words) {
    int const file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    [[maybe_unused]] auto const written = ::write(file, words.data(), words.size());
    ::close(file);
}

/// Everything the child needs, made before it begins: between fork and exec nothing may ask for memory.
struct Prepared {
    std::string program;
    std::vector<std::string> arguments;
    std::vector<std::string> environment;
    std::vector<char*> argument_pointers;
    std::vector<char*> environment_pointers;
    std::string folder;
    std::string output;
    std::string user_map;
    std::string group_map;
};

/// In the child: alone in a network of its own that has no way out, where the kernel allows it.
void leave_the_network(Prepared const& prepared) {
    if (::geteuid() == 0) {
        ::unshare(CLONE_NEWNET);
        return;
    }
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
    write_small("/proc/self/setgroups", "deny");
    write_small("/proc/self/uid_map", prepared.user_map);
    write_small("/proc/self/gid_map", prepared.group_map);
}

[[noreturn]] void become(Prepared const& prepared) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    int const nothing = ::open("/dev/null", O_RDONLY);
    int const output = ::open(prepared.output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    ::close_range(3, ~0U, 0);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    leave_the_network(prepared);
    if (::chdir(prepared.folder.c_str()) == 0)
        ::execve(prepared.program.c_str(), prepared.argument_pointers.data(),
                 prepared.environment_pointers.data());
    ::_exit(could_not_start);
}

/// Nothing when it took too long.
std::optional<int> wait_for(pid_t child, std::chrono::seconds limit) {
    auto const end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        int status = 0;
        auto const ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child) return status;
        if (ended < 0 && errno != EINTR) return std::nullopt;
        if (std::chrono::steady_clock::now() >= end) return std::nullopt;
        std::this_thread::sleep_for(between_looks);
    }
}

std::string end_of(std::string const& file) {
    std::ifstream in(file, std::ios::binary);
    std::string words{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (words.size() > last_words) words = words.substr(words.size() - last_words);
    return text::normalise(text::trim(words));
}

}  // namespace

std::optional<std::filesystem::path> find_program(std::vector<std::string> const& names) {
    char const* path = std::getenv("PATH");
    for (auto const& name : names)
        for (auto const folder : text::split(path == nullptr ? "/usr/bin:/bin" : path, ':')) {
            auto const file = std::filesystem::path(folder) / name;
            if (!folder.empty() && ::access(file.c_str(), X_OK) == 0) return file;
        }
    return std::nullopt;
}

void run_child_program(ChildRun const& run) {
    Prepared prepared;
    prepared.program = run.program.string();
    prepared.arguments = run.arguments;
    prepared.arguments.insert(prepared.arguments.begin(), prepared.program);
    prepared.folder = run.folder.string();
    prepared.output = (run.folder / "output.log").string();
    char const* path = std::getenv("PATH");
    prepared.environment = {std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path),
                            "HOME=" + prepared.folder, "TMPDIR=" + prepared.folder, "LANG=C.UTF-8",
                            "TZ=Europe/London"};
    prepared.argument_pointers = pointers(prepared.arguments);
    prepared.environment_pointers = pointers(prepared.environment);
    auto const user = std::to_string(::geteuid());
    auto const group = std::to_string(::getegid());
    prepared.user_map = user + " " + user + " 1";
    prepared.group_map = group + " " + group + " 1";

    auto const name = run.program.filename().string();
    pid_t const child = ::fork();
    if (child < 0) throw GatewayError(FailureKind::unavailable, name + " could not be started");
    if (child == 0) become(prepared);
    ::setpgid(child, child);  // in case we are quicker than it is
    auto const status = wait_for(child, run.limit);
    ::kill(-child, SIGKILL);  // what it started and left behind
    if (!status) {
        ::waitpid(child, nullptr, 0);
        throw GatewayError(FailureKind::unavailable,
                           name + " took longer than " + std::to_string(run.limit.count()) + " seconds");
    }
    if (!WIFEXITED(*status) || WEXITSTATUS(*status) != 0)
        throw GatewayError(FailureKind::unavailable, name + " failed: " + end_of(prepared.output));
}

}  // namespace doorstep::gateways
