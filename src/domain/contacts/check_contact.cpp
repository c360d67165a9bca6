#include "domain/contacts/check_contact.h"

namespace doorstep::domain::contacts {
namespace {

bool is_allowed(Method method, people::SafeContact const& safe) {
    switch (method) {
        case Method::telephone:
            return safe.telephone_allowed;
        case Method::visit:
            return safe.visit_allowed;
        case Method::email:
            return safe.email_allowed;
        case Method::text:
            return safe.text_allowed;
        case Method::letter:
            return safe.letter_allowed;
        case Method::office:
        case Method::online:
            return true;
    }
    return true;
}

}  // namespace

Expected<Done> check_contact(Contact const& contact, ContactFacts const& facts) {
    // (1)
    if (contact.made_on > facts.today)
        return refuse_field("date-in-future", "made-on", "Date of the contact must be today or in the past");
    if (contact.made_on == facts.today && contact.made_time && *contact.made_time > facts.now)
        return refuse_field("time-in-future", "made-time",
                            "Time of the contact must be now or earlier today");
    // (2)
    if (contact.made_on < facts.raised_on)
        return refuse_field("date-before-raised", "made-on",
                            "Date of the contact must be the same as or after " +
                                date_words(facts.raised_on) + ", when the issue was raised");
    // (3)
    if (facts.safe_contact && contact.result != Result::message_received) {
        auto const& safe = *facts.safe_contact;
        if (!is_allowed(contact.method, safe))
            return refuse_field(
                "way-not-safe", "method",
                "This person asked us not to use this way: " + people::safe_contact_words(safe) +
                    " Choose another way, or change their safe contact first");
        if (contact.result == Result::message_left && contact.method == Method::telephone &&
            !safe.voicemail_allowed)
            return refuse_field("voicemail-not-safe", "result",
                                "This person asked us not to leave voicemail");
    }
    return Done{};
}

}  // namespace doorstep::domain::contacts
