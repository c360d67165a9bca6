#pragma once

#include <array>

#include "web/server/connection.h"

namespace doorstep::web::server {

/// What the client must take within one write_deadline.
inline constexpr std::size_t write_slice = 64 * 1024;
inline constexpr std::size_t file_piece = 128 * 1024;
inline constexpr std::chrono::milliseconds linger_idle{2'000};
inline constexpr std::string_view retry_after_seconds = "5";

inline Awaitable<Connection::Next> Connection::handle(Exchange& exchange) {
    stage_ = Stage::handling;
    wait_for_ever();
    HandleTask task(exchange, services_.application);
    TaskEnd const end = co_await run_on_pool(services_.handlers, task, loop_.executor());
    if (end == TaskEnd::refused) task.refused = 503;
    if (task.refused) co_return co_await refuse(*task.refused, exchange);
    auto const after = exchange.framing.keep_alive && !loop_.is_winding_down() ? AfterResponse::keep_open
                                                                               : AfterResponse::close;
    bool const sent = co_await send(task.response, after);
    report(exchange, task.response.status);
    if (!sent) co_return Next::close;
    co_return after == AfterResponse::close ? Next::goodbye : Next::another_request;
}

/// Answers with an error and ends the connection: what follows on it can no longer be understood, or is not
/// wanted.
inline Awaitable<Connection::Next> Connection::refuse(int status, Exchange& exchange) {
    timed_out_ = false;
    ++services_.rejected;
    auto const response = prepare_refusal(status, exchange.request);
    bool const sent = co_await send(response, AfterResponse::close);
    if (exchange.head_understood) report(exchange, status);
    co_return sent ? Next::goodbye : Next::close;
}

inline PreparedResponse Connection::prepare_refusal(int status, http::Request const& request) {
    auto response = prepare_error(request, services_.application, status);
    if (status == 503) response.headers.append("Retry-After: ").append(retry_after_seconds).append("\r\n");
    return response;
}

inline void Connection::report(Exchange const& exchange, int status) {
    auto const duration = SteadyClock::now() - exchange.started_at;
    try {
        services_.application.served({.method = exchange.request.method,
                                      .path = exchange.request.path,
                                      .status = status,
                                      .duration = std::chrono::floor<std::chrono::microseconds>(duration),
                                      .sent = sent_});
    } catch (...) {
        log_exception();
    }
}

inline Awaitable<bool> Connection::send(PreparedResponse const& response, AfterResponse after) {
    stage_ = Stage::sending;
    sent_ = 0;
    auto head = write_head(response, loop_.date(), after);
    if (response.file && response.sends_content && response.slice.length > 0) {
        bool const sent = co_await send_file(std::move(head), *response.file, response.slice);
        co_return sent;
    }
    std::string_view const body =
        response.sends_content && !response.file ? std::string_view(response.body) : "";
    // One TLS record holds up to 16 KiB of either; together they need one fewer.
    bool const joined = stream_.is_encrypted() && body.size() <= write_slice;
    if (joined) head += body;
    bool const sent = co_await write(head, joined ? std::string_view() : body);
    co_return sent;
}

inline Awaitable<bool> Connection::send_file(std::string head, FileBody const& file, Slice slice) {
    auto const piece =
        std::make_unique_for_overwrite<char[]>(std::min<std::uint64_t>(file_piece, slice.length));
    while (slice.length > 0) {
        auto const wanted = std::min<std::uint64_t>(file_piece, slice.length);
        ReadFileTask task(file, slice.first, {piece.get(), wanted});
        wait_for_ever();
        TaskEnd const end = co_await run_on_pool(services_.disk, task, loop_.executor());
        // The length was promised: a short answer must not look complete.
        if (end == TaskEnd::refused || task.size < wanted) co_return false;
        bool const written = co_await write(head, {piece.get(), wanted});
        if (!written) co_return false;
        head.clear();
        slice.first += wanted;
        slice.length -= wanted;
    }
    co_return true;
}

inline Awaitable<bool> Connection::write(std::string_view first, std::string_view second) {
    wait_at_most(services_.options.write_deadline);
    std::size_t since_deadline = 0;
    while (!first.empty() || !second.empty()) {
        ErrorCode error;
        std::array<asio::const_buffer, 2> const left{asio::buffer(first.data(), first.size()),
                                                     asio::buffer(second.data(), second.size())};
        auto const written = co_await stream_.write_some(left, error);
        sent_ += written;
        if (error || timed_out_) co_return false;
        auto const of_first = std::min(written, first.size());
        first.remove_prefix(of_first);
        second.remove_prefix(written - of_first);
        since_deadline += written;
        if (since_deadline >= write_slice) {
            since_deadline = 0;
            wait_at_most(services_.options.write_deadline);
        }
    }
    wait_for_ever();
    co_return true;
}

/// Ends the connection so that the client can read the answer: closing while it still sends would reset the
/// connection and throw the answer away (RFC 9112, 9.6).
inline Awaitable<void> Connection::say_goodbye() {
    stage_ = Stage::lingering;
    ErrorCode error;
    if (stream_.is_encrypted()) {
        wait_at_most(linger_idle);
        co_await stream_.shut_down_encryption(error);
    }
    stream_.socket().shutdown(asio::socket_base::shutdown_send, error);
    auto const until = SteadyClock::now() + services_.options.linger_deadline;
    buffer_.consume(buffer_.unread().size());
    timed_out_ = false;
    while (!error && !timed_out_ && !loop_.is_winding_down()) {
        auto const space = buffer_.free_space(body_buffer_size);
        deadline_ = std::min(until, SteadyClock::now() + linger_idle);
        co_await stream_.socket().async_read_some(asio::buffer(space.data(), space.size()), into(error));
    }
}

inline Awaitable<void> Connection::turn_away() {
    enter_loop();
    // An encrypted answer would cost the handshake, which is what there is no room for.
    if (!stream_.is_encrypted()) {
        auto const response = prepare_refusal(503, http::Request());
        bool const sent = co_await send(response, AfterResponse::close);
        if (sent) co_await say_goodbye();
    }
    close();
}

}  // namespace doorstep::web::server
