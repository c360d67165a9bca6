#include "gateways/virus_scanner.h"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <memory>
#include <string_view>

#include "base/failure.h"

namespace doorstep::gateways {
namespace {

/// For each piece sent and for the verdict; a scanner needs seconds for the largest file.
constexpr int seconds_to_wait = 120;
constexpr std::size_t piece = 64 * 1024;
constexpr std::size_t longest_answer = 4096;
constexpr std::string_view found = " FOUND";

[[noreturn]] void away(char const* what) {
    throw GatewayError(FailureKind::unavailable, std::string("The virus scanner ") + what);
}

class Connection {
  public:
    explicit Connection(std::string const& address) {
        if (address.starts_with('/'))
            connect_by_path(address);
        else
            connect_by_name(address);
    }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;
    ~Connection() {
        if (socket_ >= 0) ::close(socket_);
    }

    /// False when the other side closed: it may have said why.
    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    /// Up to the zero byte that ends an answer.
    std::string answer() const {
        std::string text;
        std::array<char, 512> buffer{};
        while (text.size() < longest_answer) {
            auto const count = ::recv(socket_, buffer.data(), buffer.size(), 0);
            if (count < 0) away("did not answer in time");
            if (count == 0) break;
            text.append(buffer.data(), static_cast<std::size_t>(count));
            if (auto const end = text.find('\0'); end != std::string::npos) return text.substr(0, end);
        }
        away("broke off");
    }

  private:
    bool try_connect(int family, sockaddr const* address, socklen_t size) {
        socket_ = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (socket_ < 0) return false;
        timeval const patience{.tv_sec = seconds_to_wait, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (::connect(socket_, address, size) == 0) return true;
        ::close(socket_);
        socket_ = -1;
        return false;
    }
    void connect_by_path(std::string const& path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path) away("has too long a path");
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
        if (!try_connect(AF_UNIX, reinterpret_cast<sockaddr const*>(&address), sizeof address))
            away("cannot be reached");
    }
    void connect_by_name(std::string const& address) {
        auto const colon = address.rfind(':');
        addrinfo const wanted{.ai_flags = AI_NUMERICSERV, .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
        addrinfo* list = nullptr;
        if (colon == std::string::npos ||
            ::getaddrinfo(address.substr(0, colon).c_str(), address.substr(colon + 1).c_str(), &wanted,
                          &list) != 0)
            away("has an address that is not known");
        std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> const owner(list, &::freeaddrinfo);
        for (auto const* one = list; one; one = one->ai_next)
            if (try_connect(one->ai_family, one->ai_addr, one->ai_addrlen)) return;
        away("cannot be reached");
    }

    int socket_ = -1;
};

/// Before each piece its size in four bytes, the highest first.
std::string size_of_piece(std::size_t size) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((size >> shift) & 0xff);
    return bytes;
}

bool send_file(Connection const& connection, std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw GatewayError(FailureKind::corrupt, "A file is missing from the vault");
    std::string buffer(piece, '\0');
    while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
        auto const count = static_cast<std::size_t>(file.gcount());
        if (!connection.send(size_of_piece(count)) ||
            !connection.send(std::string_view(buffer).substr(0, count)))
            return false;
    }
    return connection.send(size_of_piece(0));
}

}  // namespace

std::string ClamdScanner::scan(std::filesystem::path const& file) {
    Connection const connection(address_);
    constexpr std::string_view command("zINSTREAM\0", 10);
    // What it says counts also when it would not listen to the end.
    if (connection.send(command)) send_file(connection, file);
    auto answer = connection.answer();
    if (answer.starts_with("stream: ")) answer.erase(0, 8);
    if (answer == "OK") return {};
    if (answer.ends_with(found)) {
        answer.resize(answer.size() - found.size());
        return answer.empty() ? "something it has no name for" : answer;
    }
    throw GatewayError(FailureKind::refused, "The virus scanner would not take a file: " + answer);
}

}  // namespace doorstep::gateways
