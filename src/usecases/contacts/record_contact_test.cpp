#include "usecases/contacts/record_contact.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "storage/contacts.h"
#include "storage/risk.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"

namespace doorstep::usecases::contacts {
namespace {

using domain::access::Role;
using domain::contacts::Method;
using domain::contacts::Result;

class RecordContactTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer);
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 8)});

    RecordContact input() const {
        return {.reference = made.file.reference,
                .person = made.complainants.front().id,
                .made_on = *Date::of(2026, 6, 10),
                .made_time = {},
                .method = Method::telephone,
                .result = Result::conversation,
                .summary = "Spoke about the noise",
                .still_safe = {}};
    }
    Expected<ContactRecorded> record(RecordContact const& contact, domain::accounts::Account const& by) {
        auto context = site.as(by);
        return record_contact(context, contact);
    }
};

TEST_F(RecordContactTest, meets_the_first_contact_promise_and_starts_the_two_weeks) {
    EXPECT_EQ(made.file.next_contact_by, Date::of(2026, 6, 15));  // 5 working days after Monday 8 June
    auto const recorded = record(input(), officer);
    ASSERT_TRUE(recorded);
    EXPECT_TRUE(recorded->met_first_contact);
    EXPECT_EQ(recorded->next_contact_by, Date::of(2026, 6, 24));
    auto const file = site.stored(made.file.id);
    EXPECT_EQ(file.next_contact_by, Date::of(2026, 6, 24));
    EXPECT_FALSE(file.first_contact_by);
    EXPECT_EQ(file.contacts_count, 1);
}

TEST_F(RecordContactTest,
       judges_a_case_taken_as_high_by_the_promise_for_high_risk_on_either_side_of_its_day) {
    struct Example {
        int raised;
        std::optional<int> taken;
        int assessed;  ///< nought: not at all
        int spoken;
        int due;
        bool kept;
    };
    // June 2026: the 8th is a Monday. "Assessed" is to standard risk.
    Example const examples[] = {
        {8, 8, 0, 9, 9, true},               // on the last day
        {8, 8, 0, 10, 9, false},             // the day after
        {8, std::nullopt, 0, 15, 15, true},  // never taken as high: five working days
        {8, std::nullopt, 0, 16, 15, false},
        {5, 5, 0, 8, 8, true},  // raised on a Friday: Monday
        {5, 5, 0, 9, 8, false},
        {8, 10, 0, 11, 11, true},  // taken as high on the Wednesday: counted from then
        {8, 10, 0, 12, 11, false},
        {8, 8, 8, 9, 9, true},  // assessed the same day: the day was promised
        {8, 8, 8, 10, 9, false},
        {8, 10, 9, 15, 15, true},  // assessed before it was taken as high: the band decides
        {8, 10, 9, 16, 15, false},
    };
    for (auto const& example : examples) {
        auto const day = [](int n) { return *Date::of(2026, 6, n); };
        test::TestSite one;
        auto const dana = one.account(Role::asb_officer);
        one.set_today(day(example.raised));
        auto const opened = one.open_case(
            {.owner = dana.id,
             .raised_on = day(example.raised),
             .taken_as_high_on = example.taken ? std::optional(day(*example.taken)) : std::nullopt});
        if (example.assessed > 0)
            one.database().write([&](storage::sql::Write& tx) {
                storage::risk::set_band_from(tx, opened.file.id,
                                             {day(example.assessed), domain::cases::RiskBand::standard});
                return 0;
            });
        one.set_today(day(example.spoken));
        auto contact = input();
        contact.reference = opened.file.reference;
        contact.person = opened.complainants.front().id;
        contact.made_on = day(example.spoken);
        auto context = one.as(dana);
        ASSERT_TRUE(record_contact(context, contact));
        auto const intervals = one.database().read(
            [&](storage::sql::Read& tx) { return storage::contacts::intervals_of_case(tx, opened.file.id); });
        auto const& first = intervals.front().interval;
        auto const where = std::to_string(example.raised) + " to " + std::to_string(example.spoken);
        EXPECT_EQ(first.due_on, day(example.due)) << where;
        EXPECT_EQ(first.kept, example.kept) << where;
    }
}

TEST_F(RecordContactTest, makes_a_message_they_left_work_until_somebody_speaks_with_them) {
    auto const due = [&]() -> std::optional<Date> {
        for (auto const& item : site.database().read(
                 [&](storage::sql::Read& tx) { return storage::work_items::open_of_case(tx, made.file.id); }))
            if (item.kind == domain::work::Kind::message_reply) return item.due_on;
        return std::nullopt;
    };
    auto left = input();
    left.result = Result::message_received;
    left.made_on = *Date::of(2026, 6, 8);  // a Monday: two working days
    ASSERT_TRUE(record(left, officer));
    EXPECT_EQ(due(), Date::of(2026, 6, 10));
    left.made_on = *Date::of(2026, 6, 9);
    ASSERT_TRUE(record(left, officer));
    EXPECT_EQ(due(), Date::of(2026, 6, 10)) << "the older one waits still";
    auto attempt = input();
    attempt.result = Result::attempt;
    ASSERT_TRUE(record(attempt, officer));
    EXPECT_EQ(due(), Date::of(2026, 6, 10));
    auto earlier = input();
    earlier.made_on = *Date::of(2026, 6, 8);  // after the first message, before the second
    ASSERT_TRUE(record(earlier, officer));
    EXPECT_EQ(due(), Date::of(2026, 6, 11));
    ASSERT_TRUE(record(input(), officer));
    EXPECT_FALSE(due());
}

