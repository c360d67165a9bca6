#include "pages/figures/measure.h"

#include "figures/figure_words.h"
#include "govuk/link_row.h"
#include "govuk/record_heading.h"
#include "govuk/section_heading.h"
#include "govuk/stat_card.h"
#include "html/elements.h"
#include "pages/figures/figures_parts.h"
#include "pages/figures/measure_charts.h"

namespace doorstep::pages::figures {
namespace {

using domain::figures::Dimension;
using domain::figures::Way;
using usecases::figures::MeasureView;

Html cards(MeasureView const& view) {
    std::vector<govuk::StatCard> made;
    auto const add = [&](ReportingPeriod const& period, Figure const& figure, bool is_over) {
        auto const words = doorstep::figures::figure_words(
            *view.measure, figure, doorstep::figures::Readers::staff, view.asked.smallest);
        bool const has_records = figure.is_collected && (figure.counted > 0 || figure.base > 0);
        made.push_back({.figure = words.figure,
                        .label = period.words + (is_over ? "" : ", so far"),
                        .href = has_records ? behind_address(*view.measure, view.asked, period) : "",
                        .note = words.base});
    };
    add(view.asked.period, view.now, view.asked.is_over);
    if (view.before) add(*view.asked.before, *view.before, true);
    add(view.asked.last_year, view.last_year, true);
    return govuk::stat_cards(made);
}

Html break_down_links(MeasureView const& view, FiguresQuery const& query) {
    auto const path = measure_path(*view.measure);
    govuk::LinkRow row{.label = "Break down by", .items = {}};
    row.items.push_back({.text = "Nothing", .href = address(path, query), .current = !view.by});
    for (auto const& by : all_of<Dimension>()) {
        if (by.value == Dimension::officer && !view.may_see_officers) continue;
        http::Pairs more;
        more.add("by", std::string(by.name));
        row.items.push_back({.text = std::string(by.words),
                             .href = address(path, query, more) + "#break-down",
                             .current = view.by == by.value});
    }
    return govuk::link_row(row);
}

Html wordings(MeasureView const& view) {
    if (view.by_wording.empty()) return {};
    std::vector<Html> lines;
    for (auto const& one : view.by_wording)
        lines.push_back(Html::text("Wording " + std::to_string(one.wording) + ": " +
                                   doorstep::figures::cell_words(*view.measure, one.figure,
                                                                 doorstep::figures::Readers::staff,
                                                                 view.asked.smallest)));
    return html::p("The question was asked in more than one wording, and answers to them do not compare:")
           << html::list(lines);
}

/// What the landlord says that the share should be.
Html ambition(MeasureView const& view) {
    if (!view.ambition) return {};
    auto words = "It should be " + std::to_string(*view.ambition) + "%.";
    if (view.now.is_collected && view.now.base > 0)
        words += 100 * view.now.counted >= *view.ambition * view.now.base ? " It is." : " It is less.";
    return html::p(words);
}

Html other_side(MeasureView const& view, FiguresQuery const& query) {
    if (view.beside == nullptr) return {};
    Html words = Html::text(view.beside->is_survey() ? "What people said about it: " : "What we recorded: ");
    words << html::a(address(measure_path(*view.beside), query), view.beside->title);
    return html::p(words);
}

}  // namespace

http::Response show_measure(Visit& visit) {
    auto const query = query_of(visit.request);
    auto const by = enum_from_name<Dimension>(visit.request.query.value("by"));
    auto const view =
        usecases::figures::view_measure(visit.context, visit.request.parameter("measure"), query, by);
    if (!view) return visit.refused(view.error());
    auto const& measure = *view->measure;
    Html body = govuk::record_heading({.caption = measure.group, .title = measure.title});
    body << html::two_thirds(html::p(measure.definition));
    http::Pairs hidden;
    if (by) hidden.add("by", std::string(name_of(*by)));
    body << filter_bar(measure_path(measure), view->asked, query, hidden);
    body << html::h2(scope_words(view->asked)) << cards(*view);
    body << ambition(*view);
    if (auto const certainty = doorstep::figures::certainty_words(measure, view->now, view->asked.smallest);
        !certainty.empty())
        body << html::p("If everybody had been asked, the share would probably be " + certainty + ".");
    body << wordings(*view) << other_side(*view, query);
    if (measure.is_survey() &&
        domain::access::may(visit.context.viewer, domain::access::Action::work_meetings))
        body << html::p(
            html::a("/improvements/new?measure=" + measure.id + "&period=" + view->asked.period.code,
                    "Write down an improvement"));
    body << course_chart(*view) << earlier_years(*view) << parts_chart(*view) << months_chart(*view);
    if (measure.way != Way::rate)
        body << govuk::section_heading({.title = "Break down", .id = "break-down"})
             << break_down_links(*view, query) << groups_chart(*view);
    Page page = figures_page(measure.title);
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::figures
