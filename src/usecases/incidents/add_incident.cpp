#include "usecases/incidents/add_incident.h"

#include "storage/cases.h"
#include "storage/incidents.h"
#include "storage/people.h"
#include "usecases/cases/open_case.h"
#include "usecases/find/case_words.h"
#include "usecases/incidents/staff_safety.h"
#include "usecases/settings.h"

namespace doorstep::usecases::incidents {

using domain::incidents::Incident;

Expected<IncidentId> add_incident(Context& context, AddIncident const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<IncidentId> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        Incident const incident{.id = change.new_id<IncidentId>(),
                                .case_file = file->id,
                                .report = {},
                                .happened_on = input.happened_on,
                                .happened_time = input.happened_time,
                                .category = input.category.empty() ? file->category : input.category,
                                .place_text = input.place_text,
                                .description = input.description,
                                .source = input.source,
                                .person = input.person,
                                .recorded_by = change.viewer.account,
                                .recorded_at = change.now};
        if (auto allowed = domain::incidents::check_incident(incident, change.today); !allowed)
            return refuse(allowed.error());
        if (incident.category != file->category &&
            !settings.list("categories").find(incident.category, incident.happened_on))
            return refuse_field("category-unknown", "category", "Choose from the list");
        if (incident.person) {
            auto const person = storage::people::find_case_person(change.tx, *incident.person);
            if (!person || person->case_file != file->id)
                return refuse_field("person-unknown", "person", "Select somebody on this case");
        }
        storage::incidents::insert(change.tx, incident);
        start_staff_safety(change, settings, *file, incident);
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        find::add_case_words(change, file->id, incident.description + " " + incident.place_text);
        change.record(file->id, domain::events::incident_added, incident.id.text(),
                      domain::events::Detail()
                          .set("happened_on", incident.happened_on)
                          .set("happened_time",
                               incident.happened_time ? incident.happened_time->words() : std::string())
                          .set("category", incident.category)
                          .set("source", incident.source)
                          .set("person", incident.person)
                          .personal("place", incident.place_text)
                          .personal("description", incident.description));
        return incident.id;
    });
}

}  // namespace doorstep::usecases::incidents
