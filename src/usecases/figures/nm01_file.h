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

/// Numerators and denominators as the Regulator of Social Housing publishes them with the Tenant Satisfaction
/// Measures, saved as comma separated values: a landlord_code, the cases opened, those that involve hate, and
/// the homes owned, under the headings nm01_1_asb_cases_opened, nm01_2_hate_cases_opened and
/// homes_lcra_plus_lcho. Other columns, the published rates among them, are not read. In the order of the
/// file. Refused when a column is missing or the file is not well made; GatewayError when it cannot be read.
Expected<std::vector<LandlordRates>> rates_of_file(std::filesystem::path const& file);

}  // namespace doorstep::usecases::figures
