#pragma once

#include "domain/messages/message.h"
#include "usecases/context.h"

/// What follows when a message has left, or cannot.
namespace doorstep::usecases::messages {

/// The event; and where the message says who deals with the case, the stamp that its reader was told (M-80),
/// with the open item to tell them done, unless another officer has it by now.
void note_sent(Change& change, domain::messages::Message const& message);

/// The event, and an item for whoever owns the case to reach the person another way. An acknowledgement goes
/// by post instead, or a colleague is asked to tell them.
void note_failed(Change& change, Settings const& settings, domain::messages::Message const& message);

/// Nobody has anything to do about this message any more.
void finish_items(Change& change, domain::messages::Message const& message);

/// The owner of its case; for a message about a report, whoever wrote it, looks at the report, or will.
std::optional<AccountId> whose(storage::sql::Read& tx, domain::messages::Message const& message);

}  // namespace doorstep::usecases::messages
