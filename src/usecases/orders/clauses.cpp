#include <charconv>

#include "base/text.h"
#include "gateways/national_grid.h"
#include "gateways/zone.h"
#include "legal/law.h"
#include "storage/places.h"
#include "usecases/orders/change_order.h"
#include "usecases/orders/open_action.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::orders::OrderClause;
using gateways::GridPoint;

namespace {

/// "485000, 238000" or "485000 238000".
std::optional<GridPoint> typed_point(std::string_view typed) {
    auto const line = text::trim(typed);
    auto const* at = line.data();
    auto const* const end = line.data() + line.size();
    GridPoint point;
    for (auto* coordinate : {&point.easting, &point.northing}) {
        while (at != end && (*at == ' ' || *at == ',' || *at == '\t')) ++at;
        auto const [next, error] = std::from_chars(at, end, *coordinate);
        if (error != std::errc{}) return std::nullopt;
        at = next;
    }
    if (at != end || !gateways::is_on_national_grid({point.easting, point.northing})) return std::nullopt;
    return point;
}

Expected<gateways::Zone> circle_of(storage::sql::Read& tx, AddClause const& input) {
    auto point = typed_point(input.zone_centre);
    if (!point)
        if (auto const postcode = text::postcode(input.zone_centre); !postcode.empty())
            if (auto const found = storage::places::find_postcode(tx, postcode))
                point = GridPoint{found->position.easting, found->position.northing};
    if (!point)
        return refuse_field("zone-centre", "zone-centre",
                            "Enter a postcode we hold, or an easting and northing in Great Britain");
    if (!input.zone_radius)
        return refuse_field("zone-radius", "zone-radius", "Enter how far around it, in metres");
    constexpr int farthest = 50'000;
    if (*input.zone_radius < 1 || *input.zone_radius > farthest)
        return refuse_field("zone-radius", "zone-radius", "Enter 1 to 50,000 metres");
    return gateways::circle_zone(*point, *input.zone_radius);
}

Expected<gateways::Zone> outline_of(AddClause const& input) {
    std::vector<GridPoint> corners;
    for (auto const& line : text::split(input.zone_outline, '\n')) {
        if (text::trim(line).empty()) continue;
        auto const point = typed_point(line);
        if (!point)
            return refuse_field("zone-outline", "zone-outline",
                                "Each line is an easting and a northing in Great Britain");
        corners.push_back(*point);
    }
    auto zone = gateways::outline_zone(corners);
    if (!zone) return refuse_field(zone.error().code(), "zone-outline", zone.error().message());
    return zone;
}

/// Nothing when the clause has none.
Expected<std::optional<gateways::Zone>> zone_of(storage::sql::Read& tx, AddClause const& input) {
    bool const circle = !text::trim(input.zone_centre).empty();
    bool const outline = !text::trim(input.zone_outline).empty();
    if (circle && outline)
        return refuse_field("zone-twice", "zone-outline", "Give a centre or an outline, not both");
    if (!circle && !outline) {
        if (input.zone_radius)
            return refuse_field("zone-centre", "zone-centre", "Enter the centre of the zone");
        return std::optional<gateways::Zone>();
    }
    auto zone = circle ? circle_of(tx, input) : outline_of(input);
    if (!zone) return refuse(zone.error());
    return std::optional(std::move(*zone));
}

/// 2014 Act, section 13: nobody under 18 is kept out of their own home.
Expected<Done> check_home_exclusion(Settings const& settings, domain::orders::LegalOrder const& order,
                                    AddClause const& input) {
    if (!input.home_exclusion || !order.age) return Done{};
    auto const* rule = settings.law().on(provisions::home_exclusion_age, order.made_on);
    if (!rule) return Done{};
    auto const youngest = settings.law().number(provisions::home_exclusion_age, order.made_on);
    if (*order.age >= youngest) return Done{};
    auto message = "Nobody under " + std::to_string(youngest) + " can be kept out of their own home (" +
                   rule->source + ")";
    auto said = message;
    return refuse(Refusal(RefusalKind::unlawful, "home-exclusion-too-young", std::move(said))
                      .with_problem("home-exclusion", std::move(message)));
}

}  // namespace

Expected<Done> add_clause(Context& context, AddClause const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        auto const& order = opened->order();
        OrderClause clause;
        clause.id = change.new_id<OrderClauseId>();
        clause.order = order.id;
        clause.position = 1;
        for (auto const& other : storage::legal_orders::clauses(change.tx, order.id))
            clause.position = std::max(clause.position, other.position + 1);
        clause.kind = input.kind;
        clause.words = input.words;
        clause.from_on = input.from_on.value_or(order.made_on);
        clause.until_on = input.until_on;
        clause.participation = input.participation;
        clause.supervisor = input.supervisor;
        clause.power_of_arrest = input.power_of_arrest;
        clause.arrest_ground = input.power_of_arrest ? input.arrest_ground : std::nullopt;
        clause.arrest_until = input.power_of_arrest ? input.arrest_until : std::nullopt;
        clause.no_contact = input.no_contact;
        clause.home_exclusion = input.home_exclusion;
        clause.conduct = input.conduct;
        for (auto const& code : clause.conduct)
            if (!settings.list("categories").find(code, order.made_on))
                return refuse_field("conduct-unknown", "conduct", "Choose from the list");
        if (auto checked = domain::orders::check_clause(clause, order); !checked) return checked;
        if (auto checked = check_home_exclusion(settings, order, input); !checked) return checked;
        auto const zone = zone_of(change.tx, input);
        if (!zone) return refuse(zone.error());
        std::optional<storage::legal_orders::ZoneBox> box;
        if (*zone) {
            auto const& found = **zone;
            clause.zone = found.text;
            clause.zone_radius = found.radius;
            if (found.radius) {
                clause.zone_easting = (found.west + found.east) / 2;
                clause.zone_northing = (found.south + found.north) / 2;
            }
            box = {found.west, found.south, found.east, found.north};
        }
        storage::legal_orders::insert(change.tx, clause, box);
        change.record(opened->file.id, domain::events::order_clause_changed, clause.id.text(),
                      domain::events::Detail()
                          .set("order", order_words(*opened->kind, order.form))
                          .set("clause", clause.position)
                          .personal("what", clause.words));
        return Done{};
    });
}

Expected<Done> strike_clause(Context& context, StrikeClause const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_order_to_change(change, input.reference, input.id);
        if (!opened) return refuse(opened.error());
        for (auto const& clause : storage::legal_orders::clauses(change.tx, input.id)) {
            if (clause.id != input.clause) continue;
            if (clause.struck)
                return refuse(RefusalKind::conflict, "clause-struck", "This clause was taken out before");
            storage::legal_orders::strike(change.tx, clause.id);
            change.record(opened->file.id, domain::events::order_clause_changed, clause.id.text(),
                          domain::events::Detail()
                              .set("order", order_words(*opened->kind, opened->order().form))
                              .set("clause", clause.position)
                              .set("outcome", "Taken out by a variation"));
            return Done{};
        }
        return refuse(RefusalKind::not_found, "clause-unknown", "There is no such clause");
    });
}

}  // namespace doorstep::usecases::orders
