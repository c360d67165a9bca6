#pragma once

#include <optional>
#include <string>

#include "base/expected.h"
#include "domain/orders/legal_action.h"
#include "domain/orders/legal_order.h"
#include "usecases/context.h"

namespace doorstep::usecases::orders {

struct RecordOrder {
    std::string reference;
    LegalActionId action;
    domain::orders::OrderForm form = domain::orders::OrderForm::final;
    std::optional<domain::orders::Scope> scope;
    std::string court;
    bool senior = false;
    Date made_on;
    std::optional<TimeOfDay> made_time;  ///< nothing: from the beginning of the day
    std::optional<Date> until_on;
    std::optional<TimeOfDay> until_time;  ///< of a notice that runs for hours
    std::optional<int> age;
    bool without_notice = false;
    std::string note;
};
/// Records a notice or order as it was made. The law is asked whether its term is lawful on the day it was
/// made: an unlawful one is refused with the limit and its source. Gates come first. Who may enter is listed
/// as the landlord's list says; every day that now runs is put on the work lists: expiry, extension, appeal,
/// possession, the plan for its end. Figures count it as the step of the catalogue that its kind names.
Expected<LegalOrderId> record_order(Context& context, RecordOrder const& input);

struct RecordService {
    std::string reference;
    LegalActionId action;
    std::string order;  ///< id of the notice or order served; empty: something else
    domain::orders::ServedWhat what{};
    domain::orders::ServedHow how{};
    Date served_on;
    std::optional<TimeOfDay> served_time;
    std::string on_whom;
    std::string where;
    std::string by_whom;
    std::string proof;
};
/// Serving a closure notice starts the hearing's clock; a possession notice, that of a review. Refused:
/// service before it was made, or in the future.
Expected<Done> record_service(Context& context, RecordService const& input);

}  // namespace doorstep::usecases::orders
