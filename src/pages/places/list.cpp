#include "pages/places/list.h"

#include "base/text.h"
#include "govuk/empty_state.h"
#include "govuk/moj_filter.h"
#include "govuk/select.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/paging.h"
#include "usecases/places/view_place.h"

namespace doorstep::pages::places {
namespace {

using usecases::places::PlaceList;

constexpr char const* places_path = "/places";

Html area_field(PlaceList const& list) {
    govuk::Select field{
        .id = "filter-area", .name = "area", .items = {}, .value = "", .label = {.text = "Area"}};
    if (list.area) field.value = std::string(list.area->text());
    field.items.push_back({.value = "", .text = "Any"});
    for (auto const& area : list.areas)
        field.items.push_back({.value = std::string(area.id.text()), .text = area.name});
    return govuk::select(field);
}

govuk::MojSelectedFilters chosen_area(PlaceList const& list) {
    govuk::MojSelectedFilters made{.clear_link = {.href = places_path}};
    for (auto const& area : list.areas)
        if (list.area == area.id)
            made.categories.push_back(
                {.heading = {.text = "Area"}, .items = {{.href = places_path, .text = area.name}}});
    return made;
}

Html blocks_table(PlaceList const& list) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Block"},
                                {.text = "Area"},
                                {.text = "Homes", .format = "numeric"},
                                {.text = "Cases opened", .format = "numeric"},
                                {.text = "Still open", .format = "numeric"}},
                       .caption = "Cases opened since " + date_words(list.from) + " that you can see",
                       .caption_classes = "govuk-table__caption--s",
                       .first_cell_is_header = true};
    for (auto const& block : list.blocks)
        table.rows.push_back({{.html = html::a("/places/" + std::string(block.id.text()), block.name)},
                              {.text = block.area_name},
                              {.text = text::thousands(block.homes), .format = "numeric"},
                              {.text = text::thousands(block.opened), .format = "numeric"},
                              {.text = text::thousands(block.open), .format = "numeric"}});
    return govuk::table_wrap({.table = table});
}

Html content(PlaceList const& list, Paging const& paging) {
    Html html = html::p("A single home is found by its address or postcode.");
    html << html::p(html::a("/search", "Find an address"));
    if (list.blocks.empty()) {
        html << govuk::empty_state(
            {.title = list.area ? "No blocks in this area" : "No blocks yet",
             .text = list.area ? "Homes that are in no block are found by their address."
                               : "Blocks come with the addresses, loaded by an administrator.",
             .action_text = list.area ? "Clear filters" : "",
             .action_href = list.area ? places_path : ""});
        return html;
    }
    html << html::h2(text::count_of(list.total, "block", "blocks"));
    if (auto const showing = showing_words(paging); !showing.empty()) html << html::p(showing);
    html << blocks_table(list) << page_links(paging);
    return html;
}

}  // namespace

http::Response show_places(Visit& visit) {
    auto const list = usecases::places::list_places(visit.context, visit.request.query.value("area"),
                                                    page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    http::Pairs query;
    if (list->area) query.set("area", std::string(list->area->text()));
    Paging const paging{.path = places_path,
                        .query = query,
                        .page = list->page,
                        .pages = list->pages,
                        .per_page = usecases::places::blocks_on_a_page,
                        .total = list->total};
    Page page;
    page.title = "Places";
    page.title_note = page_note(paging);
    page.current_section = "places";
    page.body << html::h1("Places")
              << govuk::filter_layout(
                     {.action = places_path,
                      .filter = {.selected_filters = chosen_area(*list), .options_html = area_field(*list)},
                      .content = content(*list, paging)});
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::places
