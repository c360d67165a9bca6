#include "web/static_files.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "http/conditions.h"

namespace doorstep::web {
namespace {

constexpr std::string_view folder = "assets/";
constexpr std::size_t shortest_hash = 8;
constexpr std::size_t etag_digits = 20;

std::string_view content_type_of(std::string_view name) {
    struct Row {
        std::string_view extension;
        std::string_view type;
    };
    static constexpr std::array rows{
        Row{".css", "text/css; charset=utf-8"},
        Row{".js", "text/javascript; charset=utf-8"},
        Row{".mjs", "text/javascript; charset=utf-8"},
        Row{".json", "application/json"},
        Row{".webmanifest", "application/manifest+json"},
        Row{".map", "application/json"},
        Row{".html", "text/html; charset=utf-8"},
        Row{".txt", "text/plain; charset=utf-8"},
        Row{".svg", "image/svg+xml"},
        Row{".png", "image/png"},
        Row{".jpg", "image/jpeg"},
        Row{".jpeg", "image/jpeg"},
        Row{".gif", "image/gif"},
        Row{".webp", "image/webp"},
        Row{".ico", "image/x-icon"},
        Row{".woff2", "font/woff2"},
        Row{".woff", "font/woff"},
        Row{".mp3", "audio/mpeg"},
        Row{".wasm", "application/wasm"},
    };
    for (auto const& [extension, type] : rows)
        if (name.ends_with(extension)) return type;
    return "application/octet-stream";
}

/// "core-3f9a2c1b44d0.js": a dash, then at least eight hexadecimal digits or esbuild's capital letters and
/// digits, then the extension.
bool carries_its_hash(std::string_view name) {
    auto const dash = name.rfind('-');
    if (dash == std::string_view::npos) return false;
    auto const hash = name.substr(dash + 1, name.find('.', dash) - dash - 1);
    auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
    auto const is_hexadecimal = [&](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
    auto const is_base32 = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'); };
    return hash.size() >= shortest_hash && (std::all_of(hash.begin(), hash.end(), is_hexadecimal) ||
                                            std::all_of(hash.begin(), hash.end(), is_base32));
}

std::string etag_of(std::string_view content) {
    return '"' + text::sha256_hex(content).substr(0, etag_digits) + '"';
}

}  // namespace

StaticFiles::StaticFiles(std::vector<EmbeddedFile> const& files) {
    auto const without_folder = [](std::string_view name) {
        return name.starts_with(folder) ? name.substr(folder.size()) : name;
    };
    auto const is_twin = [](std::string_view name) { return name.ends_with(".br") || name.ends_with(".gz"); };
    for (auto const& file : files) {
        auto const name = without_folder(file.name);
        if (is_twin(name)) continue;
        entries_[std::string(name)] = {.content_type = content_type_of(name),
                                       .immutable = carries_its_hash(name),
                                       .plain = {file.content, etag_of(file.content)}};
    }
    for (auto const& file : files) {
        auto const name = without_folder(file.name);
        auto const original =
            entries_.find(name.substr(0, name.size() - std::min<std::size_t>(3, name.size())));
        if (!is_twin(name) || original == entries_.end()) continue;
        // A twin that did not get smaller only costs the client time.
        if (file.content.size() >= original->second.plain.content.size()) continue;
        auto& variant = name.ends_with(".br") ? original->second.brotli : original->second.gzip;
        variant = {file.content, etag_of(file.content)};
    }
}

http::Response StaticFiles::serve(http::Request const& request, std::string_view name) const {
    auto const found = entries_.find(name);
    if (found == entries_.end()) return http::text(404, "Not found");
    auto const& entry = found->second;
    auto const accepted = request.headers.value("accept-encoding");
    auto const* variant = &entry.plain;
    std::string_view encoding;
    if (!entry.brotli.content.empty() && http::accepts_encoding(accepted, http::Encoding::brotli)) {
        variant = &entry.brotli;
        encoding = "br";
    } else if (!entry.gzip.content.empty() && http::accepts_encoding(accepted, http::Encoding::gzip)) {
        variant = &entry.gzip;
        encoding = "gzip";
    }

    http::Response response;
    response.no_store = false;
    response.content_type = entry.content_type;
    response.headers = {
        {"Cache-Control", entry.immutable ? "public, max-age=31536000, immutable" : "no-cache"},
        {"ETag", variant->etag}};
    if (!entry.brotli.content.empty() || !entry.gzip.content.empty())
        response.headers.emplace_back("Vary", "Accept-Encoding");
    if (http::matches_etag(request.headers.value("if-none-match"), variant->etag)) {
        response.status = 304;
        return response;
    }
    if (!encoding.empty()) response.headers.emplace_back("Content-Encoding", encoding);
    response.body = variant->content;
    return response;
}

}  // namespace doorstep::web
