#include "usecases/reports/place_of_report.h"

#include "base/text.h"
#include "storage/places.h"
#include "usecases/places/responsible_officers.h"

namespace doorstep::usecases::reports {
namespace {

std::optional<AccountId> who_is_there(std::vector<places::SuggestedOwner> const& suggested) {
    for (auto const& owner : suggested)
        if (!owner.away_until) return owner.officer.id;
    for (auto const& owner : suggested)
        if (owner.cover) return owner.cover->id;
    return std::nullopt;
}

}  // namespace

PlaceOfReport place_of_report(storage::sql::Read& tx, domain::reports::Report const& report, Date today) {
    PlaceOfReport place;
    place.postcode = text::postcode(report.postcode);
    if (place.postcode.empty()) place.postcode = report.postcode;
    place.area = report.area;
    if (report.address) {
        if (auto const address = storage::places::find_address(tx, *report.address)) {
            place.postcode = address->postcode;
            if (address->area) place.area = address->area;
        }
    }
    if (!place.area && !place.postcode.empty())
        if (auto const postcode = storage::places::find_postcode(tx, place.postcode))
            place.area = postcode->area;

    auto const officers = places::responsible_officers(
        tx, {.patch = {}, .area = place.area, .category = report.category, .today = today});
    place.officer = who_is_there(officers.asb_officers);
    return place;
}

}  // namespace doorstep::usecases::reports
