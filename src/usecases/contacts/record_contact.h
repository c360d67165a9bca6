#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/contacts/contact.h"
#include "usecases/context.h"

namespace doorstep::usecases::contacts {

struct RecordContact {
    std::string reference;  ///< of the case
    CasePersonId person;    ///< whom on the case it was with
    Date made_on;
    std::optional<TimeOfDay> made_time;
    domain::contacts::Method method = domain::contacts::Method::telephone;
    domain::contacts::Result result = domain::contacts::Result::conversation;
    std::string summary;
    std::optional<bool> still_safe;
};

struct ContactRecorded {
    ContactId id;
    std::optional<Date> next_contact_by;  ///< of this person; nothing for someone without a clock
    bool met_first_contact = false;
    bool moved_the_clock = false;      ///< false for an attempt: the page says so
    bool asks_for_a_safe_way = false;  ///< the way was no longer safe: the owner has a task to agree another
};

/// Records a contact (M-76, M-78, M-79). A conversation with a complainant meets the promise that was open
/// and starts the next; an attempt does not reset the clock. Refused: a date in the future or before the
/// issue was raised, a way the person said is not safe, a closed case, a person of another case.
Expected<ContactRecorded> record_contact(Context& context, RecordContact const& input);

}  // namespace doorstep::usecases::contacts
