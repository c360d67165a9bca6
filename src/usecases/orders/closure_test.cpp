#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/orders/change_order.h"
#include "usecases/orders/entry.h"
#include "usecases/orders/hearings.h"
#include "usecases/orders/record_order.h"
#include "usecases/orders/start_action.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::usecases::orders {
namespace {

using domain::access::Role;
using domain::orders::HearingPurpose;
using domain::orders::HearingResult;
using domain::orders::OrderForm;
using domain::orders::Scope;
using domain::orders::ServedWhat;
using ::testing::Contains;
using ::testing::HasSubstr;

Date day(int month, int of_month) { return *Date::of(2026, month, of_month); }

class ClosureTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026, 10am
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = day(5, 1)});
    std::string const reference = made.file.reference;

    StartAction start(std::string body) {
        StartAction input;
        input.reference = reference;
        input.kind = "closure";
        input.body = std::move(body);
        input.place = "Flat 3, Acre Court";
        input.why = "Drugs dealt every night, 12 reports to us and 4 to the police";
        return input;
    }
    Expected<LegalActionId> started(std::string body = "police") {
        auto context = site.as(officer);
        return start_action(context, start(std::move(body)));
    }
    Expected<Done> step(LegalActionId action, std::string code, bool left_out = false) {
        auto context = site.as(left_out ? manager : officer);
        RecordStep input;
        input.reference = reference;
        input.id = action;
        input.code = std::move(code);
        input.done_on = site.today();
        input.left_out = left_out;
        input.with_whom = "Northgate council, police";
        input.what = "Done and decided";
        input.reason = "The police did it";
        return record_step(context, input);
    }
    void pass_gates(LegalActionId action) {
        for (auto const* code :
             {"measures-meeting", "homelessness", "destination", "cuckooing", "fairness", "consultation"})
            ASSERT_TRUE(step(action, code)) << code;
    }
    Expected<HearingId> list(LegalActionId action, Date on, TimeOfDay time = {14, 0},
                             HearingPurpose purpose = HearingPurpose::application) {
        auto context = site.as(officer);
        return list_hearing(context, {.reference = reference,
                                      .action = action,
                                      .purpose = purpose,
                                      .court = "Northgate Magistrates’ Court",
                                      .on = on,
                                      .time = time});
    }
    RecordOrder notice(LegalActionId action) {
        RecordOrder input;
        input.reference = reference;
        input.action = action;
        input.form = OrderForm::notice;
        input.court = "Superintendent Hale";
        input.senior = true;
        input.made_on = site.today();
        input.made_time = TimeOfDay{9, 0};
        input.until_on = site.today().plus_days(2);
        input.until_time = TimeOfDay{9, 0};
        return input;
    }
    RecordOrder order(LegalActionId action, Scope scope, Date until) {
        RecordOrder input;
        input.reference = reference;
        input.action = action;
        input.scope = scope;
        input.court = "Northgate Magistrates’ Court";
        input.made_on = site.today();
        input.until_on = until;
        return input;
    }
    Expected<LegalOrderId> record(RecordOrder const& input) {
        auto context = site.as(officer);
        return record_order(context, input);
    }
    /// A closure with its gates passed, heard and ready for its order.
    LegalActionId ready() {
        auto const action = *started();
        pass_gates(action);
        EXPECT_TRUE(list(action, site.today()));
        return action;
    }
    std::vector<std::string> work_of(domain::accounts::Account const& account) {
        std::vector<std::string> found;
        for (auto const& listed : site.database().read([&](storage::sql::Read& tx) {
                 return storage::work_items::listed_of_case(tx, made.file.id);
             }))
            if (listed.item.account == account.id)
                found.push_back(listed.about + " " + listed.item.due_on.iso());
        return found;
    }
};

TEST_F(ClosureTest, is_not_a_landlords_to_start_and_says_whose_it_is) {
    auto const refused = started("registered-provider-non-profit");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "power-not-theirs");
    EXPECT_THAT(refused.error().message(), HasSubstr("Police"));
    EXPECT_EQ(refused.error().problems().at(0).field, "body");
    auto const county = started("county-council-with-districts");
    ASSERT_FALSE(county);
    EXPECT_EQ(county.error().code(), "power-not-theirs");
    ASSERT_TRUE(started("district-council"));
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("legal-action-started"));
}

