#include "usecases/orders/possible_breaches.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "gateways/zone.h"
#include "legal/legal_actions.h"
#include "storage/places.h"
#include "usecases/orders/open_action.h"

namespace doorstep::usecases::orders {

using storage::order_matches::Happening;
using storage::order_matches::NearOrder;

namespace {

/// How far beyond a zone still makes a suggestion: people and postcodes are not exact to the metre.
constexpr int reach_metres = 200;

std::string why_words(NearOrder const& near, std::optional<int> metres) {
    std::vector<std::string> reasons;
    if (metres)
        reasons.push_back(*metres == 0 ? std::string("inside its zone")
                                       : text::thousands(*metres) + " metres from its zone");
    if (near.same_case)
        reasons.emplace_back("on this case");
    else if (near.same_address)
        reasons.emplace_back("at the same address");
    auto words = text::join(reasons, ", ");
    if (!words.empty() && words.front() >= 'a') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

}  // namespace

std::vector<PossibleBreach> possible_breaches(Context& context, CaseFileId file,
                                              std::optional<AddressId> address, Date on,
                                              std::optional<TimeOfDay> time) {
    auto& tx = context.read();
    Happening happening{.file = file,
                        .address = address,
                        .easting = {},
                        .northing = {},
                        .at = london_instant(on, time.value_or(TimeOfDay{12, 0})),
                        .on = on};
    if (address)
        if (auto const place = storage::places::find_address(tx, *address); place && place->position) {
            happening.easting = place->position->easting;
            happening.northing = place->position->northing;
        }
    std::vector<PossibleBreach> found;
    auto const scope = storage::case_scope(context.viewer, domain::access::Action::see_protected_details);
    for (auto& near : storage::order_matches::live_at(tx, scope, happening, reach_metres)) {
        auto const* kind = legal::find_legal_action(near.kind);
        if (!kind) continue;
        PossibleBreach possible;
        if (!near.zone.empty() && happening.easting)
            possible.metres = static_cast<int>(std::lround(gateways::metres_from_zone(
                near.zone, near.radius, {*happening.easting, *happening.northing})));
        bool const near_enough =
            near.same_case || near.same_address || (possible.metres && *possible.metres <= reach_metres);
        if (!near_enough) continue;
        possible.order_words = order_words(*kind, near.form);
        if (near.clause) possible.order_words += ", clause " + std::to_string(near.position);
        possible.why = why_words(near, possible.metres);
        possible.near = std::move(near);
        found.push_back(std::move(possible));
    }
    std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
        return a.metres.value_or(reach_metres) < b.metres.value_or(reach_metres);
    });
    return found;
}

}  // namespace doorstep::usecases::orders
