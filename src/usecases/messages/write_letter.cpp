#include "usecases/messages/write_letter.h"

#include <algorithm>

#include "base/text.h"
#include "gateways/mail.h"
#include "storage/cases.h"
#include "storage/messages.h"
#include "usecases/cases/open_case.h"
#include "usecases/messages/check_message.h"
#include "usecases/messages/compose.h"
#include "usecases/messages/open_message.h"
#include "usecases/messages/release.h"
#include "usecases/settings.h"

namespace doorstep::usecases::messages {

using domain::access::Action;
using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::State;

namespace {

constexpr std::size_t longest_heading = 200;
constexpr std::size_t longest_body = 20'000;

/// The way is one the person agreed to, and leads somewhere; said at the field where it was chosen.
Expected<Done> check_way(Channel channel, domain::messages::Reach const& reach) {
    if (!domain::messages::is_safe(reach, channel))
        return refuse_field("channel-not-safe", "channel",
                            reach.safe_contact
                                ? "This person did not agree to this way: choose another, or ask them and "
                                  "change their safe contact"
                                : "Nobody has asked this person which ways are safe: ask them, and write "
                                  "down their safe contact");
    if (auto there = check_destination(channel, domain::messages::destination_of(reach, channel)); !there)
        return refuse_field(there.error().code(), "channel", there.error().message());
    return Done{};
}

Expected<Done> check_is_draft(Message const& message, std::int64_t seen_version) {
    if (message.state != State::draft)
        return refuse(RefusalKind::conflict, "not-a-draft", "This letter is no longer a draft");
    if (message.version != seen_version)
        return refuse(RefusalKind::conflict, "changed-meanwhile",
                      "Someone changed this letter while you were working");
    return Done{};
}

Refusal changed_letter_meanwhile() {
    return {RefusalKind::conflict, "changed-meanwhile", "Someone changed this letter while you were working"};
}

/// A letter of legal action is chosen where that is; all others where letters are written.
bool may_choose(domain::messages::Letter const& letter, std::string_view action_kind) {
    using domain::messages::ChosenBy;
    if (action_kind.empty()) return letter.chosen_by == ChosenBy::officer;
    return letter.chosen_by == ChosenBy::action &&
           std::find(letter.actions.begin(), letter.actions.end(), action_kind) != letter.actions.end();
}

void record_draft(Change& change, Message const& message) {
    change.record(*message.case_file, domain::events::message_drafted, message.id.text(),
                  domain::events::Detail()
                      .set("letter", message.wording)
                      .set("channel", message.channel)
                      .set("side", message.side)
                      .set("person", message.person));
}

}  // namespace

Expected<LetterFormView> view_letter_form(Context& context, std::string_view reference,
                                          std::string_view action_kind) {
    auto& tx = context.read();
    auto const file = cases::open_case(tx, context.viewer, reference, Action::work_case);
    if (!file) return refuse(file.error());
    if (file->is_closed())
        return refuse(RefusalKind::closed, "case-closed",
                      "This case is closed. Reopen it, or start a new report");
    LetterFormView view{.reference = file->reference,
                        .readers = {},
                        .letters = {},
                        .emails_leave = context.services.mail.reaches_people()};
    for (auto const& entry : storage::people::people_of_case(tx, file->id)) {
        if (entry.part.left_on) continue;
        auto const reach = recipient_on_case(tx, entry).reach;
        LetterReader reader{
            .id = entry.part.id, .words = reader_words(entry), .safe_contact = "", .channels = {}};
        if (reach.safe_contact)
            reader.safe_contact = domain::people::safe_contact_words(*reach.safe_contact);
        else if (!reach.letters_unasked)
            reader.safe_contact = "Nobody has asked which ways are safe";
        for (auto const channel : domain::messages::written_channels)
            if (check_way(channel, reach)) reader.channels.push_back(channel);
        view.readers.push_back(std::move(reader));
    }
    for (auto const& letter : domain::messages::all_letters())
        if (may_choose(letter, action_kind)) view.letters.push_back(&letter);
    context.note_view("people", file->id, file->id.text());
    return view;
}

Expected<MessageId> write_letter(Context& context, WriteLetter const& input) {
    return write_letter_of_action(context, input, {}, [](storage::sql::Read&, std::string_view) {
        return Expected<domain::wording::Fields>(domain::wording::Fields());
    });
}

Expected<MessageId> write_letter_of_action(Context& context, WriteLetter const& input,
                                           std::string_view action_kind, OwnFields const& own) {
    auto const* letter = domain::messages::letter_named(input.letter);
    if (!letter || !may_choose(*letter, action_kind))
        return refuse_field("letter-unknown", "letter", "Select a letter");
    if (input.channel == Channel::spoken)
        return refuse_field("channel-unknown", "channel", "Select how it goes");
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<MessageId> {
        auto const file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto const to = reader_on_case(change.tx, file->id, input.person);
        if (!to) return refuse(to.error());
        if (!action_kind.empty() && to->side != letter->goes_to)
            return refuse_field("letter-other-side", "person",
                                letter->goes_to == domain::people::Side::reporting
                                    ? "This letter is for somebody who reported it"
                                    : "This letter is for somebody who is complained about");
        if (auto safe = check_way(input.channel, to->reach); !safe) return refuse(safe.error());
        auto const language = settings.wording(input.letter, language_of(*to), change.today).language;
        auto const fields = own(change.tx, language);
        if (!fields) return refuse(fields.error());
        auto composed =
            compose(change.tx, settings, input.letter, *to, {.file = &*file, .today = change.today}, *fields);
        if (!composed) return refuse(composed.error());

        Message draft;
        draft.id = change.new_id<MessageId>();
        draft.channel = input.channel;
        draft.state = State::draft;
        draft.wording = input.letter;
        draft.wording_version = composed->wording_version;
        draft.language = composed->language;
        draft.heading = std::move(composed->heading);
        draft.body = std::move(composed->body);
        draft.addressee = std::move(composed->addressee);
        draft.destination = domain::messages::destination_of(to->reach, input.channel);
        draft.large_print = to->reach.safe_contact && to->reach.safe_contact->large_print;
        draft.case_file = file->id;
        draft.person = to->person;
        draft.side = to->side;
        draft.not_before = change.now;
        if (input.channel != Channel::text) {  // which says no more than "ring us"
            draft.names_owner = composed->names_owner;
            draft.names_housing_officer = composed->names_housing_officer;
        }
        draft.created_by = change.viewer.account;
        draft.created_at = change.now;
        storage::messages::insert(change.tx, draft);
        record_draft(change, draft);
        return draft.id;
    });
}

