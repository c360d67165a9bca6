#include "pages/files/routes.h"

#include <algorithm>

#include "usecases/files/open_file.h"

namespace doorstep::pages::files {
namespace {

/// RFC 6266: a plain name for every browser, and the real one, percent-encoded, for those that can.
std::string attachment(std::string_view name) {
    std::string plain;
    for (char const c : name) {
        bool const is_safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             c == '.' || c == '-' || c == '_' || c == ' ';
        plain += is_safe ? c : '_';
    }
    if (plain.empty()) plain = "file";
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + http::percent_encode(name);
}

http::Response show_file(Visit& visit) {
    auto const id = FileId::parse(visit.request.parameter("id"));
    if (!id) return visit.refused(Refusal(RefusalKind::not_found, "file-not-found", "There is no such file"));
    auto const opened = usecases::files::open_file(visit.context, *id);
    if (!opened) return visit.refused(opened.error());
    http::Response response;
    response.content_type = opened->file.content_type;
    response.file = opened->path;
    return std::move(response)
        .with_header("Content-Disposition", attachment(opened->file.original_name))
        .with_header("Content-Security-Policy", "default-src 'none'; sandbox");
}

}  // namespace

void add_routes(Routes& routes) {
    routes.push_back({http::Method::get, "/files/{id}", http::Access::signed_in(), show_file});
}

std::string address_of_file(FileId id) { return "/files/" + std::string(id.text()); }

}  // namespace doorstep::pages::files
