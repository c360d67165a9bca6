#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/enum_names.h"

namespace doorstep::http {

enum class Method { get, head, post, put, patch, delete_ };
constexpr auto enum_names(Method) {
    return std::array{EnumName{Method::get, "GET", ""},     EnumName{Method::head, "HEAD", ""},
                      EnumName{Method::post, "POST", ""},   EnumName{Method::put, "PUT", ""},
                      EnumName{Method::patch, "PATCH", ""}, EnumName{Method::delete_, "DELETE", ""}};
}

/// Names and values in the order they were sent; a name may come several times.
class Pairs {
  public:
    void add(std::string name, std::string value) { rows_.emplace_back(std::move(name), std::move(value)); }
    /// The first value, or nothing.
    std::optional<std::string_view> get(std::string_view name) const;
    /// The first value, or empty.
    std::string_view value(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
    bool has(std::string_view name) const { return get(name).has_value(); }
    void remove(std::string_view name);
    void set(std::string name, std::string value);
    bool empty() const { return rows_.empty(); }
    auto begin() const { return rows_.begin(); }
    auto end() const { return rows_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> rows_;
};

/// Fields one form or query may have; the server refuses a body with more (413).
inline constexpr std::size_t form_field_limit = 1000;

/// application/x-www-form-urlencoded, as in a query or a form body. Invalid UTF-8 becomes U+FFFD; NUL is
/// removed; an escape that is none is kept as typed. Reads no more than form_field_limit fields.
Pairs parse_form(std::string_view encoded);
/// How many fields parse_form would have to read, without reading them.
std::size_t count_form_fields(std::string_view encoded);
/// "a=1&b=two%20words"
std::string encode_form(Pairs const& pairs);
/// Everything but letters, digits and "-._~" as %XX: safe inside a path segment, a query and an attribute.
std::string percent_encode(std::string_view text);
/// "a=1; b=2" of a Cookie header.
Pairs parse_cookies(std::string_view header);

/// A file of a multipart form, already streamed to a temporary file; the vault takes it or it is removed with
/// the request.
struct UploadedFile {
    std::string field;
    std::string
        filename;  ///< last path component only, as the browser sent it; for showing, never for opening
    std::string declared_type;  ///< what the browser said; never trusted
    std::filesystem::path path;
    std::uint64_t size = 0;
    std::string sha256;  ///< lower-case hexadecimal of the bytes received
};

enum class Language { english, welsh };
constexpr auto enum_names(Language) {
    return std::array{EnumName{Language::english, "en", "English"},
                      EnumName{Language::welsh, "cy", "Cymraeg"}};
}

/// A request as pages and the API see it: already checked, decoded and limited by web/.
struct Request {
    Method method = Method::get;
    std::string path;  ///< decoded, without "/cy", query or fragment: "/cases/ASB-26-00142"
    Language language = Language::english;
    Pairs query;
    Pairs headers;  ///< names in lower case
    Pairs cookies;
    Pairs form;        ///< fields of a form body; CSRF token removed
    std::string body;  ///< of a JSON request
    std::vector<UploadedFile> files;
    Pairs parameters;            ///< {reference} and the like, from the route's pattern
    std::string client_address;  ///< after trusted proxies
    bool secure = false;         ///< TLS here or at a trusted proxy

    std::string_view parameter(std::string_view name) const { return parameters.value(name); }
    /// Address of this page with its query, for coming back after sign-in: never another site.
    std::string target() const;
};

}  // namespace doorstep::http
