#include "usecases/places/view_place.h"

#include <algorithm>
#include <map>

#include "storage/places.h"
#include "usecases/settings.h"

namespace doorstep::usecases::places {

using domain::access::Action;
namespace case_list = storage::case_list;
namespace place_figures = storage::place_figures;

namespace {

constexpr int quarters_shown = 8;
constexpr int cases_shown = 25;
constexpr int reports_shown = 10;

std::vector<FinancialQuarter> quarters_until(Date today) {
    std::vector<FinancialQuarter> quarters{FinancialQuarter::containing(today)};
    while (quarters.size() < quarters_shown) quarters.insert(quarters.begin(), quarters.front().previous());
    return quarters;
}

void add_counts(Context& context, PlaceView& view, place_figures::At const& at) {
    for (auto const& quarter : quarters_until(context.today)) view.quarters.push_back({quarter, 0});
    auto const from = view.quarters.front().quarter.period().from;
    std::map<std::string, int> kinds;
    for (auto const& count : place_figures::opened_by_month(
             context.read(), storage::case_scope(context.viewer, Action::see_case), at, from)) {
        kinds[count.category] += count.cases;
        auto const month = Date::parse_iso(count.month + "-01");
        if (!month) continue;
        for (auto& quarter : view.quarters)
            if (quarter.quarter.period().contains(*month)) quarter.cases += count.cases;
    }
    auto const& categories = context.settings().list("categories");
    for (auto const& [code, cases] : kinds)
        view.kinds.push_back({std::string(categories.label(code)), cases});
    std::stable_sort(view.kinds.begin(), view.kinds.end(),
                     [](KindCount const& a, KindCount const& b) { return a.cases > b.cases; });
}

void add_cases(Context& context, PlaceView& view, place_figures::At const& at) {
    case_list::Filter filter;
    filter.today = context.today;
    filter.stage = case_list::Stage::all;
    filter.block = at.block;
    filter.address = at.address;
    view.cases =
        case_list::list(context.read(), storage::case_scope(context.viewer, Action::see_case), filter,
                        {.sort = case_list::SortBy::opened,
                         .direction = case_list::Direction::down,
                         .limit = cases_shown + 1});
    view.more_cases = view.cases.size() > static_cast<std::size_t>(cases_shown);
    if (view.more_cases) view.cases.pop_back();
    std::stable_partition(view.cases.begin(), view.cases.end(),
                          [](case_list::ListedCase const& one) { return !one.is_closed(); });
}

void add_officers(Context& context, PlaceView& view) {
    auto const area = view.address ? view.address->area : view.block ? view.block->area : std::nullopt;
    view.officers =
        responsible_officers(context.read(), {.patch = view.address ? view.address->patch : std::nullopt,
                                              .area = area,
                                              .category = {},
                                              .today = context.today});
}

tl::unexpected<Refusal> no_such_place() {
    return refuse(RefusalKind::not_found, "place-not-found", "There is no such place");
}

}  // namespace

Expected<PlaceList> list_places(Context& context, std::string_view area, int page) {
    if (auto allowed = context.require(Action::see_places); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    PlaceList list;
    list.areas = storage::places::areas(tx);
    list.area = AreaId::parse(area);
    list.from = context.today.plus_months(-12);
    list.total = storage::places::count_blocks(tx, list.area);
    list.pages = std::max(1, (list.total + blocks_on_a_page - 1) / blocks_on_a_page);
    list.page = std::clamp(page, 1, list.pages);
    list.blocks =
        place_figures::busiest_blocks(tx, storage::case_scope(context.viewer, Action::see_case), list.area,
                                      list.from, blocks_on_a_page, (list.page - 1) * blocks_on_a_page);
    return list;
}

Expected<PlaceView> view_place(Context& context, std::string_view id, int page) {
    if (auto allowed = context.require(Action::see_places); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    PlaceView view;
    place_figures::At at;
    auto const address = AddressId::parse(id);
    if (!address) return no_such_place();
    view.address = storage::places::find_address(tx, *address);
    if (view.address) {
        at.address = *address;
        if (view.address->block) view.block = storage::places::find_block(tx, *view.address->block);
        if (domain::access::may(context.viewer, Action::see_triage))
            view.reports = storage::reports::of_address(tx, storage::reports::report_scope(context.viewer),
                                                        *address, std::nullopt, reports_shown);
    } else {
        view.block = storage::places::find_block(tx, *BlockId::parse(id));
        if (!view.block) return no_such_place();
        at.block = view.block->id;
        auto const homes = static_cast<int>(view.block->homes);
        view.pages = std::max(1, (homes + homes_on_a_page - 1) / homes_on_a_page);
        view.page = std::clamp(page, 1, view.pages);
        view.homes = storage::places::addresses_of_block(tx, view.block->id, homes_on_a_page,
                                                         (view.page - 1) * homes_on_a_page);
    }
    add_officers(context, view);
    add_counts(context, view, at);
    add_cases(context, view, at);
    context.note_view("place", {}, id);
    return view;
}

}  // namespace doorstep::usecases::places
