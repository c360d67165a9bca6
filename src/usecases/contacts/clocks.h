#pragma once

#include "domain/cases/case_file.h"
#include "domain/contacts/band_promise.h"
#include "domain/contacts/intervals.h"
#include "domain/people/people.h"
#include "usecases/context.h"

/// Keeping the contact clocks of a case true, for every use-case that moves them.
namespace doorstep::usecases::contacts {

/// What the landlord promises, for a case whose risk band was this over time.
domain::contacts::ContactStandards contact_standards(Settings const& settings,
                                                     std::vector<domain::contacts::BandFrom> bands);
/// The bands of a case over time, from the day it was raised. Before anybody assessed the risk it is high
/// from the day the case was taken as high.
std::vector<domain::contacts::BandFrom> bands_of(storage::sql::Read& tx, domain::cases::CaseFile const& file);

/// Recomputes one complainant's intervals from their conversations, stores them, and moves their due dates
/// and work item. Promises follow the band of their day, and start again where the case was reopened.
/// `stopped_on` when the case closes or the person leaves. Does not save the person.
void recompute_clock(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                     domain::people::CasePerson& person, std::optional<Date> stopped_on = {});

/// Sets the case's own first and next contact dates to the earliest of its complainants'.
void take_earliest(domain::cases::CaseFile& file, std::vector<domain::people::CasePerson> const& people);

}  // namespace doorstep::usecases::contacts
