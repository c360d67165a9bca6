#include "pages/incidents/incidents.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/case_form.h"
#include "pages/paging.h"
#include "usecases/incidents/add_incident.h"
#include "usecases/incidents/view_incidents.h"

namespace doorstep::pages::incidents {

using forms::at_most;
using forms::required;
using storage::incidents::ListedIncident;
using usecases::incidents::AddIncident;
using usecases::incidents::IncidentFormView;
using usecases::incidents::IncidentsView;

namespace {

std::string list_address(std::string_view reference) { return cases::case_address(reference) + "/incidents"; }

std::string when_words(ListedIncident const& listed) {
    auto words = date_words(listed.incident.happened_on);
    if (listed.incident.happened_time) words += " at " + listed.incident.happened_time->words();
    return words;
}

std::string from_words(ListedIncident const& listed) {
    std::string words(words_of(listed.incident.source));
    return listed.person_name.empty() ? words : words + ": " + listed.person_name;
}

/// Short enough for a list; the whole of it stands on the incident's own page.
constexpr std::size_t shown_in_list = 120;

govuk::TableWrap table_of(IncidentsView const& view) {
    govuk::TableWrap wrap;
    wrap.table.caption = "Incidents, newest first";
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.head = {{.text = "When"}, {.text = "Kind"}, {.text = "What happened"}, {.text = "From"}};
    for (std::size_t n = 0; n < view.incidents.size(); ++n) {
        auto const& listed = view.incidents[n];
        auto from = from_words(listed);
        if (!listed.report_reference.empty()) from += " (" + listed.report_reference + ")";
        wrap.table.rows.push_back({{.html = html::a(list_address(view.header.reference) + "/" +
                                                        std::string(listed.incident.id.text()),
                                                    when_words(listed))},
                                   {.text = view.category_labels[n]},
                                   {.text = text::shorten(listed.incident.description, shown_in_list)},
                                   {.text = std::move(from)}});
    }
    return wrap;
}

forms::Form<AddIncident> const& add_incident_form() {
    static auto const form = forms::form<AddIncident>(
        "add-incident",
        forms::date_field(&AddIncident::happened_on,
                          {.name = "happened-on",
                           .label = "When did it happen?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {required("Enter the date it happened"),
                           forms::not_in_future("Date it happened must be today or in the past")}),
        forms::time_field(&AddIncident::happened_time, {.name = "happened-time",
                                                        .label = "What time did it begin?",
                                                        .hint = "For example, 11:30pm",
                                                        .optional = true}),
        forms::select_field(&AddIncident::category, {.name = "category", .label = "What kind was it?"},
                            {required("Select the kind")}),
        forms::text_field(&AddIncident::place_text,
                          {.name = "place", .label = "Where did it happen?", .optional = true},
                          {at_most(300, "Where it happened must be 300 characters or fewer")}),
        forms::textarea_field(
            &AddIncident::description,
            {.name = "description",
             .label = "What happened?",
             .hint = "What was seen and heard, how long it lasted, and what it did to people",
             .character_limit = 5000},
            {required("Enter what happened"),
             at_most(5000, "What happened must be 5,000 characters or fewer")}),
        forms::radios_field(&AddIncident::source, {.name = "source", .label = "Who told us?"},
                            {required("Select who told us")}),
        forms::select_field(&AddIncident::person,
                            {.name = "person", .label = "Which person on the case?", .optional = true}));
    return form;
}

cases::CaseForm add_page(IncidentFormView const& view) {
    cases::CaseForm form{.reference = view.header.reference,
                         .title = "Add an incident",
                         .action = list_address(view.header.reference) + "/new",
                         .save_words = "Save incident",
                         .cancel_href = list_address(view.header.reference)};
    form.choices["person"].push_back({.value = "", .text = "Nobody in particular"});
    for (auto const& [id, name] : view.people)
        form.choices["person"].push_back({.value = std::string(id.text()), .text = name});
    for (auto const& [code, label] : view.categories)
        form.choices["category"].push_back({.value = code, .text = label});
    return form;
}

}  // namespace

http::Response show_incidents(Visit& visit) {
    auto const view = usecases::incidents::view_incidents(visit.context, visit.request.parameter("reference"),
                                                          page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    auto const address = list_address(view->header.reference);
    Html body;
    if (view->incidents.empty()) {
        append(body,
               govuk::EmptyState{
                   .title = "No incidents yet",
                   .text = "Each time something happened is written down here with its date. What people "
                           "report comes here by itself.",
                   .action_text = view->header.may_work ? "Add an incident" : "",
                   .action_href = view->header.may_work ? address + "/new" : ""});
    } else {
        if (view->header.may_work)
            append(body, govuk::Button{.text = "Add an incident", .href = address + "/new"});
        append(body, table_of(*view));
    }
    Paging const paging{.path = address,
                        .query = {},
                        .page = view->page,
                        .pages = view->pages,
                        .total = view->header.counts.incidents};
    if (view->pages > 1) body << html::p(showing_words(paging)) << page_links(paging);
    auto page = cases::section_page({.reference = view->header.reference,
                                     .section = cases::Section::incidents,
                                     .title = "Incidents",
                                     .body = std::move(body)},
                                    view->header.counts);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

http::Response show_incident(Visit& visit) {
    auto const view = usecases::incidents::view_incident(visit.context, visit.request.parameter("reference"),
                                                         visit.request.parameter("incident"));
    if (!view) return visit.refused(view.error());
    auto const& listed = view->incidents.front();
    govuk::SummaryList facts;
    auto const add = [&](char const* key, Html value) {
        facts.rows.push_back({.key = {.text = key}, .value = {.html = std::move(value)}});
    };
    add("When", Html::text(when_words(listed)));
    add("Kind", Html::text(view->category_labels.front()));
    add("Where", listed.incident.place_text.empty() ? Html::text("Not said")
                                                    : html::typed_text(listed.incident.place_text));
    add("What happened", html::typed_text(listed.incident.description));
    add("Who told us", html::typed_text(from_words(listed)));
    if (!listed.report_reference.empty()) add("Report", Html::text(listed.report_reference));
    auto written = instant_words(listed.incident.recorded_at);
    if (!listed.recorded_by.empty()) written += " by " + listed.recorded_by;
    add("Written down", Html::text(written));
    Html body = govuk::summary_list(facts);
    body << html::p(html::a(list_address(view->header.reference), "All incidents"));
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::incidents,
                                           .title = "Incident",
                                           .body = std::move(body)},
                                          view->header.counts));
}

