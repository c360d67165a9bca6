#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site/waiting_report.h"
#include "usecases/triage/decide.h"
#include "usecases/triage/find_matches.h"
#include "usecases/triage/list_triage.h"
#include "usecases/triage/restrict_report.h"
#include "usecases/triage/take_up.h"
#include "usecases/triage/view_report.h"

namespace doorstep::usecases::triage {
namespace {

using domain::access::Role;
using domain::reports::State;
using domain::triage::Path;
using storage::reports::Queue;
using ::testing::Contains;
using ::testing::ElementsAre;

class TriageTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account dana = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account sam = site.account(Role::asb_officer, "Sam Whitfield");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");

    domain::reports::Report report(test::ReportOptions const& options = test::ReportOptions()) {
        return test::waiting_report(site, options);
    }
    TriageView queue(domain::accounts::Account const& by, Queue which = Queue::ordinary) {
        auto context = site.as(by);
        return *list_triage(context, which, 1);
    }
    Expected<Done> take(domain::accounts::Account const& by, ReportId id) {
        auto context = site.as(by);
        return take_up(context, id);
    }
    std::vector<std::string> references(TriageView const& view) {
        std::vector<std::string> all;
        for (auto const& waiting : view.reports) all.push_back(waiting.listed.report.reference);
        return all;
    }
    std::string open_case(domain::reports::Report const& of) {
        DecideReport input;
        input.report = of.id;
        input.version = of.version;
        input.is_asb = true;
        input.path = Path::open_case;
        input.kind = "noise";
        input.reason = "Again and again";
        input.explanation = "We have opened a case";
        auto context = site.as(dana);
        return decide_report(context, input)->case_reference;
    }
    Expected<MatchesView> matches(domain::accounts::Account const& by, ReportId id) {
        auto context = site.as(by);
        return find_matches(context, id);
    }
};

TEST_F(TriageTest, stands_in_the_order_of_danger_then_of_the_clock) {
    auto const late = report({.received_on = Date::of(2026, 6, 1)});
    auto const newest = report();
    auto const danger = report({.in_danger = true});
    auto const view = queue(dana);
    EXPECT_THAT(references(view), ElementsAre(danger.reference, late.reference, newest.reference));
    EXPECT_EQ(view.total, 3);
    EXPECT_EQ(view.reports.front().kinds, "Noise");
}

TEST_F(TriageTest, keeps_the_restricted_queue_apart_and_tells_only_managers_of_it) {
    auto const open = report();
    auto const hidden = report({.high_profile = true});
    EXPECT_THAT(references(queue(dana)), ElementsAre(open.reference));
    EXPECT_FALSE(queue(dana).sees_restricted);
    EXPECT_EQ(queue(dana).restricted, 0);
    EXPECT_EQ(queue(manager).restricted, 1);
    EXPECT_THAT(references(queue(manager, Queue::restricted)), ElementsAre(hidden.reference));
    auto context = site.as(dana);
    EXPECT_EQ(list_triage(context, Queue::restricted, 1).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(view_report(context, hidden.id).error().kind(), RefusalKind::not_found);
}

TEST_F(TriageTest, says_when_the_last_report_came_when_nothing_waits) {
    EXPECT_FALSE(queue(dana).last_arrival);
    open_case(report());
    EXPECT_EQ(queue(dana).total, 0);
    EXPECT_TRUE(queue(dana).last_arrival);
}

TEST_F(TriageTest, is_refused_to_those_who_do_not_sort_reports) {
    for (auto const role :
         {Role::housing_officer, Role::business_support, Role::board_member, Role::partner}) {
        auto const account = site.account(role);
        auto context = site.as(account);
        EXPECT_EQ(list_triage(context, Queue::ordinary, 1).error().kind(), RefusalKind::forbidden);
        EXPECT_EQ(view_report(context, report().id).error().kind(), RefusalKind::forbidden);
        EXPECT_EQ(take_next(context).error().kind(), RefusalKind::forbidden);
    }
}

TEST_F(TriageTest, shows_colleagues_who_looks_at_a_report_and_lets_them_take_over) {
    auto const made = report();
    ASSERT_TRUE(take(dana, made.id));
    ASSERT_TRUE(take(dana, made.id)) << "twice is harmless";
    auto context = site.as(sam);
    auto const seen = view_report(context, made.id);
    EXPECT_TRUE(seen->looked_at_by_another);
    EXPECT_EQ(seen->listed.looked_at_by_name, "Dana Okafor");
    ASSERT_TRUE(take(sam, made.id));
    EXPECT_EQ(test::stored_report(site, made.id).looked_at_by, sam.id);
    EXPECT_THAT(site.events_of(made.id.text()),
                ElementsAre("report-received", "report-taken-up", "report-taken-up"));
}

TEST_F(TriageTest, tells_whoever_saves_second_that_somebody_took_over) {
    auto const made = report();
    ASSERT_TRUE(take(dana, made.id));
    DecideReport input;
    input.report = made.id;
    input.version = test::stored_report(site, made.id).version;
    input.is_asb = true;
    ASSERT_TRUE(take(sam, made.id));
    auto context = site.as(dana);
    auto const refused = decide_report(context, input);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message(),
              "Sam Whitfield started to look at this report while you were working");
}

TEST_F(TriageTest, puts_a_report_back_for_anybody) {
    auto const made = report();
    ASSERT_TRUE(take(dana, made.id));
    auto context = site.as(dana);
    ASSERT_TRUE(put_back(context, made.id));
    auto const stored = test::stored_report(site, made.id);
    EXPECT_EQ(stored.state, State::waiting);
    EXPECT_FALSE(stored.looked_at_by);
}

TEST_F(TriageTest, takes_next_what_nobody_looks_at) {
    auto const first = report({.in_danger = true});
    auto const second = report();
    ASSERT_TRUE(take(dana, first.id));
    auto context = site.as(sam);
    EXPECT_EQ(*take_next(context), std::optional(second.id));
    EXPECT_EQ(*take_next(context), std::optional(second.id)) << "their own, until it is decided";
    auto another = site.as(manager);
    EXPECT_EQ(*take_next(another), std::nullopt);
}

TEST_F(TriageTest, moves_a_report_to_the_restricted_queue_for_a_reason) {
    auto const made = report();
    auto context = site.as(dana);
    EXPECT_EQ(restrict_report(context, {made.id, " "}).error().code(), "reason-missing");
    ASSERT_TRUE(restrict_report(context, {made.id, "About a colleague"}));
    EXPECT_EQ(view_report(context, made.id).error().kind(), RefusalKind::not_found);
    EXPECT_THAT(references(queue(manager, Queue::restricted)), ElementsAre(made.reference));
    auto again = site.as(manager);
    EXPECT_EQ(restrict_report(again, {made.id, "Once more"}).error().code(), "restricted-already");
}

TEST_F(TriageTest, suggests_cases_and_reports_of_the_same_person_place_and_kind_with_the_reasons) {
    auto const place = test::made_place(site, dana.id);
    auto const reference = open_case(report({.address = place.address.id}));
    auto const waiting =
        report({.name = "Ben Carter", .telephone = "07700 900888", .address = place.neighbour.id});
    auto const again = report({.name = "Anna Sylva", .address = place.address.id});
    auto const found = matches(sam, again.id);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->cases.size(), 1U);
    EXPECT_EQ(found->cases.front().listed.reference, reference);
    EXPECT_THAT(found->cases.front().reasons,
                ElementsAre(Reason::same_telephone, Reason::similar_name, Reason::same_address,
                            Reason::same_kind, Reason::still_open));
    EXPECT_EQ(found->cases.front().because, "Ana Silva, complainant");
    ASSERT_EQ(found->reports.size(), 2U);
    EXPECT_EQ(found->reports.back().listed.report.reference, waiting.reference);
    EXPECT_THAT(found->reports.back().reasons, Contains(Reason::same_postcode));
}

