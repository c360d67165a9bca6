#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/moj_filter.h"
#include "govuk/moj_page_header_actions.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/admin/accounts.h"
#include "pages/admin/admin_page.h"
#include "pages/menu.h"
#include "pages/paging.h"
#include "usecases/accounts/manage_accounts.h"

namespace doorstep::pages::admin {
namespace {

using domain::accounts::State;
using storage::accounts::AccountFilter;
using usecases::accounts::AccountList;

struct ListFilter {
    std::optional<domain::access::Role> role;
    std::string team;
    std::optional<State> state;
};

forms::Form<ListFilter> const& list_filter_form() {
    static auto const form = forms::form<ListFilter>(
        "account-filter", forms::select_field(&ListFilter::role, {.name = "role", .label = "Role"}),
        forms::select_field(&ListFilter::team, {.name = "team", .label = "Team"}),
        forms::select_field(&ListFilter::state, {.name = "state", .label = "State"}));
    return form;
}

template <class E>
std::vector<forms::Choice> any_or_one_of(std::string any) {
    std::vector<forms::Choice> choices{{.value = "", .text = std::move(any)}};
    for (auto const& row : all_of<E>())
        choices.push_back({.value = std::string(row.name), .text = std::string(row.words)});
    return choices;
}

forms::Choices filter_choices(AccountList const& list) {
    forms::Choices choices;
    choices["role"] = any_or_one_of<domain::access::Role>("Any role");
    choices["state"] = any_or_one_of<State>("Any state");
    choices["team"] = {{.value = "", .text = "Any team"}};
    for (auto const& row : list.teams)
        choices["team"].push_back({.value = std::string(row.team.id.text()), .text = row.team.name});
    return choices;
}

Html state_tag(domain::accounts::Account const& account) {
    if (account.state == State::disabled)
        return govuk::tag({.text = "Disabled", .classes = "govuk-tag--grey"});
    if (account.must_change_password && !account.last_signed_in_at)
        return govuk::tag({.text = "Invited", .classes = "govuk-tag--blue"});
    return govuk::tag({.text = "Active", .classes = "govuk-tag--green"});
}

Html account_table(AccountList const& list) {
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Name"}, {.text = "Roles"}, {.text = "State"}, {.text = "Last signed in"}},
        .caption = "Accounts",
        .caption_classes = "govuk-visually-hidden",
        .first_cell_is_header = true,
        .stacks = true};
    for (auto const& account : list.rows) {
        Html who =
            html::div("ds-line", html::a("/admin/accounts/" + std::string(account.id.text()), account.name));
        for (auto const words : {std::string_view(account.job_title), list.team_name(account.team)})
            if (!words.empty()) who << html::div("ds-line ds-line--second", Html::text(words));
        table.rows.push_back(
            {{.html = who},
             {.text = role_words(account.roles)},
             {.html = state_tag(account)},
             {.text = account.last_signed_in_at ? date_words(london_date(*account.last_signed_in_at))
                                                : "Never"}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

}  // namespace

http::Response show_accounts(Visit& visit) {
    auto const& query = visit.request.query;
    AccountFilter filter;
    filter.role = enum_from_name<domain::access::Role>(query.value("role"));
    filter.state = enum_from_name<State>(query.value("state"));
    filter.team = TeamId::parse(query.value("team"));
    auto const list = usecases::accounts::list_accounts(visit.context, filter, page_number(query));
    if (!list) return visit.refused(list.error());

    Paging paging{.path = "/admin/accounts",
                  .query = {},
                  .page = list->page,
                  .pages = list->pages,
                  .total = list->total};
    http::Pairs typed;
    for (auto const* name : {"role", "team", "state"})
        if (auto const value = query.value(name); !value.empty()) {
            typed.set(name, std::string(value));
            paging.query.set(name, std::string(value));
        }
    bool const is_filtered = filter.role || filter.state || filter.team;

    Html content;
    content << html::h2(std::to_string(list->total) + (list->total == 1 ? " account" : " accounts"));
    if (list->rows.empty())
        content << govuk::empty_state({.title = "No accounts match these filters",
                                       .text = "",
                                       .html = {},
                                       .action_text = "Clear filters",
                                       .action_href = "/admin/accounts"});
    else
        content << (list->pages > 1 ? html::p(showing_words(paging)) : Html()) << account_table(*list)
                << page_links(paging);

    govuk::MojFilter filters;
    if (is_filtered) filters.selected_filters.clear_link.href = "/admin/accounts";
    filters.options_html = forms::render_fields(
        list_filter_form(), {.typed = std::move(typed), .problems = {}, .choices = filter_choices(*list)});
    Html body = html::h1("Accounts");
    body << html::p("Everybody who can sign in, and what their roles let them do.");
    body << govuk::button({.text = "Invite somebody", .href = "/admin/accounts/new"});
    body << govuk::filter_layout({.action = "/admin/accounts", .filter = filters, .content = content});
    auto page = admin_page(visit, Section::accounts, "Accounts", body);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::admin
