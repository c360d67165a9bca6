#include "storage/legal_orders.h"

#include "storage/legal_actions.h"
#include "storage/on_a_case.h"

namespace doorstep::storage {
namespace {

using namespace domain::orders;

class LegalOrders : public test::OnACase {
  protected:
    LegalAction action;
    LegalOrder order;

    void SetUp() override {
        OnACase::SetUp();
        if (IsSkipped()) return;
        action.id = LegalActionId(ids.next());
        action.case_file = file.id;
        action.kind = "closure";
        action.applicant_body = "police";
        action.respondent = ana.id;
        action.place = "Flat 3, Acre Court";
        action.why = "Crime <every> night";
        action.requested_on = june(2);
        action.decided_at = clock.now();
        action.started_on = june(3);
        action.started_by = officer.id;
        order.id = LegalOrderId(ids.next());
        order.action = action.id;
        order.case_file = file.id;
        order.scope = Scope::partial;
        order.court = "Northgate Magistrates’ Court";
        order.made_on = june(5);
        order.from_at = london_midnight(june(5));
        order.until_on = june(5).plus_months(3).plus_days(-1);
        order.until_at = london_midnight(order.until_on->plus_days(1));
        order.first_until_on = order.until_on;
        order.recorded_by = officer.id;
        order.recorded_at = clock.now();
        write([&](sql::Write& tx) {
            legal_actions::insert(tx, action);
            legal_orders::insert(tx, order);
            return true;
        });
    }
};

TEST_P(LegalOrders, keep_an_action_and_its_end) {
    auto const named = read([&](sql::Read& tx) { return legal_actions::find(tx, action.id); });
    ASSERT_TRUE(named);
    EXPECT_EQ(named->action.why, action.why);
    EXPECT_EQ(named->action.decided_at, action.decided_at);
    EXPECT_EQ(named->respondent_name, "Ana Silva");
    EXPECT_EQ(named->started_by_name, "Dana Okafor");
    auto other = action;
    action.outcome = ActionOutcome::withdrawn;
    action.ended_on = june(9);
    EXPECT_TRUE(write([&](sql::Write& tx) { return legal_actions::update(tx, action); }));
    EXPECT_FALSE(write([&](sql::Write& tx) { return legal_actions::update(tx, other); }));
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_actions::find(tx, action.id); })->action.outcome,
              ActionOutcome::withdrawn);
}

TEST_P(LegalOrders, are_listed_with_their_newest_order_and_next_day) {
    write([&](sql::Write& tx) {
        for (int day : {20, 12})
            legal_actions::insert(tx, LegalDeadline{.id = std::string(ids.next().text()),
                                                    .action = action.id,
                                                    .order = order.id,
                                                    .code = day == 12 ? "appeal" : "expiry",
                                                    .words = day == 12 ? "Appeal" : "Ends",
                                                    .due_on = june(day),
                                                    .due_at = {},
                                                    .target_on = june(day - 1),
                                                    .source = "An Act",
                                                    .met_on = {}});
        return true;
    });
    auto const listed = read([&](sql::Read& tx) { return legal_actions::of_case(tx, file.id, 25); });
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].next_deadline, june(12));
    EXPECT_EQ(listed[0].next_words, "Appeal");
    EXPECT_EQ(listed[0].order, order.id);
    EXPECT_EQ(listed[0].order_scope, "partial");
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_actions::count_of_case(tx, file.id); }), 1);

    auto const met = write(
        [&](sql::Write& tx) { return legal_actions::meet(tx, action.id, "appeal", order.id, june(10)); });
    EXPECT_EQ(met.size(), 1U);
    auto const open = read([&](sql::Read& tx) { return legal_actions::open_deadlines_of_case(tx, file.id); });
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].code, "expiry");
    EXPECT_EQ(open[0].target_on, june(19));
    auto const all = read([&](sql::Read& tx) { return legal_actions::deadlines(tx, action.id); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].met_on, june(10));
    EXPECT_EQ(write([&](sql::Write& tx) { return legal_actions::meet_all(tx, action.id, june(10)); }).size(),
              1U);
}

