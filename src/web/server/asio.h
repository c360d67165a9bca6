#pragma once

// Included by web/server.cpp alone, like every header here that includes it: Asio takes long to compile.

// Recycled coroutine frames are one of the two ways in which g++ 12 and Asio have been seen to go wrong
// together.
#define BOOST_ASIO_DISABLE_AWAITABLE_FRAME_RECYCLING

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>

namespace doorstep::web::server {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;
using Executor = asio::io_context::executor_type;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;

using SteadyClock = std::chrono::steady_clock;  // for deadlines only: it is not a time of day
using TimePoint = SteadyClock::time_point;
using Timer = asio::basic_waitable_timer<SteadyClock, asio::wait_traits<SteadyClock>, Executor>;

inline constexpr asio::use_awaitable_t<Executor> use_awaitable;
/// Awaits an operation and puts its error into `error` rather than throwing it.
inline auto into(ErrorCode& error) { return asio::redirect_error(use_awaitable, error); }

}  // namespace doorstep::web::server
