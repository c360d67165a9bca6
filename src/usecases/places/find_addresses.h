#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/places/place.h"
#include "usecases/context.h"

namespace doorstep::usecases::places {

/// What is at a postcode.
struct AtPostcode {
    std::string postcode;   ///< in its usual form, "MK9 3XS"
    bool is_known = false;  ///< among the postcodes loaded, or an address of ours has it
    std::optional<domain::places::Area> area;
    std::vector<domain::places::Address> addresses;  ///< in the order people count; empty where we have none
};

/// For anybody: residents choose their address from it, officers a case's. Refused on the field "postcode"
/// when what was typed has not the form of a postcode. An unknown postcode is no refusal: the place can be
/// described. At most three statements.
Expected<AtPostcode> addresses_at(Context& context, std::string_view postcode);

}  // namespace doorstep::usecases::places
