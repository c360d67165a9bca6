#include "usecases/incidents/view_incidents.h"

#include <algorithm>

#include "storage/people.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::incidents {

using domain::access::Action;

namespace {

constexpr int incidents_per_page = 25;

void label_kinds(Context& context, IncidentsView& view) {
    auto const& categories = context.settings().list("categories");
    for (auto const& listed : view.incidents)
        view.category_labels.emplace_back(categories.label(listed.incident.category));
}

std::vector<orders::PossibleBreach> orders_met_by(Context& context, domain::cases::CaseFile const& file,
                                                  domain::incidents::Incident const& incident) {
    orders::WhatHappened happened;
    happened.file = file.id;
    happened.report = incident.report;
    happened.home = file.address;
    happened.home_words = file.place_text;
    happened.place = incident.place_text;
    happened.on = incident.happened_on;
    happened.time = incident.happened_time;
    happened.kinds = {incident.category};
    happened.words = incident.description + " " + incident.place_text;
    return orders::possible_breaches(context, happened);
}

}  // namespace

Expected<IncidentsView> view_incidents(Context& context, std::string_view reference, int page) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    IncidentsView view;
    view.header = std::move(opened->header);
    view.pages = std::max(1, (view.header.counts.incidents + incidents_per_page - 1) / incidents_per_page);
    view.page = std::clamp(page, 1, view.pages);
    view.incidents = storage::incidents::of_case(context.read(), view.header.id, incidents_per_page,
                                                 (view.page - 1) * incidents_per_page);
    if (view.page == 1)
        view.struck_out = storage::incidents::struck_out(context.read(), view.header.id, incidents_per_page);
    label_kinds(context, view);
    context.note_view("case", view.header.id, view.header.id.text());
    return view;
}

Expected<IncidentsView> view_incident(Context& context, std::string_view reference, std::string_view id) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto const incident_id = IncidentId::parse(id);
    auto found = incident_id ? storage::incidents::find(context.read(), opened->header.id, *incident_id)
                             : std::nullopt;
    if (!found)
        return refuse(RefusalKind::not_found, "incident-unknown", "There is no such incident on this case");
    IncidentsView view;
    view.header = std::move(opened->header);
    if (!found->incident.is_struck_out())
        view.possible_breaches = orders_met_by(context, opened->file, found->incident);
    view.incidents.push_back(std::move(*found));
    label_kinds(context, view);
    context.note_view("case", view.header.id, id);
    return view;
}

Expected<IncidentFormView> view_incident_form(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_form(context, reference, Action::work_case);
    if (!opened) return refuse(opened.error());
    IncidentFormView view;
    view.header = std::move(opened->header);
    view.category = opened->file.category;
    view.place = opened->file.place_text;
    for (auto const& entry : storage::people::people_of_case(context.read(), view.header.id))
        if (!entry.part.left_on && entry.part.side != domain::people::Side::complained_about)
            view.people.emplace_back(entry.part.id, people::name_of_person(entry));
    for (auto const* entry : context.settings().list("categories").in_use(context.today))
        view.categories.emplace_back(entry->code, entry->label);
    context.note_view("people", view.header.id, view.header.id.text());
    return view;
}

}  // namespace doorstep::usecases::incidents
