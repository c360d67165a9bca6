#include "http/request.h"

#include <algorithm>

namespace doorstep::http {
namespace {

std::string encode_path(std::string_view path) {
    std::string encoded;
    while (!path.empty()) {
        auto const slash = std::min(path.find('/'), path.size());
        encoded += percent_encode(path.substr(0, slash));
        if (slash < path.size()) encoded += '/';
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return encoded;
}

}  // namespace

std::optional<std::string_view> Pairs::get(std::string_view name) const {
    for (auto const& [row_name, row_value] : rows_)
        if (row_name == name) return row_value;
    return std::nullopt;
}

std::string_view Pairs::value(std::string_view name) const { return get(name).value_or(std::string_view()); }

std::vector<std::string_view> Pairs::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (auto const& [row_name, row_value] : rows_)
        if (row_name == name) values.push_back(row_value);
    return values;
}

void Pairs::remove(std::string_view name) {
    std::erase_if(rows_, [&](auto const& row) { return row.first == name; });
}

void Pairs::set(std::string name, std::string value) {
    remove(name);
    add(std::move(name), std::move(value));
}

std::string Request::target() const {
    std::string const prefix = language == Language::welsh ? "/cy" : "";
    // "//host" at the start would be another site.
    bool const on_this_site = path.starts_with('/') && !path.starts_with("//");
    std::string target = prefix + (on_this_site ? encode_path(path) : "/");
    if (!query.empty()) target += '?' + encode_form(query);
    return target;
}

}  // namespace doorstep::http
