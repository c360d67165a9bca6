#pragma once

#include <algorithm>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/parser.hpp>
#include <memory>
#include <optional>
#include <string_view>

#include "base/failure.h"
#include "base/log.h"
#include "http/header_value.h"
#include "http/request.h"
#include "web/server/asio.h"
#include "web/server/body_receiver.h"
#include "web/server/framing.h"
#include "web/server/run_on_pool.h"
#include "web/server/services.h"
#include "web/server/target.h"

namespace doorstep::web::server {

/// Counts a body's bytes against the route's limit and passes them on. Beast's own body_limit is switched
/// off: it does not hold for every order of calls.
struct BodyIntake {
    BodyReceiver* receiver = nullptr;
    std::uint64_t limit = 0;
    std::uint64_t received = 0;
    Refused refused;

    bool take(std::string_view data) {
        received += data.size();
        refused = received > limit ? Refused(413) : take_unless_disk_fails(data);
        return !refused;
    }

  private:
    Refused take_unless_disk_fails(std::string_view data) {
        try {
            return receiver->take(data);
        } catch (Failure const& failure) {
            log::error("an upload could not be stored", {{"error", log::Safe{failure.what()}}});
            return 503;
        }
    }
};

/// A body for Beast's parser that keeps nothing: every piece goes to a BodyIntake.
struct PassedOnBody {
    struct value_type {
        BodyIntake* intake = nullptr;
    };
    class reader {
      public:
        template <bool is_request, class Fields>
        reader(boost::beast::http::header<is_request, Fields>&, value_type& body) : body_(body) {}
        void init(boost::optional<std::uint64_t> const&, ErrorCode& error) { error = {}; }
        template <class Buffers>
        std::size_t put(Buffers const& buffers, ErrorCode& error) {
            error = {};
            std::size_t taken = 0;
            for (auto it = asio::buffer_sequence_begin(buffers); it != asio::buffer_sequence_end(buffers);
                 ++it) {
                asio::const_buffer const piece = *it;
                if (!body_.intake->take({static_cast<char const*>(piece.data()), piece.size()})) {
                    error = boost::beast::http::error::body_limit;
                    return taken;
                }
                taken += piece.size();
            }
            return taken;
        }
        void finish(ErrorCode& error) { error = {}; }

      private:
        value_type& body_;
    };
};

/// One request from its head to its response.
struct Exchange {
    using Parser = boost::beast::http::request_parser<PassedOnBody>;

    Parser parser;
    http::Request request;
    Framing framing;
    bool head_understood = false;
    BodyIntake intake;
    std::unique_ptr<BodyReceiver> receiver;
    TimePoint started_at;

    /// Reads a complete head, empty line included, and prepares for the body.
    Refused understand_head(std::string_view head, Services& services, IpAddress const& peer,
                            bool encrypted) {
        ErrorCode error;
        parser.body_limit(boost::none);
        parser.header_limit(static_cast<std::uint32_t>(std::max<std::size_t>(head.size(), 1)));
        parser.eager(false);
        auto const used = parser.put(asio::buffer(head.data(), head.size()), error);
        if (error == boost::beast::http::error::bad_version) return names_a_version(head) ? 505 : 400;
        if (error || used != head.size() || !parser.is_header_done()) return 400;

        auto const& message = parser.get();
        for (auto const& field : message)
            request.headers.add(http::lower_case({field.name_string().data(), field.name_string().size()}),
                                std::string(field.value()));
        auto const method =
            enum_from_name<http::Method>({message.method_string().data(), message.method_string().size()});
        if (!method) return 501;
        request.method = *method;
        if (message.target().size() > services.options.target_limit) return 414;
        auto const [read_framing_as, refused] = read_framing(
            request.headers, message.version() == 11 ? HttpVersion::one_one : HttpVersion::one_zero);
        if (refused) return refused;
        framing = read_framing_as;
        auto target = parse_target({message.target().data(), message.target().size()});
        if (!target) return 400;
        request.path = std::move(target->path);
        request.language = target->language;
        request.query = std::move(target->query);
        for (auto const cookies : request.headers.all("cookie"))
            for (auto const& [name, value] : http::parse_cookies(cookies)) request.cookies.add(name, value);
        auto client = services.proxies.client_of(peer, encrypted, request.headers);
        request.client_address = std::move(client.address);
        request.secure = client.secure;
        head_understood = true;
        return prepare_for_body(services);
    }

  private:
    /// Whether the request line is well-formed but for its version.
    static bool names_a_version(std::string_view head) {
        auto const line = head.substr(0, head.find('\r'));
        return std::count(line.begin(), line.end(), ' ') == 2 &&
               line.substr(line.rfind(' ')).starts_with(" HTTP/");
    }

    Refused prepare_for_body(Services& services) {
        if (!framing.has_body()) return std::nullopt;
        auto const policy = services.application.policy(request.method, request.path);
        if (framing.content_length > policy.limit) return 413;
        UploadLimits const limits{.folder = services.options.upload_folder,
                                  .files = services.options.upload_file_limit,
                                  .field_bytes = services.options.upload_field_limit};
        auto made = make_body_receiver(policy.body, request.headers.value("content-type"), limits);
        if (!made) return made.error();
        receiver = std::move(*made);
        intake.receiver = receiver.get();
        intake.limit = policy.limit;
        parser.get().body().intake = &intake;
        parser.eager(true);
        return std::nullopt;
    }
};

/// Puts received bytes of a body through the parser; on a worker when they go to disk.
class ConsumeTask : public Task {
  public:
    ConsumeTask(Exchange& exchange, std::string_view bytes) : exchange_(exchange), bytes_(bytes) {}
    void run() noexcept override {
        while (consumed < bytes_.size() && !exchange_.parser.is_done()) {
            ErrorCode error;
            auto const left = bytes_.substr(consumed);
            consumed += exchange_.parser.put(asio::buffer(left.data(), left.size()), error);
            if (error == boost::beast::http::error::need_more) return;
            if (!error) continue;
            refused = exchange_.intake.refused.value_or(400);
            return;
        }
    }
    std::size_t consumed = 0;
    Refused refused;

  private:
    Exchange& exchange_;
    std::string_view bytes_;
};

}  // namespace doorstep::web::server
