#pragma once

#include <optional>

#include "http/response.h"
#include "web/server/exchange.h"
#include "web/server/prepared_response.h"

namespace doorstep::web::server {

/// The application's own page for a status, or an empty one when even that fails.
PreparedResponse prepare_error(http::Request const& request, Application& application, int status);

/// Finishes the body, calls the application and prepares what it answers. Runs on a worker.
class HandleTask : public Task {
  public:
    HandleTask(Exchange& exchange, Application& application)
        : exchange_(exchange), application_(application) {}
    void run() noexcept override;

    PreparedResponse response;
    Refused refused;  ///< the body was complete but wrong: there is no response

  private:
    Exchange& exchange_;
    Application& application_;
};

/// Reads the next piece of a file that is being sent.
class ReadFileTask : public Task {
  public:
    ReadFileTask(FileBody const& file, std::uint64_t offset, std::span<char> into)
        : file_(file), offset_(offset), into_(into) {}
    void run() noexcept override;

    std::size_t size = 0;  ///< less than asked for when the file ended early or could not be read

  private:
    FileBody const& file_;
    std::uint64_t offset_;
    std::span<char> into_;
};

/// Removes what an unfinished upload left, away from the event loop.
class DiscardJob : public WorkerPool::Job {
  public:
    explicit DiscardJob(std::unique_ptr<BodyReceiver> receiver) : receiver_(std::move(receiver)) {}
    void run() override { receiver_.reset(); }
    void abandon() override { receiver_.reset(); }

  private:
    std::unique_ptr<BodyReceiver> receiver_;
};

/// Logs the exception being handled.
inline void log_exception() noexcept {
    try {
        throw;
    } catch (std::exception const& error) {
        log::error("the web server caught an exception", {{"error", log::Safe{error.what()}}});
    } catch (...) {
        log::error("the web server caught something that is no exception");
    }
}

inline PreparedResponse prepare_error(http::Request const& request, Application& application, int status) {
    try {
        return prepare_response(request, application.error(status, request.path));
    } catch (...) {
        log_exception();
        return prepare_response(request, http::text(status, ""));
    }
}

inline void HandleTask::run() noexcept {
    auto& request = exchange_.request;
    try {
        if (exchange_.receiver) refused = exchange_.receiver->finish(request);
        if (!refused) response = prepare_response(request, application_.handle(request));
    } catch (...) {
        log_exception();
        response = prepare_error(request, application_, 500);
    }
    exchange_.receiver.reset();
}

inline void ReadFileTask::run() noexcept {
    try {
        size = file_.read(offset_, into_);
    } catch (...) {
        log_exception();
    }
}

}  // namespace doorstep::web::server
