#include "pages/meetings/parts.h"

#include "govuk/inset_text.h"
#include "govuk/record_heading.h"
#include "govuk/summary_list.h"
#include "html/elements.h"

namespace doorstep::pages::meetings {

std::string meeting_address(PanelMeetingId id) { return "/meetings/" + std::string(id.text()); }
std::string meeting_address(Visit const& visit) {
    return "/meetings/" + http::percent_encode(visit.request.parameter("meeting"));
}

Page meetings_page(std::string title, std::string const& meeting) {
    Page page;
    page.title = std::move(title);
    page.current_section = "meetings";
    page.breadcrumbs = {{"Meetings", "/meetings"}};
    if (!meeting.empty()) page.breadcrumbs.push_back({"Meeting", meeting});
    return page;
}

http::Response meeting_form_page(Visit& visit, papers::FormPage page,
                                 std::vector<forms::FieldShape> const& shapes, http::Pairs typed,
                                 std::vector<Problem> const& problems) {
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(page.title) << page.before;
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons(page.save_text, page.cancel);
    body << visit.form(page.action, fields, std::move(page.hidden)) << page.after;
    Page made = meetings_page(page.title, page.paper);
    made.has_errors = !problems.empty();
    made.body = html::two_thirds(body);
    return visit.page(std::move(made), problems.empty() ? 200 : 422);
}

Html report_body(documents::Report const& report) {
    Html body = govuk::record_heading({.caption = report.organisation, .title = report.title});
    if (!report.status.empty()) body << govuk::inset_text({.text = report.status});
    govuk::SummaryList header;
    for (auto const& [what, how] : report.header)
        header.rows.push_back({.key = {.text = what}, .value = {.text = how}, .actions = {}});
    body << govuk::summary_list(header);
    for (auto const& section : report.sections)
        body << html::h2(section.title) << papers::report_blocks(section.blocks);
    return body;
}

}  // namespace doorstep::pages::meetings
