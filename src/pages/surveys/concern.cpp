#include "pages/surveys/concern.h"

#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/surveys/parts.h"
#include "usecases/settings.h"
#include "usecases/surveys/concern.h"

namespace doorstep::pages::surveys {
namespace {

using forms::required;
using usecases::surveys::RaiseConcern;

forms::Form<RaiseConcern> const& concern_form() {
    static auto const form = forms::form<RaiseConcern>(
        "survey-concern",
        forms::textarea_field(
            &RaiseConcern::note,
            {.name = "note",
             .label = "What should the manager know?",
             .hint = "What they said, whether they are safe, and whether they want to be rung",
             .character_limit = 2000},
            {required("Enter what the manager should know"),
             forms::at_most(2000, "What the manager should know must be 2,000 characters or fewer")}),
        forms::radios_field(&RaiseConcern::goes_on,
                            {.name = "goes-on", .label = "What happens with the questions?"},
                            {required("Select what happens with the questions")}),
        forms::date_field(&RaiseConcern::next_try_on,
                          {.name = "next-try-on",
                           .label = "When should somebody ring again?",
                           .hint = "For example, 27 3 2026. Only if you stop now and ring again",
                           .optional = true}));
    return form;
}

Html helplines(Visit& visit) {
    govuk::SummaryList list;
    auto const& signposts = visit.context.settings().list("signposts");
    for (auto const* entry : signposts.in_use(visit.context.today)) {
        bool const helps = !entry->detail("support_for").empty() || entry->code == "emergency";
        if (!helps || entry->detail("telephone").empty()) continue;
        std::string value(entry->detail("telephone"));
        if (auto const hours = entry->detail("hours"); !hours.empty()) value += ", " + std::string(hours);
        list.rows.push_back({.key = {.text = entry->label}, .value = {.text = value}});
    }
    return govuk::summary_list(list);
}

http::Response concern_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const view = usecases::surveys::view_call(visit.context, visit.request.parameter("survey"));
    if (!view) return refused_call(visit, view.error());
    auto const address = address_of(visit);
    auto const shapes = concern_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::hint(view->reference) << html::h1("The person is upset")
         << html::p("Stop asking. Listen, and do not hurry them. Ask whether they are safe now.")
         << govuk::warning_text(
                {.text = "If somebody is in danger now, ask them to ring 999, or ring it yourself."})
         << html::h2("Numbers you can give them") << helplines(visit) << html::h2("Tell a manager");
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Tell a manager", address + "/call");
    body << visit.form(address + "/concern", fields);
    Page page = survey_page("The person is upset");
    page.breadcrumbs.push_back({"Survey call", address + "/call"});
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_concern(Visit& visit) { return concern_page(visit, {}, {}); }

http::Response post_concern(Visit& visit) {
    auto parsed = visit.parse(concern_form());
    if (!parsed.ok()) return concern_page(visit, std::move(parsed.typed), parsed.problems);
    parsed.input.id = visit.request.parameter("survey");
    auto const raised = usecases::surveys::raise_concern(visit.context, parsed.input);
    if (raised) {
        bool const goes_on = parsed.input.goes_on == usecases::surveys::CallGoesOn::went_on;
        auto const where = goes_on ? address_of(visit) + "/call" : std::string("/surveys");
        visit.context.note_result_of_once(where);
        return visit.done(where, raised->manager_name.empty()
                                     ? "Saved. It waits in the team’s list: there is no manager to tell."
                                     : raised->manager_name + " has been told and will follow it up today.");
    }
    if (raised.error().kind() == RefusalKind::invalid)
        return concern_page(visit, std::move(parsed.typed), problems_of(raised.error()));
    return refused_call(visit, raised.error());
}

}  // namespace doorstep::pages::surveys
