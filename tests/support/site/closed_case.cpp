#include "support/site/closed_case.h"

#include <gtest/gtest.h>

#include "storage/cases.h"
#include "storage/people.h"
#include "storage/surveys.h"
#include "usecases/surveys/at_closure.h"

namespace doorstep::test {

ClosedCase closed_case(TestSite& site, ClosedCaseOptions const& options) {
    auto of_case = options.of_case;
    auto const closed_on = options.closed_on.value_or(site.today().plus_days(-1).plus_months(-1));
    if (!of_case.raised_on) of_case.raised_on = closed_on.plus_days(-20);
    auto made = site.open_case(of_case);
    auto context = site.as_system();
    auto const& settings = context.settings();
    auto const result = context.change([&](usecases::Change& change) -> Expected<Done> {
        domain::people::SafeContact safe;
        safe.telephone = "07700 900123";
        safe.telephone_allowed = options.may_ring;
        safe.letter_allowed = true;
        safe.name_to_use = "Ms Silva";
        safe.best_times = "After 6pm";
        safe.large_print = true;
        safe.agreed_on = closed_on;
        auto& person = made.complainants.front();
        person.safe_contact_id = std::string(change.ids().next().text());
        storage::people::insert_safe_contact_row(change.tx, *person.safe_contact_id, safe);
        storage::people::update(change.tx, person);
        auto& file = made.file;
        file.state = domain::cases::State::closed;
        file.closed_on = closed_on;
        file.outcome = domain::cases::Outcome::resolved;
        storage::cases::update(change.tx, file);
        usecases::surveys::make_surveys_due(change, settings, file);
        return Done{};
    });
    EXPECT_TRUE(result.has_value());
    auto const surveys = site.database().read(
        [&](storage::sql::Read& tx) { return storage::surveys::of_case(tx, made.file.id); });
    return {made.file, surveys.empty() ? domain::surveys::Survey{} : surveys.front()};
}

}  // namespace doorstep::test
