#include "usecases/people/exclusions.h"

#include <algorithm>

#include "base/text.h"
#include "storage/exclusions.h"
#include "usecases/cases/open_case.h"
#include "usecases/people/markers.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"
#include "usecases/tasks/tasks.h"

namespace doorstep::usecases::people {

using domain::access::Action;
using domain::people::ExclusionId;
using domain::people::ServiceExclusion;

namespace {

std::string service_words(Settings const& settings, ServiceExclusion const& exclusion) {
    std::string const kind(settings.list("services").label(exclusion.service));
    return exclusion.service_name.empty() ? kind
                                          : exclusion.service_name + " (" + text::lower_ascii(kind) + ")";
}

}  // namespace

Expected<ExclusionId> add_exclusion(Context& context, AddExclusion const& input) {
    auto const& settings = context.settings();
    auto const latest = latest_marker_day(context);
    return context.change([&](Change& change) -> Expected<ExclusionId> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.person);
        if (!found) return refuse(found.error());
        ServiceExclusion exclusion;
        exclusion.id = change.new_id<ExclusionId>();
        exclusion.case_file = file->id;
        exclusion.person = input.person;
        exclusion.service = input.service;
        exclusion.service_name = input.service_name;
        exclusion.from_on = input.from;
        exclusion.until_on = input.until;
        exclusion.review_on = input.review;
        exclusion.reason = input.reason;
        exclusion.warnings = input.warnings;
        exclusion.made_by = change.viewer.account;
        if (auto checked = domain::people::check_exclusion(exclusion, change.today, latest); !checked)
            return refuse(checked.error());
        if (!settings.list("services").find(input.service, change.today))
            return refuse_field("service-unknown", "service", "Select the service");
        storage::exclusions::insert(change.tx, exclusion, change.now);
        auto const owner = file->owner ? file->owner : change.viewer.account;
        if (owner)
            tasks::put_task(change, *file,
                            {.id = change.new_id<tasks::TaskId>(),
                             .case_file = file->id,
                             .what = "Review: booked out of " + service_words(settings, exclusion),
                             .owner = *owner,
                             .due_on = exclusion.review_on,
                             .done_on = {},
                             .result = {},
                             .created_by = change.viewer.account,
                             .created_at = change.now});
        if (auto saved = save_person(change, settings, *file, found->part); !saved)
            return refuse(saved.error());
        change.record(file->id, domain::events::person_changed, input.person.text(),
                      domain::events::Detail()
                          .set("person", input.person)
                          .set("entry", "Booked out of " +
                                            std::string(settings.list("services").label(exclusion.service)))
                          .set("until", exclusion.until_on)
                          .personal("reason", exclusion.reason));
        return exclusion.id;
    });
}

Expected<Done> end_exclusion(Context& context, EndExclusion const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.person);
        if (!found) return refuse(found.error());
        if (text::trim(input.reason).empty())
            return refuse_field("reason-missing", "reason", "Enter why it ends");
        auto const all = storage::exclusions::of_case(change.tx, file->id);
        auto const one = std::find_if(all.begin(), all.end(), [&](auto const& named) {
            return named.exclusion.id == input.exclusion && named.exclusion.person == input.person;
        });
        if (one == all.end())
            return refuse(RefusalKind::not_found, "exclusion-unknown", "There is no such exclusion");
        if (!storage::exclusions::end(change.tx, input.exclusion, change.today, input.reason))
            return refuse(RefusalKind::conflict, "ended-already", "This exclusion has ended already");
        if (auto saved = save_person(change, settings, *file, found->part); !saved)
            return refuse(saved.error());
        change.record(
            file->id, domain::events::person_changed, input.person.text(),
            domain::events::Detail()
                .set("person", input.person)
                .set("entry", "Not booked out any more of " +
                                  std::string(settings.list("services").label(one->exclusion.service)))
                .personal("reason", input.reason));
        return Done{};
    });
}

std::vector<ExclusionLine> exclusions_of_case(storage::sql::Read& tx, Settings const& settings,
                                              CaseFileId file, Date today) {
    std::vector<ExclusionLine> lines;
    for (auto& named : storage::exclusions::of_case(tx, file)) {
        ExclusionLine line;
        line.service_words = service_words(settings, named.exclusion);
        if (auto const* entry = settings.list("services").find(named.exclusion.service, today))
            line.complex_needs = entry->detail("complex") == "true";
        line.in_force = named.exclusion.is_in_force(today);
        line.complained_about = named.side == domain::people::Side::complained_about;
        line.exclusion = std::move(named.exclusion);
        line.person_name = std::move(named.person_name);
        lines.push_back(std::move(line));
    }
    std::stable_partition(lines.begin(), lines.end(), [](auto const& line) { return line.in_force; });
    return lines;
}

std::vector<std::pair<std::string, std::string>> services_to_choose(Settings const& settings, Date today) {
    std::vector<std::pair<std::string, std::string>> choices;
    for (auto const* entry : settings.list("services").in_use(today))
        choices.emplace_back(entry->code, entry->detail("complex") == "true"
                                              ? entry->label + " (works with complex needs)"
                                              : entry->label);
    return choices;
}

}  // namespace doorstep::usecases::people
