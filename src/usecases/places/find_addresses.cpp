#include "usecases/places/find_addresses.h"

#include "base/text.h"
#include "storage/places.h"

namespace doorstep::usecases::places {

Expected<AtPostcode> addresses_at(Context& context, std::string_view postcode) {
    AtPostcode found{.postcode = text::postcode(postcode), .is_known = false, .area = {}, .addresses = {}};
    if (found.postcode.empty())
        return refuse_field("not-a-postcode", "postcode", "Enter a full UK postcode, like MK9 3XS");
    auto& tx = context.read();
    found.addresses = storage::places::addresses_at(tx, found.postcode);
    auto const loaded = storage::places::find_postcode(tx, found.postcode);
    found.is_known = loaded || !found.addresses.empty();
    std::optional<AreaId> area = loaded ? loaded->area : std::nullopt;
    if (!area && !found.addresses.empty()) area = found.addresses.front().area;
    if (area) found.area = storage::places::find_area(tx, *area);
    return found;
}

}  // namespace doorstep::usecases::places
