#pragma once

#include "domain/messages/message.h"
#include "storage/numbers_given.h"
#include "storage/sql/value.h"

/// A message's row, for the stores that read it.
namespace doorstep::storage::messages {

#define MESSAGE_COLUMNS                                                                                   \
    "m.id, m.channel, m.state, m.wording, m.wording_version, m.language, m.heading, m.subject, m.body, "  \
    "m.addressee, m.destination, m.large_print, m.case_file_id, m.case_person_id, m.report_id, m.side, "  \
    "m.not_before, m.attempts, m.last_error, m.check_reason, m.names_owner_id, "                          \
    "m.names_housing_officer_id, m.created_by, m.created_at, m.sent_at, m.sent_by, m.sent_how, m.proof, " \
    "m.returned_on, m.returned_note, m.cause, m.numbers_given, m.version"

/// The columns above in their order, and any more after them.
template <class... More>
domain::messages::Message read_message_row(sql::Row& row, More&... more) {
    domain::messages::Message m;
    std::string numbers;
    row.read(m.id, m.channel, m.state, m.wording, m.wording_version, m.language, m.heading, m.subject, m.body,
             m.addressee, m.destination, m.large_print, m.case_file, m.person, m.report, m.side, m.not_before,
             m.attempts, m.last_error, m.check_reason, m.names_owner, m.names_housing_officer, m.created_by,
             m.created_at, m.sent_at, m.sent_by, m.sent_how, m.proof, m.returned_on, m.returned_note, m.cause,
             numbers, m.version, more...);
    m.numbers = read_numbers(numbers);
    return m;
}

}  // namespace doorstep::storage::messages
