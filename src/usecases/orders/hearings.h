#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/orders/legal_action.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

struct ListHearing {
    std::string reference;
    LegalActionId action;
    domain::orders::HearingPurpose purpose{};
    std::string court;
    Date on;
    std::optional<TimeOfDay> time;
};
/// Refused: what check_hearing refuses; a closure application later than the law allows after service, or an
/// adjourned one later than it allows after the adjournment, with the limit and its source.
Expected<HearingId> list_hearing(Context& context, ListHearing const& input);

struct RecordHearing {
    std::string reference;
    LegalActionId action;
    HearingId hearing;
    std::int64_t version = 0;
    domain::orders::HearingResult result{};
    std::string note;
    std::optional<bool> notice_goes_on;
};
/// What the court decided. An adjournment starts its clock; a closure notice that goes on runs until the
/// moment the law allows. Refused: before its time, or twice.
Expected<Done> record_hearing(Context& context, RecordHearing const& input);

}  // namespace doorstep::usecases::orders