Expected<Done> change_letter(Context& context, ChangeLetter const& input) {
    if (text::trim(input.heading).empty())
        return refuse_field("heading-missing", "heading", "Enter what the letter is about");
    if (text::length(input.heading) > longest_heading)
        return refuse_field("heading-too-long", "heading", "Heading must be 200 characters or fewer");
    if (text::trim(input.body).empty())
        return refuse_field("body-missing", "body", "Enter the words of the letter");
    if (text::length(input.body) > longest_body)
        return refuse_field("body-too-long", "body", "The letter must be 20,000 characters or fewer");
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_message(change.tx, change.viewer, input.reference, input.id, Action::work_case);
        if (!opened) return refuse(opened.error());
        auto& message = opened->message;
        if (auto draft = check_is_draft(message, input.version); !draft) return refuse(draft.error());
        message.heading = input.heading;
        message.body = input.body;
        if (!storage::messages::update(change.tx, message)) return refuse(changed_letter_meanwhile());
        record_draft(change, message);
        return Done{};
    });
}

Expected<LetterReleased> send_letter(Context& context, SendLetter const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<LetterReleased> {
        auto const file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto opened = open_message(change.tx, change.viewer, input.reference, input.id, Action::work_case);
        if (!opened) return refuse(opened.error());
        auto& message = opened->message;
        if (auto draft = check_is_draft(message, input.version); !draft) return refuse(draft.error());
        if (message.names_owner &&
            (message.names_owner != file->owner || message.names_housing_officer != file->housing_officer))
            return refuse(RefusalKind::invalid, "officers-changed",
                          "Somebody else deals with this case since this was written: cancel it and write "
                          "it again");
        auto const to = reader_on_case(change.tx, file->id, *message.person);
        if (!to) return refuse(to.error());
        if (auto safe = check_way(message.channel, to->reach); !safe) return refuse(safe.error());

        auto const findings =
            check_message(change.tx, settings, *file, *to, message.heading + "\n" + message.body);
        if (auto passed = check_findings(findings, input.check_reason); !passed)
            return refuse(passed.error());
        auto outside =
            dress(settings, message.channel, message.language, change.today, message.heading, message.body);
        if (!outside) return refuse(outside.error());

        message.subject = std::move(outside->subject);
        message.body = std::move(outside->body);
        message.destination = domain::messages::destination_of(to->reach, message.channel);
        message.not_before = may_leave(message.channel, to->reach, change.now);
        message.check_reason = findings.empty() ? std::string() : input.check_reason;
        message.state = State::waiting;
        if (!storage::messages::update(change.tx, message)) return refuse(changed_letter_meanwhile());
        record_written(change, message, findings, &*file);
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        return LetterReleased{message.channel, message.not_before};
    });
}

}  // namespace doorstep::usecases::messages
