#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "support/site/test_site.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/webhooks/deliver.h"
#include "usecases/webhooks/webhooks.h"

namespace doorstep::test {
namespace {

/// A program on 127.0.0.1 that takes one request and gives one answer.
class Listener {
  public:
    explicit Listener(std::string answer)
        : socket_(socket(AF_INET, SOCK_STREAM, 0)), answer_(std::move(answer)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        EXPECT_EQ(listen(socket_, 1), 0);
        socklen_t size = sizeof address;
        getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { take_one(); });
    }
    ~Listener() { stop(); }
    Listener(Listener const&) = delete;

    std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/hook"; }
    /// What came, once the answer was given or nobody called.
    std::string const& request() {
        stop();
        return request_;
    }

  private:
    void take_one() {
        int const client = accept(socket_, nullptr, nullptr);
        if (client < 0) return;
        std::string piece(4096, '\0');
        while (!is_whole()) {
            auto const length = recv(client, piece.data(), piece.size(), 0);
            if (length <= 0) break;
            request_.append(piece, 0, static_cast<std::size_t>(length));
        }
        (void)send(client, answer_.data(), answer_.size(), MSG_NOSIGNAL);
        close(client);
    }
    bool is_whole() const {
        auto const end = request_.find("\r\n\r\n");
        auto const length = request_.find("Content-Length: ");
        return end != std::string::npos && length != std::string::npos &&
               request_.size() >= end + 4 + std::stoul(request_.substr(length + 16));
    }
    void stop() {
        if (!thread_.joinable()) return;
        shutdown(socket_, SHUT_RDWR);
        thread_.join();
        close(socket_);
    }
    int socket_;
    int port_ = 0;
    std::string answer_;
    std::string request_;
    std::thread thread_;
};

class RealListener : public ::testing::Test {
  protected:
    TestSite site;
    domain::accounts::Account administrator = site.account(domain::access::Role::administrator);
    domain::accounts::Account officer = site.account(domain::access::Role::asb_officer);
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-2)});

    std::string add_and_tell(std::string const& address) {
        auto context = site.as(administrator);
        auto const added = usecases::webhooks::add_webhook(
            context, {.name = "Housing system", .address = address, .kinds = {"contact-recorded"}});
        EXPECT_TRUE(added);
        auto working = site.as(officer);
        EXPECT_TRUE(usecases::contacts::record_contact(working, {.reference = made.file.reference,
                                                                 .person = made.complainants.front().id,
                                                                 .made_on = site.today(),
                                                                 .made_time = {},
                                                                 .summary = "She is well"}));
        return added->secret;
    }
    std::string deliver(std::vector<std::string> allowed) {
        auto context = site.as_system();
        gateways::CurlPoster poster(std::move(allowed));
        return usecases::webhooks::deliver_webhooks(context, poster);
    }
};

TEST_F(RealListener, gets_a_signed_message_over_http) {
    Listener listener("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    auto const secret = add_and_tell(listener.address());
    EXPECT_EQ(deliver({"127.0.0.0/8"}), "1 message delivered");
    auto const& request = listener.request();
    EXPECT_TRUE(request.starts_with("POST /hook HTTP/1.1\r\n")) << request;
    EXPECT_NE(request.find("Content-Type: application/json\r\n"), std::string::npos) << request;
    auto const header = [&](std::string const& name) {
        auto const at = request.find(name + ": ");
        return at == std::string::npos
                   ? std::string()
                   : request.substr(at + name.size() + 2, request.find("\r\n", at) - at - name.size() - 2);
    };
    auto const body = request.substr(request.find("\r\n\r\n") + 4);
    EXPECT_EQ(header("webhook-signature"),
              gateways::webhook_signature(secret, header("webhook-id"),
                                          std::stoll(header("webhook-timestamp")), body));
}

TEST_F(RealListener, is_not_reached_inside_the_house_unless_that_is_allowed) {
    Listener listener("HTTP/1.1 204 No Content\r\n\r\n");
    add_and_tell(listener.address());
    EXPECT_EQ(deliver({}), "0 messages delivered, 1 failed");
    EXPECT_EQ(listener.request(), "");
}

TEST_F(RealListener, that_sends_elsewhere_is_not_followed) {
    Listener listener(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: "
        "close\r\n\r\n");
    add_and_tell(listener.address());
    EXPECT_EQ(deliver({"127.0.0.1"}), "0 messages delivered, 1 failed");
}

}  // namespace
}  // namespace doorstep::test
