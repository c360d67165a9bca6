#include "usecases/orders/breaches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/cases.h"
#include "storage/places.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/orders/change_order.h"
#include "usecases/orders/possible_breaches.h"
#include "usecases/orders/record_order.h"
#include "usecases/orders/start_action.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::usecases::orders {
namespace {

using domain::access::Role;
using ::testing::HasSubstr;

class BreachTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026, 10am
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account other = site.account(Role::housing_officer, "Huw Pritchard");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = *Date::of(2026, 5, 1)});
    AddressId address;
    LegalOrderId order;

    void SetUp() override {
        domain::places::Address place;
        place.id = address = AddressId(site.ids.next());
        place.line = "2 Mill Lane";
        place.postcode = "MK9 3XS";
        place.position = domain::places::Position{485300, 238000, 52.0, -0.7};
        site.database().write([&](storage::sql::Write& tx) { storage::places::insert(tx, place); });
        auto context = site.as(officer);
        StartAction start;
        start.reference = made.file.reference;
        start.kind = "injunction";
        start.body = "registered-provider-non-profit";
        start.why = "Spat at two of our staff";
        auto const action = start_action(context, start);
        ASSERT_TRUE(action) << action.error().message();
        for (auto const* code : {"limbs", "fairness", "youth"}) {
            RecordStep step;
            step.reference = made.file.reference;
            step.id = *action;
            step.code = code;
            step.done_on = site.today();
            step.with_whom = "Adult";
            step.what = "Weighed";
            ASSERT_TRUE(record_step(context, step)) << code;
        }
        RecordOrder record;
        record.reference = made.file.reference;
        record.action = *action;
        record.court = "Northgate County Court";
        record.made_on = *Date::of(2026, 6, 1);
        record.until_on = *Date::of(2028, 5, 31);
        auto const saved = record_order(context, record);
        ASSERT_TRUE(saved) << saved.error().message();
        order = *saved;
        AddClause clause;
        clause.reference = made.file.reference;
        clause.id = order;
        clause.words = "Not to come within 200 metres of the office";
        clause.zone_centre = "485000, 238000";
        clause.zone_radius = 200;
        clause.power_of_arrest = true;
        clause.arrest_ground = domain::orders::ArrestGround::violence;
        ASSERT_TRUE(add_clause(context, clause));
    }
    std::vector<PossibleBreach> possible(Date on, domain::accounts::Account const& viewer) {
        auto const elsewhere = site.open_case({.owner = viewer.id, .housing_officer = viewer.id});
        auto context = site.as(viewer);
        return possible_breaches(context, elsewhere.file.id, address, on, {});
    }
};

TEST_F(BreachTest, is_suggested_by_place_and_time_with_the_distance) {
    auto const found = possible(site.today(), officer);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].metres, 100);
    EXPECT_THAT(found[0].why, HasSubstr("100 metres from its zone"));
    EXPECT_EQ(found[0].order_words, "Injunction, clause 1");
    EXPECT_TRUE(possible(*Date::of(2026, 5, 31), officer).empty()) << "before the order";
    EXPECT_TRUE(possible(*Date::of(2028, 6, 1), officer).empty()) << "after it";
}

TEST_F(BreachTest, of_a_case_that_somebody_may_not_see_is_not_suggested_to_them) {
    EXPECT_TRUE(possible(site.today(), other).empty());
}

TEST_F(BreachTest, is_kept_against_its_clause_and_opens_condition_two_when_proved) {
    auto context = site.as(officer);
    auto const view = view_order(context, made.file.reference, order.text());
    ASSERT_TRUE(view);
    RecordBreach input;
    input.reference = made.file.reference;
    input.id = order;
    input.clause = std::string(view->clauses.at(0).id.text());
    input.happened_on = *Date::of(2026, 5, 31);
    input.what = "Stood outside the office";
    EXPECT_EQ(record_breach(context, input).error().code(), "breach-wrong");
    input.happened_on = *Date::of(2026, 6, 5);
    auto const breach = record_breach(context, input);
    ASSERT_TRUE(breach) << breach.error().message();
    RecordBreachOutcome outcome;
    outcome.reference = made.file.reference;
    outcome.id = order;
    outcome.breach = *breach;
    outcome.version = 1;
    outcome.outcome = domain::orders::BreachOutcome::committed;
    outcome.outcome_on = *Date::of(2026, 6, 9);
    outcome.committal_on = *Date::of(2026, 6, 4);
    EXPECT_EQ(record_breach_outcome(context, outcome).error().problems().at(0).field, "committal-on");
    outcome.committal_on = *Date::of(2026, 6, 9);
    ASSERT_TRUE(record_breach_outcome(context, outcome));
    EXPECT_EQ(record_breach_outcome(context, outcome).error().code(), "outcome-known");
    bool opened = false;
    for (auto const& listed : site.database().read(
             [&](storage::sql::Read& tx) { return storage::work_items::listed_of_case(tx, made.file.id); }))
        if (listed.about.find("condition 2") != std::string::npos) {
            opened = true;
            EXPECT_EQ(listed.item.due_on, *Date::of(2027, 6, 8));
        }
    EXPECT_TRUE(opened);
}

}  // namespace
}  // namespace doorstep::usecases::orders