TEST_F(TriageTest, never_suggests_what_is_restricted_from_the_viewer) {
    auto const place = test::made_place(site, dana.id);
    report({.address = place.address.id, .high_profile = true});
    auto const made = report({.name = "", .telephone = "", .may_ring = false, .address = place.address.id});
    EXPECT_TRUE(matches(sam, made.id)->reports.empty());
    EXPECT_EQ(matches(manager, made.id)->reports.size(), 1U);
}

TEST_F(TriageTest, asks_no_more_statements_of_the_database_than_a_page_may) {
    auto const place = test::made_place(site, dana.id);
    open_case(report({.address = place.address.id}));
    auto const made = report({.address = place.address.id});
    auto const count = [&](auto&& work) {
        auto context = site.as(sam);
        context.read();
        auto const before = storage::sql::statements_on_this_thread();
        EXPECT_TRUE(work(context).has_value());
        return storage::sql::statements_on_this_thread() - before;
    };
    // Each page asks two more: who is signed in, and the counts of the menu.
    EXPECT_LE(count([&](Context& context) { return list_triage(context, Queue::ordinary, 1); }), 10);
    EXPECT_LE(count([&](Context& context) { return view_report(context, made.id); }), 10);
    EXPECT_LE(count([&](Context& context) { return find_matches(context, made.id); }), 10);
    EXPECT_LE(count([&](Context& context) { return view_decision_form(context, made.id); }), 10);
}

}  // namespace
}  // namespace doorstep::usecases::triage
