#include "usecases/orders/breaches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/cases.h"
#include "storage/places.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "support/site/waiting_report.h"
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
        WhatHappened happened;
        happened.file = elsewhere.file.id;
        happened.home = address;
        happened.on = on;
        return possible_breaches(context, happened);
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

TEST_F(BreachTest, is_suggested_for_a_report_by_its_own_place_before_it_is_on_any_case) {
    auto const report = test::waiting_report(site, {.address = address, .received_on = site.today()});
    auto context = site.as(officer);
    auto const found = possible_breaches(context, report);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].metres, 100);
    EXPECT_FALSE(found[0].near.same_case);
    auto const elsewhere = test::waiting_report(site, {.received_on = site.today()});
    EXPECT_TRUE(possible_breaches(context, elsewhere).empty());
}

TEST_F(BreachTest, is_suggested_where_the_incident_was_and_not_where_the_home_is) {
    domain::places::Address office;
    office.id = AddressId(site.ids.next());
    office.line = "Northgate House, 200 High Street";
    office.postcode = "MK9 1AA";
    office.position = domain::places::Position{485050, 238000, 52.0, -0.7};
    site.database().write([&](storage::sql::Write& tx) { storage::places::insert(tx, office); });
    auto context = site.as(officer);
    WhatHappened happened;
    happened.home_words = "40 Far Lane";
    happened.on = site.today();
    EXPECT_TRUE(possible_breaches(context, happened).empty()) << "at a home that nobody knows";
    happened.place = "northgate house, high street";
    auto const found = possible_breaches(context, happened);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].metres, 0);
    EXPECT_THAT(found[0].why, HasSubstr("Inside its zone"));
}

TEST_F(BreachTest, is_suggested_by_the_name_of_the_respondent_and_made_stronger_by_the_conduct) {
    auto context = site.as(officer);
    StartAction start;
    start.reference = made.file.reference;
    start.kind = "injunction";
    start.body = "registered-provider-non-profit";
    start.why = "Threats";
    start.respondent = made.alleged_perpetrator->id;
    auto const action = start_action(context, start);
    ASSERT_TRUE(action);
    for (auto const* code : {"limbs", "fairness", "youth"}) {
        RecordStep step;
        step.reference = made.file.reference;
        step.id = *action;
        step.code = code;
        step.done_on = site.today();
        step.with_whom = "Adult";
        step.what = "Weighed";
        ASSERT_TRUE(record_step(context, step));
    }
    RecordOrder record;
    record.reference = made.file.reference;
    record.action = *action;
    record.court = "Northgate County Court";
    record.made_on = site.today();
    auto const saved = record_order(context, record);
    ASSERT_TRUE(saved) << saved.error().message();
    AddClause clause;
    clause.reference = made.file.reference;
    clause.id = *saved;
    clause.words = "Not to play music after 11pm";
    clause.conduct = {"no-such-kind"};
    EXPECT_EQ(add_clause(context, clause).error().problems().at(0).field, "conduct");
    clause.conduct = {"noise"};
    ASSERT_TRUE(add_clause(context, clause));

    auto const name = view_action(context, made.file.reference, action->text())->named.respondent_name;
    ASSERT_NE(name.find(' '), std::string::npos) << "a forename and a surname: " << name;
    WhatHappened happened;
    happened.on = site.today();
    happened.words = "It was " + name + " again, shouting";
    auto const named = possible_breaches(context, happened);
    ASSERT_EQ(named.size(), 1U);
    EXPECT_THAT(named[0].why, HasSubstr("names them"));
    EXPECT_FALSE(named[0].same_conduct);
    happened.kinds = {"noise"};
    EXPECT_THAT(possible_breaches(context, happened).at(0).why, HasSubstr("this kind of behaviour (noise)"));
    happened.words = "Music again";
    EXPECT_TRUE(possible_breaches(context, happened).empty()) << "a kind of behaviour alone is no reason";
}

TEST_F(BreachTest, is_suggested_by_the_hour_where_the_hour_is_known) {
    auto context = site.as(officer);
    EndOrder end;
    end.reference = made.file.reference;
    end.id = order;
    end.version = 1;
    end.end = domain::orders::OrderEnd::discharged;
    end.ended_on = *Date::of(2026, 6, 9);
    end.ended_time = TimeOfDay{15, 0};
    ASSERT_TRUE(end_order(context, end));
    WhatHappened happened;
    happened.file = made.file.id;
    happened.on = *Date::of(2026, 6, 9);
    EXPECT_EQ(possible_breaches(context, happened).size(), 1U) << "it was in force for a part of the day";
    happened.time = TimeOfDay{16, 0};
    EXPECT_TRUE(possible_breaches(context, happened).empty());
    happened.time = TimeOfDay{14, 0};
    EXPECT_EQ(possible_breaches(context, happened).size(), 1U);
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
