#include "usecases/incidents/staff_safety.h"

#include <charconv>

#include "storage/cases.h"
#include "usecases/cases/open_case.h"
#include "usecases/orders/deadlines.h"
#include "usecases/settings.h"
#include "usecases/tasks/tasks.h"

namespace doorstep::usecases::incidents {

using domain::access::Action;
using domain::cases::CaseFile;
using domain::incidents::Incident;

namespace {

constexpr std::string_view steps_list = "staff-safety-steps";

int days_of(legal::ListEntry const& entry) {
    auto const words = entry.detail("days");
    int days = 0;
    std::from_chars(words.data(), words.data() + words.size(), days);
    return days;
}

int make_steps(Change& change, Settings const& settings, CaseFile const& file, Incident const& incident) {
    auto const manager = orders::watching_manager(change.tx, file);
    auto const owner = manager ? manager : file.owner ? file.owner : change.viewer.account;
    if (!owner) return 0;
    int made = 0;
    for (auto const* entry : settings.list(steps_list).in_use(change.today)) {
        auto const task = change.new_id<tasks::TaskId>();
        tasks::put_task(change, file,
                        {.id = task,
                         .case_file = file.id,
                         .what = "After an incident against staff: " + entry->label,
                         .owner = *owner,
                         .due_on = change.today.plus_days(days_of(*entry)),
                         .done_on = {},
                         .result = {},
                         .created_by = change.viewer.account,
                         .created_at = change.now});
        storage::staff_safety::insert(change.tx, incident.id, entry->code, task);
        ++made;
    }
    if (made > 0)
        change.record(file.id, domain::events::staff_incident_recorded, incident.id.text(),
                      domain::events::Detail().set(
                          "entry", "The policy on violence and aggression: steps for the manager"));
    return made;
}

}  // namespace

bool is_against_staff(Settings const& settings, std::string_view category) {
    for (auto const& entry : settings.list("categories").all())
        if (entry.code == category && entry.detail("against_staff") == "true") return true;
    return false;
}

int start_staff_safety(Change& change, Settings const& settings, CaseFile const& file,
                       Incident const& incident) {
    if (!is_against_staff(settings, incident.category)) return 0;
    return make_steps(change, settings, file, incident);
}

Expected<StaffSafetyView> view_staff_safety(Context& context, std::string_view reference,
                                            std::string_view incident) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto const id = IncidentId::parse(incident);
    auto listed = id ? storage::incidents::find(tx, opened->file.id, *id) : std::nullopt;
    if (!listed)
        return refuse(RefusalKind::not_found, "incident-unknown", "There is no such incident on this case");
    StaffSafetyView view;
    view.category = context.settings().list("categories").label(listed->incident.category);
    view.steps = storage::staff_safety::steps(tx, *id);
    view.may_start = view.steps.empty() && opened->header.may_work && !listed->incident.is_struck_out();
    view.listed = std::move(*listed);
    context.note_view("people", opened->file.id, id->text());
    view.header = std::move(opened->header);
    return view;
}

Expected<Done> follow_staff_safety(Context& context, std::string_view reference, std::string_view incident) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto const id = IncidentId::parse(incident);
        auto const listed = id ? storage::incidents::find(change.tx, file->id, *id) : std::nullopt;
        if (!listed || listed->incident.is_struck_out())
            return refuse(RefusalKind::not_found, "incident-unknown",
                          "There is no such incident on this case");
        if (!storage::staff_safety::steps(change.tx, *id).empty())
            return refuse(RefusalKind::conflict, "followed-already",
                          "The steps of the policy are there already");
        if (make_steps(change, settings, *file, listed->incident) == 0)
            return refuse(RefusalKind::conflict, "nobody-to-follow",
                          "There is no step in the policy, or nobody to take it: ask an administrator");
        if (auto saved = cases::save_case(change, *file); !saved) return saved;
        return Done{};
    });
}

}  // namespace doorstep::usecases::incidents
