#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace doorstep::http {

struct Cookie {
    std::string name;
    std::string value;
    /// Seconds to live; nothing for a session cookie, 0 to remove it.
    std::optional<int> max_age;
    std::string path = "/";
    // Always HttpOnly and SameSite=Lax; Secure whenever the request was secure.
};

/// What goes back. Security headers, length and date are added by web/.
struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    /// Sent instead of `body` when set: streamed from disk, ranges allowed.
    std::optional<std::filesystem::path> file;
    std::vector<std::pair<std::string, std::string>> headers;
    std::vector<Cookie> cookies;
    /// False for pages with nothing personal, such as hashed assets.
    bool no_store = true;

    /// The value of one of `headers`, its name in any case.
    std::optional<std::string_view> header(std::string_view name) const;
    Response&& with_header(std::string name, std::string value) && {
        headers.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    Response&& with_cookie(Cookie cookie) && {
        cookies.push_back(std::move(cookie));
        return std::move(*this);
    }
};

/// True for "/cases": a path that every browser takes for one of this site. Not "//host" nor "/\\host", nor
/// anything with a control character in it: browsers leave out tabs and line ends, and "/<tab>/host" is then
/// another site (WHATWG URL Standard, 4.4).
bool is_on_this_site(std::string_view path);
/// 303, after every POST that succeeded. Only to a path of this site.
Response see_other(std::string path);
/// 301: the page has another address for good. Only to a path of this site.
Response moved(std::string path);
Response text(int status, std::string body);
Response json(int status, std::string body);

}  // namespace doorstep::http
