#pragma once

#include <optional>
#include <string>

#include "domain/reports/report.h"
#include "storage/sql/database.h"

namespace doorstep::usecases::reports {

struct PlaceOfReport {
    std::string postcode;              ///< in its usual form; as typed when it is none
    std::optional<AreaId> area;        ///< of the address, else of the postcode
    std::optional<AccountId> officer;  ///< who deals with this kind here and is not away; else who covers
};

/// From the report's address, else its postcode, and its first kind.
PlaceOfReport place_of_report(storage::sql::Read& tx, domain::reports::Report const& report, Date today);

}  // namespace doorstep::usecases::reports
