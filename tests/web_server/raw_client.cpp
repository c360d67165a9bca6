#include "web_server/raw_client.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "http/header_value.h"

namespace doorstep::web {
namespace {

constexpr int patience_milliseconds = 10'000;

}  // namespace

RawClient::RawClient(std::uint16_t port) : descriptor_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(descriptor_, reinterpret_cast<sockaddr const*>(&address), sizeof(address)) != 0)
        throw std::runtime_error("cannot connect to the server under test");
    // A server that takes nothing must not hold the test for ever.
    timeval const patience{patience_milliseconds / 1000, 0};
    setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
}

RawClient::~RawClient() {
    if (descriptor_ >= 0) close(descriptor_);
}

RawClient::RawClient(RawClient&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), received_(std::move(other.received_)) {}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::finish_sending() { shutdown(descriptor_, SHUT_WR); }

bool RawClient::receive_some() {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (poll(&waiting, 1, patience_milliseconds) <= 0) return false;
    std::array<char, 65536> buffer;
    auto const size = recv(descriptor_, buffer.data(), buffer.size(), 0);
    if (size <= 0) return false;
    received_.append(buffer.data(), static_cast<std::size_t>(size));
    return true;
}

std::optional<RawResponse> RawClient::receive(BodyExpected expected) {
    std::size_t head_end = 0;
    while ((head_end = received_.find("\r\n\r\n")) == std::string::npos)
        if (!receive_some()) return std::nullopt;
    RawResponse response;
    response.head = received_.substr(0, head_end + 4);
    received_.erase(0, head_end + 4);
    response.status = std::stoi(response.head.substr(9, 3));
    std::string_view lines = response.head;
    lines.remove_prefix(lines.find("\r\n") + 2);
    while (lines != "\r\n") {
        auto const end = lines.find("\r\n");
        auto const colon = lines.find(':');
        response.headers[http::lower_case(lines.substr(0, colon))] =
            http::trim_blanks(lines.substr(colon + 1, end - colon - 1));
        lines.remove_prefix(end + 2);
    }
    auto const length = response.headers.find("content-length");
    if (expected == BodyExpected::none || length == response.headers.end()) return response;
    auto const size = std::stoull(length->second);
    while (received_.size() < size)
        if (!receive_some()) return std::nullopt;
    response.body = received_.substr(0, size);
    // A test that holds thousands of these counts the server's memory, not theirs.
    received_.erase(0, size);
    received_.shrink_to_fit();
    return response;
}

bool RawClient::is_closed_within(std::chrono::milliseconds time) {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (!received_.empty() || poll(&waiting, 1, static_cast<int>(time.count())) <= 0) return false;
    char byte = 0;
    return recv(descriptor_, &byte, 1, 0) <= 0;
}

std::optional<RawResponse> ask(std::uint16_t port, std::string_view bytes) {
    RawClient client(port);
    client.send(bytes);
    return client.receive();
}

int status_of(std::uint16_t port, std::string_view bytes) {
    auto const response = ask(port, bytes);
    return response ? response->status : 0;
}

std::string get(std::string_view target, std::string_view more_headers) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\n{}\r\n", target, more_headers);
}

std::string post(std::string_view target, std::string_view content_type, std::string_view body) {
    return fmt::format(
        "POST {} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}", target,
        content_type, body.size(), body);
}

}  // namespace doorstep::web
