#include "usecases/messages/after_sent.h"

#include "domain/messages/letters.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/reports.h"
#include "storage/work_items.h"
#include "usecases/messages/acknowledgement.h"
#include "usecases/messages/release.h"
#include "usecases/messages/rights_letter.h"

namespace doorstep::usecases::messages {

using domain::messages::Channel;
using domain::messages::Message;
using domain::work::Kind;

namespace {

void stamp_told(Change& change, Message const& message) {
    if (!message.names_owner || !message.person || !message.case_file) return;
    auto part = storage::people::find_case_person(change.tx, *message.person);
    if (!part) return;
    part->told_officers_on = change.today;
    part->told_owner = message.names_owner;
    part->told_housing_officer = message.names_housing_officer;
    if (!storage::people::update(change.tx, *part)) return;
    change.record(*message.case_file, domain::events::officers_told, part->id.text(),
                  domain::events::Detail()
                      .set("person", part->id)
                      .set("on", change.today)
                      .set("how", message.channel)
                      .set("owner", message.names_owner)
                      .set("housing_officer", message.names_housing_officer));
    auto const file = storage::cases::find(change.tx, *message.case_file);
    if (file && file->owner == message.names_owner && file->housing_officer == message.names_housing_officer)
        storage::work_items::finish(change.tx, Kind::tell_officers, part->id.text(), change.now);
}

}  // namespace

std::optional<AccountId> whose(storage::sql::Read& tx, Message const& message) {
    if (!message.case_file) {
        // Written when the report came in: whoever looks at it now.
        if (message.created_by || !message.report) return message.created_by;
        auto const report = storage::reports::find(tx, *message.report);
        if (report && report->looked_at_by) return report->looked_at_by;
        return storage::work_items::account_of(tx, Kind::triage, message.report->text());
    }
    auto const file = storage::cases::find(tx, *message.case_file);
    return file ? file->owner : message.created_by;
}

void finish_items(Change& change, Message const& message) {
    for (auto const kind : {Kind::text_to_send, Kind::tell_them, Kind::message_failed, Kind::letter_to_post,
                            Kind::letter_returned})
        storage::work_items::finish(change.tx, kind, message.id.text(), change.now);
}

void note_sent(Change& change, Message const& message) {
    finish_items(change, message);
    domain::events::Detail detail;
    detail.set("channel", message.channel)
        .set("how", message.sent_how)
        .set("side", message.side)
        .set("person", message.person)
        .personal("to", message.addressee);
    if (!message.proof.empty()) detail.set("proof", message.proof);
    record_about(change, message, domain::events::message_sent, detail);
    // Whether anybody reads what lies in a folder of the server is not known.
    if (message.sent_how == domain::messages::SentHow::folder) return;
    stamp_told(change, message);
    note_rights_told(change, message);
}

void note_failed(Change& change, Settings const& settings, Message const& message) {
    record_about(change, message, domain::events::message_failed,
                 domain::events::Detail()
                     .set("channel", message.channel)
                     .set("side", message.side)
                     .set("person", message.person)
                     .set("attempts", message.attempts)
                     .personal("to", message.addressee)
                     .personal("reason", message.last_error));
    if (!message.case_file && message.report && message.wording == domain::messages::letters::acknowledgement)
        if (auto const report = storage::reports::find(change.tx, *message.report))
            if (acknowledge_otherwise(change, settings, *report)) return;
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = whose(change.tx, message),
                              .kind = Kind::message_failed,
                              .case_file = message.case_file,
                              .report = message.report,
                              .subject = std::string(message.id.text()),
                              .due_on = change.today,
                              .high_risk = false},
                             change.now);
}

}  // namespace doorstep::usecases::messages
