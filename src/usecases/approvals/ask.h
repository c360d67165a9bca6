#pragma once

#include <string>

#include "domain/approvals/approval.h"
#include "domain/cases/case_file.h"
#include "usecases/context.h"

namespace doorstep::usecases::approvals {

/// What is asked of a second person.
struct Request {
    domain::approvals::Kind kind{};
    std::string subject;         ///< id of the record
    std::string reason;          ///< of whoever asks
    std::string details = "{}";  ///< JSON for the use-case that carries it out
};

/// By when somebody decides a request made on this day: the standard for a case found to be high risk, or
/// that for every other request.
Date decide_by(Settings const& settings, domain::approvals::Kind kind, Date asked_on);

/// Puts a request about a case before those who may approve, with its work item: for a manager of the case's
/// team, else any manager, else the head of housing, who may open the case and did not ask; nobody's where
/// there is none. Any other who may approve can decide it all the same. The event is the caller's.
ApprovalId ask(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
               Request const& request);

/// The same about no case: the landlord's standards and questions. It is no item of anybody's own work.
ApprovalId ask_about_site(Change& change, Request const& request);

/// Writes down a decision that was made elsewhere about the request on this record; nothing happens when none
/// waits. The event is the caller's.
void decided_elsewhere(Change& change, domain::approvals::Kind kind, std::string_view subject,
                       domain::approvals::Decision decision);

/// Ends the request about this record that waits, undecided; nothing happens when there is none. The event is
/// the caller's.
void withdraw(Change& change, domain::approvals::Kind kind, std::string_view subject);

}  // namespace doorstep::usecases::approvals
