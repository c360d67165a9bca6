#include "usecases/people/officers_told.h"

#include "legal/standard_ids.h"
#include "storage/cases.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::people {

using domain::cases::CaseFile;
using domain::people::CasePerson;
using domain::people::Part;
using domain::work::Kind;

bool is_told(CaseFile const& file, CasePerson const& person) {
    return person.told_officers_on && person.told_owner == file.owner &&
           person.told_housing_officer == file.housing_officer;
}

void keep_officers_told(Change& change, Settings const& settings, CaseFile const& file,
                        std::vector<CasePerson> const& people) {
    for (auto const& person : people) {
        if (person.part != Part::complainant) continue;
        bool const can_be_told = !person.left_on && person.raised_on;
        if (!can_be_told || !file.owner || file.is_closed() || is_told(file, person)) {
            storage::work_items::finish(change.tx, Kind::tell_officers, person.id.text(), change.now);
            continue;
        }
        auto const deadline = settings.standards().deadline(legal::standard_ids::tell_officers, change.today,
                                                            {}, settings.site().division);
        storage::work_items::put(change.tx,
                                 {.id = change.new_id<WorkItemId>(),
                                  .account = file.owner,
                                  .kind = Kind::tell_officers,
                                  .case_file = file.id,
                                  .report = {},
                                  .subject = std::string(person.id.text()),
                                  .due_on = deadline.by,
                                  .high_risk = file.is_high_risk()},
                                 change.now);
    }
}

Expected<Done> tell_officers(Context& context, TellOfficers const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.person);
        if (!found) return refuse(found.error());
        auto& part = found->part;
        if (part.part != Part::complainant)
            return refuse(RefusalKind::invalid, "not-a-complainant", "Only complainants are told this");
        if (!file->owner)
            return refuse(RefusalKind::invalid, "no-owner",
                          "Nobody deals with this case yet: choose an owner first");
        if (input.told_on > change.today)
            return refuse_field("date-in-future", "told-on", "The day must be today or in the past");
        if (input.told_on < part.joined_on)
            return refuse_field(
                "date-before-joined", "told-on",
                "The day must be on or after " + date_words(part.joined_on) + ", when they joined the case");
        part.told_officers_on = input.told_on;
        part.told_owner = file->owner;
        part.told_housing_officer = file->housing_officer;
        if (auto saved = save_person(change, settings, *file, part); !saved) return refuse(saved.error());
        storage::work_items::finish(change.tx, Kind::tell_officers, part.id.text(), change.now);
        change.record(file->id, domain::events::officers_told, part.id.text(),
                      domain::events::Detail()
                          .set("person", part.id)
                          .set("on", input.told_on)
                          .set("how", input.how)
                          .set("owner", file->owner)
                          .set("housing_officer", file->housing_officer));
        return Done{};
    });
}

}  // namespace doorstep::usecases::people
