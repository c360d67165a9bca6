#include "storage/nightly_checks.h"

#include <gmock/gmock.h>

#include "storage/on_a_case.h"
#include "storage/work_items.h"

namespace doorstep::storage::nightly_checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NightlyChecks : public test::OnACase {
  protected:
    void SetUp() override {
        OnACase::SetUp();
        if (IsSkipped()) return;
        write([&](sql::Write& tx) {
            for (auto* part : {&ana, &ben}) {
                part->raised_on = june(1);
                part->next_contact_by = june(15);
                people::update(tx, *part);
                work_items::put(tx, item(*part), clock.now());
            }
            file.next_contact_by = june(15);
            return cases::update(tx, file);
        });
    }
    work_items::WorkItem item(domain::people::CasePerson const& part) {
        return {.id = WorkItemId(ids.next()),
                .account = officer.id,
                .kind = work_items::Kind::contact,
                .case_file = file.id,
                .report = {},
                .subject = std::string(part.id.text()),
                .due_on = june(15),
                .high_risk = false};
    }
    std::vector<CaseFileId> found() {
        return read([](sql::Read& tx) { return clocks_out_of_step(tx, 10); });
    }
    template <class Work>
    void change(Work work) {
        write([&](sql::Write& tx) {
            work(tx);
            return true;
        });
    }
};

TEST_P(NightlyChecks, find_no_case_whose_dates_agree) { EXPECT_THAT(found(), IsEmpty()); }

TEST_P(NightlyChecks, find_an_item_of_somebody_else) {
    change([&](sql::Write& tx) {
        file.owner = manager.id;
        cases::update(tx, file);
    });
    EXPECT_THAT(found(), ElementsAre(file.id));
}

TEST_P(NightlyChecks, find_an_item_left_of_somebody_who_left) {
    change([&](sql::Write& tx) {
        ben.left_on = june(9);
        people::update(tx, ben);
    });
    EXPECT_THAT(found(), ElementsAre(file.id));
}

TEST_P(NightlyChecks, find_a_case_whose_next_contact_is_not_the_earliest) {
    change([&](sql::Write& tx) {
        file.next_contact_by.reset();
        cases::update(tx, file);
    });
    EXPECT_THAT(found(), ElementsAre(file.id));
}

TEST_P(NightlyChecks, find_closings_without_a_survey_since_a_day) {
    auto const closings = [&](Date since) {
        return read([&](sql::Read& tx) { return closings_without_survey(tx, since, 10); });
    };
    EXPECT_THAT(closings(june(1)), IsEmpty());
    change([&](sql::Write& tx) {
        file.state = domain::cases::State::closed;
        file.closed_on = june(9);
        file.closed_at = clock.now();
        file.outcome = domain::cases::Outcome::resolved;
        cases::update(tx, file);
    });
    EXPECT_THAT(closings(june(1)), ElementsAre(file.id));
    EXPECT_THAT(closings(june(10)), IsEmpty());
}

DOORSTEP_ON_BOTH_DATABASES(NightlyChecks);

}  // namespace
}  // namespace doorstep::storage::nightly_checks
