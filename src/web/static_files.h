#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.h"
#include "http/request.h"
#include "http/response.h"

namespace doorstep::web {

/// The built frontend, served at /assets/{name} from the program itself.
///
/// A file whose name carries its hash ("app-3f9a2c1b44d0.css") never changes, so browsers keep it a year; any
/// other must be asked for again, which an ETag makes cheap. Of a file with a ".br" or ".gz" twin the
/// smallest that the client accepts is sent; twins have no address of their own.
class StaticFiles {
  public:
    /// `files` as embedded_files("assets/") gives them; their content must outlive this object.
    explicit StaticFiles(std::vector<EmbeddedFile> const& files);

    /// `name` without "assets/". 404 as plain text when there is none.
    http::Response serve(http::Request const& request, std::string_view name) const;
    bool has(std::string_view name) const { return entries_.contains(name); }

  private:
    struct Variant {
        std::string_view content;
        std::string etag;
    };
    struct Entry {
        std::string_view content_type;
        bool immutable = false;
        Variant plain;
        Variant gzip;  ///< content empty when there is no twin
        Variant brotli;
    };
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace doorstep::web
