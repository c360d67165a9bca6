#include "domain/orders/legal_order.h"

#include <gtest/gtest.h>

#include "domain/orders/entry.h"

namespace doorstep::domain::orders {
namespace {

Date june(int day) { return *Date::of(2026, 6, day); }

LegalOrder made_order() {
    LegalOrder order;
    order.form = OrderForm::final;
    order.scope = Scope::partial;
    order.court = "Northgate Magistrates’ Court";
    order.made_on = june(1);
    order.from_at = london_midnight(june(1));
    order.until_on = *Date::of(2026, 8, 31);
    order.until_at = london_midnight(*Date::of(2026, 9, 1));
    return order;
}

std::string field_of(Expected<Done> const& result) {
    return result ? "" : result.error().problems().empty() ? "?" : result.error().problems().front().field;
}

class Clause : public ::testing::Test {
  protected:
    LegalOrder order = made_order();
    OrderClause clause = [] {
        OrderClause made;
        made.words = "Not to enter Acre Court";
        made.from_on = june(1);
        return made;
    }();
};

TEST_F(Clause, lies_within_its_order) {
    EXPECT_TRUE(check_clause(clause, order));
    clause.from_on = june(1).plus_days(-1);
    EXPECT_EQ(field_of(check_clause(clause, order)), "from-on");
    clause.from_on = june(1);
    clause.until_on = *order.until_on;
    EXPECT_TRUE(check_clause(clause, order));
    clause.until_on = order.until_on->plus_days(1);
    EXPECT_EQ(field_of(check_clause(clause, order)), "until-on");
}

TEST_F(Clause, that_requires_something_names_a_supervisor) {
    clause.kind = ClauseKind::requirement;
    EXPECT_EQ(field_of(check_clause(clause, order)), "supervisor");
    clause.supervisor = "Northgate drug service";
    EXPECT_TRUE(check_clause(clause, order));
}

TEST_F(Clause, has_a_power_of_arrest_on_a_ground_and_never_on_taking_part) {
    clause.power_of_arrest = true;
    EXPECT_EQ(field_of(check_clause(clause, order)), "arrest-ground");
    clause.arrest_ground = ArrestGround::violence;
    EXPECT_TRUE(check_clause(clause, order));
    clause.arrest_until = order.until_on->plus_days(1);
    EXPECT_EQ(field_of(check_clause(clause, order)), "arrest-until");
    clause.arrest_until.reset();
    clause.kind = ClauseKind::requirement;
    clause.supervisor = "Northgate drug service";
    clause.participation = true;
    EXPECT_EQ(field_of(check_clause(clause, order)), "power-of-arrest");
}

TEST_F(Clause, of_an_interim_order_without_notice_asks_nobody_to_take_part) {
    order.form = OrderForm::interim;
    clause.kind = ClauseKind::requirement;
    clause.supervisor = "Northgate drug service";
    clause.participation = true;
    EXPECT_TRUE(check_clause(clause, order));
    order.without_notice = true;
    EXPECT_EQ(field_of(check_clause(clause, order)), "participation");
}

TEST(Extension, is_applied_for_before_the_order_runs_out_and_makes_it_longer) {
    auto const order = made_order();
    OrderExtension extension;
    extension.applied_on = *order.until_on;
    extension.made_on = *order.until_on;
    extension.until_on = order.until_on->plus_days(30);
    extension.court = "Northgate";
    auto const today = order.until_on->plus_days(10);
    EXPECT_TRUE(check_extension(order, extension, today));
    extension.applied_on = extension.made_on = order.until_on->plus_days(1);
    EXPECT_EQ(field_of(check_extension(order, extension, today)), "applied-on");
    extension.applied_on = extension.made_on = *order.until_on;
    extension.until_on = *order.until_on;
    EXPECT_EQ(field_of(check_extension(order, extension, today)), "until-on");
}

TEST(Order, does_not_overlap_another_of_its_form) {
    ActionKind kind;
    kind.forms = {OrderForm::final};
    kind.full_or_partial = true;
    auto order = made_order();
    auto const now = london_instant(june(10), {10, 0});
    EXPECT_TRUE(check_order(order, kind, june(1), now, {}));
    auto other = made_order();
    other.id = *LegalOrderId::parse("01890000-0000-7000-8000-000000000001");
    EXPECT_EQ(field_of(check_order(order, kind, june(1), now, {other})), "made-on");
    other.end = OrderEnd::discharged;
    other.ended_at = order.from_at;
    EXPECT_TRUE(check_order(order, kind, june(1), now, {other}));
    order.scope.reset();
    EXPECT_EQ(field_of(check_order(order, kind, june(1), now, {})), "scope");
}

TEST(Breach, happens_while_the_order_is_in_force) {
    auto const order = made_order();
    auto const now = london_instant(june(20), {10, 0});
    OrderBreach breach;
    breach.what = "Seen inside";
    breach.happened_at = london_instant(june(15), {23, 0});
    EXPECT_TRUE(check_breach(breach, order, nullptr, now));
    breach.happened_at = london_instant(june(1).plus_days(-1), {23, 0});
    EXPECT_EQ(field_of(check_breach(breach, order, nullptr, now)), "happened-on");
    OrderClause clause;
    clause.from_on = june(16);
    breach.happened_at = london_instant(june(15), {23, 0});
    EXPECT_EQ(field_of(check_breach(breach, order, &clause, now)), "clause");
}

class Entry : public ::testing::Test {
  protected:
    LegalOrder order = made_order();
    std::vector<EntryPermission> list;
    void let_in(std::string role, std::string name = "") {
        EntryPermission permission;
        permission.role = std::move(role);
        permission.name = std::move(name);
        list.push_back(permission);
    }
    EntryFinding ask(std::string role, int day, int hour, std::string name = "") {
        return may_enter(order, list,
                         {std::move(role), std::move(name), london_instant(june(day), {hour, 0})});
    }
};

TEST_F(Entry, is_for_those_on_the_list_of_a_partial_order) {
    let_in("tenant");
    EXPECT_EQ(ask("tenant", 10, 10).answer, EntryAnswer::may);
    EXPECT_EQ(ask("tenant", 10, 10).reason, EntryReason::on_the_list);
    EXPECT_EQ(ask("visitor", 10, 10).answer, EntryAnswer::may_not);
    EXPECT_EQ(ask("visitor", 10, 10).until, order.until_at);
}

TEST_F(Entry, is_for_nobody_under_a_full_order) {
    order.scope = Scope::full;
    EXPECT_EQ(ask("tenant", 10, 10).reason, EntryReason::full);
    EXPECT_EQ(ask("tenant", 10, 10).answer, EntryAnswer::may_not);
}

TEST_F(Entry, is_free_before_and_after_the_order) {
    EXPECT_EQ(may_enter(order, list, {"visitor", "", order.from_at.plus_milliseconds(-1)}).reason,
              EntryReason::not_yet);
    EXPECT_EQ(may_enter(order, list, {"visitor", "", order.from_at}).answer, EntryAnswer::may_not);
    EXPECT_EQ(may_enter(order, list, {"visitor", "", order.until_at->plus_milliseconds(-1)}).answer,
              EntryAnswer::may_not);
    EXPECT_EQ(may_enter(order, list, {"visitor", "", *order.until_at}).reason, EntryReason::no_longer);
}

TEST_F(Entry, of_a_named_person_goes_by_the_name_however_it_is_written) {
    let_in("visitor", "Maya O’Neill");
    EXPECT_EQ(ask("visitor", 10, 10, "maya o'neill").answer, EntryAnswer::may);
    EXPECT_EQ(ask("visitor", 10, 10, "Somebody Else").answer, EntryAnswer::may_not);
    EXPECT_EQ(ask("visitor", 10, 10).answer, EntryAnswer::may_not);
}

TEST_F(Entry, keeps_to_its_hours_over_midnight_too) {
    let_in("contractor");
    list[0].from_time = TimeOfDay{22, 0};
    list[0].until_time = TimeOfDay{6, 0};
    list[0].from_on = june(10);
    list[0].until_on = june(10);
    EXPECT_EQ(ask("contractor", 10, 23).answer, EntryAnswer::may);
    EXPECT_EQ(ask("contractor", 11, 5).answer, EntryAnswer::may);
    EXPECT_EQ(ask("contractor", 11, 6).answer, EntryAnswer::may_not);
    EXPECT_EQ(ask("contractor", 11, 23).answer, EntryAnswer::may_not);
    EXPECT_EQ(ask("contractor", 10, 5).reason, EntryReason::other_times);
    EXPECT_EQ(ask("contractor", 10, 23).until, london_instant(june(11), {0, 0}));
}

}  // namespace
}  // namespace doorstep::domain::orders
