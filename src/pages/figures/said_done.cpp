#include "pages/figures/said_done.h"

#include "base/text.h"
#include "figures/rounding.h"
#include "govuk/button.h"
#include "govuk/select.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/figures/figures_parts.h"
#include "usecases/figures/said_done.h"

namespace doorstep::pages::figures {
namespace {

using usecases::figures::SaidDoneRow;
using usecases::figures::SaidDoneView;

Html period_picker(SaidDoneView const& view) {
    govuk::Select select{.id = "period",
                         .name = "period",
                         .items = {},
                         .value = view.asked.period.code,
                         .label = {.text = "Period"}};
    for (auto const& offered : view.asked.periods)
        select.items.push_back({.value = offered.code, .text = offered.label});
    Html fields = govuk::select(select);
    fields << govuk::button({.text = "Show", .classes = "govuk-button--secondary"});
    return forms::get_form_tag("/figures/said-done", fields);
}

std::string agreement(SaidDoneRow const& row) {
    auto const& tally = row.tally;
    return doorstep::figures::percent_words(tally.agree(), tally.base()) + " (" +
           text::thousands(tally.agree()) + " of " + text::thousands(tally.base()) + ")";
}

Html pairs_table(SaidDoneView const& view, FiguresQuery const& query) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Promise"},
                                {.text = "Said and done agree", .format = "numeric"},
                                {.text = "They say yes, the file does not", .format = "numeric"},
                                {.text = "The file says yes, they do not", .format = "numeric"},
                                {.text = "No record", .format = "numeric"}},
                       .caption = "Answers beside the files of their cases",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    auto const number = [](std::int64_t value) {
        return govuk::TableCell{.text = text::thousands(value), .format = "numeric"};
    };
    for (auto const& row : view.rows) {
        Html title = Html::text(row.pair.title + ". ");
        title << html::hint(row.pair.record);
        if (!row.is_shown) {
            table.rows.push_back(
                {{.html = title},
                 {.text = "Fewer than " + std::to_string(view.smallest_base) + " answers: not shown",
                  .colspan = 4}});
            continue;
        }
        http::Pairs more;
        more.add("question", row.pair.question);
        Html agree = Html::text(agreement(row));
        if (row.tally.agree() < row.tally.base()) {
            agree << Html::text(". ")
                  << html::a(address("/figures/said-done", query, more), "Open differences")
                  << html::hidden(" of " + row.pair.title);
        }
        table.rows.push_back({{.html = title},
                              {.html = agree, .format = "numeric"},
                              number(row.tally.said_only),
                              number(row.tally.record_only),
                              number(row.tally.no_record)});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

Html differences_table(SaidDoneView const& view) {
    if (!view.opened) return {};
    if (view.differences.empty()) return html::p("The cases where they differ are not open to you.");
    govuk::Table table{
        .rows = {},
        .head = {{.text = "Case"}, {.text = "They said"}, {.text = "The file"}, {.text = "Survey due"}},
        .caption = "Where they differ: " + view.opened->title,
        .caption_classes = "govuk-table__caption--m",
        .first_cell_is_header = true,
        .stacks = true};
    for (auto const& one : view.differences)
        table.rows.push_back({{.html = html::a("/cases/" + one.reference, one.reference)},
                              {.text = one.said},
                              {.text = one.record},
                              {.text = date_words(one.counts_on)}});
    return govuk::table_wrap({.table = table, .label = ""});
}

}  // namespace

http::Response show_said_done(Visit& visit) {
    auto const query = query_of(visit.request);
    auto const view = usecases::figures::view_said_done(visit.context, query.period,
                                                        std::string(visit.request.query.value("question")));
    if (!view) return visit.refused(view.error());
    FiguresQuery const only_period{.period = query.period, .area = {}, .type = {}};
    Html body = html::h1("Said against done");
    body << html::p(
        "What people answered a month after their case closed, beside what the file of the case shows. "
        "A difference is no fault of anybody: it is a reason to look.");
    body << period_picker(*view) << html::h2(view->asked.period.words) << pairs_table(*view, only_period)
         << differences_table(*view);
    Page page = figures_page("Said against done");
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::figures
