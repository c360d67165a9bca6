#pragma once

#include "domain/cases/case_file.h"
#include "usecases/context.h"

/// What closing and reopening a case means for its survey. Called inside their transactions.
namespace doorstep::usecases::surveys {

/// A survey falls due for each complainant whom we know and who is still on the case, by the landlord's
/// standard (a month after the closing, M-94). Nobody who asked us to stop is asked. Records an event for
/// each; how many there are. `file` is closed: closed_on is set.
int make_surveys_due(Change& change, Settings const& settings, domain::cases::CaseFile const& file);

/// The case is opened again: what nobody has answered is not asked. Records an event for each; how many.
int cancel_surveys(Change& change, domain::cases::CaseFile const& file);

}  // namespace doorstep::usecases::surveys
