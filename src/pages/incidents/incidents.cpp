#include "pages/incidents/incidents.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/cases/case_form.h"
#include "pages/incidents/edit_incident.h"
#include "pages/incidents/incident_form.h"
#include "pages/incidents/staff_safety.h"
#include "pages/orders/parts.h"
#include "pages/orders/possible_breach_list.h"
#include "pages/paging.h"
#include "usecases/incidents/add_incident.h"
#include "usecases/incidents/view_incidents.h"

namespace doorstep::pages::incidents {

using storage::incidents::ListedIncident;
using usecases::incidents::AddIncident;
using usecases::incidents::IncidentFormView;
using usecases::incidents::IncidentsView;

namespace {

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

std::string incident_address(IncidentsView const& view, ListedIncident const& listed) {
    return incidents_address(view.header.reference) + "/" + std::string(listed.incident.id.text());
}

govuk::TableWrap struck_out_table(IncidentsView const& view) {
    govuk::TableWrap wrap;
    wrap.table.caption = "Struck out, not counted";
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.stacks = true;
    wrap.table.head = {{.text = "When"}, {.text = "What it said"}, {.text = "Why it was struck out"}};
    for (auto const& listed : view.struck_out)
        wrap.table.rows.push_back({{.html = html::a(incident_address(view, listed), when_words(listed))},
                                   {.text = text::shorten(listed.incident.description, shown_in_list)},
                                   {.text = text::shorten(listed.incident.struck_reason, shown_in_list)}});
    return wrap;
}

govuk::TableWrap table_of(IncidentsView const& view) {
    govuk::TableWrap wrap;
    wrap.table.caption = "Incidents, newest first";
    wrap.table.caption_classes = "govuk-table__caption--m";
    wrap.table.first_cell_is_header = true;
    wrap.table.stacks = true;
    wrap.table.head = {{.text = "When"}, {.text = "Kind"}, {.text = "What happened"}, {.text = "From"}};
    for (std::size_t n = 0; n < view.incidents.size(); ++n) {
        auto const& listed = view.incidents[n];
        auto from = from_words(listed);
        if (!listed.report_reference.empty()) from += " (" + listed.report_reference + ")";
        wrap.table.rows.push_back({{.html = html::a(incident_address(view, listed), when_words(listed))},
                                   {.text = view.category_labels[n]},
                                   {.text = text::shorten(listed.incident.description, shown_in_list)},
                                   {.text = std::move(from)}});
    }
    return wrap;
}

Html possible_breach_list(IncidentsView const& view) {
    auto const id = std::string(view.incidents.front().incident.id.text());
    return orders::possible_breach_list(view.possible_breaches, [&](auto const& possible) {
        if (!possible.near.same_case || !view.header.may_work) return Html();
        return html::a(orders::order_address(possible.near.reference, possible.near.order) +
                           "/breaches/new?incident=" + id,
                       "Record a breach");
    });
}

cases::CaseForm add_page(IncidentFormView const& view) {
    cases::CaseForm form{.reference = view.header.reference,
                         .title = "Add an incident",
                         .action = incidents_address(view.header.reference) + "/new",
                         .save_words = "Save incident",
                         .cancel_href = incidents_address(view.header.reference)};
    form.choices = incident_choices(view);
    return form;
}

}  // namespace

http::Response show_incidents(Visit& visit) {
    auto const view = usecases::incidents::view_incidents(visit.context, visit.request.parameter("reference"),
                                                          page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    auto const address = incidents_address(view->header.reference);
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
    if (!view->struck_out.empty()) append(body, struck_out_table(*view));
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
    auto const& incident = listed.incident;
    Html body;
    if (incident.is_struck_out()) {
        Html struck;
        struck << html::strong("Struck out and not counted") << " on " << instant_words(*incident.struck_at);
        if (!listed.struck_by.empty()) struck << " by " << listed.struck_by;
        struck << html::p(html::typed_text(incident.struck_reason));
        body << govuk::inset_text({.html = struck});
    }
    body << govuk::summary_list(facts);
    if (!incident.is_struck_out() && view->header.may_work) {
        auto const address = incident_address(*view, listed);
        Html acts = govuk::button(
            {.text = "Put it right", .href = address + "/edit", .classes = "govuk-button--secondary"});
        acts << govuk::button(
            {.text = "Strike it out", .href = address + "/remove", .classes = "govuk-button--secondary"});
        body << html::button_group(acts);
    }
    body << possible_breach_list(*view);
    body << html::p(
        html::a(incident_address(*view, listed) + "/staff-safety", "Was it against one of our staff?"));
    body << html::p(html::a(incidents_address(view->header.reference), "All incidents"));
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
    return cases::case_form_page(visit, add_page(*view), incident_form<AddIncident>().shapes(),
                                 std::move(typed), {});
}

http::Response post_add_incident(Visit& visit) {
    auto const view =
        usecases::incidents::view_incident_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const shapes = incident_form<AddIncident>().shapes();
    auto page = add_page(*view);
    auto parsed = visit.parse(incident_form<AddIncident>(), page.choices);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    auto const added = usecases::incidents::add_incident(visit.context, parsed.input);
    if (added) {
        auto const saved =
            usecases::incidents::view_incident(visit.context, view->header.reference, added->text());
        if (saved && !saved->possible_breaches.empty())
            return visit.done(page.cancel_href + "/" + std::string(added->text()),
                              "Incident saved. It may have broken an order: look below.");
        return visit.done(page.cancel_href, "Incident saved.");
    }
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
    routes.push_back({Method::get, "/cases/{reference}/incidents/{incident}/staff-safety",
                      Access::to(Action::see_protected_details), show_staff_safety});
    routes.push_back({Method::post, "/cases/{reference}/incidents/{incident}/staff-safety",
                      Access::to(Action::work_case), post_staff_safety, http::Body::form});
    routes.push_back({Method::get, "/cases/{reference}/incidents/{incident}/edit",
                      Access::to(Action::work_case), show_edit_incident});
    routes.push_back({Method::post, "/cases/{reference}/incidents/{incident}/edit",
                      Access::to(Action::work_case), post_edit_incident, http::Body::form});
    routes.push_back({Method::get, "/cases/{reference}/incidents/{incident}/remove",
                      Access::to(Action::work_case), show_strike_incident});
    routes.push_back({Method::post, "/cases/{reference}/incidents/{incident}/remove",
                      Access::to(Action::work_case), post_strike_incident, http::Body::form});
}

}  // namespace doorstep::pages::incidents
