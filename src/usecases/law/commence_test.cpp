#include "usecases/law/commence.h"

#include <gtest/gtest.h>

#include "legal/law.h"
#include "support/site/test_site.h"
#include "usecases/law/view_law.h"
#include "usecases/settings.h"

namespace doorstep::usecases::law {
namespace {

using domain::access::Role;

constexpr char const* hearing = "closure.hearing_deadline_h";

class Commence : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account admin = site.account(Role::administrator);
    domain::accounts::Account head = site.account(Role::head_of_housing);

    ProposeCommencement start(int days_from_now, std::string id = hearing) {
        return {.provision = std::move(id),
                .tenancy = {},
                .in_force_from = site.today().plus_days(days_from_now),
                .authority = "SI 2027/123",
                .note = "Read on legislation.gov.uk"};
    }
    Expected<Done> propose(ProposeCommencement const& input) {
        auto context = site.as(admin);
        return propose_commencement(context, input);
    }
    std::string newest() {
        auto context = site.as(head);
        return view_law(context, {})->waiting.front().stored.id;
    }
    Expected<Done> decide(domain::accounts::Account const& who, CommencementDecision decision) {
        auto context = site.as(who);
        return decide_commencement(context, newest(), decision);
    }
    int hours_on(int days_from_now) {
        return site.settings().current()->law().number(hearing, site.today().plus_days(days_from_now));
    }
};

TEST_F(Commence, counts_from_its_first_day_once_somebody_else_approved_it) {
    ASSERT_TRUE(propose(start(10)));
    EXPECT_EQ(hours_on(10), 48);
    ASSERT_TRUE(decide(head, CommencementDecision::approve));
    EXPECT_EQ(hours_on(9), 48);
    EXPECT_EQ(hours_on(10), 72);
    EXPECT_EQ(hours_on(-300), 48);
    EXPECT_EQ(site.events_of("settings-law"),
              (std::vector<std::string>{"commencement-proposed", "commencement-decided"}));
    auto context = site.as(head);
    auto const view = view_provision(context, hearing);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->proposals.front().stored.state, "approved");
    EXPECT_TRUE(view->may_start.empty());
    EXPECT_EQ(view->rows.back().provision.started->authority, "SI 2027/123");
}

TEST_F(Commence, stays_as_it_was_when_refused) {
    ASSERT_TRUE(propose(start(10)));
    ASSERT_TRUE(decide(head, CommencementDecision::refuse));
    EXPECT_EQ(hours_on(20), 48);
    EXPECT_TRUE(propose(start(20)));
}

TEST_F(Commence, is_not_decided_by_whoever_proposed_it_nor_by_an_administrator) {
    auto context = site.as(head);
    ASSERT_TRUE(propose_commencement(context, start(10)));
    EXPECT_EQ(decide(head, CommencementDecision::approve).error().code(), "own-proposal");
    EXPECT_EQ(decide(admin, CommencementDecision::approve).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(hours_on(20), 48);
}

TEST_F(Commence, is_refused_without_an_authority_and_for_what_does_not_wait) {
    auto nobody_says_so = start(10);
    nobody_says_so.authority = "  ";
    EXPECT_EQ(propose(nobody_says_so).error().code(), "authority-missing");
    EXPECT_EQ(propose(start(10, "closure.order.max_months")).error().code(), "law-not-pending");
    EXPECT_EQ(propose(start(10, "closure.nothing")).error().kind(), RefusalKind::not_found);
    auto too_early = start(10);
    too_early.in_force_from = *Date::of(2014, 10, 20);
    EXPECT_EQ(propose(too_early).error().code(), "law-too-early");
}

TEST_F(Commence, waits_alone) {
    ASSERT_TRUE(propose(start(10)));
    EXPECT_EQ(propose(start(20)).error().code(), "proposal-waiting");
    EXPECT_TRUE(propose(start(20, "closure.issuer.registered_provider")));
}

TEST_F(Commence, is_decided_once) {
    ASSERT_TRUE(propose(start(10)));
    auto const id = newest();
    auto const decide_again = [&] {
        auto context = site.as(head);
        return decide_commencement(context, id, CommencementDecision::approve);
    };
    ASSERT_TRUE(decide_again());
    EXPECT_FALSE(decide_again());
    EXPECT_EQ(hours_on(10), 72);
}

TEST_F(Commence, is_not_for_officers_who_may_still_see_the_law) {
    auto const officer = site.account(Role::asb_officer);
    auto context = site.as(officer);
    EXPECT_EQ(propose_commencement(context, start(10)).error().kind(), RefusalKind::forbidden);
    auto const view = view_law(context, {.subject = "closure", .filter = LawFilter::pending, .words = ""});
    ASSERT_TRUE(view);
    EXPECT_EQ(view->found, 2);
    auto const board = site.account(Role::board_member);
    auto other = site.as(board);
    EXPECT_EQ(view_law(other, {}).error().kind(), RefusalKind::forbidden);
}

TEST_F(Commence, finds_rows_by_words_and_by_what_has_to_be_looked_at) {
    auto context = site.as(head);
    auto const appeals = view_law(context, {.subject = "", .filter = LawFilter::all, .words = "Crown court"});
    EXPECT_GE(appeals->found, 1);
    auto const unsure = view_law(context, {.subject = "", .filter = LawFilter::not_confirmed, .words = ""});
    for (auto const& subject : unsure->subjects)
        for (auto const& row : subject.rows) EXPECT_FALSE(legal::is_confirmed(row.provision.evidence));
    EXPECT_GT(unsure->found, 0);
    EXPECT_LT(unsure->found, unsure->in_all);
    auto const before =
        view_law(context, {.subject = "", .filter = LawFilter::to_be_checked, .words = ""})->found;
    site.set_today(*Date::of(2027, 11, 22));
    auto later = site.as(head);
    auto const due = view_law(later, {.subject = "", .filter = LawFilter::to_be_checked, .words = ""});
    EXPECT_EQ(before, 0);
    EXPECT_EQ(due->found, due->in_all);
}

}  // namespace
}  // namespace doorstep::usecases::law
