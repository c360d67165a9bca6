#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace doorstep::figures {

/// Answers of a survey of all tenants to "How satisfied or dissatisfied are you with your landlord's approach
/// to handling anti-social behaviour?" Low-cost rental and low-cost home ownership are reported apart.
struct Tp12Answers {
    std::int64_t very_satisfied = 0;
    std::int64_t fairly_satisfied = 0;
    std::int64_t neither = 0;
    std::int64_t fairly_dissatisfied = 0;
    std::int64_t very_dissatisfied = 0;
    std::int64_t not_applicable = 0;  ///< or do not know

    std::int64_t satisfied() const { return very_satisfied + fairly_satisfied; }
    std::int64_t answered() const { return satisfied() + neither + fairly_dissatisfied + very_dissatisfied; }
};

/// Tenant Satisfaction Measure TP12 (Regulator of Social Housing, Tenant Satisfaction Measures: technical
/// requirements): very and fairly satisfied, of all who answered but for "not applicable" and "do not know",
/// in per cent to one decimal, half up. It is a perception measure of all tenants: the survey after a case
/// never counts in it. Nothing where nobody answered or a count is negative.
std::optional<std::string> tp12(Tp12Answers const& answers);

}  // namespace doorstep::figures
