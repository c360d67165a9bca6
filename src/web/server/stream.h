#pragma once

#include <array>
#include <boost/asio/ssl.hpp>
#include <memory>
#include <optional>

#include "web/server/asio.h"

namespace doorstep::web::server {

/// A connection's bytes, encrypted or not, behind one interface, so that everything above is compiled once.
class Stream {
  public:
    using TlsContext = std::shared_ptr<asio::ssl::context>;
    Stream(Socket socket, TlsContext tls) : socket_(std::move(socket)), context_(std::move(tls)) {
        if (context_) tls_.emplace(socket_, *context_);
    }
    // The encryption refers to the socket beside it.
    Stream(Stream const&) = delete;
    Stream& operator=(Stream const&) = delete;

    bool is_encrypted() const { return tls_.has_value(); }
    Socket& socket() { return socket_; }

    Awaitable<void> handshake(ErrorCode& error) {
        return tls_->async_handshake(asio::ssl::stream_base::server, into(error));
    }
    Awaitable<void> shut_down_encryption(ErrorCode& error) { return tls_->async_shutdown(into(error)); }

    Awaitable<std::size_t> read_some(asio::mutable_buffer buffer, ErrorCode& error) {
        if (tls_) return tls_->async_read_some(buffer, into(error));
        return socket_.async_read_some(buffer, into(error));
    }
    Awaitable<std::size_t> write_some(std::array<asio::const_buffer, 2> const& buffers, ErrorCode& error) {
        if (tls_) return tls_->async_write_some(buffers[0].size() > 0 ? buffers[0] : buffers[1], into(error));
        return socket_.async_write_some(buffers, into(error));
    }

  private:
    Socket socket_;
    TlsContext context_;  ///< kept while in use, because reload_certificates puts another in its place
    std::optional<asio::ssl::stream<Socket&>> tls_;
};

}  // namespace doorstep::web::server
