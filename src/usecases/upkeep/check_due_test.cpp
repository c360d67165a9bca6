#include "usecases/upkeep/check_due.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/cases.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"

namespace doorstep::usecases::upkeep {
namespace {

using domain::access::Role;
using domain::work::Kind;
using ::testing::Contains;
using ::testing::Not;

class CheckDueTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer);
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 8)});

    std::string clocks() {
        auto context = site.as_system();
        return check_contact_clocks(context);
    }
    std::string surveys() {
        auto context = site.as_system();
        return check_surveys(context);
    }
    template <class Work>
    void behind_the_back(Work work) {
        site.database().write([&](storage::sql::Write& tx) {
            work(tx);
            return true;
        });
    }
    std::vector<Kind> items() {
        return site.database().read([&](storage::sql::Read& tx) {
            std::vector<Kind> kinds;
            for (auto const& item : storage::work_items::open_of_case(tx, made.file.id))
                kinds.push_back(item.kind);
            return kinds;
        });
    }
    void close() {
        behind_the_back([&](storage::sql::Write& tx) {
            auto file = *storage::cases::find(tx, made.file.id);
            file.state = domain::cases::State::closed;
            file.closed_on = site.today();
            file.closed_at = site.clock.now();
            file.outcome = domain::cases::Outcome::resolved;
            storage::cases::update(tx, file);
        });
    }
};

TEST_F(CheckDueTest, finds_nothing_where_everything_is_in_step) {
    EXPECT_EQ(clocks(), "0 contact clocks put right");
    EXPECT_EQ(surveys(), "0 missing surveys made");
}

TEST_F(CheckDueTest, makes_an_item_that_is_missing) {
    behind_the_back([&](storage::sql::Write& tx) {
        storage::work_items::finish(tx, Kind::first_contact, made.complainants.front().id.text(),
                                    site.clock.now());
    });
    EXPECT_THAT(items(), Not(Contains(Kind::first_contact)));
    EXPECT_EQ(clocks(), "1 contact clock put right");
    EXPECT_THAT(items(), Contains(Kind::first_contact));
    EXPECT_EQ(clocks(), "0 contact clocks put right");
}

TEST_F(CheckDueTest, computes_a_day_again_that_is_not_what_the_records_say) {
    behind_the_back([&](storage::sql::Write& tx) {
        auto file = *storage::cases::find(tx, made.file.id);
        file.next_contact_by = site.today().plus_days(90);
        storage::cases::update(tx, file);
    });
    EXPECT_EQ(clocks(), "1 contact clock put right");
    EXPECT_EQ(site.stored(made.file.id).next_contact_by, made.file.next_contact_by);
}

TEST_F(CheckDueTest, takes_items_of_a_closed_case_away) {
    close();
    EXPECT_EQ(clocks(), "1 contact clock put right");
    EXPECT_THAT(items(), Not(Contains(Kind::first_contact)));
}

TEST_F(CheckDueTest, makes_a_survey_for_a_closing_that_has_none) {
    close();
    EXPECT_EQ(surveys(), "1 missing survey made");
    EXPECT_EQ(surveys(), "0 missing surveys made");
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("survey-due"));
}

TEST_F(CheckDueTest, leaves_a_closing_of_long_ago_alone) {
    close();
    site.set_today(site.today().plus_months(12));
    EXPECT_EQ(surveys(), "0 missing surveys made");
}

}  // namespace
}  // namespace doorstep::usecases::upkeep
