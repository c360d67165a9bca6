#include "pages/incidents/edit_incident.h"

#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/cases/edit_form.h"
#include "pages/incidents/incident_form.h"
#include "usecases/incidents/edit_incident.h"

namespace doorstep::pages::incidents {

using usecases::incidents::EditIncident;
using usecases::incidents::EditIncidentView;
using usecases::incidents::StrikeIncident;

namespace {

Expected<EditIncidentView> asked_incident(Visit& visit) {
    return usecases::incidents::view_edit_incident(visit.context, visit.request.parameter("reference"),
                                                   visit.request.parameter("incident"));
}

std::string address_of(EditIncidentView const& view) {
    return incidents_address(view.stored.reference) + "/" + std::string(view.stored.id.text());
}

cases::EditForm<EditIncident> edit_of(Visit& visit, EditIncidentView const& view) {
    auto const address = address_of(view);
    return {.form = incident_form<EditIncident>(),
            .stored = view.stored,
            .version = std::to_string(view.stored.version),
            .page = {.reference = view.stored.reference,
                     .title = "Put an incident right",
                     .action = address + "/edit",
                     .save_words = "Save incident",
                     .cancel_href = address,
                     .choices = incident_choices(view.form)},
            .saved_words = "Incident saved. The history of the case keeps what it said before.",
            .save =
                [&visit, reference = view.stored.reference, id = view.stored.id](EditIncident& input,
                                                                                 std::string const& version) {
                    input.reference = reference;
                    input.id = id;
                    input.version = cases::version_number(version);
                    return usecases::incidents::edit_incident(visit.context, input);
                },
            .who_and_when =
                [&visit, file = view.form.header.id, id = view.stored.id] {
                    return usecases::cases::last_saved_words(visit.context, file, id.text(),
                                                             {"incident-added", "incident-changed"});
                }};
}

forms::Form<StrikeIncident> const& strike_form() {
    static auto const form = forms::form<StrikeIncident>(
        "strike-incident",
        forms::textarea_field(&StrikeIncident::reason,
                              {.name = "reason",
                               .label = "Why is it struck out?",
                               .hint = "For example, it was written down on the wrong case",
                               .rows = 3},
                              {forms::required("Enter why the incident is struck out"),
                               forms::at_most(500, "Why it is struck out must be 500 characters or fewer")}));
    return form;
}

http::Response strike_page(Visit& visit, EditIncidentView const& view, http::Pairs typed,
                           std::vector<Problem> const& problems) {
    auto const address = address_of(view);
    cases::CaseForm form{.reference = view.stored.reference,
                         .title = "Strike out an incident",
                         .action = address + "/remove",
                         .save_words = "Strike it out",
                         .cancel_href = address};
    form.before << html::p("What happened on " + date_words(view.stored.happened_on) + ":")
                << html::p(html::typed_text(view.stored.description))
                << govuk::warning_text({.text = "It stays in the history of the case with your reason. It is "
                                                "not counted any more, and this cannot be undone."});
    form.hidden.set("version", std::to_string(view.stored.version));
    return cases::case_form_page(visit, std::move(form), strike_form().shapes(), std::move(typed), problems);
}

}  // namespace

http::Response show_edit_incident(Visit& visit) {
    auto const view = asked_incident(visit);
    if (!view) return visit.refused(view.error());
    return show_edit_form(visit, edit_of(visit, *view));
}

http::Response post_edit_incident(Visit& visit) {
    auto const view = asked_incident(visit);
    if (!view) return visit.refused(view.error());
    return post_edit_form(visit, edit_of(visit, *view));
}

http::Response show_strike_incident(Visit& visit) {
    auto const view = asked_incident(visit);
    if (!view) return visit.refused(view.error());
    return strike_page(visit, *view, {}, {});
}

http::Response post_strike_incident(Visit& visit) {
    auto const view = asked_incident(visit);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(strike_form());
    if (!parsed.ok()) return strike_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->stored.reference;
    parsed.input.id = view->stored.id;
    parsed.input.version = cases::version_number(visit.request.form.value("version"));
    auto const struck = usecases::incidents::strike_incident(visit.context, parsed.input);
    if (struck)
        return visit.done(incidents_address(view->stored.reference),
                          "Incident struck out. It is not counted any more.");
    if (is_about_the_form(struck.error()) || struck.error().code() == "changed-meanwhile")
        return strike_page(visit, *view, std::move(parsed.typed), problems_of(struck.error()));
    return visit.refused(struck.error());
}

}  // namespace doorstep::pages::incidents
