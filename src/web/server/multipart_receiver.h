#pragma once

#include <memory>
#include <string>
#include <vector>

#include "http/multipart.h"
#include "web/server/body_receiver.h"
#include "web/server/temporary_file.h"

namespace doorstep::web::server {

enum class Files { refused, to_disk };

/// A multipart form: fields into memory up to a limit, files straight to disk. Temporary files live as long
/// as this object.
class MultipartReceiver : public BodyReceiver, private http::MultipartParser::Sink {
  public:
    MultipartReceiver(std::string const& boundary, UploadLimits limits, Files files);

    Refused take(std::string_view data) override;
    Refused finish(http::Request& request) override;
    bool uses_disk() const override { return files_ == Files::to_disk; }

  private:
    bool part_begins(http::PartHeader const& header) override;
    bool part_data(std::string_view data) override;
    bool part_ends() override;
    bool refuse(int status);
    bool open_file();
    Refused why_refused() const;

    UploadLimits limits_;
    Files files_;
    http::MultipartParser parser_;
    http::PartHeader header_;
    std::string value_;
    std::size_t field_bytes_ = 0;
    http::Pairs form_;
    std::vector<http::UploadedFile> uploaded_;
    std::vector<std::unique_ptr<TemporaryFile>> temporary_files_;
    bool file_is_open_ = false;
    Refused refused_;
};

}  // namespace doorstep::web::server
