#include <gtest/gtest.h>

#include <fstream>

#include "base/failure.h"
#include "base/text.h"
#include "web_server/small_application.h"
#include "web_server/tls_client.h"

namespace doorstep::web {
namespace {

using namespace std::chrono_literals;

class Tls : public testing::Test {
  protected:
    TemporaryFolder certificates_;
    RunningServer running_{[this](ServerOptions& options, SmallApplication& application) {
        write_certificate(certificates_.path(), "first.example");
        options.tls_certificate = certificates_.path() / "certificate.pem";
        options.tls_key = certificates_.path() / "key.pem";
        options.tls_deadline = 500ms;
        std::string large(3 * 1024 * 1024, '\0');
        for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>((i * 2654435761u) >> 11);
        application.answer("/large", {}, [large](http::Request&) { return http::text(200, large); });
        auto const file = certificates_.write("file", large);
        application.answer("/file", {}, [file](http::Request&) {
            http::Response response;
            response.file = file;
            return response;
        });
    }};
};

TEST_F(Tls, serves_request_after_request) {
    TlsClient client(running_.port());
    ASSERT_TRUE(client.is_connected());
    EXPECT_EQ(client.version(), "TLSv1.3");
    EXPECT_EQ(client.protocol(), "http/1.1");
    client.send(get("/describe") + get("/page"));
    EXPECT_NE(client.receive_body()->find("secure=true"), std::string::npos);
    EXPECT_EQ(client.receive_body()->size(), 20u * 1024);
    client.send(get("/"));
    EXPECT_EQ(client.receive_body(), "hello");
}

TEST_F(Tls, speaks_1_2_but_nothing_older) {
    EXPECT_TRUE(TlsClient(running_.port(), TLS1_2_VERSION).is_connected());
    EXPECT_FALSE(TlsClient(running_.port(), TLS1_1_VERSION).is_connected());
}

TEST_F(Tls, sends_large_pages_and_files_whole) {
    TlsClient client(running_.port());
    client.send(get("/large"));
    auto const page = client.receive_body();
    client.send(get("/file"));
    auto const file = client.receive_body();
    ASSERT_TRUE(page && file);
    EXPECT_EQ(page->size(), 3u * 1024 * 1024);
    EXPECT_TRUE(page == file);
}

TEST_F(Tls, takes_uploads) {
    std::string const content(5 * 1024 * 1024, 'x');
    TlsClient client(running_.port());
    client.send(post("/upload", "multipart/form-data; boundary=b",
                     "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.bin\"\r\n\r\n" +
                         content + "\r\n--b--\r\n"));
    EXPECT_NE(client.receive_body()->find("|5242880|" + text::sha256_hex(content)), std::string::npos);
}

TEST_F(Tls, answers_errors_before_it_closes) {
    TlsClient client(running_.port());
    client.send("GET / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(client.receive_body(), "error 400");
    EXPECT_EQ(client.receive_body(), std::nullopt);
}

TEST_F(Tls, closes_on_a_client_that_does_not_speak_it_or_says_nothing) {
    RawClient plain(running_.port());
    plain.send(get("/"));
    RawClient silent(running_.port());
    EXPECT_TRUE(silent.is_closed_within(2500ms));
    EXPECT_FALSE(plain.receive());
    EXPECT_EQ(running_.server().counts().requests, 0u);
}

TEST_F(Tls, renewed_certificates_serve_new_connections_while_old_ones_go_on) {
    TlsClient before(running_.port());
    EXPECT_EQ(before.certificate_name(), "first.example");
    write_certificate(certificates_.path(), "second.example");
    running_.server().reload_certificates();
    TlsClient after(running_.port());
    EXPECT_EQ(after.certificate_name(), "second.example");
    before.send(get("/"));
    EXPECT_EQ(before.receive_body(), "hello");
}

TEST_F(Tls, keeps_the_old_certificate_when_the_new_one_cannot_be_used) {
    certificates_.write("certificate.pem", "not a certificate");
    running_.server().reload_certificates();
    EXPECT_EQ(TlsClient(running_.port()).certificate_name(), "first.example");
    // A certificate of another key.
    TemporaryFolder other;
    write_certificate(other.path(), "other.example");
    std::filesystem::copy_file(other.path() / "certificate.pem", certificates_.path() / "certificate.pem",
                               std::filesystem::copy_options::overwrite_existing);
    running_.server().reload_certificates();
    EXPECT_EQ(TlsClient(running_.port()).certificate_name(), "first.example");
}

TEST_F(Tls, does_not_start_without_a_usable_certificate) {
    SmallApplication application;
    auto options = test_options(certificates_);
    options.tls_certificate = certificates_.path() / "certificate.pem";
    EXPECT_THROW(Server(options, application).start(), Failure);
    options.tls_key = certificates_.path() / "absent.pem";
    EXPECT_THROW(Server(options, application).start(), Failure);
}

TEST_F(Tls, stops_with_connections_open) {
    TlsClient idle(running_.port());
    idle.send(get("/"));
    EXPECT_EQ(idle.receive_body(), "hello");
    RawClient handshaking(running_.port());
    running_.server().stop();
    EXPECT_EQ(running_.server().counts().open_connections, 0u);
}

}  // namespace
}  // namespace doorstep::web
