#include <algorithm>
#include <vector>

#include "fuzz/targets.h"
#include "http/decode.h"
#include "http/range.h"
#include "http/request.h"

namespace doorstep::fuzz {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

Rows rows_of(http::Pairs const& pairs) { return {pairs.begin(), pairs.end()}; }

void expect_clean(http::Pairs const& pairs) {
    for (auto const& [name, value] : pairs)
        expect(http::is_clean_utf8(name) && http::is_clean_utf8(value), "names and values are clean UTF-8");
}

}  // namespace

void form(std::string_view input) {
    auto const parsed = http::parse_form(input);
    auto const rows = rows_of(parsed);
    expect_clean(parsed);
    expect(rows.size() <= http::form_field_limit && rows.size() <= http::count_form_fields(input),
           "fields are counted");
    if (std::none_of(rows.begin(), rows.end(),
                     [](auto const& row) { return row.first.empty() && row.second.empty(); }))
        expect(rows_of(http::parse_form(http::encode_form(parsed))) == rows, "what was encoded is read back");
}

void cookies(std::string_view input) {
    auto const parsed = http::parse_cookies(input);
    expect_clean(parsed);
    for (auto const& [name, value] : parsed)
        expect(value.find(';') == std::string::npos && name.find_first_of(";=") == std::string::npos,
               "cookies are split");
}

/// The first byte gives the size of the file.
void range(std::string_view input) {
    if (input.empty()) return;
    std::uint64_t const size = static_cast<unsigned char>(input.front());
    auto const parsed = http::parse_range(input.substr(1), size);
    switch (parsed.kind) {
        case http::Range::Kind::whole:
            expect(parsed.first == 0 && parsed.length == size, "whole is the file");
            break;
        case http::Range::Kind::unsatisfiable:
            break;
        case http::Range::Kind::part:
            expect(parsed.length > 0 && parsed.first < size && parsed.length <= size - parsed.first,
                   "a part is inside");
    }
}

}  // namespace doorstep::fuzz
