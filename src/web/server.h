#pragma once

#include <atomic>
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

/// Limits and deadlines (stack: strict parser, total deadlines so that slow clients are closed).
struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0 takes a free one; Server::port() tells
    std::optional<std::filesystem::path> tls_certificate;
    std::optional<std::filesystem::path> tls_key;
    int event_loops = 1;
    int workers = 16;
    std::size_t header_limit = 16 * 1024;
    int header_count_limit = 100;
    std::size_t target_limit = 4096;
    std::chrono::seconds header_deadline{10};
    std::chrono::seconds tls_deadline{10};
    std::chrono::seconds idle_deadline{60};      ///< between requests of a kept connection
    std::chrono::seconds body_idle_deadline{30};
    std::uint64_t body_minimum_rate = 1024;      ///< bytes a second, after the first 30 seconds
    std::chrono::seconds write_deadline{30};
    std::chrono::seconds stop_deadline{30};      ///< requests in flight finish within this
    std::size_t connection_limit = 4096;
    std::size_t connections_per_address = 1024;
    std::filesystem::path upload_folder;         ///< temporary files of uploads, removed with the request
    std::vector<std::string> trusted_proxies;    ///< addresses or CIDR whose X-Forwarded-For and -Proto are believed
};

/// What a request may carry, known from its first lines.
struct BodyPolicy {
    http::Body body = http::Body::none;
    std::uint64_t limit = 0;
};

/// What stands behind the server. Called on worker threads, many at a time.
class Application {
  public:
    virtual ~Application() = default;
    /// Before the body is read. Must be quick: it runs on the event loop.
    virtual BodyPolicy policy(http::Method method, std::string_view path) const = 0;
    /// Never throws.
    virtual http::Response handle(http::Request& request) = 0;
    /// A response the server makes by itself: bad request, too large, too slow (400, 408, 413, 414, 415, 431, 501, 503).
    virtual http::Response error(int status) = 0;
    /// After the response was sent or the client went away; for the access log and metrics.
    struct Served {
        http::Method method;
        std::string path;
        int status;
        std::chrono::microseconds duration;
        std::uint64_t sent;
    };
    virtual void served(Served const& served) = 0;
};

struct ServerCounts {
    std::uint64_t connections = 0;
    std::uint64_t open_connections = 0;
    std::uint64_t requests = 0;
    std::uint64_t rejected = 0;
    std::uint64_t timed_out = 0;
};

/// HTTP/1.1 over Boost.Asio, with Beast's request parser fed by us; all of Asio is in server.cpp.
class Server {
  public:
    Server(ServerOptions options, Application& application);
    ~Server();
    /// Binds and starts; throws Failure when the address is taken or the certificate cannot be read.
    void start();
    std::uint16_t port() const;
    /// Stops accepting, lets requests in flight finish, closes idle connections, joins the threads. Safe to call twice.
    void stop();
    /// Reads the certificate files again; the old ones stay when the new cannot be used.
    void reload_certificates();
    ServerCounts counts() const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace doorstep::web
