#include "pages/triage/queue.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/moj_notification_badge.h"
#include "govuk/moj_sub_navigation.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/paging.h"
#include "pages/triage/report_parts.h"
#include "usecases/triage/list_triage.h"
#include "usecases/triage/take_up.h"

namespace doorstep::pages::triage {
namespace {

using storage::reports::Queue;
using usecases::triage::TriageView;

constexpr char const* restricted_name = "restricted";
constexpr std::size_t told_shown = 140;

/// The two queues, for those who see both.
Html queues(TriageView const& view) {
    if (!view.sees_restricted) return {};
    bool const restricted = view.queue == Queue::restricted;
    govuk::MojSubNavigation made{.label = "Queues", .items = {}};
    made.items.push_back({.text = "Waiting (" + std::to_string(view.ordinary) + ")",
                          .href = "/triage",
                          .active = !restricted});
    made.items.push_back({.text = "Restricted (" + std::to_string(view.restricted) + ")",
                          .href = "/triage?queue=restricted",
                          .active = restricted});
    return govuk::moj_sub_navigation(made);
}

govuk::TableCell what_cell(TriageView::Waiting const& waiting) {
    auto const& report = waiting.listed.report;
    Html cell = html::div("ds-line", html::a(report_address(report.id), report.reference));
    if (auto const tags = flag_tags(waiting.listed); !tags.empty())
        cell << html::div("ds-line", govuk::tags(tags));
    cell << html::div("ds-line ds-line--second", Html::text(waiting.kinds));
    return {.html = cell};
}

govuk::TableCell told_cell(TriageView::Waiting const& waiting) {
    auto const& report = waiting.listed.report;
    Html cell = html::div("ds-line", Html::text(text::shorten(report.what_happened, told_shown)));
    cell << html::div("ds-line ds-line--second", Html::text(place_words(waiting.listed)));
    if (waiting.listed.files > 0)
        cell << html::div("ds-line ds-line--second",
                          Html::text(text::count_of(waiting.listed.files, "file", "files")));
    return {.html = cell};
}

govuk::TableCell clock_cell(TriageView::Waiting const& waiting, Date today) {
    auto const by = waiting.listed.report.first_contact_by;
    Html cell = html::div("ds-line", Html::text("by " + date_words(by)));
    cell << html::div("ds-line", govuk::tag(clock_tag(by, today)));
    return {.html = cell};
}

Html table(TriageView const& view, Date today) {
    govuk::Table made{.rows = {},
                      .head = {{.text = "Report"},
                               {.text = "What they told us"},
                               {.text = "Received"},
                               {.text = "First contact"}},
                      .caption = view.queue == Queue::restricted ? "Restricted reports"
                                                                 : "Reports that wait for a decision",
                      .caption_classes = "govuk-visually-hidden",
                      .first_cell_is_header = true,
                      .stacks = true};
    for (auto const& waiting : view.reports)
        made.rows.push_back({what_cell(waiting),
                             told_cell(waiting),
                             {.text = date_words(waiting.listed.report.received_on)},
                             clock_cell(waiting, today)});
    return govuk::table_wrap({.table = made});
}

Html nothing_waits(TriageView const& view) {
    auto const last = view.last_arrival
                          ? "The last report came in on " + instant_words(*view.last_arrival) + "."
                          : std::string("No report has come in yet.");
    if (view.queue == Queue::restricted)
        return govuk::empty_state(
            {.title = "Nothing in the restricted queue",
             .text = "High-profile reports and those moved here wait in this queue. " + last});
    return govuk::empty_state({.title = "All sorted", .text = "Nothing waits for a decision. " + last});
}

}  // namespace

http::Response show_queue(Visit& visit) {
    auto const queue =
        visit.request.query.value("queue") == restricted_name ? Queue::restricted : Queue::ordinary;
    auto const view = usecases::triage::list_triage(visit.context, queue, page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    http::Pairs query;
    if (queue == Queue::restricted) query.set("queue", restricted_name);
    Paging const paging{.path = "/triage",
                        .query = query,
                        .page = view->page,
                        .pages = view->pages,
                        .per_page = usecases::triage::reports_on_a_page,
                        .total = view->total};
    Page page;
    page.title = "Triage";
    page.title_note = page_note(paging);
    page.current_section = "triage";
    page.body << html::h1("Triage") << queues(*view);
    if (view->reports.empty()) {
        page.body << nothing_waits(*view);
        return visit.page(std::move(page));
    }
    page.body << html::h2(
        text::count_of(view->total, "report waits for a decision", "reports wait for a decision"));
    if (queue == Queue::ordinary)
        page.body << visit.form("/triage/next", govuk::button({.text = "Take next"}));
    if (auto const showing = showing_words(paging); !showing.empty()) page.body << html::p(showing);
    page.body << table(*view, visit.context.today) << page_links(paging);
    return visit.page(std::move(page));
}

http::Response post_next(Visit& visit) {
    auto const taken = usecases::triage::take_next(visit.context);
    if (!taken) return visit.refused(taken.error());
    if (!*taken) return visit.done("/triage", "Somebody is looking at every report that waits.");
    auto const address = report_address(**taken);
    return visit.see_other(address);
}

}  // namespace doorstep::pages::triage
