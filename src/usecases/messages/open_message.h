#pragma once

#include <string_view>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/messages/message.h"
#include "storage/people.h"
#include "usecases/context.h"
#include "usecases/messages/recipient.h"

namespace doorstep::usecases::messages {

struct OpenedMessage {
    domain::cases::CaseFile file;
    domain::messages::Message message;
};
/// A message of this case, for somebody who may do `action` on the case; "not found" for one of another case.
Expected<OpenedMessage> open_message(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                     std::string_view reference, MessageId id, domain::access::Action action);

/// Somebody who is part of the case, as they can be reached now.
Expected<Recipient> reader_on_case(storage::sql::Read& tx, CaseFileId file, CasePersonId person);

/// "Ana Silva, complainant"
std::string reader_words(storage::people::PersonOnCase const& entry);

}  // namespace doorstep::usecases::messages
