#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/messages/message.h"
#include "domain/outbound/check.h"
#include "usecases/context.h"
#include "usecases/messages/recipient.h"

/// What putting a letter and sending an officer's own have in common.
namespace doorstep::usecases::messages {

/// There is somewhere to send it by this way.
Expected<Done> check_destination(domain::messages::Channel channel, std::string const& destination);

/// Refuses what blocks, and cautions without a reason.
Expected<Done> check_findings(std::vector<domain::outbound::Finding> const& findings,
                              std::string const& reason);

/// The moment it may leave: letters when the post goes, others in the person's best times.
Instant may_leave(domain::messages::Channel channel, domain::messages::Reach const& reach, Instant now);

/// The event of a message on its way, on the chain of its case or report; and a work item where a person has
/// to act: texts are sent by hand.
void record_written(Change& change, domain::messages::Message const& message,
                    std::vector<domain::outbound::Finding> const& findings,
                    domain::cases::CaseFile const* file);

/// Appends an event about a message to the chain of its case or report.
void record_about(Change& change, domain::messages::Message const& message,
                  domain::events::EventKind const& kind, domain::events::Detail const& detail);

}  // namespace doorstep::usecases::messages
