#include "usecases/standards/change_standard.h"

#include <gtest/gtest.h>

#include "legal/standards.h"
#include "support/site/test_site.h"
#include "usecases/settings.h"

namespace doorstep::usecases::standards {
namespace {

using domain::access::Role;

constexpr char const* first_contact = "sla.first_contact_wd";

class ChangeStandard : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account manager = site.account(Role::asb_manager);
    domain::accounts::Account head = site.account(Role::head_of_housing);

    ProposeStandard change(int value, int days_from_now) {
        return {.standard = first_contact,
                .applies_to = "",
                .value = value,
                .in_force_from = site.today().plus_days(days_from_now),
                .in_force_until = {},
                .reason = "Agreed by the board"};
    }
    Expected<Done> propose(ProposeStandard const& input) {
        auto context = site.as(manager);
        return propose_standard(context, input);
    }
    std::string newest_proposal() {
        auto context = site.as(head);
        return waiting_proposals(context)->back().stored.id;
    }
    Expected<Done> decide(domain::accounts::Account const& who, StandardDecision decision) {
        auto context = site.as(who);
        return decide_standard(context, newest_proposal(), decision);
    }
    void approved(ProposeStandard const& input) {
        ASSERT_TRUE(propose(input)) << propose(input).error().message();
        ASSERT_TRUE(decide(head, StandardDecision::approve));
    }
    int first_contact_on(int days_from_now) {
        return site.settings().current()->standards().number(first_contact,
                                                             site.today().plus_days(days_from_now));
    }
};

TEST_F(ChangeStandard, counts_from_its_first_day_once_somebody_else_approved_it) {
    ASSERT_TRUE(propose(change(3, 10)));
    EXPECT_EQ(first_contact_on(20), 5);
    ASSERT_TRUE(decide(head, StandardDecision::approve));
    EXPECT_EQ(first_contact_on(9), 5);
    EXPECT_EQ(first_contact_on(10), 3);
    EXPECT_EQ(site.events_of("settings-standards"),
              (std::vector<std::string>{"standard-proposed", "standard-decided"}));
}

TEST_F(ChangeStandard, is_not_decided_by_whoever_proposed_it) {
    ASSERT_TRUE(propose(change(3, 10)));
    auto const own = decide(manager, StandardDecision::approve);
    ASSERT_FALSE(own);
    EXPECT_EQ(own.error().code(), "own-proposal");
    auto context = site.as(manager);
    EXPECT_FALSE(view_proposal(context, newest_proposal())->may_decide);
    EXPECT_EQ(first_contact_on(20), 5);
}

TEST_F(ChangeStandard, is_not_decided_by_an_administrator) {
    ASSERT_TRUE(propose(change(3, 10)));
    auto const admin = site.account(Role::administrator);
    auto context = site.as(admin);
    EXPECT_EQ(decide_standard(context, newest_proposal(), StandardDecision::approve).error().kind(),
              RefusalKind::forbidden);
}

TEST_F(ChangeStandard, never_changes_days_that_have_been) {
    EXPECT_EQ(propose(change(3, 0)).error().code(), "standard-past");
    EXPECT_EQ(propose(change(3, -30)).error().code(), "standard-past");
    ASSERT_TRUE(propose(change(3, 1)));
    site.set_today(site.today().plus_days(1));
    EXPECT_EQ(decide(head, StandardDecision::approve).error().code(), "standard-past");
    EXPECT_TRUE(decide(head, StandardDecision::refuse));
}

TEST_F(ChangeStandard, takes_the_place_of_an_own_one_without_an_end) {
    approved(change(4, 10));
    approved(change(3, 30));
    EXPECT_EQ(first_contact_on(9), 5);
    EXPECT_EQ(first_contact_on(29), 4);
    EXPECT_EQ(first_contact_on(30), 3);
}

TEST_F(ChangeStandard, is_refused_when_it_overlaps_one_that_is_approved) {
    approved(change(4, 30));
    auto const earlier = propose(change(3, 10));
    ASSERT_FALSE(earlier);
    EXPECT_EQ(earlier.error().code(), "standards-contradict");
    EXPECT_EQ(earlier.error().kind(), RefusalKind::unlawful);
    auto fits = change(3, 10);
    fits.in_force_until = site.today().plus_days(30);
    EXPECT_TRUE(propose(fits));
}

TEST_F(ChangeStandard, is_refused_when_it_leaves_a_gap_after_an_own_one) {
    auto first = change(4, 10);
    first.in_force_until = site.today().plus_days(20);
    approved(first);
    auto const later = propose(change(3, 25));
    ASSERT_FALSE(later);
    EXPECT_NE(later.error().message().find("gap"), std::string::npos) << later.error().message();
    EXPECT_TRUE(propose(change(3, 20)));
}

TEST_F(ChangeStandard, waits_alone) {
    ASSERT_TRUE(propose(change(3, 10)));
    EXPECT_EQ(propose(change(2, 40)).error().code(), "proposal-waiting");
    ASSERT_TRUE(decide(head, StandardDecision::refuse));
    EXPECT_TRUE(propose(change(2, 40)));
    EXPECT_EQ(first_contact_on(50), 5);
}

TEST_F(ChangeStandard, is_refused_for_a_value_that_cannot_be_and_for_what_does_not_exist) {
    EXPECT_EQ(propose(change(0, 10)).error().code(), "standard-wrong");
    auto unknown = change(3, 10);
    unknown.standard = "sla.nothing";
    EXPECT_EQ(propose(unknown).error().kind(), RefusalKind::not_found);
    auto scope = change(3, 10);
    scope.applies_to = "resident";
    EXPECT_EQ(propose(scope).error().kind(), RefusalKind::not_found);
}

TEST_F(ChangeStandard, is_not_for_officers) {
    auto const officer = site.account(Role::asb_officer);
    auto context = site.as(officer);
    EXPECT_EQ(propose_standard(context, change(3, 10)).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(list_standards(context).error().kind(), RefusalKind::forbidden);
}

TEST_F(ChangeStandard, is_shown_in_the_list_before_and_after) {
    ASSERT_TRUE(propose(change(3, 10)));
    auto const find = [&] {
        auto context = site.as(head);
        auto const list = list_standards(context);
        for (auto const& now : *list)
            if (now.row.id == first_contact && now.row.applies_to.empty()) return now;
        return StandardNow{};
    };
    EXPECT_TRUE(find().has_proposal);
    ASSERT_TRUE(decide(head, StandardDecision::approve));
    EXPECT_FALSE(find().has_proposal);
    EXPECT_EQ(find().row.value, 5);
    ASSERT_TRUE(find().next);
    EXPECT_EQ(find().next->value, 3);
    site.set_today(site.today().plus_days(10));
    EXPECT_EQ(find().row.value, 3);
    EXPECT_TRUE(find().is_own);
}

}  // namespace
}  // namespace doorstep::usecases::standards
