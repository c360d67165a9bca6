#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/request.h"
#include "http/response.h"
#include "http/route.h"

namespace doorstep::web {

/// Limits and deadlines. Every deadline is a total, so that a client which sends or reads a byte now and then
/// is closed all the same; each is kept within half a second.
struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;                             ///< 0 takes a free one; Server::port() tells
    std::optional<std::filesystem::path> tls_certificate;  ///< PEM, with its chain
    std::optional<std::filesystem::path> tls_key;
    int event_loops = 1;
    int workers = 16;                       ///< threads that call Application::handle
    std::size_t worker_queue_limit = 1024;  ///< requests waiting for a worker; more are answered 503
    int disk_workers = 4;                   ///< threads that write uploads and read files

    std::size_t header_limit = 16 * 1024;  ///< bytes of the request line and all headers: 431
    int header_count_limit = 100;          ///< 431
    std::size_t target_limit = 4096;       ///< bytes: 414

    /// From the first byte of a request to its last header; also from connecting to the first byte.
    std::chrono::milliseconds header_deadline{10'000};
    std::chrono::milliseconds tls_deadline{10'000};
    /// Between requests of a kept connection.
    std::chrono::milliseconds idle_deadline{60'000};
    /// For each piece of a body. Once so long was spent waiting, body_minimum_rate holds too.
    std::chrono::milliseconds body_idle_deadline{30'000};
    std::uint64_t body_minimum_rate = 1024;  ///< bytes a second
    /// For each 64 KiB of a response.
    std::chrono::milliseconds write_deadline{30'000};
    /// For a client to read the answer that ends its connection.
    std::chrono::milliseconds linger_deadline{30'000};
    /// Requests in flight finish within this.
    std::chrono::milliseconds stop_deadline{30'000};

    std::size_t connection_limit = 4096;  ///< more are answered 503 and closed
    /// An IPv6 address counts as its /64; trusted proxies are not counted.
    std::size_t connections_per_address = 1024;

    std::filesystem::path upload_folder;          ///< temporary files of uploads, removed with the request
    int upload_file_limit = 30;                   ///< files in one request
    std::size_t upload_field_limit = 256 * 1024;  ///< bytes of all fields of a multipart form together
    /// Addresses or CIDR whose X-Forwarded-For and -Proto are believed.
    std::vector<std::string> trusted_proxies;
};

/// What a request may carry, known from its first lines. A body where none is expected, or over the limit, is
/// answered 413 before it is read, and one of another kind 415.
struct BodyPolicy {
    http::Body body = http::Body::none;
    std::uint64_t limit = 0;  ///< bytes of the whole body
};

/// What stands behind the server.
class Application {
  public:
    virtual ~Application() = default;
    /// Before the body is read. Must be quick: it runs on the event loop. `path` is Request::path.
    virtual BodyPolicy policy(http::Method method, std::string_view path) const = 0;
    /// Called on worker threads, many at a time. What it throws becomes a 500. The files of the request are
    /// removed when it returns, unless it moved them away.
    virtual http::Response handle(http::Request& request) = 0;
    /// A response the server makes by itself: 400, 408, 413, 414, 415, 417, 431, 500, 501, 503, 505. Called
    /// from any thread; must be quick. `path` is Request::path, empty when the head was not understood.
    virtual http::Response error(int status, std::string_view path) = 0;
    /// After the response was sent or the client went away; for the access log and metrics. Requests whose
    /// head could not be understood are only in ServerCounts. Runs on the event loop; must be quick.
    struct Served {
        http::Method method;
        std::string path;
        int status;
        std::chrono::microseconds duration;  ///< from the request's first byte to the response's last
        std::uint64_t sent;  ///< bytes of head and body; less than the whole when the client went away
    };
    virtual void served(Served const& served) = 0;
};

struct ServerCounts {
    std::uint64_t connections = 0;       ///< accepted since the start
    std::uint64_t open_connections = 0;  ///< now
    std::uint64_t requests = 0;          ///< heads understood
    std::uint64_t rejected = 0;          ///< refused by the server itself
    std::uint64_t timed_out = 0;         ///< closed at a deadline other than the idle one
};

/// HTTP/1.1 over Boost.Asio, with Beast's request parser fed by us (docs/adr/2026-11-21-http-server.md). All
/// of Asio is in server.cpp.
///
/// Adds to a Response: Date, Content-Length, Connection, Set-Cookie with its attributes, Cache-Control:
/// no-store unless it says otherwise; for a file ranges and If-None-Match; for a public page gzip
/// (web/compression.h). Nothing else: other headers are the Application's.
class Server {
  public:
    Server(ServerOptions options, Application& application);
    ~Server();
    /// Binds and starts; throws Failure when the address is taken or the certificate cannot be read.
    void start();
    std::uint16_t port() const;
    /// Stops accepting, closes idle connections, lets requests in flight finish, cuts off what is left at
    /// stop_deadline, joins the threads. A handler that never returns keeps it waiting. Safe to call twice;
    /// not from a handler.
    void stop();
    /// Reads the certificate files again, for connections from now on. When they cannot be used the old ones
    /// stay and the log says why.
    void reload_certificates();
    ServerCounts counts() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace doorstep::web
