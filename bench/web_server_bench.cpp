#include <arpa/inet.h>
#include <benchmark/benchmark.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "web/server.h"

/// What the web server costs per request: an application whose pages are ready-made, and a process beside it
/// that asks over kept connections as fast as it gets answers. cpu_us is the server's processor time per
/// request, by the kernel's account; items per second depends on the asking process too, which shares the
/// machine.
namespace doorstep::web {
namespace {

constexpr int requests_per_round = 20'000;

class ReadyPages : public Application {
  public:
    BodyPolicy policy(http::Method, std::string_view) const override { return {}; }
    http::Response handle(http::Request& request) override {
        http::Response response;
        response.body = request.path == "/page" ? page_ : "hello, world!";
        // As many headers as our own pages have.
        response.headers = {
            {"Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'"},
            {"Referrer-Policy", "no-referrer"},
            {"X-Content-Type-Options", "nosniff"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Permissions-Policy", "microphone=(self), geolocation=(self), camera=(self)"}};
        return response;
    }
    http::Response error(int status, std::string_view) override { return http::text(status, ""); }
    void served(Served const&) override {}

  private:
    std::string const page_ = std::string(20 * 1024, 'p');
};

struct Order {
    std::uint16_t port;
    bool large;
    int connections;
};

/// One kept connection of the asking process.
struct Asker {
    int descriptor;
    std::string received;

    void ask(std::string const& request) {
        received.clear();
        if (send(descriptor, request.data(), request.size(), MSG_NOSIGNAL) < 0) std::abort();
    }
    /// True when the whole response is there.
    bool receive() {
        static std::array<char, 256 * 1024> buffer;
        auto const size = recv(descriptor, buffer.data(), buffer.size(), 0);
        if (size <= 0) std::abort();
        received.append(buffer.data(), static_cast<std::size_t>(size));
        auto const head_end = received.find("\r\n\r\n");
        auto const length = received.find("Content-Length: ");
        if (head_end == std::string::npos || length == std::string::npos) return false;
        return received.size() >= head_end + 4 + std::strtoull(received.c_str() + length + 16, nullptr, 10);
    }
};

void carry_out(Order const& order) {
    std::string const request =
        std::string("GET /") + (order.large ? "page" : "") + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(order.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::vector<Asker> askers;
    std::vector<pollfd> waiting;
    for (int i = 0; i < order.connections; ++i) {
        int const descriptor = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(descriptor, reinterpret_cast<sockaddr const*>(&address), sizeof(address)) != 0)
            std::abort();
        askers.push_back({descriptor, ""});
        waiting.push_back({descriptor, POLLIN, 0});
        askers.back().ask(request);
    }
    for (int answered = 0; answered < requests_per_round;) {
        poll(waiting.data(), waiting.size(), -1);
        for (std::size_t i = 0; i < askers.size(); ++i) {
            if (waiting[i].revents == 0 || !askers[i].receive()) continue;
            ++answered;
            askers[i].ask(request);
        }
    }
    for (auto const& asker : askers) close(asker.descriptor);
}

/// The process that asks. Started before there is any thread.
class AskingProcess {
  public:
    AskingProcess() {
        if (pipe(orders_.data()) != 0 || pipe(answers_.data()) != 0) std::abort();
        process_ = fork();
        if (process_ != 0) return;
        close(orders_[1]);
        Order order{};
        while (read(orders_[0], &order, sizeof(order)) == sizeof(order)) {
            carry_out(order);
            if (write(answers_[1], "x", 1) != 1) break;
        }
        _exit(0);
    }
    ~AskingProcess() {
        close(orders_[1]);
        waitpid(process_, nullptr, 0);
    }
    void ask(Order const& order) const {
        char done = 0;
        if (write(orders_[1], &order, sizeof(order)) != sizeof(order) || read(answers_[0], &done, 1) != 1)
            std::abort();
    }

  private:
    std::array<int, 2> orders_{};
    std::array<int, 2> answers_{};
    pid_t process_ = 0;
};

AskingProcess const* asking_process = nullptr;

double processor_microseconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    auto const microseconds = [](timeval const& time) {
        return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
    };
    return microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
}

void serve(benchmark::State& state) {
    ReadyPages application;
    ServerOptions options;
    options.port = 0;
    Server server(options, application);
    server.start();
    Order const order{server.port(), state.range(0) == 20, static_cast<int>(state.range(1))};
    asking_process->ask(order);
    auto const before = processor_microseconds();
    for (auto _ : state) asking_process->ask(order);
    auto const requests = static_cast<double>(state.iterations()) * requests_per_round;
    state.counters["cpu_us"] = (processor_microseconds() - before) / requests;
    state.SetItemsProcessed(static_cast<std::int64_t>(requests));
}
BENCHMARK(serve)
    ->ArgNames({"kilobytes", "connections"})
    ->ArgsProduct({{0, 20}, {16, 64, 256}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace doorstep::web

int main(int argc, char** argv) {
    doorstep::web::AskingProcess const asking_process;
    doorstep::web::asking_process = &asking_process;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
