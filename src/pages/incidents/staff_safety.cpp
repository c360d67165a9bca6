#include "pages/incidents/staff_safety.h"

#include "govuk/button.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/case_form.h"
#include "usecases/incidents/staff_safety.h"

namespace doorstep::pages::incidents {

http::Response show_staff_safety(Visit& visit) {
    auto const view = usecases::incidents::view_staff_safety(
        visit.context, visit.request.parameter("reference"), visit.request.parameter("incident"));
    if (!view) return visit.refused(view.error());
    auto const incident = cases::case_address(view->header.reference) + "/incidents/" +
                          std::string(view->listed.incident.id.text());
    Html body =
        html::p(view->category + ", " + date_words(view->listed.incident.happened_on) +
                ". Whoever of us it was done to is not named here, and never in a report to the board.");
    if (view->steps.empty()) {
        body << html::p(
            "No step of the policy on violence and aggression is taken for it. Where it was done to somebody "
            "who works for us, follow the policy: each step becomes a task of the manager.");
        if (view->may_start)
            body << visit.form(incident + "/staff-safety",
                               govuk::button({.text = "Follow the policy", .prevent_double_click = true}));
    } else {
        govuk::TableWrap wrap;
        wrap.label = "Steps of the policy";
        wrap.table.first_cell_is_header = true;
        wrap.table.stacks = true;
        wrap.table.head = {{.text = "Step"}, {.text = "Who"}, {.text = "By"}, {.text = "What was done"}};
        for (auto const& step : view->steps)
            wrap.table.rows.push_back(
                {{.html = html::a(
                      cases::case_address(view->header.reference) + "/tasks/" + std::string(step.task.text()),
                      step.what)},
                 {.text = step.owner_name},
                 {.text = date_words(step.due_on)},
                 {.html = step.done_on
                              ? html::typed_text(step.result.empty()
                                                     ? "Done " + date_words(*step.done_on)
                                                     : date_words(*step.done_on) + ": " + step.result)
                              : Html::text("Not done yet")}});
        append(body, wrap);
    }
    body << html::p(html::a(incident, "The incident"));
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::incidents,
                                           .title = "Violence and aggression policy",
                                           .body = std::move(body)},
                                          view->header.counts));
}

http::Response post_staff_safety(Visit& visit) {
    auto const reference = visit.request.parameter("reference");
    auto const incident = visit.request.parameter("incident");
    auto const done = usecases::incidents::follow_staff_safety(visit.context, reference, incident);
    if (!done) return visit.refused(done.error());
    return visit.done(
        cases::case_address(reference) + "/incidents/" + std::string(incident) + "/staff-safety",
        "The manager has a task for each step.");
}

}  // namespace doorstep::pages::incidents
