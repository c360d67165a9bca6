#pragma once

#include "html/html.h"
#include "pages/visit.h"
#include "usecases/orders/findings.h"

namespace doorstep::pages::orders {

/// Each condition of the absolute ground found on a case, with its day and what stands in its way.
/// `appeal_address`: where appeals of a case are recorded; empty: nothing can be changed.
Html condition_list(std::vector<domain::orders::ConditionFound> const& conditions, Date today,
                    std::string const& appeal_address);

http::Response show_findings(Visit& visit);
http::Response show_new_finding(Visit& visit);
http::Response post_new_finding(Visit& visit);
http::Response show_appeal(Visit& visit);
http::Response post_appeal(Visit& visit);
http::Response show_appeal_end(Visit& visit);
http::Response post_appeal_end(Visit& visit);

}  // namespace doorstep::pages::orders
