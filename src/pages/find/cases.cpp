#include "pages/find/cases.h"

#include <algorithm>

#include "base/text.h"
#include "govuk/empty_state.h"
#include "govuk/moj_filter.h"
#include "govuk/select.h"
#include "govuk/sorting.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/find/case_table.h"
#include "pages/find/saved_views.h"
#include "pages/paging.h"
#include "usecases/find/list_cases.h"

namespace doorstep::pages::find {
namespace {

using storage::case_list::Clock;
using storage::case_list::Direction;
using storage::case_list::Risk;
using storage::case_list::SortBy;
using storage::case_list::Stage;
using usecases::find::CaseListView;
using usecases::find::Option;

constexpr char const* path = "/cases";
constexpr std::string_view stage_name = "stage";

/// One thing a list can be narrowed down by.
struct Narrowing {
    std::string name;
    std::string label;
    std::vector<Option> options;
};

template <class E>
std::vector<Option> options_of() {
    std::vector<Option> options;
    for (auto const& row : all_of<E>()) options.push_back({std::string(row.name), std::string(row.words)});
    return options;
}

std::vector<Narrowing> narrowings(CaseListView const& view) {
    std::vector<Option> owners{{"me", "Me"}, {"nobody", "Nobody yet"}};
    owners.insert(owners.end(), view.owners.begin(), view.owners.end());
    std::vector<Narrowing> all{
        {"owner", "Owner", std::move(owners)}, {"clock", "Overdue", options_of<Clock>()},
        {"risk", "Risk", options_of<Risk>()},  {"kind", "Kind", view.kinds},
        {"area", "Area", view.areas},          {"team", "Team", view.teams},
        {"partner", "Partner", view.partners}, {std::string(stage_name), "Stage", options_of<Stage>()}};
    std::erase_if(all, [](Narrowing const& one) { return one.options.empty(); });
    return all;
}

/// What the address says of it, when it is one of the options.
Option const* chosen(Narrowing const& narrowing, http::Pairs const& query) {
    auto const value = query.value(narrowing.name);
    auto const found = std::find_if(narrowing.options.begin(), narrowing.options.end(),
                                    [&](Option const& option) { return option.value == value; });
    return found == narrowing.options.end() ? nullptr : &*found;
}

std::string address(http::Pairs const& query) {
    return query.empty() ? std::string(path) : std::string(path) + "?" + http::encode_form(query);
}

void keep_order(http::Pairs const& query, http::Pairs& result) {
    if (auto const sort = enum_from_name<SortBy>(query.value("sort")))
        result.set("sort", std::string(name_of(*sort)));
    if (auto const way = enum_from_name<Direction>(query.value("way")))
        result.set("way", std::string(name_of(*way)));
}

/// The filters and the order that the address holds, and nothing else that was put into it.
http::Pairs kept(std::vector<Narrowing> const& all, http::Pairs const& query) {
    http::Pairs result;
    for (auto const& narrowing : all)
        if (auto const* option = chosen(narrowing, query))
            if (narrowing.name != stage_name || option->value != name_of(Stage::not_closed))
                result.set(narrowing.name, option->value);
    keep_order(query, result);
    return result;
}

govuk::MojSelectedFilters selected(std::vector<Narrowing> const& all, http::Pairs const& query) {
    govuk::MojSelectedFilters made{.clear_link = {.href = path}};
    for (auto const& narrowing : all) {
        auto const* option = chosen(narrowing, query);
        if (!option) continue;
        auto without = query;
        without.remove(narrowing.name);
        made.categories.push_back({.heading = {.text = narrowing.label},
                                   .items = {{.href = address(without), .text = option->words}}});
    }
    return made;
}

Html fields(std::vector<Narrowing> const& all, http::Pairs const& query) {
    Html html;
    for (auto const& narrowing : all) {
        govuk::Select field{.id = "filter-" + narrowing.name,
                            .name = narrowing.name,
                            .items = {},
                            .value = std::string(query.value(narrowing.name)),
                            .label = {.text = narrowing.label}};
        // Not closed is what the list shows by itself.
        if (narrowing.name != stage_name) field.items.push_back({.value = "", .text = "Any"});
        for (auto const& option : narrowing.options)
            field.items.push_back({.value = option.value, .text = option.words});
        html << govuk::select(field);
    }
    http::Pairs order;
    keep_order(query, order);
    for (auto const& [name, value] : order) html << html::hidden_field(name, value);
    return html;
}

govuk::TableCell heading(CaseListView const& view, http::Pairs const& query, char const* words, SortBy by) {
    bool const is_current = view.sort == by;
    bool const goes_down = is_current && view.direction == Direction::up;
    auto target = query;
    target.set("sort", std::string(name_of(by)));
    target.set("way", std::string(name_of(goes_down ? Direction::down : Direction::up)));
    auto current = govuk::SortDirection::none;
    if (is_current) current = goes_down ? govuk::SortDirection::ascending : govuk::SortDirection::descending;
    return govuk::sort_heading(words, address(target), current);
}

Html table(CaseListView const& view, http::Pairs const& query, std::string const& caption, Date today) {
    govuk::Table made{.rows = {},
                      .head = {heading(view, query, "Case", SortBy::reference),
                               {.text = "Owner"},
                               heading(view, query, "Risk", SortBy::risk),
                               heading(view, query, "Opened", SortBy::opened),
                               heading(view, query, "Next contact", SortBy::due)},
                      .caption = caption,
                      .caption_classes = "govuk-visually-hidden",
                      .first_cell_is_header = true,
                      .stacks = true};
    for (auto const& listed : view.cases)
        made.rows.push_back({case_cell(listed),
                             owner_cell(listed),
                             risk_cell(listed),
                             {.text = date_words(listed.opened_on)},
                             due_cell(listed, today)});
    return govuk::table_wrap({.table = made});
}

std::string count_words(CaseListView const& view) {
    if (view.is_more_than_total) return "More than " + text::thousands(view.total) + " cases";
    return text::thousands(view.total) + (view.total == 1 ? " case" : " cases");
}

Html nothing_here(CaseListView const& view) {
    if (view.is_unfiltered())
        return govuk::empty_state({.title = "No cases are open",
                                   .text =
                                       "A case is opened from a report in triage. Closed cases are found by "
                                       "choosing \"Open and closed\" under Stage."});
    return govuk::empty_state({.title = "No cases match these filters",
                               .text = "Take one of them away, or see every case that is not closed.",
                               .action_text = "Clear filters",
                               .action_href = path});
}

Html content(CaseListView const& view, Paging const& paging, http::Pairs const& query, Date today) {
    Html html;
    if (view.restricted_from_you > 0)
        html << html::p(text::count_of(view.restricted_from_you, "case that you cannot see matches",
                                       "cases that you cannot see match") +
                        ": restricted. Its owner can name you on it.");
    if (view.cases.empty()) {
        html << nothing_here(view);
        return html;
    }
    html << html::h2(count_words(view));
    if (auto const showing = showing_words(paging); !showing.empty()) html << html::p(showing);
    html << table(view, query, count_words(view), today) << page_links(paging);
    return html;
}

}  // namespace

http::Response show_cases(Visit& visit) {
    auto const& asked = visit.request.query;
    auto const view = usecases::find::list_cases(visit.context, {.owner = asked.value("owner"),
                                                                 .team = asked.value("team"),
                                                                 .area = asked.value("area"),
                                                                 .kind = asked.value("kind"),
                                                                 .risk = asked.value("risk"),
                                                                 .stage = asked.value("stage"),
                                                                 .clock = asked.value("clock"),
                                                                 .partner = asked.value("partner"),
                                                                 .sort = asked.value("sort"),
                                                                 .direction = asked.value("way"),
                                                                 .page = page_number(asked)});
    if (!view) return visit.refused(view.error());
    auto const all = narrowings(*view);
    auto const query = kept(all, asked);
    Paging const paging{.path = path,
                        .query = query,
                        .page = view->page,
                        .pages = view->pages,
                        .per_page = usecases::find::cases_on_a_page,
                        .total = view->total};
    Page page;
    page.title = "Cases";
    page.title_note = page_note(paging);
    page.current_section = "cases";
    Html list = saved_view_links(view->saved, query);
    list << content(*view, paging, query, visit.context.today) << save_view_form(visit, query);
    page.body << html::h1("Cases")
              << govuk::filter_layout({.action = path,
                                       .filter = {.selected_filters = selected(all, query),
                                                  .options_html = fields(all, query)},
                                       .content = std::move(list)});
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::find
