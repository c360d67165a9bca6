#include "usecases/orders/conditions.h"

#include "storage/possession_events.h"
#include "usecases/orders/law_answers.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::orders::ConditionFound;

std::vector<ConditionFound> find_conditions(storage::sql::Read& tx, Settings const& settings, CaseFileId file,
                                            Instant now) {
    std::vector<ConditionFound> found;
    for (auto const& event : storage::possession_events::of_case(tx, file)) {
        ConditionFound condition;
        std::string_view provision = provisions::condition_two_notice;
        if (event.kind == "closure") {
            condition.number = 4;
            condition.because = "Closure order made on " + date_words(event.on);
            provision = provisions::condition_four_notice;
            condition.is_met = true;
            if (settings.law().on(provisions::condition_four_hours, event.on)) {
                auto const hours = settings.law().number(provisions::condition_four_hours, event.on);
                condition.is_met =
                    domain::orders::shut_for_longer_than(event.from_at, event.stops_at, hours, now);
                if (!condition.is_met)
                    condition.not_met_because =
                        "access has not been prohibited for more than " + std::to_string(hours) + " hours";
            }
        } else {
            condition.number = event.kind == "injunction" ? 2 : 3;
            condition.because = (condition.number == 2 ? "Breach of the injunction found on "
                                                       : "Conviction for breach of the order on ") +
                                date_words(event.on);
            if (condition.number == 3) provision = provisions::conviction_notice;
            condition.is_met = true;
        }
        if (auto const period = law_period(settings, provision, legal::LawMoment::on(event.on)))
            condition.serve_by = period->due_on;
        found.push_back(std::move(condition));
    }
    return found;
}

}  // namespace doorstep::usecases::orders
