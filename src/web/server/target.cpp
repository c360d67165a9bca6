#include "web/server/target.h"

#include <algorithm>

#include "http/decode.h"

namespace doorstep::web::server {
namespace {

bool is_control_byte(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// "http://host/path" gives "/path".
std::optional<std::string_view> origin_form(std::string_view target) {
    if (target.starts_with('/')) return target;
    auto const scheme_end = target.find("://");
    auto const scheme = target.substr(0, scheme_end);
    if (scheme_end == std::string_view::npos || (scheme != "http" && scheme != "https")) return std::nullopt;
    auto const slash = target.find('/', scheme_end + 3);
    if (slash == std::string_view::npos || slash == scheme_end + 3) return std::nullopt;
    return target.substr(slash);
}

bool has_only_good_escapes(std::string_view path) {
    for (std::size_t i = path.find('%'); i != std::string_view::npos; i = path.find('%', i + 1)) {
        if (i + 2 >= path.size() || !is_hexadecimal(path[i + 1]) || !is_hexadecimal(path[i + 2]))
            return false;
        // "%2F" would become a slash that no route saw.
        if (path[i + 1] == '2' && (path[i + 2] == 'F' || path[i + 2] == 'f')) return false;
    }
    return true;
}

bool has_only_plain_segments(std::string_view path) {
    if (path == "/") return true;
    path.remove_prefix(1);
    while (true) {
        auto const slash = path.find('/');
        auto const segment = path.substr(0, slash);
        if (segment == "." || segment == "..") return false;
        if (slash == std::string_view::npos) return true;
        if (segment.empty()) return false;
        path.remove_prefix(slash + 1);
    }
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
    auto const local = origin_form(target);
    if (!local || local->find('#') != std::string_view::npos) return std::nullopt;
    auto const question = std::min(local->find('?'), local->size());
    auto const encoded_path = local->substr(0, question);
    if (!has_only_good_escapes(encoded_path)) return std::nullopt;

    Target result;
    result.path = http::percent_decode(encoded_path);
    bool const plain = http::is_clean_utf8(result.path) &&
                       std::none_of(result.path.begin(), result.path.end(),
                                    [](char c) { return is_control_byte(c) || c == '\\'; }) &&
                       has_only_plain_segments(result.path);
    if (!plain) return std::nullopt;
    if (result.path == "/cy" || result.path.starts_with("/cy/")) {
        result.language = http::Language::welsh;
        result.path.erase(0, 3);
        if (result.path.empty()) result.path = "/";
    }
    if (question < local->size()) result.query = http::parse_form(local->substr(question + 1));
    return result;
}

}  // namespace doorstep::web::server
