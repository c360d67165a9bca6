#include "pages/team/team.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/link_row.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/find/case_table.h"
#include "pages/paging.h"
#include "usecases/team/view_team.h"

namespace doorstep::pages::team {
namespace {

using storage::team::Figure;
using usecases::team::Officer;
using usecases::team::TeamView;

/// Figures of the table, in its order; "not closed" stands first.
constexpr std::array in_table{Figure::open,    Figure::overdue,    Figure::high_risk,
                              Figure::no_plan, Figure::no_contact, Figure::unread};

std::string behind_address(Figure figure, std::string_view officer) {
    std::string address = "/team/cases?figure=" + std::string(name_of(figure));
    if (!officer.empty()) address += "&officer=" + std::string(officer);
    return address;
}

govuk::TableCell number_cell(Figure figure, int count, std::string_view officer, std::string const& whose) {
    if (count == 0) return {.text = "0", .format = "numeric"};
    Html link = html::a(behind_address(figure, officer), std::to_string(count));
    link << html::hidden(", " + text::lower_ascii(words_of(figure)) + ", " + whose);
    return {.html = link, .format = "numeric"};
}

std::string away_words(Officer const& officer, Date today) {
    if (!officer.away_from || !officer.away_until) return {};
    auto const last_day = date_words(officer.away_until->plus_days(-1));
    auto words = officer.is_away(today) ? "Away to " + last_day
                                        : "Away " + date_words(*officer.away_from) + " to " + last_day;
    return words + (officer.covered_by.empty() ? ", nobody covers" : ", covered by " + officer.covered_by);
}

govuk::Table table_of(TeamView const& view, Date today) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Officer"}},
                       .caption = "Cases that are not closed, by owner",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const figure : in_table)
        table.head.push_back(
            {.text = usecases::team::figure_words(figure, view.quiet_days), .format = "numeric"});
    auto const add = [&](Html who, std::string_view officer, std::string const& whose, auto const& counts) {
        std::vector<govuk::TableCell> cells{{.html = std::move(who)}};
        for (auto const figure : in_table)
            cells.push_back(number_cell(figure, counts[static_cast<std::size_t>(figure)], officer, whose));
        table.rows.push_back(std::move(cells));
    };
    for (auto const& officer : view.officers) {
        Html who = html::div("ds-line", Html::text(officer.name));
        if (auto const away = away_words(officer, today); !away.empty())
            who << html::div("ds-line ds-line--second", Html::text(away));
        add(std::move(who), officer.id.text(), officer.name, officer.load);
    }
    for (auto const& row : view.others) {
        auto const name = row.officer ? row.name : std::string("Nobody yet");
        auto const id = row.officer ? std::string(row.officer->text()) : std::string("nobody");
        add(html::div("ds-line", Html::text(name)), id, name, row.counts);
    }
    add(html::strong("Whole team"), "", "whole team", view.totals);
    return table;
}

}  // namespace

http::Response show_team(Visit& visit) {
    auto const view = usecases::team::view_team(visit.context);
    if (!view) return visit.refused(view.error());
    Html body = html::h1("Team");
    Html ways;
    if (view->may_reassign)
        ways << govuk::button({.text = "Move cases", .href = "/team/reassignment"})
             << govuk::button(
                    {.text = "Times away", .href = "/team/absences", .classes = "govuk-button--secondary"});
    body << html::button_group(ways);
    if (view->officers.empty() && view->others.empty()) {
        body << govuk::empty_state({.title = "There are no officers yet",
                                    .text = "An administrator adds people and says who may own cases.",
                                    .action_text = "Accounts",
                                    .action_href = "/admin/accounts"});
    } else {
        body << govuk::table_wrap({.table = table_of(*view, visit.context.today), .label = ""});
        body << html::p(
            "Restricted cases that you are not named on, and cases in which you declared a "
            "conflict of interest, are not counted.");
    }
    Page page;
    page.title = "Team";
    page.current_section = "team";
    page.body = std::move(body);
    return visit.page(std::move(page));
}

http::Response show_team_cases(Visit& visit) {
    auto const& asked = visit.request.query;
    usecases::team::TeamCasesQuery query;
    query.figure = enum_from_name<Figure>(asked.value("figure")).value_or(Figure::open);
    query.nobodys = asked.value("officer") == "nobody";
    query.officer = AccountId::parse(asked.value("officer"));
    query.page = page_number(asked);
    auto const list = usecases::team::list_team_cases(visit.context, query);
    if (!list) return visit.refused(list.error());
    auto const title = usecases::team::title_of(*list);
    Paging paging{
        .path = "/team/cases", .query = {}, .page = list->page, .pages = list->pages, .total = list->total};
    paging.query.set("figure", std::string(name_of(query.figure)));
    if (auto const officer = asked.value("officer"); !officer.empty())
        paging.query.set("officer", std::string(officer));

    Html body = html::h1(title);
    govuk::LinkRow row{.label = "Show"};
    for (auto const figure : in_table)
        row.items.push_back({.text = usecases::team::figure_words(figure, list->quiet_days),
                             .href = behind_address(figure, asked.value("officer")),
                             .current = figure == query.figure});
    body << govuk::link_row(row);
    if (list->cases.empty()) {
        body << govuk::empty_state({.title = "No such cases",
                                    .text = "Nothing has to be done here.",
                                    .action_text = "Back to the team",
                                    .action_href = "/team"});
    } else {
        body << html::p(showing_words(paging).empty() ? text::count_of(list->total, "case", "cases")
                                                      : showing_words(paging));
        body << find::short_case_table(list->cases, "The next contact first", visit.context.today)
             << page_links(paging);
        if (list->which.officer || list->which.nobodys)
            body << html::p(html::a("/team/reassignment?from=" + std::string(asked.value("officer")),
                                    "Move cases of this owner"));
    }
    Page page;
    page.title = title;
    page.title_note = page_note(paging);
    page.breadcrumbs = {{"Team", "/team"}};
    page.current_section = "team";
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::team
