#include "usecases/find/list_cases.h"

#include <algorithm>

#include "storage/accounts.h"
#include "storage/places.h"
#include "usecases/settings.h"

namespace doorstep::usecases::find {

using domain::access::Action;
using domain::access::Role;
namespace case_list = storage::case_list;

namespace {

/// Counting costs as much as reading: there is always this much more to go to, and the list says "more than".
constexpr int pages_counted_on = 10;

template <class E>
std::optional<E> named(std::string_view name) {
    return name.empty() ? std::nullopt : enum_from_name<E>(name);
}

case_list::Filter filter_of(Context const& context, CaseQuery const& query) {
    case_list::Filter filter;
    filter.today = context.today;
    if (query.owner == "me")
        filter.owner = context.viewer.account;
    else if (query.owner == "nobody")
        filter.without_owner = true;
    else
        filter.owner = AccountId::parse(query.owner);
    filter.team = TeamId::parse(query.team);
    filter.area = AreaId::parse(query.area);
    if (!query.kind.empty()) filter.category = std::string(query.kind);
    filter.risk = named<case_list::Risk>(query.risk);
    filter.stage = named<case_list::Stage>(query.stage).value_or(case_list::Stage::not_closed);
    if (!query.partner.empty()) filter.partner = std::string(query.partner);
    filter.overdue = named<case_list::Clock>(query.clock);
    return filter;
}

/// Everybody who may own a case.
std::vector<Option> owner_options(storage::sql::Read& tx) {
    std::vector<Option> options;
    for (auto& account : storage::accounts::names_with_roles(
             tx, {Role::asb_officer, Role::asb_manager, Role::head_of_housing}))
        options.push_back({std::string(account.id.text()), std::move(account.name)});
    return options;
}

}  // namespace

bool CaseListView::is_unfiltered() const {
    return !filter.owner && !filter.without_owner && !filter.team && !filter.area && !filter.category &&
           !filter.partner && !filter.risk && !filter.overdue && filter.stage == case_list::Stage::not_closed;
}

Expected<CaseListView> list_cases(Context& context, CaseQuery const& query) {
    if (auto allowed = context.require(Action::find_cases); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    CaseListView view;
    view.filter = filter_of(context, query);
    view.owner_is_me = view.filter.owner && view.filter.owner == context.viewer.account;
    view.sort = named<case_list::SortBy>(query.sort).value_or(case_list::SortBy::due);
    view.direction = named<case_list::Direction>(query.direction).value_or(case_list::Direction::up);

    auto const scope = storage::case_scope(context.viewer, Action::see_case);
    if (view.filter.shows_closed() && view.sort != case_list::SortBy::reference) {
        if (view.sort != case_list::SortBy::opened) view.direction = case_list::Direction::down;
        view.sort = case_list::SortBy::opened;
    }
    int const most_counted = (std::clamp(query.page, 1, 10'000) + pages_counted_on) * cases_on_a_page;
    view.total = case_list::count(tx, scope, view.filter, most_counted + 1);
    view.is_more_than_total = view.total > most_counted;
    view.total = std::min(view.total, most_counted);
    view.pages = std::max(1, (view.total + cases_on_a_page - 1) / cases_on_a_page);
    view.page = std::clamp(query.page, 1, view.pages);
    view.cases = case_list::list(tx, scope, view.filter,
                                 {.sort = view.sort,
                                  .direction = view.direction,
                                  .limit = cases_on_a_page,
                                  .offset = (view.page - 1) * cases_on_a_page});
    if (context.viewer.account && domain::access::may(context.viewer, Action::restrict_case))
        view.restricted_from_you = case_list::count_restricted_from(tx, scope, view.filter);

    view.owners = owner_options(tx);
    for (auto const& team : case_list::teams(tx))
        view.teams.push_back({std::string(team.id.text()), team.name});
    for (auto const& area : storage::places::areas(tx))
        view.areas.push_back({std::string(area.id.text()), area.name});
    for (auto const* kind : context.settings().list("categories").in_use(context.today))
        view.kinds.push_back({kind->code, kind->label});
    for (auto& partner : case_list::partners(tx, scope)) view.partners.push_back({partner, partner});
    view.saved = my_saved_views(context);
    return view;
}

}  // namespace doorstep::usecases::find
