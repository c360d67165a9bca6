#include "domain/places/place.h"

namespace doorstep::domain::places {

std::string Address::in_one_line() const {
    auto words = line;
    for (auto const* part : {&town, &postcode})
        if (!part->empty()) words += (words.empty() ? "" : ", ") + *part;
    return words;
}

}  // namespace doorstep::domain::places
