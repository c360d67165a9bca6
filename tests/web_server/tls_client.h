#pragma once

#include <openssl/ssl.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "web_server/raw_client.h"

namespace doorstep::web {

/// Writes "certificate.pem" and "key.pem" of a self-signed certificate for this common name into a folder.
void write_certificate(std::filesystem::path const& folder, std::string const& common_name);

/// An encrypted connection that says exactly what it is told.
class TlsClient {
  public:
    explicit TlsClient(std::uint16_t port, int highest_version = TLS1_3_VERSION);
    ~TlsClient();

    /// False when the handshake failed.
    bool is_connected() const { return connected_; }
    bool send(std::string_view bytes);
    /// The body of the next response of this many bytes of content.
    std::optional<std::string> receive_body();
    std::string version() const { return SSL_get_version(ssl_.get()); }
    std::string protocol() const;
    /// Common name of the server's certificate.
    std::string certificate_name() const;

  private:
    RawClient socket_;
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context_;
    std::unique_ptr<SSL, void (*)(SSL*)> ssl_;
    bool connected_ = false;
    std::string received_;
};

}  // namespace doorstep::web
