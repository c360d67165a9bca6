#include "web/server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <mutex>

#include "web/server/connection.h"
#include "web/server/connection_receive.h"
#include "web/server/connection_respond.h"
#include "web/server/temporary_file.h"
#include "web/server/tls.h"

namespace doorstep::web {
namespace {

using namespace server;
using asio::ip::tcp;

/// Accepted at once before other work of the loop has its turn.
constexpr int accept_batch = 256;
/// Before accepting again when the system has no descriptor left.
constexpr std::chrono::milliseconds accept_pause{100};
/// Connections over the limit that are told so; beyond them, clients are cut off.
constexpr std::size_t turned_away_limit = 64;
/// For connections that were cut off to end.
constexpr std::chrono::seconds cut_off_time{5};

/// Keeps the connection alive for as long as its coroutine runs.
Awaitable<void> serve(std::shared_ptr<Connection> connection) { co_await connection->serve(); }
Awaitable<void> turn_away(std::shared_ptr<Connection> connection) { co_await connection->turn_away(); }

void log_end(std::exception_ptr const& exception) {
    if (!exception) return;
    try {
        std::rethrow_exception(exception);
    } catch (...) {
        log_exception();
    }
}

IpAddress address_of(sockaddr_storage const& peer) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (peer.ss_family == AF_INET6)
        inet_ntop(AF_INET6, &reinterpret_cast<sockaddr_in6 const&>(peer).sin6_addr, text.data(), text.size());
    else
        inet_ntop(AF_INET, &reinterpret_cast<sockaddr_in const&>(peer).sin_addr, text.data(), text.size());
    return IpAddress::parse(text.data()).value_or(IpAddress());
}

}  // namespace

class Server::Impl {
  public:
    Impl(ServerOptions options, Application& application) : services_(std::move(options), application) {}
    ~Impl() { stop(); }

    void start();
    void stop();
    void reload_certificates();
    std::uint16_t port() const { return port_; }
    ServerCounts counts() const {
        return {.connections = services_.connections,
                .open_connections = services_.open.served(),
                .requests = services_.requests,
                .rejected = services_.rejected,
                .timed_out = services_.timed_out};
    }

  private:
    void listen();
    Awaitable<void> accept_connections();
    enum class Accepted { one, none_waiting, no_descriptor };
    Accepted accept_one();
    void admit(int descriptor, tcp protocol, IpAddress const& peer);
    Stream::TlsContext tls_context() const {
        std::lock_guard const lock(tls_mutex_);
        return tls_;
    }

    Services services_;
    std::vector<std::unique_ptr<Loop>> loops_;
    std::optional<Acceptor> acceptor_;
    std::optional<Timer> accept_timer_;
    std::size_t next_loop_ = 0;
    std::uint16_t port_ = 0;
    mutable std::mutex tls_mutex_;
    Stream::TlsContext tls_;
    std::mutex stop_mutex_;
    bool running_ = false;
};

void Server::Impl::start() {
    auto const& options = services_.options;
    if (options.tls_certificate.has_value() != options.tls_key.has_value())
        throw Failure(FailureKind::refused, "a TLS certificate needs its key, and a key its certificate");
    if (options.tls_certificate) tls_ = make_tls_context(options);
    if (!options.upload_folder.empty()) prepare_upload_folder(options.upload_folder);
    for (int i = 0; i < std::max(1, options.event_loops); ++i) loops_.push_back(std::make_unique<Loop>());
    listen();
    asio::co_spawn(loops_.front()->executor(), accept_connections(), log_end);
    for (auto const& loop : loops_) loop->start();
    running_ = true;
}

void Server::Impl::listen() {
    auto const& options = services_.options;
    auto const failed = [&](ErrorCode const& error) {
        return Failure(FailureKind::refused, "cannot listen on " + options.address + " port " +
                                                 std::to_string(options.port) + ": " + error.message());
    };
    ErrorCode error;
    auto const address =
        asio::ip::make_address(options.address == "localhost" ? "127.0.0.1" : options.address, error);
    if (error) throw failed(error);
    tcp::endpoint const endpoint(address, options.port);
    acceptor_.emplace(loops_.front()->executor());
    acceptor_->open(endpoint.protocol(), error);
    if (!error) acceptor_->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_->bind(endpoint, error);
    if (!error) acceptor_->listen(asio::socket_base::max_listen_connections, error);
    if (error) throw failed(error);
    // A program started by a handler must not keep the port.
    fcntl(acceptor_->native_handle(), F_SETFD, FD_CLOEXEC);
    acceptor_->non_blocking(true);
    port_ = acceptor_->local_endpoint().port();
    accept_timer_.emplace(loops_.front()->executor());
}

