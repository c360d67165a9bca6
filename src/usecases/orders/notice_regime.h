#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace doorstep::usecases {
class Settings;
}

namespace doorstep::usecases::orders {

/// A tenancy as the law of notices tells them apart.
enum class TenancyClass { secure, assured, introductory, demoted, starter, not_known };

/// From the words of the register ("Secure", "Assured shorthold", "Starter") and, where they say nothing,
/// from what the landlord is in law.
TenancyClass tenancy_class(std::string_view tenure, std::string_view landlord_body);

/// The rules for a notice on the absolute ground, chosen by the tenancy and the day it is served: the officer
/// is never asked to choose.
struct NoticeRegime {
    TenancyClass tenancy = TenancyClass::not_known;
    std::string title;    ///< "Secure tenancy: Housing Act 1985, section 83ZA"
    std::string because;  ///< "The register says “Secure”"
    struct Rule {
        std::string what;  ///< "Earliest day for proceedings, periodic tenancy"
        std::string when;  ///< "8 July 2026"; a sentence where there is no day
        std::string source;
        std::string mark;  ///< evidence, where it is less than verified
    };
    std::vector<Rule> rules;
    bool review_is_law = false;  ///< of a council or housing action trust (section 85ZA)
};
NoticeRegime notice_regime(Settings const& settings, std::string_view tenure, Date served_on);

}  // namespace doorstep::usecases::orders
