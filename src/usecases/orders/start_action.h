#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/orders/legal_action.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

struct StartAction {
    std::string reference;  ///< of the case
    std::string kind;
    std::string body;  ///< who applies, as the law names bodies
    std::string applicant_name;
    std::optional<CasePersonId> respondent;
    std::string place;
    std::string why;
    std::string impact;
    std::optional<Date> requested_on;
};
/// Starts legal action on a case. Refused: a body that cannot use the power, with who can and by what
/// provision; what check_action refuses; somebody who is not on the case; a closed case.
Expected<LegalActionId> start_action(Context& context, StartAction const& input);

struct DecideAction {
    std::string reference;
    LegalActionId id;
    Date decided_on;
    std::optional<TimeOfDay> decided_time;
};
/// The decision to go ahead: gates come first, and the landlord's own emergency clock starts (M-50).
Expected<Done> decide_action(Context& context, DecideAction const& input);

struct EndAction {
    std::string reference;
    LegalActionId id;
    domain::orders::ActionOutcome outcome{};
    std::string note;
};
/// Refused while an order of it is in force: that is ended first.
Expected<Done> end_action(Context& context, EndAction const& input);

struct RecordStep {
    std::string reference;
    LegalActionId id;
    std::string code;
    Date done_on;
    bool left_out = false;
    std::string with_whom;
    std::string what;
    std::optional<Date> answered_on;
    std::string reason;
};
/// Refused: what check_step refuses; a step that the file itself meets; leaving out a gate, but to those who
/// may (pass_gate).
Expected<Done> record_step(Context& context, RecordStep const& input);

}  // namespace doorstep::usecases::orders
