#include "support/cutting_proxy.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace doorstep::test {
namespace {

sockaddr_in local(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connect_to(int port) {
    int const connection = ::socket(AF_INET, SOCK_STREAM, 0);
    auto const address = local(port);
    if (::connect(connection, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
        throw std::runtime_error("Cannot connect to the server");
    return connection;
}

void end(int connection) { ::shutdown(connection, SHUT_RDWR); }

/// False when the connection has ended.
bool pass(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const count = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

CuttingProxy::CuttingProxy(int server_port)
    : server_port_(server_port), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    auto address = local(0);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr const*>(&address), size) != 0 ||
        ::listen(listener_, 16) != 0)
        throw std::runtime_error("Cannot listen");
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    accepting_ = std::thread([this] { accept_all(); });
}

CuttingProxy::~CuttingProxy() {
    end(listener_);
    accepting_.join();
    for (int const open : sockets_) end(open);
    for (auto& relay : relays_) relay.join();
    for (int const open : sockets_) ::close(open);
    ::close(listener_);
}

void CuttingProxy::accept_all() {
    for (int client; (client = ::accept(listener_, nullptr, nullptr)) >= 0;) {
        if (has_cut_ && refuse_after_cut_) {
            ::close(client);
            continue;
        }
        relays_.emplace_back([this, client] { relay(client); });
    }
}

void CuttingProxy::relay(int client) {
    int const server = connect_to(server_port_);
    {
        std::lock_guard const lock(mutex_);
        sockets_.insert(sockets_.end(), {client, server});
    }
    std::array sides{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
    std::array<char, 1 << 16> buffer;
    auto here = Cut::never;
    while (::poll(sides.data(), sides.size(), -1) > 0) {
        for (auto const& side : sides) {
            if (!side.revents) continue;
            auto const count = ::recv(side.fd, buffer.data(), buffer.size(), 0);
            if (count <= 0) return end(client), end(server);
            std::string_view const bytes(buffer.data(), static_cast<std::size_t>(count));
            bool const to_server = side.fd == client;
            if (to_server && bytes.find("COMMIT") != std::string_view::npos) {
                here = cut_.exchange(Cut::never);
                has_cut_ = has_cut_ || here != Cut::never;
                if (here == Cut::before_commit) return end(client), end(server);
                if (here == Cut::before_commit_silently) return end(client);
            }
            if (!to_server && here == Cut::after_commit) return end(client), end(server);
            if (!pass(to_server ? server : client, bytes)) return end(client), end(server);
        }
    }
}

}  // namespace doorstep::test