TEST_P(LegalOrders, keep_steps_hearings_service_rules_and_costs) {
    StepDone step;
    step.action = action.id;
    step.code = "measures-meeting";
    step.done_on = june(3);
    step.with_whom = "Police";
    step.answered_on = june(4);
    step.recorded_at = clock.now();
    Hearing hearing;
    hearing.id = HearingId(ids.next());
    hearing.action = action.id;
    hearing.purpose = HearingPurpose::application;
    hearing.court = "Northgate";
    hearing.listed_at = clock.now();
    hearing.listed_on = june(10);
    hearing.recorded_at = clock.now();
    Service service;
    service.id = LegalServiceId(ids.next());
    service.action = action.id;
    service.order = order.id;
    service.what = ServedWhat::order;
    service.how = ServedHow::fixed;
    service.served_at = clock.now();
    service.on_whom = "The tenant";
    service.where = "The door";
    service.recorded_at = clock.now();
    write([&](sql::Write& tx) {
        legal_actions::put(tx, step);
        step.left_out = true;
        step.reason = "Held by the police";
        legal_actions::put(tx, step);
        legal_actions::insert(tx, hearing);
        legal_actions::insert(tx, service);
        legal_actions::keep_rules(tx, action.id, order.id.text(), "term",
                                  {{"closure.order.max_months", "3 months", "s.80(6)", "V", june(1), ""}});
        legal_actions::insert(tx, legal_actions::Cost{std::string(ids.next().text()), action.id, june(5),
                                                      "Locks", 12'345, officer.id});
        return true;
    });
    auto const steps = read([&](sql::Read& tx) { return legal_actions::steps(tx, action.id); });
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_TRUE(steps[0].left_out);
    EXPECT_EQ(steps[0].reason, "Held by the police");
    hearing.result = HearingResult::adjourned;
    hearing.notice_goes_on = true;
    EXPECT_TRUE(write([&](sql::Write& tx) { return legal_actions::update(tx, hearing); }));
    auto const found = read([&](sql::Read& tx) { return legal_actions::find_hearing(tx, hearing.id); });
    EXPECT_EQ(found->result, HearingResult::adjourned);
    EXPECT_EQ(found->notice_goes_on, true);
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_actions::hearings(tx, action.id); }).size(), 1U);
    auto const services = read([&](sql::Read& tx) { return legal_actions::services(tx, action.id); });
    ASSERT_EQ(services.size(), 1U);
    EXPECT_EQ(services[0].where, "The door");
    EXPECT_EQ(services[0].order, order.id);
    auto const rules = read([&](sql::Read& tx) { return legal_actions::rules_used(tx, order.id.text()); });
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0].says, "3 months");
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_actions::costs(tx, action.id); }).at(0).pence, 12'345);
}

TEST_P(LegalOrders, are_found_with_their_case_their_plan_and_while_in_force) {
    auto const in_force = [&](Instant at) {
        return read([&](sql::Read& tx) { return legal_orders::in_force_on_case(tx, file.id, at); }).size();
    };
    EXPECT_EQ(in_force(order.from_at), 1U);
    EXPECT_EQ(in_force(order.from_at.plus_milliseconds(-1)), 0U);
    EXPECT_EQ(in_force(*order.until_at), 0U);
    EXPECT_FALSE(read([&](sql::Read& tx) { return legal_orders::of_action(tx, action.id); }).at(0).has_plan);
    write([&](sql::Write& tx) {
        legal_orders::put(tx, ExpiryPlan{order.id, AfterIt::possession, manager.id, june(20), "Notice"});
        legal_orders::put(tx, ExpiryPlan{order.id, AfterIt::return_home, manager.id, june(21), "Home"});
        legal_orders::insert(tx,
                             ProtectedPerson{std::string(ids.next().text()), order.id, "Reception", "Desk"});
        return true;
    });
    auto const found = read([&](sql::Read& tx) { return legal_orders::find_in_case(tx, order.id); });
    ASSERT_TRUE(found && found->plan);
    EXPECT_EQ(found->plan->after_it, AfterIt::return_home);
    EXPECT_EQ(found->plan_owner_name, "Marta Lindqvist");
    EXPECT_EQ(found->case_reference, file.reference);
    EXPECT_EQ(found->protected_people, 1);
    EXPECT_TRUE(read([&](sql::Read& tx) { return legal_orders::of_action(tx, action.id); }).at(0).has_plan);
    order.end = OrderEnd::discharged;
    order.ended_at = clock.now();
    EXPECT_TRUE(write([&](sql::Write& tx) { return legal_orders::update(tx, order); }));
    EXPECT_EQ(in_force(clock.now()), 0U);
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_orders::find(tx, order.id); })->end,
              OrderEnd::discharged);
}

