#pragma once

#include "web/server/connection.h"

namespace doorstep::web::server {

/// A chunk's size line, or the trailer, longer than this is refused: Beast sets no limit of its own.
inline constexpr std::size_t chunk_header_limit = 4 * 1024;
inline constexpr std::size_t body_buffer_size = 16 * 1024;
inline constexpr std::size_t upload_buffer_size = 64 * 1024;

inline Awaitable<void> Connection::serve() {
    enter_loop();
    if (loop_.is_winding_down()) co_return;
    bool const ready = co_await shake_hands();
    bool waiting = ready;
    while (waiting) {
        bool const arrived = co_await wait_for_request();
        if (!arrived) break;
        Next const next = co_await serve_request();
        if (next == Next::goodbye) co_await say_goodbye();
        waiting = next == Next::another_request;
    }
    close();
}

inline void Connection::check_deadline(TimePoint now) {
    if (now < deadline_ && !is_body_too_slow(now)) return;
    wait_for_ever();
    timed_out_ = true;
    if (stage_ != Stage::idle && stage_ != Stage::lingering) ++services_.timed_out;
    ErrorCode ignored;
    stream_.socket().cancel(ignored);
}

inline bool Connection::is_body_too_slow(TimePoint now) const {
    if (!waiting_for_body_) return false;
    auto const waited = waited_for_body_ + (now - waiting_since_);
    if (waited < services_.options.body_idle_deadline) return false;
    auto const seconds = static_cast<std::uint64_t>(std::chrono::floor<std::chrono::seconds>(waited).count());
    return received_of_body_ < services_.options.body_minimum_rate * seconds;
}

inline Awaitable<bool> Connection::shake_hands() {
    if (!stream_.is_encrypted()) co_return true;
    wait_at_most(services_.options.tls_deadline);
    ErrorCode error;
    co_await stream_.handshake(error);
    co_return !error && !timed_out_;
}

/// Waits until bytes of a request are there. A new connection must begin within the time for a head.
inline Awaitable<bool> Connection::wait_for_request() {
    if (!buffer_.is_empty()) co_return true;
    if (loop_.is_winding_down()) co_return false;
    wait_at_most(stage_ == Stage::starting ? services_.options.header_deadline
                                           : services_.options.idle_deadline);
    stage_ = Stage::idle;
    buffer_.shrink();
    bool const read = co_await read_more(ReadBuffer::small);
    co_return read;
}

/// False when the client closed, broke off or was too slow: timed_out_ tells the last.
inline Awaitable<bool> Connection::read_more(std::size_t buffer_limit) {
    auto const space = buffer_.free_space(buffer_limit);
    if (space.empty()) co_return false;
    ErrorCode error;
    auto const size = co_await stream_.read_some(asio::buffer(space.data(), space.size()), error);
    if (error || timed_out_) co_return false;
    buffer_.commit(size);
    co_return true;
}

inline Awaitable<Connection::Next> Connection::serve_request() {
    auto const started_at = SteadyClock::now();
    auto const& options = services_.options;
    stage_ = Stage::receiving;
    wait_at_most(options.header_deadline);
    HeadScanner scanner({options.target_limit, options.header_limit, options.header_count_limit});
    std::optional<Next> const ended = co_await receive_head(scanner);
    if (ended) co_return *ended;

    auto const exchange = std::make_unique<Exchange>();
    exchange->started_at = started_at;
    auto const head = buffer_.unread().substr(scanner.skipped(), scanner.length() - scanner.skipped());
    auto refused = exchange->understand_head(head, services_, peer_, stream_.is_encrypted());
    buffer_.consume(scanner.length());
    if (exchange->head_understood) ++services_.requests;
    if (!refused && exchange->framing.has_body()) {
        BodyEnd const end = co_await receive_body(*exchange);
        if (end.refused || end.client_gone) discard_body(*exchange);
        if (end.client_gone) co_return Next::close;
        refused = end.refused;
    }
    if (refused) co_return co_await refuse(*refused, *exchange);
    co_return co_await handle(*exchange);
}

/// Nothing when the head is complete; else what becomes of the connection.
inline Awaitable<std::optional<Connection::Next>> Connection::receive_head(HeadScanner& scanner) {
    while (true) {
        auto const progress = scanner.scan(buffer_.unread());
        if (progress == HeadScanner::Progress::complete) co_return std::nullopt;
        int status = scanner.status();
        if (progress == HeadScanner::Progress::more) {
            // The scanner refuses before a buffer of this size is full.
            bool const read = co_await read_more(services_.options.header_limit + 1024);
            if (read) continue;
            if (!timed_out_) co_return Next::close;
            status = 408;
        }
        Exchange nothing_known;
        Next const next = co_await refuse(status, nothing_known);
        co_return next;
    }
}

inline Awaitable<Connection::BodyEnd> Connection::receive_body(Exchange& exchange) {
    if (services_.handlers.is_full()) co_return BodyEnd{503};
    if (exchange.framing.expects_continue && buffer_.is_empty()) {
        bool const written = co_await write("HTTP/1.1 100 Continue\r\n\r\n", "");
        if (!written) co_return BodyEnd{.client_gone = true};
    }
    stage_ = Stage::receiving;
    wait_for_ever();
    waited_for_body_ = {};
    bool const to_disk = exchange.receiver->uses_disk();
    std::size_t const buffer_size = to_disk ? upload_buffer_size : body_buffer_size;
    bool needs_more = buffer_.is_empty();
    if (to_disk) buffer_.grow(buffer_size);
    while (!exchange.parser.is_done()) {
        if (needs_more) {
            bool const read = co_await read_more_of_body(buffer_size, exchange.intake.received);
            if (!read && timed_out_) co_return BodyEnd{408};
            if (!read) co_return BodyEnd{.client_gone = true};
        }
        ConsumeTask task(exchange, buffer_.unread());
        if (to_disk) {
            TaskEnd const end = co_await run_on_pool(services_.disk, task, loop_.executor());
            if (end == TaskEnd::refused) co_return BodyEnd{503};
        } else {
            task.run();
        }
        buffer_.consume(task.consumed);
        if (task.refused) co_return BodyEnd{task.refused};
        needs_more = buffer_.is_empty() || task.consumed == 0;
        if (needs_more && buffer_.unread().size() >= chunk_header_limit) co_return BodyEnd{400};
    }
    co_return BodyEnd{};
}

inline Awaitable<bool> Connection::read_more_of_body(std::size_t buffer_limit,
                                                     std::uint64_t received_so_far) {
    wait_at_most(services_.options.body_idle_deadline);
    received_of_body_ = received_so_far;
    waiting_since_ = SteadyClock::now();
    waiting_for_body_ = true;
    bool const read = co_await read_more(std::max(buffer_limit, services_.options.header_limit + 1024));
    waiting_for_body_ = false;
    waited_for_body_ += SteadyClock::now() - waiting_since_;
    wait_for_ever();
    co_return read;
}

/// Temporary files of an upload that failed are removed by a worker.
inline void Connection::discard_body(Exchange& exchange) {
    if (!exchange.receiver || !exchange.receiver->uses_disk()) return;
    std::unique_ptr<WorkerPool::Job> job = std::make_unique<DiscardJob>(std::move(exchange.receiver));
    services_.disk.submit(job);
}

}  // namespace doorstep::web::server