http::Response show_add_incident(Visit& visit) {
    auto const view =
        usecases::incidents::view_incident_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    typed.set("category", view->category);
    typed.set("place", view->place);
    return cases::case_form_page(visit, add_page(*view), add_incident_form().shapes(), std::move(typed), {});
}

http::Response post_add_incident(Visit& visit) {
    auto const view =
        usecases::incidents::view_incident_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const shapes = add_incident_form().shapes();
    auto page = add_page(*view);
    auto parsed = visit.parse(add_incident_form(), page.choices);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    auto const added = usecases::incidents::add_incident(visit.context, parsed.input);
    if (added) return visit.done(page.cancel_href, "Incident saved.");
    if (is_about_the_form(added.error()))
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     problems_of(added.error()));
    return visit.refused(added.error());
}

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back({Method::get, "/cases/{reference}/incidents", Access::to(Action::see_protected_details),
                      show_incidents});
    routes.push_back(
        {Method::get, "/cases/{reference}/incidents/new", Access::to(Action::work_case), show_add_incident});
    routes.push_back({Method::post, "/cases/{reference}/incidents/new", Access::to(Action::work_case),
                      post_add_incident, http::Body::form});
    routes.push_back({Method::get, "/cases/{reference}/incidents/{incident}",
                      Access::to(Action::see_protected_details), show_incident});
}

}  // namespace doorstep::pages::incidents