TEST_F(ClosureTest, wants_its_gates_passed_or_left_out_by_a_manager_with_a_reason) {
    auto const action = *started();
    auto const refused = record(notice(action));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "gate-missing");
    EXPECT_THAT(refused.error().message(), HasSubstr("homelessness"));
    auto context = site.as(officer);
    RecordStep leave;
    leave.reference = reference;
    leave.id = action;
    leave.code = "homelessness";
    leave.done_on = site.today();
    leave.left_out = true;
    leave.reason = "Nobody lives there";
    EXPECT_EQ(record_step(context, leave).error().code(), "gate-not-yours");
    EXPECT_TRUE(step(action, "homelessness", true));
}

TEST_F(ClosureTest, notice_runs_as_long_as_its_issuers_rank_lets_it) {
    auto const action = ready();
    auto input = notice(action);
    input.senior = false;
    auto const refused = record(input);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "term-unlawful");
    EXPECT_THAT(refused.error().message(), HasSubstr("11 June 2026 at 9am"));
    EXPECT_THAT(refused.error().message(), HasSubstr("2014"));
    input.senior = true;
    ASSERT_TRUE(record(input));
    EXPECT_FALSE(record(input)) << "one like it is in force";
}

TEST_F(ClosureTest, is_heard_within_the_hours_that_count_from_service) {
    auto const action = ready();
    ASSERT_TRUE(record(notice(action)));
    auto context = site.as(officer);
    RecordService service;
    service.reference = reference;
    service.action = action;
    service.what = ServedWhat::notice;
    service.served_on = site.today();
    service.served_time = TimeOfDay{8, 59};
    service.on_whom = "The tenant";
    EXPECT_EQ(record_service(context, service).error().code(), "service-incomplete")
        << "before it was issued";
    service.served_time = TimeOfDay{9, 30};
    ASSERT_TRUE(record_service(context, service));
    EXPECT_THAT(work_of(officer), Contains("Closure application must be heard 2026-06-12"));
    EXPECT_THAT(work_of(manager), Contains("Closure application must be heard 2026-06-12"));
    auto const late = list(action, day(6, 12), {9, 31});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code(), "hearing-too-late");
    EXPECT_THAT(late.error().message(), HasSubstr("12 June 2026 at 9:30am"));
    EXPECT_TRUE(list(action, day(6, 12), {9, 30}));
}

TEST_F(ClosureTest, order_longer_than_the_law_allows_is_refused_with_the_limit_and_its_source) {
    auto const action = ready();
    auto const refused = record(order(action, Scope::full, day(9, 10)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "term-unlawful");
    EXPECT_EQ(refused.error().problems().at(0).field, "until-on");
    EXPECT_THAT(refused.error().message(), HasSubstr("9 September 2026"));
    EXPECT_THAT(refused.error().message(), HasSubstr("80"));
    EXPECT_TRUE(record(order(action, Scope::full, day(9, 9))));
}

TEST_F(ClosureTest, order_puts_possession_and_its_end_on_both_work_lists_the_moment_it_is_made) {
    auto const action = ready();
    ASSERT_TRUE(record(order(action, Scope::full, day(9, 9))));
    auto const officers = work_of(officer);
    EXPECT_THAT(officers, Contains("Serve notice of possession on the closure (condition 4) 2026-09-09"));
    EXPECT_THAT(officers, Contains("Plan what happens when the closure order ends 2026-06-10"));
    EXPECT_THAT(work_of(manager),
                Contains("Serve notice of possession on the closure (condition 4) 2026-09-09"));
}

TEST_F(ClosureTest, partial_order_lets_in_the_landlords_list_and_a_full_one_nobody) {
    auto const partial = *record(order(ready(), Scope::partial, day(9, 9)));
    auto context = site.as(officer);
    AskEntry ask{.order = std::string(partial.text()), .role = "tenant", .name = "", .on = {}, .time = {}};
    auto verdict = check_entry(context, ask);
    ASSERT_TRUE(verdict) << verdict.error().message();
    EXPECT_TRUE(verdict->may);
    EXPECT_THAT(verdict->times, HasSubstr("10 September 2026"));
    ask.role = "visitor";
    EXPECT_FALSE(check_entry(context, ask)->may);
    ask.on = day(9, 10);
    ask.time = TimeOfDay{0, 0};
    EXPECT_TRUE(check_entry(context, ask)->may) << "the order has ended by then";
    auto const page = view_entry(context, partial.text());
    ASSERT_TRUE(page);
    EXPECT_EQ(page->checks.size(), 3U);
    EXPECT_EQ(page->list.size(), 4U);
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("entry-checked"));

    auto const full = *record(order(ready(), Scope::full, day(9, 9)));
    AskEntry tenant{.order = std::string(full.text()), .role = "tenant", .name = "", .on = {}, .time = {}};
    EXPECT_FALSE(check_entry(context, tenant)->may);
}

