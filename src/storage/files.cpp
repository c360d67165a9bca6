#include "storage/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace doorstep::storage {
namespace {

[[noreturn]] void fail(std::string const& doing, std::filesystem::path const& path) {
    int const error = errno;
    throw StorageError(kind_of_system_error(error),
                       doing + " " + path.string() + ": " + std::strerror(error));
}

void sync(std::filesystem::path const& path, int flags) {
    int const file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) fail("Cannot open", path);
    int const result = ::fsync(file);
    int const error = errno;
    ::close(file);
    errno = error;
    if (result != 0) fail("Cannot sync", path);
}

}  // namespace

FailureKind kind_of_system_error(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return FailureKind::full;
        case EACCES:
        case EPERM:
        case EROFS:
            return FailureKind::refused;
        default:
            return FailureKind::unavailable;
    }
}

void make_private_file(std::filesystem::path const& path) {
    int const file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0)
        ::close(file);
    else if (errno != EEXIST)
        fail("Cannot make", path);
}

void sync_file(std::filesystem::path const& path) { sync(path, O_RDONLY); }
void sync_folder(std::filesystem::path const& path) { sync(path, O_RDONLY | O_DIRECTORY); }

void move_into_place(std::filesystem::path const& from, std::filesystem::path const& to) {
    sync_file(from);
    if (::rename(from.c_str(), to.c_str()) != 0) fail("Cannot rename to", to);
    sync_folder(folder_of(to));
}

std::filesystem::path folder_of(std::filesystem::path const& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace doorstep::storage
