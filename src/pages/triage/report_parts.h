#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "domain/reports/report.h"
#include "govuk/tag.h"
#include "html/html.h"
#include "storage/reports.h"

/// What several pages of triage show of a report.
namespace doorstep::pages::triage {

std::string report_address(ReportId id);

/// Danger, self-harm, hate, restricted, and who is looking at it.
std::vector<govuk::Tag> flag_tags(storage::reports::ListedReport const& listed);
/// "First contact 2 days overdue", "by 5 June": how much of the clock is left, with its colour.
govuk::Tag clock_tag(Date first_contact_by, Date today);
/// "14 Acre Court, MK9 3XS"; in their own words where there is no address; "Not said".
std::string place_words(storage::reports::ListedReport const& listed);
std::string reporter_words(domain::reports::Report const& report);
/// A short table of reports: reference with what was told, when, state.
Html reports_table(std::vector<storage::reports::ListedReport> const& reports, std::string caption);

}  // namespace doorstep::pages::triage
