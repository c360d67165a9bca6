#pragma once

#include <memory>
#include <string>

#include "web/server/head_scanner.h"
#include "web/server/loop.h"
#include "web/server/read_buffer.h"
#include "web/server/stream.h"

namespace doorstep::web::server {

/// One connection: request after request until either side has had enough. All of it runs on its loop's
/// thread.
class Connection : public LoopMember {
  public:
    Connection(Loop& loop, Services& services, Socket socket, Stream::TlsContext tls, IpAddress const& peer,
               Admission admission)
        : loop_(loop),
          services_(services),
          stream_(std::move(socket), std::move(tls)),
          peer_(peer),
          place_(services.open, peer, admission) {
        ++services_.connections;
    }
    ~Connection() override {
        if (entered_) loop_.leave(*this);
    }

    Awaitable<void> serve();
    /// For a connection over the limit: 503 without a look at the request.
    Awaitable<void> turn_away();

    void check_deadline(TimePoint now) override;
    void wind_down() override {
        if (stage_ == Stage::starting || stage_ == Stage::idle || stage_ == Stage::lingering) close();
    }
    void cut_off() override { close(); }

  private:
    enum class Stage { starting, idle, receiving, handling, sending, lingering };
    enum class Next { another_request, goodbye, close };

    void enter_loop() {
        loop_.enter(*this);
        entered_ = true;
    }
    void close() {
        ErrorCode ignored;
        stream_.socket().close(ignored);
    }
    void wait_at_most(std::chrono::milliseconds time) { deadline_ = SteadyClock::now() + time; }
    void wait_for_ever() { deadline_ = TimePoint::max(); }

    bool is_body_too_slow(TimePoint now) const;

    // connection_receive.h
    Awaitable<bool> shake_hands();
    Awaitable<bool> wait_for_request();
    Awaitable<bool> read_more(std::size_t buffer_limit);
    Awaitable<Next> serve_request();
    Awaitable<std::optional<Next>> receive_head(HeadScanner& scanner);
    struct BodyEnd {
        Refused refused;
        bool client_gone = false;
    };
    Awaitable<BodyEnd> receive_body(Exchange& exchange);
    Awaitable<bool> read_more_of_body(std::size_t buffer_limit, std::uint64_t received_so_far);
    void discard_body(Exchange& exchange);

    // connection_respond.h
    Awaitable<Next> handle(Exchange& exchange);
    Awaitable<Next> refuse(int status, Exchange& exchange);
    PreparedResponse prepare_refusal(int status, http::Request const& request);
    Awaitable<bool> send(PreparedResponse const& response, AfterResponse after);
    Awaitable<bool> send_file(std::string head, FileBody const& file, Slice slice);
    Awaitable<bool> write(std::string_view first, std::string_view second);
    Awaitable<void> say_goodbye();
    void report(Exchange const& exchange, int status);

    Loop& loop_;
    Services& services_;
    Stream stream_;
    IpAddress const peer_;
    OpenConnections::Place const place_;
    ReadBuffer buffer_;
    Stage stage_ = Stage::starting;
    TimePoint deadline_ = TimePoint::max();
    bool timed_out_ = false;
    bool entered_ = false;
    // Of the body being received: how long we have waited for it, and how much came meanwhile.
    bool waiting_for_body_ = false;
    TimePoint waiting_since_;
    std::chrono::nanoseconds waited_for_body_{0};
    std::uint64_t received_of_body_ = 0;
    std::uint64_t sent_ = 0;  ///< of the response
};

}  // namespace doorstep::web::server
