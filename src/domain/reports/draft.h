#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"

namespace doorstep::domain::reports {

enum class Journey { report, phone_report, interrupted_form };
constexpr auto enum_names(Journey) {
    return std::array{
        EnumName{Journey::report, "report", "A resident's report"},
        EnumName{Journey::phone_report, "phone-report", "A report taken for someone"},
        EnumName{Journey::interrupted_form, "interrupted-form", "A form its writer was signed out of"}};
}

/// The step of a draft whose report was sent: nothing but its report's id is left in it.
inline constexpr std::string_view sent_step = "sent";

/// Answers of a journey of several pages, kept until it is sent, left or expires.
struct Draft {
    DraftId id;
    Journey journey = Journey::report;
    std::optional<AccountId> account;  ///< who takes the report, when someone does
    std::string answers = "{}";        ///< JSON: field name to list of typed values
    std::string step;                  ///< the page to come back to
    Instant created_at;
    Instant updated_at;
    Date expires_on;  ///< the last day it is kept
    std::int64_t version = 1;
};

}  // namespace doorstep::domain::reports
