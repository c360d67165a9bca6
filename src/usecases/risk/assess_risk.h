#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/risk/score.h"
#include "usecases/context.h"

namespace doorstep::usecases::risk {

struct AssessRisk {
    std::string reference;               ///< of the case
    std::optional<CasePersonId> person;  ///< whose risk; nothing on a case without a known complainant
    int set_version = 0;                 ///< of the questions the form asked
    domain::risk::Answers answers;
    std::map<std::string, std::string, std::less<>> notes;  ///< question code to what was said
    std::optional<domain::risk::RiskBand> chosen_band;      ///< in place of the computed one
    std::string override_reason;
    std::optional<RiskAssessmentId> seen;  ///< the newest assessment of the case when the form was opened
};

struct RiskAssessed {
    RiskAssessmentId id;
    domain::risk::RiskBand band{};  ///< in force now
    bool complete = false;
    bool waits_for_approval =
        false;            ///< a lower band was asked for; until it is approved the computed one stands
    bool urgent = false;  ///< somebody spoke of harming themselves: a task is due today
    std::optional<Date> review_by;
    std::optional<Date> next_contact_by;  ///< of the case, by the promise for its band
};

/// Assesses the risk to one person (C14). Answers and scores stay as they are for ever; the case follows the
/// newest assessment of each person.
///
/// A chosen band above the computed one holds at once, with a reason. One below needs a reason and, where the
/// standard says so, a second person (Context of sla.risk_lowering_needs_approval). "Hate" sets the case's
/// flag and nothing here takes it away; "self-harm" sets its alert and makes a task for today, and a later
/// "no" by the same person takes the alert away.
///
/// Refused: nothing answered, an answer that is no option, a person who is not on the case, a chosen band
/// without a reason, a closed case, and when somebody else assessed it since the form was opened.
Expected<RiskAssessed> assess_risk(Context& context, AssessRisk const& input);

/// What assess_risk would find from these answers, for looking at before it is saved: nothing is written.
/// Refused for the same answers and people.
Expected<domain::risk::Score> preview_risk(Context& context, AssessRisk const& input);

}  // namespace doorstep::usecases::risk
