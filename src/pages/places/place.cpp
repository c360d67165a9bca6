#include "pages/places/place.h"

#include "base/text.h"
#include "govuk/record_heading.h"
#include "govuk/section_heading.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/find/case_table.h"
#include "pages/paging.h"
#include "pages/triage/report_parts.h"
#include "usecases/places/view_place.h"

namespace doorstep::pages::places {
namespace {

using usecases::places::PlaceView;

void fact(govuk::SummaryList& list, std::string key, std::string value) {
    if (!value.empty())
        list.rows.push_back({.key = {.text = std::move(key)}, .value = {.text = std::move(value)}});
}

std::string officer_words(usecases::places::Officer const& officer) {
    return officer.telephone.empty() ? officer.name : officer.name + ", " + officer.telephone;
}

std::string asb_officer_words(PlaceView const& view) {
    if (view.officers.asb_officers.empty()) return "Nobody named for this area";
    auto const& first = view.officers.asb_officers.front();
    auto words = officer_words(first.officer) + " (" + text::lower_ascii(words_of(first.reach)) + ")";
    if (first.away_until) words += ", away until " + date_words(*first.away_until);
    if (first.cover) words += "; " + first.cover->name + " covers";
    return words;
}

Html facts(PlaceView const& view) {
    govuk::SummaryList list;
    if (view.address) {
        if (view.block)
            list.rows.push_back({.key = {.text = "Block"},
                                 .value = {.html = html::a("/places/" + std::string(view.block->id.text()),
                                                           view.block->name)}});
        fact(list, "What it is", std::string(words_of(view.address->kind)));
        fact(list, "Ours", view.address->is_ours ? "Yes" : "No");
        fact(list, "Tenure", view.address->tenure.empty() ? "Not known" : view.address->tenure);
        fact(list, "Unique property reference", view.address->uprn.value_or("Not known"));
    } else if (view.block) {
        fact(list, "Homes", text::thousands(view.block->homes));
        fact(list, "Setting", view.block->setting);
    }
    fact(list, "Area", view.officers.area_name.empty() ? "Not in an area" : view.officers.area_name);
    if (view.address)
        fact(list, "Housing officer",
             view.officers.housing_officer ? officer_words(*view.officers.housing_officer) : "Nobody yet");
    fact(list, "ASB officer", asb_officer_words(view));
    return govuk::summary_list(list);
}

Html counts(PlaceView const& view) {
    govuk::Table quarters{.rows = {},
                          .head = {{.text = "Quarter"}, {.text = "Cases opened", .format = "numeric"}},
                          .caption = "Cases opened here, by quarter",
                          .caption_classes = "govuk-table__caption--m",
                          .first_cell_is_header = true};
    for (auto const& count : view.quarters)
        quarters.rows.push_back(
            {{.text = count.quarter.words()}, {.text = text::thousands(count.cases), .format = "numeric"}});
    Html out = govuk::table_wrap({.table = quarters});
    if (view.kinds.empty()) return out;
    govuk::Table kinds{.rows = {},
                       .head = {{.text = "Kind"}, {.text = "Cases", .format = "numeric"}},
                       .caption = "The same cases, by kind",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& count : view.kinds)
        kinds.rows.push_back(
            {{.text = count.kind}, {.text = text::thousands(count.cases), .format = "numeric"}});
    out << govuk::table_wrap({.table = kinds});
    return out;
}

Html homes(PlaceView const& view) {
    if (view.address || view.homes.empty()) return {};
    Html out = govuk::section_heading({.title = "Addresses", .id = "addresses"});
    Paging const paging{.path = "/places/" + std::string(view.block->id.text()),
                        .query = {},
                        .page = view.page,
                        .pages = view.pages,
                        .per_page = usecases::places::homes_on_a_page,
                        .total = view.block->homes};
    if (auto const showing = showing_words(paging); !showing.empty()) out << html::p(showing);
    std::vector<Html> items;
    for (auto const& home : view.homes)
        items.push_back(html::a("/places/" + std::string(home.id.text()), home.line + ", " + home.postcode));
    out << html::list(items) << page_links(paging);
    return out;
}

}  // namespace

http::Response show_place(Visit& visit) {
    auto const view = usecases::places::view_place(visit.context, visit.request.parameter("id"),
                                                   page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    auto const today = visit.context.today;
    // The title stays in the history of a browser: an address does not belong there.
    Page page;
    page.title = view->address ? "Address" : "Block";
    page.current_section = "places";
    page.breadcrumbs = {{"Places", "/places"}};
    if (view->address && view->block)
        page.breadcrumbs.push_back({view->block->name, "/places/" + std::string(view->block->id.text())});
    page.body << govuk::record_heading({.caption = page.title, .title = view->name()});
    Html main = facts(*view);
    if (view->cases.empty())
        main << html::p("No cases here that you can see.");
    else
        main << find::short_case_table(view->cases, "Cases here", today);
    if (view->more_cases) main << html::p("There are more: the newest 25 are shown.");
    if (!view->reports.empty()) main << triage::reports_table(view->reports, "Reports about this address");
    main << homes(*view);
    page.body << html::two_columns(main, counts(*view));
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::places