TEST_P(LegalOrders, keep_clauses_lists_breaches_and_who_read_them) {
    OrderClause clause;
    clause.id = OrderClauseId(ids.next());
    clause.order = order.id;
    clause.words = "Not to enter";
    clause.from_on = june(5);
    clause.power_of_arrest = true;
    clause.arrest_ground = ArrestGround::risk_of_harm;
    clause.zone = "POINT (1 2)";
    clause.zone_easting = 1;
    clause.zone_northing = 2;
    clause.zone_radius = 3;
    EntryPermission permission;
    permission.id = std::string(ids.next().text());
    permission.order = order.id;
    permission.role = "contractor";
    permission.from_time = TimeOfDay{8, 0};
    permission.until_time = TimeOfDay{17, 30};
    OrderBreach breach;
    breach.id = OrderBreachId(ids.next());
    breach.order = order.id;
    breach.clause = clause.id;
    breach.happened_at = clock.now();
    breach.what = "Seen inside";
    breach.recorded_at = clock.now();
    OrderExtension extension{
        std::string(ids.next().text()), order.id, june(6), june(7), june(8), june(9), "Northgate", ""};
    write([&](sql::Write& tx) {
        legal_orders::insert(tx, clause, legal_orders::ZoneBox{-2, -1, 4, 5});
        legal_orders::insert(tx, permission);
        legal_orders::insert(tx, breach);
        legal_orders::insert(tx, extension);
        legal_orders::insert(
            tx, legal_orders::EntryCheck{std::string(ids.next().text()), order.id, "tenant", "", clock.now(),
                                         true, "On the list", permission.id, officer.id, clock.now(), ""});
        return true;
    });
    auto const clauses = read([&](sql::Read& tx) { return legal_orders::clauses(tx, order.id); });
    ASSERT_EQ(clauses.size(), 1U);
    EXPECT_EQ(clauses[0].arrest_ground, ArrestGround::risk_of_harm);
    EXPECT_EQ(clauses[0].zone_radius, 3);
    auto const list = read([&](sql::Read& tx) { return legal_orders::permissions(tx, order.id); });
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].until_time, (TimeOfDay{17, 30}));
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_orders::extensions(tx, order.id); }).at(0).until_on,
              june(9));
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_orders::entry_checks(tx, order.id, 5); })
                  .at(0)
                  .checked_by_name,
              "Dana Okafor");
    breach.outcome = BreachOutcome::committed;
    breach.outcome_on = june(10);
    EXPECT_TRUE(write([&](sql::Write& tx) { return legal_orders::update(tx, breach); }));
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_orders::find_breach(tx, breach.id); })->outcome,
              BreachOutcome::committed);
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_orders::breaches(tx, order.id); }).size(), 1U);
    auto const mark = [&](std::int64_t version) {
        return write([&](sql::Write& tx) {
            return legal_orders::put_brief_read(tx, order.id, officer.id, version, clock.now());
        });
    };
    EXPECT_TRUE(mark(1));
    EXPECT_FALSE(mark(1));
    EXPECT_TRUE(mark(2));
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_orders::brief_reads(tx, order.id); }).size(), 2U);
    write([&](sql::Write& tx) {
        legal_orders::strike(tx, clause.id);
        EXPECT_TRUE(legal_orders::remove_permission(tx, order.id, permission.id));
        EXPECT_FALSE(legal_orders::remove_permission(tx, order.id, permission.id));
        return true;
    });
    EXPECT_TRUE(read([&](sql::Read& tx) { return legal_orders::clauses(tx, order.id); }).at(0).struck);
}

DOORSTEP_ON_BOTH_DATABASES(LegalOrders);

}  // namespace
}  // namespace doorstep::storage
