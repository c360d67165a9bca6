#pragma once

#include <string>

#include "html/html.h"
#include "usecases/cases/view_case.h"

/// The parts of the case overview above its chronology.
namespace doorstep::pages::cases {

Html case_alert_list(usecases::cases::CaseView const& view);
/// Stage, risk, most urgent clock.
Html case_tags(usecases::cases::CaseView const& view, Date today);
/// Owner, housing officer, next contact, risk, plan, first contact, case review, linked cases, partners.
Html case_summary(usecases::cases::CaseView const& view, Date today);
/// Open dated items, each one link to the act itself.
Html to_do_list(usecases::cases::CaseView const& view, Date today);

/// "Kept, with 2 working days to spare"
std::string first_contact_words(usecases::cases::FirstContact const& contact);

}  // namespace doorstep::pages::cases
