#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"

/// A second person's decision (T05). Nobody sees or decides their own.
namespace doorstep::domain::approvals {

enum class Kind {
    closure,     ///< close a case; subject: the case
    lower_risk,  ///< a band below the computed one; subject: the assessment
    high_risk,   ///< look at a case found to be high risk, and at what is planned; subject: the assessment
    standard,    ///< a landlord's own standard; subject: its row
    questions,   ///< a new version of a set of questions; details: the version
};
constexpr auto enum_names(Kind) {
    return std::array{EnumName{Kind::closure, "closure", "Close a case"},
                      EnumName{Kind::lower_risk, "lower-risk", "Lower a risk band"},
                      EnumName{Kind::high_risk, "high-risk", "Look at a high-risk case"},
                      EnumName{Kind::standard, "standard", "Change a standard"},
                      EnumName{Kind::questions, "questions", "Change a set of questions"}};
}

enum class Decision { approved, sent_back, withdrawn };
constexpr auto enum_names(Decision) {
    return std::array{EnumName{Decision::approved, "approved", "Approved"},
                      EnumName{Decision::sent_back, "sent-back", "Sent back"},
                      EnumName{Decision::withdrawn, "withdrawn", "Taken back"}};
}

struct Approval {
    ApprovalId id;
    Kind kind{};
    std::optional<CaseFileId> case_file;
    std::string subject;  ///< id of the record
    std::string reason;   ///< of who asks
    std::string details;  ///< JSON, read by the use-case that carries it out
    AccountId requested_by;
    Instant requested_at;
    std::optional<Decision> decision;  ///< nothing while it waits
    std::string decision_note;
    std::optional<AccountId> decided_by;
    std::optional<Instant> decided_at;
};

}  // namespace doorstep::domain::approvals
