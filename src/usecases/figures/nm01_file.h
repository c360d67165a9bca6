#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "figures/nm01.h"

namespace doorstep::usecases::figures {

/// A landlord's cases for each 1,000 homes, worked out from its own counts.
struct LandlordRates {
    std::string code;
    std::string name;
    std::optional<doorstep::figures::Nm01Rate> all_cases;   ///< NM01 part 1; nothing where a count is missing
    std::optional<doorstep::figures::Nm01Rate> hate_cases;  ///< NM01 part 2
};

/// What a workbook says that is no count, and where: the landlord has no rate then.
struct RateProblem {
    std::string cell;     ///< "BA7"
    std::string message;  ///< "BA7 (A Landlord) is #REF!, an error"
};
struct RatesOfFile {
    std::vector<LandlordRates> landlords;
    std::vector<RateProblem> problems;
};
/// From a workbook as the regulator publishes it (2024_TSM_Full_Data): the first sheet with a row of headings
/// that end in "(NM01 1 Numerator)", "(NM01 1 Denominator)" and "(NM01 2 Numerator)", and one of "Landlord
/// code". A formula counts as the result stored with it; one without, an error or words other than the
/// regulator's own signs for "no figure" are problems, told and left out. Refused when no sheet has the
/// headings.
Expected<RatesOfFile> rates_of_workbook(std::filesystem::path const& file);

/// Numerators and denominators as the Regulator of Social Housing publishes them with the Tenant Satisfaction
/// Measures, saved as comma separated values: a landlord_code, the cases opened, those that involve hate, and
/// the homes owned, under the headings nm01_1_asb_cases_opened, nm01_2_hate_cases_opened and
/// homes_lcra_plus_lcho. Other columns, the published rates among them, are not read. In the order of the
/// file. A workbook is read as rates_of_workbook does. Refused when a column is missing or the file is not
/// well made; GatewayError when it cannot be read.
Expected<RatesOfFile> rates_of_file(std::filesystem::path const& file);

}  // namespace doorstep::usecases::figures
