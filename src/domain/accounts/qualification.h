#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"

namespace doorstep::domain::accounts {

enum class QualificationState { working_towards, held, lapsed };
constexpr auto enum_names(QualificationState) {
    return std::array{EnumName{QualificationState::working_towards, "working-towards", "Working towards it"},
                      EnumName{QualificationState::held, "held", "Holds it"},
                      EnumName{QualificationState::lapsed, "lapsed", "Lapsed"}};
}

/// What a colleague's role asks for, such as a certificate or a project (M-93).
struct Qualification {
    std::string id;
    AccountId account;
    std::string title;
    std::string awarded_by;
    QualificationState state = QualificationState::held;
    std::optional<Date> held_from;
    std::optional<Date> expires_on;
    std::string evidence;  ///< where it can be seen
    AccountId recorded_by;
    Instant recorded_at;
    std::int64_t version = 1;
};

/// Refused: no title; held without saying from when; an end before its beginning.
Expected<Done> check_qualification(Qualification const& qualification);

}  // namespace doorstep::domain::accounts
