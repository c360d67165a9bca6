#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/messages/channels.h"
#include "domain/messages/message.h"
#include "domain/reports/report.h"
#include "usecases/context.h"

/// The letter that says that a report has arrived: its number, when they will hear from us, what comes next.
namespace doorstep::usecases::messages {

/// Written inside the change that takes the report in, in the language that whoever reported asked for, where
/// a way of writing is safe and leads somewhere. Where none is, nothing is written, and the report stands all
/// the same.
void acknowledge_report(Change& change, Settings const& settings, domain::reports::Report const& report);

/// After the e-mail was refused for good: the same by post where they agreed to letters and gave an address,
/// else as something a colleague tells them. Once for each report; false when it cannot be.
bool acknowledge_otherwise(Change& change, Settings const& settings, domain::reports::Report const& report);

/// What became of it, for those who decide on the report.
struct Acknowledgement {
    std::optional<domain::messages::Message> message;
    std::optional<domain::messages::NoWay> why_not;  ///< where there is none, and a reason is known
};
/// Of the messages about the report, the newest that acknowledges it. `safe_contact`: what whoever reported
/// said.
Acknowledgement acknowledgement_of(std::vector<domain::messages::Message> const& about_report,
                                   domain::reports::Report const& report,
                                   std::optional<domain::people::SafeContact> const& safe_contact,
                                   bool email_reaches_people);

}  // namespace doorstep::usecases::messages
