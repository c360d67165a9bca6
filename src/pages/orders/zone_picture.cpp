#include "pages/orders/zone_picture.h"

#include <fmt/format.h>

#include "base/text.h"
#include "figures/zone_map.h"
#include "govuk/chart_with_table.h"
#include "govuk/zone_drawer.h"
#include "html/elements.h"

namespace doorstep::pages::orders {
namespace {

using usecases::orders::ClauseView;

std::string shape_words(ClauseView const& view) {
    auto const& clause = view.clause;
    if (clause.zone_radius && clause.zone_easting)
        return fmt::format("{} metres around easting {:.0f}, northing {:.0f}",
                           text::thousands(*clause.zone_radius), *clause.zone_easting, *clause.zone_northing);
    return "An outline of " +
           text::count_of(static_cast<long long>(view.plan->corners.size()), "corner", "corners");
}

}  // namespace

Html zone_picture(ClauseView const& view) {
    if (!view.plan) return {};
    auto const& plan = *view.plan;
    auto const inside = static_cast<long long>(view.inside.size());
    auto const outside = static_cast<long long>(plan.outside.size());
    figures::ZoneMap map;
    map.west = plan.west;
    map.north = plan.north;
    map.metres = plan.metres;
    if (view.clause.zone_radius) {
        map.centre = figures::MapPoint{plan.corners.front().easting, plan.corners.front().northing};
        map.radius = *view.clause.zone_radius;
    } else {
        for (auto const& corner : plan.corners) map.corners.push_back({corner.easting, corner.northing});
    }
    for (auto const& home : view.inside) map.homes.push_back({{home.easting, home.northing}, true});
    for (auto const& home : plan.outside) map.homes.push_back({{home.easting, home.northing}, false});
    auto const counted = text::count_of(inside, "address", "addresses") + " inside, " +
                         text::count_of(outside, "address", "addresses") + " just outside";
    map.frame = {.id = "zone",
                 .title = "Plan of the exclusion zone",
                 .description = shape_words(view) + ", north upwards, with " + counted + "."};
    govuk::Table table;
    table.caption = "Addresses inside the zone";
    table.caption_classes = "govuk-table__caption--m";
    table.first_cell_is_header = true;
    table.stacks = true;
    table.head = {{.text = "Address"}, {.text = "Postcode"}};
    for (auto const& home : view.inside) table.rows.push_back({{.text = home.line}, {.text = home.postcode}});
    if (table.rows.empty())
        table.rows.push_back({{.text = "None of the addresses we hold lies inside it"}, {.text = ""}});
    return govuk::chart_with_table(
        {.title = "The zone",
         .finding = shape_words(view) + ": " + counted + ".",
         .chart_svg = figures::zone_map(map),
         .table = std::move(table),
         .how_counted = html::p("Addresses of the register whose position is known. A position is good to "
                                "the building or to the "
                                "middle of its postcode, not to the metre. A plan to scale: no streets are "
                                "drawn, and nothing is "
                                "asked of another server.")});
}

Html zone_drawing(usecases::orders::OrderFormView const& view) {
    if (!view.surroundings) return {};
    auto const& around = *view.surroundings;
    figures::ZoneMap map;
    map.west = around.west;
    map.north = around.north;
    map.metres = around.metres;
    for (auto const& home : around.homes) map.homes.push_back({{home.easting, home.northing}, false});
    map.frame = {.id = "zone-plan",
                 .title = "Plan around the home of this case",
                 .description = "North upwards, " + text::thousands(static_cast<long long>(around.metres)) +
                                " metres from side to side."};
    return govuk::zone_drawer({.plan_svg = figures::zone_map(map),
                               .field_id = "zone-outline",
                               .west = around.west,
                               .north = around.north,
                               .metres = around.metres,
                               .side = figures::zone_map_side});
}

}  // namespace doorstep::pages::orders
