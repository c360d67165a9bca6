#include "usecases/contacts/record_contact.h"

#include <algorithm>

#include "domain/contacts/check_contact.h"
#include "legal/standard_ids.h"
#include "storage/cases.h"
#include "storage/contacts.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/contacts/clocks.h"
#include "usecases/find/case_words.h"
#include "usecases/plans/plan_due.h"
#include "usecases/settings.h"
#include "usecases/tasks/tasks.h"

namespace doorstep::usecases::contacts {

using domain::access::Action;
using domain::contacts::Contact;
using domain::contacts::Result;

namespace {

/// Whoever deals with the case agrees another way before anybody uses this one again.
void ask_for_a_safe_way(Change& change, domain::cases::CaseFile const& file) {
    auto const owner = file.owner ? file.owner : change.viewer.account;
    if (!owner) return;
    domain::tasks::Task const task{
        .id = change.new_id<domain::tasks::TaskId>(),
        .case_file = file.id,
        .what = "Agree a safe way to contact them: the last one used is no longer safe",
        .owner = *owner,
        .due_on = change.today,
        .done_on = {},
        .result = {},
        .created_by = change.viewer.account,
        .created_at = change.now};
    tasks::put_task(change, file, task);
}

/// Somebody who left a message hears from us within the standard for it, whatever their clock says.
void keep_answer_due(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                     CasePersonId person) {
    using domain::work::Kind;
    auto const since = storage::contacts::unanswered_since(change.tx, person);
    if (!since) return storage::work_items::finish(change.tx, Kind::message_reply, person.text(), change.now);
    storage::work_items::put(
        change.tx,
        {.id = change.new_id<WorkItemId>(),
         .account = file.owner,
         .kind = Kind::message_reply,
         .case_file = file.id,
         .report = {},
         .subject = std::string(person.text()),
         .due_on = settings.standards()
                       .deadline(legal::standard_ids::message_reply, *since, {}, settings.site().division)
                       .by,
         .high_risk = file.is_high_risk()},
        change.now);
}

}  // namespace

Expected<ContactRecorded> record_contact(Context& context, RecordContact const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<ContactRecorded> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());

        auto people = storage::people::people_of_case(change.tx, file->id);
        auto const with = std::find_if(people.begin(), people.end(),
                                       [&](auto const& p) { return p.part.id == input.person; });
        if (with == people.end())
            return refuse_field("person-unknown", "person", "Select who you were in contact with");

        Contact const contact{.id = change.new_id<ContactId>(),
                              .case_file = file->id,
                              .person = input.person,
                              .made_on = input.made_on,
                              .made_time = input.made_time,
                              .method = input.method,
                              .result = input.result,
                              .summary = input.summary,
                              .still_safe = input.still_safe,
                              .made_by = change.viewer.account,
                              .recorded_at = change.now};
        auto const allowed = domain::contacts::check_contact(contact, {.today = change.today,
                                                                       .now = london_time(change.now),
                                                                       .raised_on = file->raised_on,
                                                                       .safe_contact = with->safe_contact});
        if (!allowed) return refuse(allowed.error());

        storage::contacts::insert(change.tx, contact);
        auto& part = with->part;
        bool const first = !part.first_contact_on;
        if (contact.result == Result::conversation) {
            recompute_clock(change, settings, *file, part);
            storage::people::update(change.tx, part);
            std::vector<domain::people::CasePerson> parts;
            for (auto const& person : people) parts.push_back(person.part);
            take_earliest(*file, parts);
            plans::set_plan_due(change, settings, *file, parts);
        }
        if (contact.result == Result::conversation || contact.result == Result::message_received)
            keep_answer_due(change, settings, *file, part.id);
        bool const ask_again = input.still_safe == false;
        if (ask_again) ask_for_a_safe_way(change, *file);
        ++file->contacts_count;
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);

        find::add_case_words(change, file->id, contact.summary);
        change.record(file->id, domain::events::contact_recorded, contact.id.text(),
                      domain::events::Detail()
                          .set("made_on", contact.made_on)
                          .set("method", contact.method)
                          .set("result", contact.result)
                          .set("with", part.part)
                          .set("person", part.id)
                          .set("next_contact_by", part.next_contact_by)
                          .set("still_safe", contact.still_safe)
                          .personal("summary", contact.summary));
        return ContactRecorded{.id = contact.id,
                               .next_contact_by = part.next_contact_by,
                               .met_first_contact = first && part.first_contact_on.has_value(),
                               .moved_the_clock = contact.result == Result::conversation,
                               .asks_for_a_safe_way = ask_again};
    });
}

}  // namespace doorstep::usecases::contacts
