#include "usecases/cases/view_case.h"

#include <gtest/gtest.h>

#include "storage/cases.h"
#include "support/site/test_site.h"
#include "usecases/contacts/record_contact.h"

namespace doorstep::usecases::cases {
namespace {

using domain::access::Role;

class ViewCaseTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");

    Expected<CaseView> view(domain::cases::CaseFile const& file, domain::accounts::Account const& by,
                            TimelineFilter const& filter = {}) {
        auto context = site.as(by);
        return view_case(context, file.reference, filter);
    }
    void record(test::TestSite::MadeCase const& made, Date on, domain::contacts::Result result) {
        auto context = site.as(officer);
        ASSERT_TRUE(contacts::record_contact(context, {.reference = made.file.reference,
                                                       .person = made.complainants.front().id,
                                                       .made_on = on,
                                                       .made_time = {},
                                                       .method = domain::contacts::Method::telephone,
                                                       .result = result,
                                                       .summary = "Spoke",
                                                       .still_safe = {}}));
    }
    void link(CaseFileId one, CaseFileId other, domain::cases::LinkKind kind) {
        site.database().write([&](storage::sql::Write& tx) {
            storage::cases::insert_link(tx, {.one = one,
                                             .other = other,
                                             .kind = kind,
                                             .reason = "Same people",
                                             .linked_by = officer.id,
                                             .linked_at = site.clock.now()});
        });
    }
};

TEST_F(ViewCaseTest, says_by_how_much_the_first_contact_was_kept_or_missed) {
    auto const made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 8)});
    auto waiting = view(made.file, officer);
    ASSERT_TRUE(waiting);
    ASSERT_EQ(waiting->first_contacts.size(), 1U);
    EXPECT_EQ(waiting->first_contacts[0].state, FirstContact::State::waiting);
    EXPECT_EQ(waiting->first_contacts[0].working_days, 3);  // Monday 15 June
    record(made, *Date::of(2026, 6, 9), domain::contacts::Result::conversation);
    auto const kept = view(made.file, officer)->first_contacts[0];
    EXPECT_EQ(kept.state, FirstContact::State::kept);
    EXPECT_EQ(kept.working_days, 4);

    auto const late = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 1)});
    auto const overdue = view(late.file, officer)->first_contacts[0];
    EXPECT_EQ(overdue.state, FirstContact::State::overdue);
    EXPECT_EQ(overdue.working_days, 2);
    record(late, site.today(), domain::contacts::Result::conversation);
    EXPECT_EQ(view(late.file, officer)->first_contacts[0].state, FirstContact::State::missed);
}

TEST_F(ViewCaseTest, lists_what_is_to_do_in_order_of_its_day_with_whom_it_is_about) {
    auto const made = site.open_case({.owner = officer.id});
    auto const found = view(made.file, officer);
    ASSERT_TRUE(found);
    ASSERT_FALSE(found->to_do.empty());
    EXPECT_EQ(found->to_do.front().about, "Ana Silva 1");
    EXPECT_EQ(found->to_do.front().owner_name, "Dana Okafor");
}

TEST_F(ViewCaseTest, pages_through_its_history_without_a_gap_or_a_repeat) {
    auto const made = site.open_case({.owner = officer.id});
    for (int n = 0; n < 6; ++n) record(made, site.today(), domain::contacts::Result::attempt);
    TimelineFilter filter{.before = {}, .group = {}, .limit = 3};
    std::vector<std::int64_t> seen;
    do {
        auto const page = view(made.file, officer, filter);
        ASSERT_TRUE(page);
        for (auto const& item : page->timeline) seen.push_back(item.sequence);
        filter.before = page->older;
    } while (filter.before);
    EXPECT_EQ(seen, (std::vector<std::int64_t>{7, 6, 5, 4, 3, 2, 1}));
}

TEST_F(ViewCaseTest, filters_its_history_by_kind) {
    auto const made = site.open_case({.owner = officer.id});
    record(made, site.today(), domain::contacts::Result::attempt);
    auto const page = view(made.file, officer, {.before = {}, .group = domain::events::Group::contact});
    ASSERT_TRUE(page);
    ASSERT_EQ(page->timeline.size(), 1U);
    EXPECT_EQ(page->timeline[0].heading, "Contact");
}

TEST_F(ViewCaseTest, shows_linked_cases_but_none_that_is_kept_from_the_viewer) {
    auto const made = site.open_case({.owner = officer.id});
    auto const open = site.open_case({.owner = officer.id});
    auto const hidden = site.open_case({.restricted = true});
    link(made.file.id, open.file.id, domain::cases::LinkKind::related);
    link(hidden.file.id, made.file.id, domain::cases::LinkKind::counter_allegation);
    auto const found = view(made.file, officer);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->links.size(), 1U);
    EXPECT_EQ(found->links[0].reference, open.file.reference);
    EXPECT_TRUE(found->alerts.empty());
    // The other way round it is the same link.
    EXPECT_EQ(view(open.file, officer)->links[0].reference, made.file.reference);
}

TEST_F(ViewCaseTest, counts_towards_a_case_review) {
    auto const made = site.open_case({.owner = officer.id});
    auto const found = view(made.file, officer);
    ASSERT_TRUE(found && found->review);
    EXPECT_EQ(found->review->complaints, 0);
    EXPECT_EQ(found->review->needed, 3);
    EXPECT_EQ(found->review->period_words, "6 months");
}

TEST_F(ViewCaseTest, offers_only_what_the_viewer_may_do) {
    auto const housing_officer = site.account(Role::housing_officer);
    auto const made = site.open_case({.owner = officer.id, .housing_officer = housing_officer.id});
    auto const by_owner = view(made.file, officer);
    EXPECT_TRUE(by_owner->may_work && by_owner->may_close && by_owner->may_hand_over);
    EXPECT_FALSE(by_owner->may_restrict);
    auto const by_housing_officer = view(made.file, housing_officer);
    ASSERT_TRUE(by_housing_officer);
    EXPECT_TRUE(by_housing_officer->may_work);
    EXPECT_FALSE(by_housing_officer->may_close || by_housing_officer->may_assess ||
                 by_housing_officer->may_hand_over || by_housing_officer->may_see_history);
    EXPECT_TRUE(view(made.file, site.account(Role::asb_manager))->may_restrict);
}

TEST_F(ViewCaseTest, is_refused_to_those_who_may_not_see_cases) {
    auto const made = site.open_case({.owner = officer.id});
    EXPECT_EQ(view(made.file, site.account(Role::board_member)).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(view(made.file, site.account(Role::housing_officer)).error().kind(), RefusalKind::not_found);
    auto const hidden = site.open_case({.restricted = true});
    EXPECT_EQ(view(hidden.file, officer).error().kind(), RefusalKind::not_found);
    EXPECT_EQ(view(hidden.file, site.account(Role::asb_manager)).error().kind(), RefusalKind::restricted);
}

}  // namespace
}  // namespace doorstep::usecases::cases
