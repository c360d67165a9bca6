#pragma once

#include <optional>
#include <vector>

#include "domain/people/people.h"
#include "domain/reports/report.h"
#include "usecases/cases/open_new_case.h"
#include "usecases/triage/decide.h"

namespace doorstep::usecases::triage {

/// Somebody reported it who can be told what we decided.
bool can_be_told(domain::reports::Report const& report,
                 std::optional<domain::people::SafeContact> const& safe_contact);

/// The part that whoever reported takes in the case; nothing for a note of our own staff, who are no party to
/// it. Who reported for their work is neutral; everybody else is a complainant with a clock, where they can
/// be reached.
std::optional<cases::FirstPerson> reporter_part(
    domain::reports::Report const& report, std::optional<domain::people::SafeContact> const& safe_contact,
    std::optional<PersonId> known);

/// The person complained about as far as anybody knows: a name, a description, or nothing at all (M-64).
std::optional<cases::FirstPerson> person_complained_about(DecideReport const& input);

}  // namespace doorstep::usecases::triage