Awaitable<void> Server::Impl::accept_connections() {
    while (acceptor_->is_open()) {
        ErrorCode error;
        co_await acceptor_->async_wait(asio::socket_base::wait_read, into(error));
        if (error) break;
        auto accepted = Accepted::one;
        for (int i = 0; i < accept_batch && accepted == Accepted::one; ++i) accepted = accept_one();
        if (accepted != Accepted::no_descriptor) continue;
        log::warning("no descriptor left for another connection");
        accept_timer_->expires_after(accept_pause);
        co_await accept_timer_->async_wait(into(error));
    }
}

/// accept4 itself, because Asio's accept would let programs that handlers start inherit the connection.
Server::Impl::Accepted Server::Impl::accept_one() {
    sockaddr_storage peer{};
    socklen_t length = sizeof(peer);
    int const descriptor = accept4(acceptor_->native_handle(), reinterpret_cast<sockaddr*>(&peer), &length,
                                   SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0) {
        admit(descriptor, peer.ss_family == AF_INET6 ? tcp::v6() : tcp::v4(), address_of(peer));
        return Accepted::one;
    }
    switch (errno) {
        case EMFILE:
        case ENFILE:
        case ENOBUFS:
        case ENOMEM:
            return Accepted::no_descriptor;
        case ECONNABORTED:
        case EINTR:
            return Accepted::one;
        default:
            return Accepted::none_waiting;
    }
}

void Server::Impl::admit(int descriptor, tcp protocol, IpAddress const& peer) {
    auto const& options = services_.options;
    auto& loop = *loops_[next_loop_++ % loops_.size()];
    Socket socket(loop.executor());
    ErrorCode error;
    socket.assign(protocol, descriptor, error);
    if (error) {
        ::close(descriptor);
        return;
    }
    socket.set_option(tcp::no_delay(true), error);

    bool const has_room = services_.open.served() < options.connection_limit &&
                          (services_.proxies.trusts(peer) ||
                           services_.open.served_from(peer) < options.connections_per_address);
    if (!has_room) ++services_.rejected;
    if (!has_room && services_.open.turned_away() >= turned_away_limit) return;
    auto connection = std::make_shared<Connection>(loop, services_, std::move(socket), tls_context(), peer,
                                                   has_room ? Admission::served : Admission::turned_away);
    asio::co_spawn(loop.executor(),
                   has_room ? serve(std::move(connection)) : turn_away(std::move(connection)), log_end);
}

void Server::Impl::stop() {
    std::lock_guard const lock(stop_mutex_);
    if (!running_) return;
    running_ = false;
    auto& first = *loops_.front();
    first.post([this] {
        ErrorCode ignored;
        acceptor_->close(ignored);
        accept_timer_->cancel();
    });
    for (auto const& loop : loops_) loop->post([&loop = *loop] { loop.wind_down(); });
    if (!services_.open.wait_until_none(services_.options.stop_deadline)) {
        log::warning("requests still in flight are cut off", {{"connections", services_.open.served()}});
        for (auto const& loop : loops_) loop->post([&loop = *loop] { loop.cut_off(); });
    }
    services_.handlers.stop();
    services_.disk.stop();
    services_.open.wait_until_none(cut_off_time);
    for (auto const& loop : loops_) loop->post([&loop = *loop] { loop.finish(); });
    for (auto const& loop : loops_) loop->join();
}

void Server::Impl::reload_certificates() {
    if (!services_.options.tls_certificate) return;
    try {
        auto renewed = make_tls_context(services_.options);
        std::lock_guard const lock(tls_mutex_);
        tls_ = std::move(renewed);
    } catch (Failure const& failure) {
        log::error("the certificates were not renewed; the old ones stay",
                   {{"error", log::Safe{failure.what()}}});
    }
}

Server::Server(ServerOptions options, Application& application)
    : impl_(std::make_unique<Impl>(std::move(options), application)) {}
Server::~Server() = default;
void Server::start() { impl_->start(); }
std::uint16_t Server::port() const { return impl_->port(); }
void Server::stop() { impl_->stop(); }
void Server::reload_certificates() { impl_->reload_certificates(); }
ServerCounts Server::counts() const { return impl_->counts(); }

}  // namespace doorstep::web
