#pragma once

#include <string_view>

#include "base/expected.h"
#include "domain/approvals/approval.h"
#include "domain/cases/case_file.h"
#include "domain/risk/assessment.h"
#include "storage/approvals.h"
#include "usecases/context.h"

/// A manager looks at a case that was found to be high risk, within the standard for it
/// (sla.high_risk_manager_review_wd), and at what is planned. It is a request that a second person decides:
/// "approved" says that nothing more is needed, "sent back" what is.
namespace doorstep::usecases::risk {

/// Asks for it where the assessment made the case high; takes back what waits where it is high no longer.
/// `band_before`: of the case, before the assessment.
void keep_manager_review(Change& change, Settings const& settings, domain::cases::CaseFile const& file,
                         std::optional<domain::cases::RiskBand> band_before,
                         domain::risk::Assessment const& made);
/// Nobody has to look any more: the case is closed, or no longer high.
void withdraw_manager_reviews(Change& change, domain::cases::CaseFile const& file);

/// Writes down that a manager looked; what more is needed becomes a task of the case's owner for today.
Expected<Done> carry_out_review(Change& change, storage::approvals::Asked const& asked,
                                domain::approvals::Decision decision, std::string_view note);

}  // namespace doorstep::usecases::risk
