#pragma once

#include <boost/asio/ssl.hpp>
#include <cstring>
#include <memory>
#include <string_view>

#include "base/failure.h"
#include "web/server.h"
#include "web/server/asio.h"

namespace doorstep::web::server {

/// Takes "http/1.1" when the client offers protocols (RFC 7301); a client that offers only others goes on
/// without.
inline int choose_protocol(SSL*, unsigned char const** chosen, unsigned char* chosen_length,
                           unsigned char const* offered, unsigned int offered_length, void*) {
    constexpr std::string_view wanted = "http/1.1";
    for (unsigned int i = 0; i < offered_length; i += offered[i] + 1u) {
        if (offered[i] != wanted.size() || i + 1 + wanted.size() > offered_length) continue;
        if (std::memcmp(offered + i + 1, wanted.data(), wanted.size()) != 0) continue;
        *chosen = offered + i + 1;
        *chosen_length = offered[i];
        return SSL_TLSEXT_ERR_OK;
    }
    return SSL_TLSEXT_ERR_NOACK;
}

/// TLS 1.2 with forward secrecy and authenticated encryption, and TLS 1.3 (NCSC guidance "Using TLS to
/// protect data", recommended profiles). Throws Failure when the certificate or key cannot be used.
inline std::shared_ptr<asio::ssl::context> make_tls_context(ServerOptions const& options) {
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
    auto* const native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                    SSL_OP_NO_COMPRESSION | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20");
    // OpenSSL's own list ends in ffdhe2048, of 112 bits.
    SSL_CTX_set1_groups_list(native, "X25519:P-256:X448:P-384:P-521");
    SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);

    ErrorCode error;
    context->use_certificate_chain_file(options.tls_certificate->string(), error);
    if (error) throw Failure(FailureKind::refused, "cannot use the TLS certificate: " + error.message());
    context->use_private_key_file(options.tls_key->string(), asio::ssl::context::pem, error);
    if (error) throw Failure(FailureKind::refused, "cannot use the TLS key: " + error.message());
    if (SSL_CTX_check_private_key(native) != 1)
        throw Failure(FailureKind::refused, "the TLS key does not belong to the certificate");
    return context;
}

}  // namespace doorstep::web::server
