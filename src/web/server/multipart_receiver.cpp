#include "web/server/multipart_receiver.h"

#include "http/decode.h"

namespace doorstep::web::server {

MultipartReceiver::MultipartReceiver(std::string const& boundary, UploadLimits limits, Files files)
    : limits_(std::move(limits)),
      files_(files),
      parser_(boundary, *this, {.parts = http::form_field_limit}) {}

bool MultipartReceiver::refuse(int status) {
    refused_ = status;
    return false;
}

Refused MultipartReceiver::why_refused() const {
    switch (parser_.problem()) {
        case http::MultipartProblem::none:
            return std::nullopt;
        case http::MultipartProblem::refused_by_sink:
            return refused_;
        case http::MultipartProblem::too_many_parts:
            return 413;
        default:
            return 400;
    }
}

Refused MultipartReceiver::take(std::string_view data) {
    parser_.feed(data);
    return why_refused();
}

Refused MultipartReceiver::finish(http::Request& request) {
    parser_.finish();
    if (auto const refused = why_refused()) return refused;
    request.form = std::move(form_);
    request.files = std::move(uploaded_);
    return std::nullopt;
}

bool MultipartReceiver::part_begins(http::PartHeader const& header) {
    header_ = header;
    value_.clear();
    file_is_open_ = false;
    if (header.filename) {
        // A file field left empty is sent as a file without name and content: no file.
        return header.filename->empty() || open_file();
    }
    field_bytes_ += header.name.size();
    return field_bytes_ <= limits_.field_bytes || refuse(413);
}

bool MultipartReceiver::open_file() {
    if (files_ == Files::refused) return refuse(415);
    if (uploaded_.size() >= static_cast<std::size_t>(limits_.files)) return refuse(413);
    temporary_files_.push_back(std::make_unique<TemporaryFile>(limits_.folder));
    file_is_open_ = true;
    return true;
}

bool MultipartReceiver::part_data(std::string_view data) {
    if (header_.filename) {
        if (!file_is_open_ && !open_file()) return false;
        temporary_files_.back()->write(data);
        return true;
    }
    field_bytes_ += data.size();
    if (field_bytes_ > limits_.field_bytes) return refuse(413);
    value_ += data;
    return true;
}

bool MultipartReceiver::part_ends() {
    if (!header_.filename) {
        form_.add(std::move(header_.name), http::clean_utf8(value_));
        return true;
    }
    if (!file_is_open_) return true;
    auto& file = *temporary_files_.back();
    auto sha256 = file.finish();
    uploaded_.push_back({.field = std::move(header_.name),
                         .filename = std::move(*header_.filename),
                         .declared_type = std::move(header_.content_type),
                         .path = file.path(),
                         .size = file.size(),
                         .sha256 = std::move(sha256)});
    return true;
}

}  // namespace doorstep::web::server
