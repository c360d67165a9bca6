#include "usecases/people/markers.h"

#include <algorithm>

#include "base/text.h"
#include "legal/standard_ids.h"
#include "storage/markers.h"
#include "usecases/cases/open_case.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::people {

using domain::access::Action;
using domain::people::MarkerId;
using domain::people::WarningMarker;

Date latest_marker_day(Context& context) {
    auto const& settings = context.settings();
    return settings.standards()
        .deadline(legal::standard_ids::warning_marker, context.today, {}, settings.site().division)
        .by;
}

Expected<MarkerId> add_marker(Context& context, AddMarker const& input) {
    auto const& settings = context.settings();
    auto const latest = latest_marker_day(context);
    return context.change([&](Change& change) -> Expected<MarkerId> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.person);
        if (!found) return refuse(found.error());
        WarningMarker marker;
        marker.id = change.new_id<MarkerId>();
        marker.case_file = file->id;
        marker.person = input.person;
        marker.warning = input.warning;
        marker.precaution = input.precaution;
        marker.from_on = change.today;
        marker.until_on = input.until;
        marker.made_by = change.viewer.account;
        if (auto checked = domain::people::check_marker(marker, latest); !checked)
            return refuse(checked.error());
        storage::markers::insert(change.tx, marker, change.now);
        if (auto saved = save_person(change, settings, *file, found->part); !saved)
            return refuse(saved.error());
        change.record(file->id, domain::events::marker_added, marker.id.text(),
                      domain::events::Detail()
                          .set("person", input.person)
                          .set("until", marker.until_on)
                          .personal("marker", marker.warning)
                          .personal("precaution", marker.precaution));
        return marker.id;
    });
}

Expected<Done> end_marker(Context& context, EndMarker const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.person);
        if (!found) return refuse(found.error());
        if (text::trim(input.reason).empty())
            return refuse_field("reason-missing", "reason", "Enter why it is no longer needed");
        auto const markers = storage::markers::of_case(change.tx, file->id);
        auto const marker = std::find_if(markers.begin(), markers.end(), [&](auto const& one) {
            return one.id == input.marker && one.person == input.person;
        });
        if (marker == markers.end())
            return refuse(RefusalKind::not_found, "marker-unknown", "There is no such marker");
        if (!storage::markers::end(change.tx, marker->id, change.today, input.reason))
            return refuse(RefusalKind::conflict, "ended-already", "This marker has ended already");
        if (auto saved = save_person(change, settings, *file, found->part); !saved)
            return refuse(saved.error());
        change.record(file->id, domain::events::marker_ended, marker->id.text(),
                      domain::events::Detail()
                          .set("person", input.person)
                          .personal("marker", marker->warning)
                          .personal("reason", input.reason));
        return Done{};
    });
}

}  // namespace doorstep::usecases::people
