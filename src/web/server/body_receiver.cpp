#include "web/server/body_receiver.h"

#include "http/header_value.h"
#include "web/server/multipart_receiver.h"

namespace doorstep::web::server {
namespace {

class FormReceiver : public BodyReceiver {
  public:
    Refused take(std::string_view data) override {
        encoded_ += data;
        return std::nullopt;
    }
    Refused finish(http::Request& request) override {
        if (http::count_form_fields(encoded_) > http::form_field_limit) return 413;
        request.form = http::parse_form(encoded_);
        return std::nullopt;
    }

  private:
    std::string encoded_;
};

class JsonReceiver : public BodyReceiver {
  public:
    Refused take(std::string_view data) override {
        text_ += data;
        return std::nullopt;
    }
    Refused finish(http::Request& request) override {
        request.body = std::move(text_);
        return std::nullopt;
    }

  private:
    std::string text_;
};

/// "application/json", and its kind: "application/merge-patch+json".
bool is_json(std::string_view type) {
    return type == "application/json" || (type.starts_with("application/") && type.ends_with("+json"));
}

}  // namespace

tl::expected<std::unique_ptr<BodyReceiver>, int> make_body_receiver(http::Body body,
                                                                    std::string_view content_type,
                                                                    UploadLimits const& limits) {
    auto const type = http::media_type(content_type);
    auto const refuse = [](int status) { return tl::unexpected<int>(status); };
    switch (body) {
        case http::Body::none:
            return refuse(413);
        case http::Body::json:
            if (!is_json(type)) return refuse(415);
            return std::make_unique<JsonReceiver>();
        case http::Body::form:
            if (type == "application/x-www-form-urlencoded") return std::make_unique<FormReceiver>();
            [[fallthrough]];
        case http::Body::upload:
            break;
    }
    auto const boundary = http::multipart_boundary(content_type);
    if (!boundary) return refuse(type == "multipart/form-data" ? 400 : 415);
    bool const with_files = body == http::Body::upload;
    return std::make_unique<MultipartReceiver>(*boundary, limits,
                                               with_files ? Files::to_disk : Files::refused);
}

}  // namespace doorstep::web::server
