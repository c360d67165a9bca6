#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace doorstep::figures {

/// Tenant Satisfaction Measure NM01, anti-social behaviour cases relative to the size of the landlord
/// (Regulator of Social Housing, Tenant Satisfaction Measures: technical requirements): cases opened in the
/// year for each 1,000 homes owned at its end, low-cost rental and low-cost home ownership together. Part 1
/// is all cases, hate included; part 2 those that involve hate.
struct Nm01Rate {
    std::int64_t cases = 0;
    std::int64_t homes = 0;

    /// The double nearest to cases / homes * 1000.
    double exact() const;
    /// As published: half up to one decimal, worked out from the counts in one step. "23.0"
    std::string published() const;
};

/// Nothing where a count is missing ("[X]", "[E]", "[Z]", empty) or there are no homes. Commas are forgiven.
std::optional<Nm01Rate> nm01_rate(std::string_view cases, std::string_view homes);

}  // namespace doorstep::figures
