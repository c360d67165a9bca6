#pragma once

#include "pages/reports/journey.h"

/// R14: photos, recordings and documents. Optional; several; each can be taken off again.
namespace doorstep::pages::reports {

/// The files the draft has so far, each with a button that takes it off at this address; `none` when there
/// are none.
Html files_of_journey(Visit& visit, Journey const& journey, std::string const& remove_address,
                      std::string_view none);
/// The field for more, with the landlord's limits, and the button that adds them and stays.
Html files_to_add(Visit& visit, std::vector<Problem> const& problems);
/// Takes what was uploaded with this request into the draft: what could not be taken, in words.
std::vector<Problem> take_files(Visit& visit, Journey const& journey);
Html files_problem_summary(Visit const& visit, std::vector<Problem> const& problems);

http::Response show_evidence(Visit& visit, Journey const& journey, std::vector<Problem> problems);
// POST /report/evidence with files, and /report/evidence/remove
http::Response post_evidence(Visit& visit);
http::Response remove_evidence(Visit& visit);

}  // namespace doorstep::pages::reports