TEST_F(RecordContactTest, appends_an_event_to_the_case) {
    ASSERT_TRUE(record(input(), officer));
    EXPECT_EQ(site.events_of(made.file.id.text()),
              (std::vector<std::string>{"case-opened", "contact-recorded"}));
}

TEST_F(RecordContactTest, leaves_the_clock_alone_for_an_attempt) {
    auto attempt = input();
    attempt.result = Result::attempt;
    auto const recorded = record(attempt, officer);
    ASSERT_TRUE(recorded);
    EXPECT_FALSE(recorded->moved_the_clock);
    EXPECT_EQ(site.stored(made.file.id).next_contact_by, Date::of(2026, 6, 15));
}

TEST_F(RecordContactTest, keeps_the_clock_of_another_complainant_running) {
    auto const both =
        site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 8), .complainants = 2});
    auto contact = input();
    contact.reference = both.file.reference;
    contact.person = both.complainants.front().id;
    ASSERT_TRUE(record(contact, officer));
    EXPECT_EQ(site.stored(both.file.id).next_contact_by, Date::of(2026, 6, 15));
}

TEST_F(RecordContactTest, refuses_a_date_in_the_future) {
    auto contact = input();
    contact.made_on = *Date::of(2026, 6, 11);
    auto const refused = record(contact, officer);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "date-in-future");
}

TEST_F(RecordContactTest, refuses_a_time_of_today_that_has_not_come) {
    auto later = input();
    later.made_time = *TimeOfDay::parse("23:59");
    auto const refused = record(later, officer);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems().front().field, "made-time");
    later.made_on = *Date::of(2026, 6, 9);
    EXPECT_TRUE(record(later, officer));
}

TEST_F(RecordContactTest, gives_the_owner_a_task_when_the_way_is_no_longer_safe) {
    auto unsafe = input();
    unsafe.still_safe = false;
    auto const recorded = record(unsafe, officer);
    ASSERT_TRUE(recorded);
    EXPECT_TRUE(recorded->asks_for_a_safe_way);
    auto context = site.as(officer);
    auto const items = storage::work_items::open_of_case(context.read(), made.file.id);
    auto const task = std::find_if(items.begin(), items.end(),
                                   [](auto const& item) { return item.kind == domain::work::Kind::task; });
    ASSERT_NE(task, items.end());
    EXPECT_EQ(task->account, officer.id);
    EXPECT_EQ(task->due_on, *Date::of(2026, 6, 10));
    auto safe = input();
    safe.still_safe = true;
    EXPECT_FALSE(record(safe, officer)->asks_for_a_safe_way);
}

TEST_F(RecordContactTest, refuses_a_date_before_the_issue_was_raised) {
    auto contact = input();
    contact.made_on = *Date::of(2026, 6, 7);
    EXPECT_EQ(record(contact, officer).error().code(), "date-before-raised");
}

TEST_F(RecordContactTest, refuses_a_person_of_another_case) {
    auto const other = site.open_case({.owner = officer.id});
    auto contact = input();
    contact.person = other.complainants.front().id;
    EXPECT_EQ(record(contact, officer).error().code(), "person-unknown");
}

TEST_F(RecordContactTest, refuses_somebody_whose_role_does_not_work_on_cases) {
    EXPECT_EQ(record(input(), site.account(Role::business_support)).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(record(input(), site.account(Role::tenant_member)).error().kind(), RefusalKind::forbidden);
    EXPECT_TRUE(site.events_of(made.file.id.text()).size() == 1);
}

TEST_F(RecordContactTest, does_not_tell_a_housing_officer_of_another_patch_that_the_case_is_there) {
    EXPECT_EQ(record(input(), site.account(Role::housing_officer)).error().kind(), RefusalKind::not_found);
}

TEST_F(RecordContactTest, does_not_tell_an_officer_that_a_restricted_case_is_there) {
    auto const hidden = site.open_case({.restricted = true});
    auto contact = input();
    contact.reference = hidden.file.reference;
    contact.person = hidden.complainants.front().id;
    EXPECT_EQ(record(contact, officer).error().kind(), RefusalKind::not_found);
}

}  // namespace
}  // namespace doorstep::usecases::contacts
