#pragma once

#include <vector>

#include "domain/cases/case_file.h"
#include "domain/closures/closing.h"
#include "usecases/context.h"

/// What stands between a case and its closing, for every use-case that ends one.
namespace doorstep::usecases::closures {

/// The landlord's checks in use on the day, from the list "closing-checks".
std::vector<domain::closures::Check> closing_checks(Settings const& settings, Date on);

/// As this viewer may see it: a counter-allegation in a case that is hidden from them does not count.
domain::closures::Facts closing_facts(storage::sql::Read& tx, Settings const& settings,
                                      domain::access::Viewer const& viewer,
                                      domain::cases::CaseFile const& file, Date today);

/// Codes of the reasons in use on the day for this outcome.
std::vector<std::string> closing_reasons(Settings const& settings, domain::cases::Outcome outcome, Date on);

/// Whether a second person agrees before this case is closed this way (sla.closure_approval): always asked of
/// high risk and of what is left unresolved under their own rows.
bool needs_approval(Settings const& settings, domain::cases::CaseFile const& file,
                    domain::cases::Outcome outcome, Date on);

}  // namespace doorstep::usecases::closures
