#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

namespace doorstep::test {

/// A clamd on 127.0.0.1 that finds "Test.Virus" in whatever holds the word EVIL, and takes no more than
/// `limit` bytes. Reads the INSTREAM command as clamd(8) describes it.
class FakeClamd {
  public:
    explicit FakeClamd(std::size_t limit = 1'000'000) : limit_(limit) {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(listener_, 8) != 0 ||
            ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw std::runtime_error("no port for the fake scanner");
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~FakeClamd() {
        stopping_ = true;
        ::shutdown(listener_, SHUT_RDWR);
        ::close(listener_);
        thread_.join();
    }
    std::string address() const { return "127.0.0.1:" + std::to_string(port_); }
    int scans() const { return scans_; }

  private:
    static bool read(int client, std::string& bytes, std::size_t count) {
        bytes.resize(count);
        return count == 0 || ::recv(client, bytes.data(), count, MSG_WAITALL) == static_cast<ssize_t>(count);
    }
    std::string verdict(int client) {
        std::string bytes;
        if (!read(client, bytes, 10) || bytes != std::string("zINSTREAM\0", 10)) return "UNKNOWN COMMAND";
        std::string content;
        for (;;) {
            if (!read(client, bytes, 4)) return "";
            std::size_t size = 0;
            for (char const c : bytes) size = size << 8 | static_cast<unsigned char>(c);
            if (size == 0) break;
            if (!read(client, bytes, size)) return "";
            content += bytes;
            if (content.size() > limit_) return "INSTREAM size limit exceeded. ERROR";
        }
        ++scans_;
        return content.find("EVIL") == std::string::npos ? "stream: OK" : "stream: Test.Virus FOUND";
    }
    void serve() {
        while (!stopping_) {
            int const client = ::accept(listener_, nullptr, nullptr);
            if (client < 0) continue;
            auto answer = verdict(client);
            answer += '\0';
            (void)!::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
            ::shutdown(client, SHUT_WR);
            std::string rest(64 * 1024, '\0');
            while (::recv(client, rest.data(), rest.size(), 0) > 0) {
            }
            ::close(client);
        }
    }

    std::size_t limit_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> scans_ = 0;
    std::thread thread_;
};

}  // namespace doorstep::test