TEST_F(ClosureTest, is_extended_before_it_ends_and_never_beyond_six_months_in_all) {
    auto const id = *record(order(ready(), Scope::full, day(9, 9)));
    site.set_today(day(9, 1));
    auto context = site.as(officer);
    ExtendOrder extend;
    extend.reference = reference;
    extend.id = id;
    extend.version = 1;
    extend.applied_on = extend.made_on = day(9, 1);
    extend.court = "Northgate Magistrates’ Court";
    extend.until_on = day(12, 10);
    auto const refused = extend_order(context, extend);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "term-unlawful");
    EXPECT_THAT(refused.error().message(), HasSubstr("9 December 2026"));
    extend.until_on = day(12, 9);
    ASSERT_TRUE(extend_order(context, extend));
    EXPECT_EQ(extend_order(context, extend).error().code(), "extension-wrong");
    auto const view = view_order(context, reference, id.text());
    ASSERT_TRUE(view);
    EXPECT_EQ(view->found.order.until_on, day(12, 9));
    EXPECT_EQ(view->extensions.size(), 1U);
    EXPECT_EQ(view->cap, day(12, 9));

    site.set_today(day(12, 20));
    auto later = site.as(officer);
    extend.version = 2;
    extend.applied_on = extend.made_on = day(12, 20);
    extend.until_on = day(12, 30);
    EXPECT_EQ(extend_order(later, extend).error().problems().at(0).field, "applied-on");
}

TEST_F(ClosureTest, adjourned_is_heard_again_within_the_days_the_law_gives) {
    auto const action = ready();
    site.set_today(day(6, 10), {16, 0});
    auto context = site.as(officer);
    auto const view = view_action(context, reference, action.text());
    ASSERT_TRUE(view);
    RecordHearing result{.reference = reference,
                         .action = action,
                         .hearing = view->hearings.at(0).id,
                         .version = 1,
                         .result = HearingResult::adjourned,
                         .note = "To show cause",
                         .notice_goes_on = true};
    ASSERT_TRUE(record_hearing(context, result));
    EXPECT_EQ(record_hearing(context, result).error().code(), "result-known");
    auto const late = list(action, day(6, 30), {10, 0}, HearingPurpose::adjourned);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code(), "hearing-too-late");
    EXPECT_TRUE(list(action, day(6, 23), {10, 0}, HearingPurpose::adjourned));
}

TEST_F(ClosureTest, ends_with_the_clocks_for_costs_and_compensation) {
    auto const action = ready();
    auto const id = *record(order(action, Scope::full, day(9, 9)));
    auto context = site.as(officer);
    EndAction end{.reference = reference,
                  .id = action,
                  .outcome = domain::orders::ActionOutcome::order_made,
                  .note = "Over"};
    EXPECT_EQ(end_action(context, end).error().code(), "order-in-force");
    site.set_today(day(6, 20));
    auto later = site.as(officer);
    ASSERT_TRUE(end_order(later, {.reference = reference,
                                  .id = id,
                                  .version = 1,
                                  .end = domain::orders::OrderEnd::discharged,
                                  .ended_on = day(6, 19),
                                  .ended_time = TimeOfDay{12, 0},
                                  .note = "No longer necessary"}));
    auto const officers = work_of(officer);
    EXPECT_THAT(officers, Contains(HasSubstr("costs of securing")));
    EXPECT_THAT(officers, Not(Contains(HasSubstr("compensation")))) << "that is others' to ask";
    EXPECT_THAT(officers, Not(Contains(HasSubstr("Decide whether to extend"))));
    ASSERT_TRUE(end_action(later, end));
    for (auto const& about : work_of(officer)) EXPECT_THAT(about, Not(HasSubstr("costs")));
}

TEST_F(ClosureTest, is_read_in_brief_and_marked_once_for_each_version) {
    auto const id = *record(order(ready(), Scope::partial, day(9, 9)));
    auto const reception = site.account(Role::business_support, "Rory Reception");
    auto context = site.as(reception);
    auto const brief = view_brief(context, id.text());
    ASSERT_TRUE(brief) << brief.error().message();
    EXPECT_TRUE(brief->in_force);
    EXPECT_FALSE(brief->read_by_viewer);
    ASSERT_TRUE(mark_brief_read(context, id.text()));
    EXPECT_EQ(mark_brief_read(context, id.text()).error().code(), "read-already");
    EXPECT_TRUE(view_brief(context, id.text())->read_by_viewer);
    EXPECT_FALSE(start_action(context, start("police"))) << "reception sees orders, and starts none";
}

}  // namespace
}  // namespace doorstep::usecases::orders
