#include "usecases/messages/officers_letter.h"

#include "base/text.h"
#include "storage/messages.h"
#include "storage/people.h"
#include "usecases/messages/after_sent.h"
#include "usecases/messages/put_message.h"
#include "usecases/messages/release.h"
#include "usecases/people/officers_told.h"

namespace doorstep::usecases::messages {

using domain::cases::CaseFile;
using domain::messages::Message;

namespace {

void cancel_outdated(Change& change, CaseFile const& file) {
    for (auto message : storage::messages::waiting_with_officers(change.tx, file.id)) {
        if (message.names_owner == file.owner && message.names_housing_officer == file.housing_officer)
            continue;
        message.state = domain::messages::State::cancelled;
        if (!storage::messages::update(change.tx, message)) continue;
        finish_items(change, message);
        record_about(change, message, domain::events::message_cancelled,
                     domain::events::Detail()
                         .set("channel", message.channel)
                         .set("side", message.side)
                         .set("person", message.person)
                         .personal("to", message.addressee)
                         .personal("reason", "Somebody else deals with the case now"));
    }
}

}  // namespace

OfficersLetters write_officers_letters(Change& change, Settings const& settings, CaseFile const& file,
                                       std::string_view letter, std::string_view previous_officer) {
    OfficersLetters done;
    if (!file.owner) return done;
    cancel_outdated(change, file);
    domain::wording::Fields own;
    if (!previous_officer.empty())
        own.set(std::string(domain::messages::fields::previous_officer_name), std::string(previous_officer));
    for (auto const& entry : storage::people::people_of_case(change.tx, file.id)) {
        if (entry.part.part != domain::people::Part::complainant || entry.part.left_on) continue;
        if (!entry.part.raised_on) continue;  // nobody can reach them
        auto const put = put_message(change, settings,
                                     {.letter = letter,
                                      .to = recipient_on_case(change.tx, entry),
                                      .file = &file,
                                      .fields = own,
                                      .channel = {},
                                      .check_reason = ""});
        if (put) {
            ++done.written;
        } else {
            ++done.by_hand;
            people::keep_officers_told(change, settings, file, {entry.part});
        }
    }
    return done;
}

std::string letters_words(OfficersLetters const& letters) {
    std::string words;
    if (letters.written > 0)
        words = text::count_of(letters.written, "person is", "people are") + " written to.";
    if (letters.by_hand > 0) {
        if (!words.empty()) words += ' ';
        words += text::count_of(letters.by_hand, "person", "people") +
                 " cannot be written to safely: the owner is asked to tell them.";
    }
    return words;
}

}  // namespace doorstep::usecases::messages
