#include "pages/cases/print_file.h"

#include "govuk/record_heading.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/cases/overview_facts.h"
#include "pages/cases/timeline_list.h"
#include "usecases/cases/view_case.h"

namespace doorstep::pages::cases {

http::Response show_print_file(Visit& visit) {
    auto const view = usecases::cases::view_whole_case(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const today = visit.context.today;
    Html body;
    body << govuk::record_heading({.caption = view->file.reference, .title = view->file.title})
         << html::print_button("Print whole file") << case_alert_list(*view) << case_tags(*view, today)
         << case_summary(*view, today) << html::h2("Everything that happened");
    append_timeline(body, view->timeline);
    Page page;
    page.title = "Whole file";
    page.breadcrumbs = {{"Cases", "/cases"}, {view->file.reference, case_address(view->file.reference)}};
    page.current_section = "cases";
    page.print_reference = view->file.reference;
    page.body = std::move(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::cases
