#include "pages/work/changes.h"

#include "domain/events/kinds.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/moj_timeline.h"
#include "html/elements.h"
#include "pages/work/work_frame.h"
#include "usecases/work/my_work.h"

namespace doorstep::pages::work {
namespace {

using usecases::work::ChangesView;

Html timeline(ChangesView const& view) {
    govuk::MojTimeline made;
    for (auto const& row : view.rows) {
        auto const* kind = domain::events::kind_named(row.kind);
        Html what = html::a("/cases/" + row.case_reference, row.case_title + " (" + row.case_reference + ")");
        made.items.push_back({.label = {.text = kind ? std::string(kind->heading) : row.kind},
                              .byline = {.text = row.actor_name},
                              .datetime = {.timestamp = row.at.iso(), .words = instant_words(row.at)},
                              .html = html::p(what)});
    }
    return govuk::moj_timeline(made);
}

}  // namespace

http::Response show_changes(Visit& visit) {
    auto const view = usecases::work::view_changes(visit.context);
    if (!view) return visit.refused(view.error());
    Html body = html::h1("What changed");
    body << work_navigation(WorkPart::changes);
    if (view->rows.empty()) {
        body << govuk::empty_state({.title = "Nothing new",
                                    .text = "What colleagues, residents and partners add to your cases shows "
                                            "here until you have read it."});
    } else {
        http::Pairs seen;
        seen.set("seen-until", std::to_string(visit.context.now.milliseconds()));
        body << visit.form("/work/changes",
                           govuk::button({.text = "I have read these", .classes = "govuk-button--secondary"}),
                           std::move(seen))
             << timeline(*view);
    }
    Page page;
    page.title = "What changed";
    page.current_section = "work";
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response post_changes_read(Visit& visit) {
    auto const seen = forms::Codec<std::int64_t>::decode(visit.request.form.value("seen-until"));
    auto const marked = usecases::work::mark_changes_read(
        visit.context, seen ? Instant::from_milliseconds(*seen) : visit.context.now);
    if (!marked) return visit.refused(marked.error());
    return visit.done("/work/changes", "Marked as read");
}

}  // namespace doorstep::pages::work
