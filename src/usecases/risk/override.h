#pragma once

#include <optional>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/risk/assessment.h"
#include "storage/approvals.h"
#include "usecases/context.h"

/// A band below the computed one, from the request to its end (T05).
namespace doorstep::usecases::risk {

/// When risk of this band, assessed on this day, is to be assessed again; nothing for a band without reviews.
std::optional<Date> review_by(Settings const& settings, Date made_on, domain::risk::RiskBand band);

/// Puts the request before a second person. The computed band stands until they decide.
void ask_to_lower(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                  domain::risk::Assessment const& assessment);
/// A newer assessment, or the end of the case, made the request pointless.
void withdraw_override(Change& change, domain::cases::CaseFile const& file,
                       domain::risk::Assessment assessment);

/// Carries out what was decided about a request of kind lower_risk: the band, the review, the clocks and the
/// order of work follow.
Expected<Done> carry_out_override(Change& change, Settings const& settings,
                                  storage::approvals::Asked const& asked,
                                  domain::approvals::Decision decision, std::string_view note);

}  // namespace doorstep::usecases::risk
