#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/messages/message.h"
#include "storage/sql/database.h"

/// The outbox: letters, e-mails and texts.
namespace doorstep::storage::messages {

using domain::messages::Message;

/// False, and nothing written, when there is a message for the same cause already.
bool insert(sql::Write& tx, Message const& message);
/// Everything that can change, where the version is still `message.version`, and raises it. False when
/// someone else changed it first.
bool update(sql::Write& tx, Message& message);
std::optional<Message> find(sql::Read& tx, MessageId id);
std::optional<Message> find_by_cause(sql::Read& tx, std::string_view cause);
/// Oldest first.
std::vector<Message> of_report(sql::Read& tx, ReportId report);
/// What was written about a report stands with the case it became part of. How many there were.
int give_to_case(sql::Write& tx, ReportId report, CaseFileId file);
/// Newest first.
std::vector<Message> of_case(sql::Read& tx, CaseFileId file, int limit, int offset);
int count_of_case(sql::Read& tx, CaseFileId file);
/// Letters of this wording that wait to go, oldest first.
std::vector<Message> waiting_of_wording(sql::Read& tx, CaseFileId file, std::string_view wording);
/// What waits and says who deals with the case.
std::vector<Message> waiting_with_officers(sql::Read& tx, CaseFileId file);

/// E-mails or texts that may leave now and that no server is sending, oldest first.
std::vector<MessageId> due(sql::Read& tx, domain::messages::Channel channel, Instant now, int limit);
/// Holds a waiting message until then and counts the attempt. Nothing when another server has it, or it is no
/// longer waiting. The version stays: nobody edits what waits.
std::optional<Message> lease(sql::Write& tx, MessageId id, Instant now, Instant until);
/// After an attempt: writes the message and ends the lease, if it still waits. False when it does not.
bool after_attempt(sql::Write& tx, Message& message);

/// Letters that have waited since before then, oldest first: for the list of what is late.
std::vector<Message> unposted_since(sql::Read& tx, Instant before, int limit);

}  // namespace doorstep::storage::messages
