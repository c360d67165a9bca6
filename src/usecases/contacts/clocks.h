#pragma once

#include "domain/cases/case_file.h"
#include "domain/contacts/intervals.h"
#include "domain/people/people.h"
#include "usecases/context.h"

/// Keeping the contact clocks of a case true, for every use-case that moves them.
namespace doorstep::usecases::contacts {

/// What the landlord promises, for a case of this risk.
domain::contacts::ContactStandards contact_standards(Settings const& settings,
                                                     domain::cases::CaseFile const& file);

/// Recomputes one complainant's intervals from their conversations, stores them, and moves their due dates
/// and work item. `stopped_on` when the case closes or the person leaves. Does not save the person.
void recompute_clock(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                     domain::people::CasePerson& person, std::optional<Date> stopped_on = {});

/// Sets the case's own first and next contact dates to the earliest of its complainants'.
void take_earliest(domain::cases::CaseFile& file, std::vector<domain::people::CasePerson> const& people);

}  // namespace doorstep::usecases::contacts
