#include "http/conditions.h"

#include <algorithm>
#include <optional>

#include "http/header_value.h"

namespace doorstep::http {
namespace {

std::string_view without_weak_mark(std::string_view etag) {
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return etag;
}

/// Calls `take` with each element of a comma-separated list until it returns true.
template <class Take>
bool any_element(std::string_view list, Take take) {
    while (!list.empty()) {
        auto const comma = std::min(list.find(','), list.size());
        if (take(trim_blanks(list.substr(0, comma)))) return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

std::string_view token_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::gzip:
            return "gzip";
        case Encoding::brotli:
            return "br";
        case Encoding::identity:
            break;
    }
    return "identity";
}

/// "q=0", "q=0.000"
bool is_zero_quality(std::string_view value) {
    return value.starts_with('0') && value.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    if (etag.empty()) return false;
    // Our own ETags hold no comma, so a list may be cut at commas.
    return any_element(if_none_match, [&](std::string_view element) {
        return element == "*" || without_weak_mark(element) == without_weak_mark(etag);
    });
}

bool accepts_encoding(std::string_view accept_encoding, Encoding encoding) {
    std::optional<bool> named;
    std::optional<bool> any;
    any_element(accept_encoding, [&](std::string_view element) {
        bool allowed = true;
        HeaderParameters parameters(after_first_word(element));
        while (auto const parameter = parameters.next())
            if (parameter->name == "q" && is_zero_quality(parameter->value)) allowed = false;
        auto const token = media_type(element);
        if (token == token_of(encoding)) named = allowed;
        if (token == "*") any = allowed;
        return false;
    });
    return named.value_or(any.value_or(encoding == Encoding::identity));
}

}  // namespace doorstep::http
