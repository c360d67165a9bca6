#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/cases/case_file.h"
#include "domain/ids.h"

namespace doorstep::domain::risk {

using cases::RiskBand;

/// What became of a band that somebody chose in place of the computed one.
enum class OverrideState { none, raised, lowered, waiting, approved, refused, withdrawn };
constexpr auto enum_names(OverrideState) {
    return std::array{EnumName{OverrideState::none, "none", "Not changed"},
                      EnumName{OverrideState::raised, "raised", "Raised"},
                      EnumName{OverrideState::lowered, "lowered", "Lowered"},
                      EnumName{OverrideState::waiting, "waiting", "Lowering waits for approval"},
                      EnumName{OverrideState::approved, "approved", "Lowered, approved"},
                      EnumName{OverrideState::refused, "refused", "Lowering not approved"},
                      EnumName{OverrideState::withdrawn, "withdrawn", "Request to lower taken back"}};
}

/// One assessment of one person's risk. Answers and scores never change; only what is decided about a band
/// that somebody asked to lower is written afterwards.
struct Assessment {
    RiskAssessmentId id;
    CaseFileId case_file;
    std::optional<CasePersonId> person;  ///< nothing: of a case without a known complainant
    std::string question_set;
    int set_version = 1;
    int score = 0;
    int worst_score = 0;
    bool complete = false;
    RiskBand scored_band = RiskBand::standard;
    std::string automatic_reason;
    RiskBand band = RiskBand::standard;  ///< in force
    std::optional<RiskBand> override_band;
    std::string override_reason;
    OverrideState override_state = OverrideState::none;
    std::vector<std::string> flags;  ///< "hate", "self-harm"
    std::optional<AccountId> made_by;
    Instant made_at;
    Date made_on;
    std::optional<Date> review_by;

    bool has_flag(std::string_view flag) const {
        for (auto const& found : flags)
            if (found == flag) return true;
        return false;
    }
};

struct Answer {
    std::string question;
    std::string option;  ///< empty when not answered
    int score = 0;
    std::string note;
    bool operator==(Answer const&) const = default;
};

}  // namespace doorstep::domain::risk
