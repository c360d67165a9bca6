#include "usecases/incidents/edit_incident.h"

#include <algorithm>

#include "storage/cases.h"
#include "storage/people.h"
#include "usecases/cases/open_case.h"
#include "usecases/find/case_words.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::incidents {

using domain::incidents::Incident;

namespace {

std::string time_of(Incident const& incident) {
    return incident.happened_time ? incident.happened_time->words() : std::string();
}

Expected<Incident> find_incident(storage::sql::Read& tx, CaseFileId file, IncidentId id) {
    auto found = storage::incidents::find(tx, file, id);
    if (!found)
        return refuse(RefusalKind::not_found, "incident-unknown", "There is no such incident on this case");
    return std::move(found->incident);
}

Refusal changed_incident() {
    return Refusal(RefusalKind::conflict, "changed-meanwhile",
                   "Someone changed this incident while you were working");
}

Refusal struck_incident() {
    return Refusal(RefusalKind::conflict, "incident-struck-out",
                   "This incident is struck out and cannot be changed");
}

/// What every change of an incident leaves behind besides its own event.
Expected<Done> keep(Change& change, Settings const& settings, domain::cases::CaseFile& file,
                    Incident const& incident) {
    if (!storage::incidents::update(change.tx, incident)) return refuse(changed_incident());
    if (auto saved = cases::save_case(change, file); !saved) return refuse(saved.error());
    if (change.viewer.account)
        storage::cases::add_handler(change.tx, file.id, *change.viewer.account, change.now);
    find::keep_case_words(change.tx, settings, file);
    return Done{};
}

}  // namespace

Expected<Done> edit_incident(Context& context, EditIncident const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto incident = find_incident(change.tx, file->id, input.id);
        if (!incident) return refuse(incident.error());
        if (incident->is_struck_out()) return refuse(struck_incident());
        if (incident->version != input.version) return refuse(changed_incident());
        auto const before = *incident;
        incident->happened_on = input.happened_on;
        incident->happened_time = input.happened_time;
        incident->category = input.category;
        incident->place_text = input.place_text;
        incident->description = input.description;
        incident->source = input.source;
        incident->person = input.person;
        if (auto allowed = domain::incidents::check_incident(*incident, change.today); !allowed)
            return refuse(allowed.error());
        if (incident->category != before.category &&
            !settings.list("categories").find(incident->category, incident->happened_on))
            return refuse_field("category-unknown", "category", "Choose from the list");
        if (incident->person && incident->person != before.person) {
            auto const person = storage::people::find_case_person(change.tx, *incident->person);
            if (!person || person->case_file != file->id)
                return refuse_field("person-unknown", "person", "Select somebody on this case");
        }
        if (auto kept = keep(change, settings, *file, *incident); !kept) return kept;
        change.record(file->id, domain::events::incident_changed, incident->id.text(),
                      domain::events::Detail()
                          .change("happened_on", before.happened_on, incident->happened_on)
                          .change("happened_time", time_of(before), time_of(*incident))
                          .change("category", before.category, incident->category)
                          .change("source", before.source, incident->source)
                          .change("person", before.person, incident->person)
                          .personal_change("place", before.place_text, incident->place_text)
                          .personal_change("description", before.description, incident->description));
        return Done{};
    });
}

Expected<Done> strike_incident(Context& context, StrikeIncident const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto incident = find_incident(change.tx, file->id, input.id);
        if (!incident) return refuse(incident.error());
        if (auto allowed = domain::incidents::check_strike(*incident, input.reason); !allowed) return allowed;
        if (incident->version != input.version) return refuse(changed_incident());
        incident->struck_reason = input.reason;
        incident->struck_by = change.viewer.account;
        incident->struck_at = change.now;
        if (auto kept = keep(change, settings, *file, *incident); !kept) return kept;
        change.record(file->id, domain::events::incident_struck_out, incident->id.text(),
                      domain::events::Detail()
                          .set("happened_on", incident->happened_on)
                          .set("category", incident->category)
                          .personal("reason", incident->struck_reason));
        return Done{};
    });
}

Expected<EditIncidentView> view_edit_incident(Context& context, std::string_view reference,
                                              std::string_view id) {
    auto form = view_incident_form(context, reference);
    if (!form) return refuse(form.error());
    auto const parsed = IncidentId::parse(id);
    auto const found =
        parsed ? storage::incidents::find(context.read(), form->header.id, *parsed) : std::nullopt;
    if (!found)
        return refuse(RefusalKind::not_found, "incident-unknown", "There is no such incident on this case");
    auto const& incident = found->incident;
    if (incident.is_struck_out()) return refuse(struck_incident());
    EditIncidentView view{.form = std::move(*form),
                          .stored = {.reference = std::string(reference),
                                     .id = incident.id,
                                     .version = incident.version,
                                     .happened_on = incident.happened_on,
                                     .happened_time = incident.happened_time,
                                     .category = incident.category,
                                     .place_text = incident.place_text,
                                     .description = incident.description,
                                     .source = incident.source,
                                     .person = incident.person}};
    // What it says now can always be kept.
    auto& categories = view.form.categories;
    if (std::none_of(categories.begin(), categories.end(),
                     [&](auto const& one) { return one.first == incident.category; }))
        categories.emplace_back(incident.category,
                                std::string(context.settings().list("categories").label(incident.category)));
    auto& people = view.form.people;
    if (incident.person && std::none_of(people.begin(), people.end(),
                                        [&](auto const& one) { return one.first == *incident.person; }))
        people.emplace_back(*incident.person, found->person_name);
    return view;
}

}  // namespace doorstep::usecases::incidents
