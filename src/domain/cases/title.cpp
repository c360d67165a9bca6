#include "domain/cases/title.h"

#include "base/text.h"

namespace doorstep::domain::cases {
namespace {

bool has_a_figure(std::string_view word) {
    return word.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

std::string case_title(std::string_view kind, std::string_view place) {
    std::string title(kind);
    if (!place.empty()) title += ", " + std::string(place);
    return title;
}

std::string street_of(std::string_view address_line) {
    auto const parts = text::split(address_line, ',');
    auto last = text::trim(parts.back());
    // "4", "4A" and "4-6" go; so does "Flat" with its number where that is all there is.
    std::string street;
    for (auto const word : text::split(last, ' ')) {
        if (word.empty() || has_a_figure(word)) continue;
        if (!street.empty()) street += ' ';
        street += word;
    }
    return street == "Flat" || street == "Unit" ? std::string() : street;
}

}  // namespace doorstep::domain::cases
