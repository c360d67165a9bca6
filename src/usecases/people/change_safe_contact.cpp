#include "usecases/people/change_safe_contact.h"

#include "domain/people/check_person.h"
#include "usecases/cases/case_alerts.h"
#include "usecases/cases/open_case.h"
#include "usecases/messages/rights_letter.h"
#include "usecases/people/on_case.h"
#include "usecases/settings.h"

namespace doorstep::usecases::people {

Expected<Done> change_safe_contact(Context& context, ChangeSafeContact const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto found = person_of_case(change.tx, file->id, input.id);
        if (!found) return refuse(found.error());
        auto const& safe = input.safe_contact;
        if (auto checked = domain::people::check_safe_contact(safe, change.today); !checked)
            return refuse(checked.error());
        auto& part = found->part;
        if (part.version != input.version) return refuse(cases::changed_meanwhile());
        auto const before =
            found->safe_contact ? domain::people::safe_contact_words(*found->safe_contact) : std::string();
        auto const id = std::string(change.ids().next().text());
        storage::people::insert_safe_contact_row(change.tx, id, safe);
        part.safe_contact_id = id;
        if (auto saved = save_person(change, settings, *file, part); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::safe_contact_changed, part.id.text(),
                      domain::events::Detail()
                          .set("person_added", part.id)
                          .set("on", safe.agreed_on)
                          .set("safe_contact_id", id)
                          .personal_change("safe_contact", before, domain::people::safe_contact_words(safe))
                          .personal("telephone", safe.telephone)
                          .personal("email", safe.email)
                          .personal("note", cases::adjustment_words(safe)));
        messages::write_rights_letters(change, settings, *file);
        return Done{};
    });
}

}  // namespace doorstep::usecases::people
