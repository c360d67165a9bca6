#pragma once

#include <optional>
#include <string>

#include "domain/cases/case_file.h"
#include "domain/messages/channels.h"
#include "domain/reports/report.h"
#include "storage/people.h"
#include "storage/sql/database.h"

namespace doorstep::usecases::messages {

/// Somebody who can be written to, with what is known of how.
struct Recipient {
    std::string name;  ///< their own; empty when not known
    domain::messages::Reach reach;
    domain::people::Side side = domain::people::Side::reporting;
    std::optional<CasePersonId> person;
    std::optional<CaseFileId> case_file;
    std::optional<ReportId> report;
    std::optional<Date> next_contact_by;  ///< of somebody with a clock of their own
};

/// Somebody on a case. One statement where we hold their address.
Recipient recipient_on_case(storage::sql::Read& tx, storage::people::PersonOnCase const& person);
/// Whoever made a report. One statement where they said how to reach them.
Recipient recipient_of_report(storage::sql::Read& tx, domain::reports::Report const& report);

/// "Flat 12, Acre Court\n4 Mill Lane\nMilton Keynes\nMK9 3XS": parts apart by commas or lines become lines.
std::string address_lines(std::string_view address);

}  // namespace doorstep::usecases::messages
