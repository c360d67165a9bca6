#include "web_server/tls_client.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <csignal>
#include <cstdio>

namespace doorstep::web {
namespace {

constexpr long one_day = 24 * 3600;

std::unique_ptr<std::FILE, int (*)(std::FILE*)> open_for_writing(std::filesystem::path const& path) {
    return {std::fopen(path.c_str(), "w"), std::fclose};
}

}  // namespace

void write_certificate(std::filesystem::path const& folder, std::string const& common_name) {
    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> const key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    std::unique_ptr<X509, void (*)(X509*)> const certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -one_day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), one_day);
    X509_set_pubkey(certificate.get(), key.get());
    auto* const name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<unsigned char const*>(common_name.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    PEM_write_X509(open_for_writing(folder / "certificate.pem").get(), certificate.get());
    PEM_write_PrivateKey(open_for_writing(folder / "key.pem").get(), key.get(), nullptr, nullptr, 0, nullptr,
                         nullptr);
}

TlsClient::TlsClient(std::uint16_t port, int highest_version)
    : socket_(port), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), ssl_(nullptr, SSL_free) {
    // A server that closes must not end the test: OpenSSL writes without MSG_NOSIGNAL.
    std::signal(SIGPIPE, SIG_IGN);
    SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context_.get(), highest_version);
    // Lets OpenSSL offer versions that are no longer thought secure, to see them refused.
    SSL_CTX_set_security_level(context_.get(), 0);
    SSL_CTX_set_cipher_list(context_.get(), "ALL");
    ssl_.reset(SSL_new(context_.get()));
    constexpr std::array<unsigned char, 12> protocols{2, 'h', '2', 8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    SSL_set_alpn_protos(ssl_.get(), protocols.data(), protocols.size());
    SSL_set_fd(ssl_.get(), socket_.descriptor());
    connected_ = SSL_connect(ssl_.get()) == 1;
}

TlsClient::~TlsClient() = default;

bool TlsClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        int const sent = SSL_write(ssl_.get(), bytes.data(),
                                   static_cast<int>(std::min<std::size_t>(bytes.size(), 1 << 20)));
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<std::string> TlsClient::receive_body() {
    std::array<char, 65536> buffer;
    auto const receive_some = [&] {
        int const size = SSL_read(ssl_.get(), buffer.data(), buffer.size());
        if (size > 0) received_.append(buffer.data(), static_cast<std::size_t>(size));
        return size > 0;
    };
    while (received_.find("\r\n\r\n") == std::string::npos)
        if (!receive_some()) return std::nullopt;
    constexpr std::string_view length = "Content-Length: ";
    auto const head_end = received_.find("\r\n\r\n") + 4;
    auto const size = std::stoull(received_.substr(received_.find(length) + length.size()));
    received_.erase(0, head_end);
    while (received_.size() < size)
        if (!receive_some()) return std::nullopt;
    auto body = received_.substr(0, size);
    received_.erase(0, size);
    return body;
}

std::string TlsClient::protocol() const {
    unsigned char const* chosen = nullptr;
    unsigned int length = 0;
    SSL_get0_alpn_selected(ssl_.get(), &chosen, &length);
    return {reinterpret_cast<char const*>(chosen), length};
}

std::string TlsClient::certificate_name() const {
    std::unique_ptr<X509, void (*)(X509*)> const certificate(SSL_get1_peer_certificate(ssl_.get()),
                                                             X509_free);
    std::array<char, 256> name{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name.data(),
                              name.size());
    return name.data();
}

}  // namespace doorstep::web
