#include "usecases/orders/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/legal_actions.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/orders/record_order.h"
#include "usecases/orders/start_action.h"
#include "usecases/orders/view_orders.h"

namespace doorstep::usecases::orders {
namespace {

using domain::access::Role;
using domain::orders::AppealOutcome;
using domain::orders::FindingKind;
using domain::orders::FindingTie;
using domain::orders::FindingWho;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class FindingsTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026, 10am
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = *Date::of(2026, 1, 5)});

    RecordFinding finding(FindingKind kind, Date found_on) {
        RecordFinding input;
        input.reference = made.file.reference;
        input.kind = kind;
        input.who = FindingWho::tenant;
        input.offence = "Supplying a Class A drug";
        input.found_on = found_on;
        input.court = "Northgate Crown Court";
        input.tie = FindingTie::in_or_near;
        return input;
    }
    Expected<Done> record(RecordFinding const& input) {
        auto context = site.as(officer);
        return record_finding(context, input);
    }
    /// Days of possession on somebody's list: "condition 1 2027-02-09".
    std::vector<std::string> days_of(domain::accounts::Account const& account) {
        std::vector<std::string> days;
        for (auto const& listed : site.database().read([&](storage::sql::Read& tx) {
                 return storage::work_items::listed_of_case(tx, made.file.id);
             }))
            if (auto const at = listed.about.find("(condition ");
                at != std::string::npos && listed.item.account == account.id)
                days.push_back(listed.about.substr(at + 1, 11) + " " + listed.item.due_on.iso());
        return days;
    }
    FindingsView view() {
        auto context = site.as(officer);
        return *view_findings(context, made.file.reference);
    }
};

TEST_F(FindingsTest, put_each_conviction_on_both_lists_at_once_with_the_day_the_law_sets) {
    ASSERT_TRUE(record(finding(FindingKind::serious_offence, *Date::of(2026, 2, 10))));
    EXPECT_THAT(days_of(officer), Contains("condition 1 2027-02-09"));
    EXPECT_THAT(days_of(manager), Contains("condition 1 2027-02-09"));
    ASSERT_TRUE(record(finding(FindingKind::noise, *Date::of(2026, 3, 2))));
    EXPECT_THAT(days_of(officer), Contains("condition 5 2027-03-01"));
    EXPECT_THAT(days_of(officer), Contains("condition 1 2027-02-09")) << "each keeps its own day";
    ASSERT_TRUE(record(finding(FindingKind::behaviour_order_breach, *Date::of(2026, 4, 1))));
    ASSERT_TRUE(record(finding(FindingKind::injunction_breach, *Date::of(2026, 5, 1))));
    EXPECT_THAT(days_of(officer), Contains("condition 3 2027-03-31"));
    EXPECT_THAT(days_of(officer), Contains("condition 2 2027-04-30"));
    auto context = site.as(officer);
    auto const listed = view_orders(context, made.file.reference, 1);
    ASSERT_TRUE(listed);
    ASSERT_EQ(listed->lines.size(), 1U) << "one legal action for possession, started with the first";
    EXPECT_EQ(listed->lines[0].kind->code, "possession");
}

TEST_F(FindingsTest, open_nothing_where_the_ground_does_not_reach) {
    auto input = finding(FindingKind::serious_offence, *Date::of(2026, 2, 10));
    input.who = FindingWho::somebody_else;
    ASSERT_TRUE(record(input));
    input.who = FindingWho::visitor;
    input.tie = FindingTie::none;
    ASSERT_TRUE(record(input));
    input.tie = FindingTie::landlord;
    input.offence_on = *Date::of(2014, 10, 19);
    ASSERT_TRUE(record(input));
    auto breach = finding(FindingKind::injunction_breach, *Date::of(2026, 2, 10));
    breach.participation = true;
    ASSERT_TRUE(record(breach));
    auto noise = finding(FindingKind::noise, *Date::of(2026, 2, 10));
    noise.tie = FindingTie::local_person;
    ASSERT_TRUE(record(noise));
    EXPECT_THAT(days_of(officer), IsEmpty());
    for (auto const& condition : view().conditions) {
        EXPECT_FALSE(condition.is_met) << condition.number;
        EXPECT_FALSE(condition.not_met_because.empty());
    }
    input.offence_on = *Date::of(2014, 10, 20);
    ASSERT_TRUE(record(input));
    EXPECT_THAT(days_of(officer), Contains("condition 1 2027-02-09"));
}

TEST_F(FindingsTest, lose_their_day_while_an_appeal_goes_on_and_get_a_new_one_from_its_end) {
    ASSERT_TRUE(record(finding(FindingKind::serious_offence, *Date::of(2026, 2, 10))));
    auto const subject = view().conditions.at(0).subject;
    auto context = site.as(officer);
    EXPECT_EQ(record_appeal(context, {made.file.reference, subject, *Date::of(2026, 2, 9)}).error().code(),
              "appeal-wrong");
    ASSERT_TRUE(record_appeal(context, {made.file.reference, subject, *Date::of(2026, 2, 20)}));
    EXPECT_EQ(record_appeal(context, {made.file.reference, subject, *Date::of(2026, 2, 21)}).error().code(),
              "appeal-goes-on");
    EXPECT_THAT(days_of(officer), IsEmpty());
    EXPECT_EQ(view().conditions.at(0).not_met_because, "an appeal goes on");
    ASSERT_TRUE(end_appeal(context,
                           {made.file.reference, subject, AppealOutcome::dismissed, *Date::of(2026, 5, 20)}));
    EXPECT_THAT(days_of(officer), Contains("condition 1 2027-05-19"));
    EXPECT_EQ(
        end_appeal(context, {made.file.reference, subject, AppealOutcome::dismissed, *Date::of(2026, 5, 20)})
            .error()
            .code(),
        "appeal-over");
    ASSERT_TRUE(record_appeal(context, {made.file.reference, subject, *Date::of(2026, 6, 1)}));
    ASSERT_TRUE(
        end_appeal(context, {made.file.reference, subject, AppealOutcome::allowed, *Date::of(2026, 6, 8)}));
    EXPECT_THAT(days_of(officer), IsEmpty());
    EXPECT_EQ(view().conditions.at(0).not_met_because, "it was set aside on appeal");
    EXPECT_EQ(record_appeal(context, {made.file.reference, "nothing", site.today()}).error().code(),
              "condition-not-found");
}

TEST_F(FindingsTest, come_off_the_lists_when_the_notice_is_served_and_ask_for_a_review_in_time) {
    ASSERT_TRUE(record(finding(FindingKind::serious_offence, *Date::of(2026, 2, 10))));
    auto context = site.as(officer);
    auto const action = view_orders(context, made.file.reference, 1)->lines.at(0).listed.id;
    for (auto const* code : {"ground", "fairness", "homelessness"}) {
        RecordStep step;
        step.reference = made.file.reference;
        step.id = action;
        step.code = code;
        step.done_on = site.today();
        step.with_whom = "Housing options";
        step.what = "Weighed";
        ASSERT_TRUE(record_step(context, step)) << code;
    }
    RecordOrder notice;
    notice.reference = made.file.reference;
    notice.action = action;
    notice.form = domain::orders::OrderForm::notice;
    notice.court = "Marta Lindqvist";
    notice.made_on = *Date::of(2026, 6, 1);
    ASSERT_TRUE(record_order(context, notice));
    RecordService service;
    service.reference = made.file.reference;
    service.action = action;
    service.what = domain::orders::ServedWhat::notice;
    service.how = domain::orders::ServedHow::by_hand;
    service.served_on = *Date::of(2026, 6, 1);
    service.on_whom = "The tenant";
    ASSERT_TRUE(record_service(context, service));
    EXPECT_THAT(days_of(officer), IsEmpty());
    EXPECT_EQ(view().conditions.at(0).notice_served_on, *Date::of(2026, 6, 1));
    RecordStep request;
    request.reference = made.file.reference;
    request.id = action;
    request.code = "review-request";
    request.with_whom = "The tenant, by letter";
    request.what = "Says it was her brother";
    site.set_today(*Date::of(2026, 6, 20));
    request.done_on = *Date::of(2026, 6, 8);
    auto const late = record_step(context, request);
    ASSERT_FALSE(late);
    EXPECT_THAT(late.error().message(), HasSubstr("7 June 2026"));
    EXPECT_THAT(late.error().message(), HasSubstr("85ZA"));
    request.done_on = *Date::of(2026, 6, 7);
    ASSERT_TRUE(record_step(context, request));
    auto const days = site.database().read([&](storage::sql::Read& tx) {
        return storage::legal_actions::open_deadlines_of_case(tx, made.file.id);
    });
    bool review = false;
    for (auto const& one : days)
        review = review || (one.code == "review" && one.due_on == *Date::of(2026, 6, 29));
    EXPECT_TRUE(review) << "decided before the day on which proceedings may begin";
}

TEST_F(FindingsTest, are_refused_with_what_is_wrong) {
    auto input = finding(FindingKind::serious_offence, site.today().plus_days(1));
    input.offence = " ";
    input.offence_on = site.today().plus_days(2);
    auto const refused = record(input);
    ASSERT_FALSE(refused);
    std::vector<std::string> fields;
    for (auto const& problem : refused.error().problems()) fields.push_back(problem.field);
    EXPECT_THAT(fields, ::testing::UnorderedElementsAre("offence", "found-on", "offence-on"));
}

TEST(NoticeRegime, follows_the_tenancy_and_the_day) {
    EXPECT_EQ(tenancy_class("Secure", "registered-provider-non-profit"), TenancyClass::secure);
    EXPECT_EQ(tenancy_class("", "district-council"), TenancyClass::secure);
    EXPECT_EQ(tenancy_class("", "registered-provider-non-profit"), TenancyClass::assured);
    EXPECT_EQ(tenancy_class("Assured shorthold (starter)", "registered-provider-non-profit"),
              TenancyClass::starter);
    EXPECT_EQ(tenancy_class("Introductory", "london-borough"), TenancyClass::introductory);
    EXPECT_EQ(tenancy_class("Sold, leasehold", "london-borough"), TenancyClass::not_known);

    test::TestSite site;
    auto const settings = site.settings().current();
    auto const rules_of = [&](char const* tenure, Date served) {
        std::vector<std::string> rules;
        for (auto const& rule : notice_regime(*settings, tenure, served).rules)
            rules.push_back(rule.what + " " + rule.when);
        return rules;
    };
    auto const social = rules_of("Assured", *Date::of(2026, 6, 10));
    EXPECT_THAT(social, Contains(HasSubstr("fixed term: after 10 July 2026")));
    EXPECT_THAT(social, Contains(HasSubstr("until 16 June 2026")));
    auto const market = rules_of("Assured, market rent", *Date::of(2026, 6, 10));
    EXPECT_THAT(market, Contains(HasSubstr("after the Renters’ Rights Act")));
    EXPECT_THAT(rules_of("Assured, market rent", *Date::of(2026, 4, 30)),
                Not(Contains(HasSubstr("after the Renters’ Rights Act"))));
    EXPECT_THAT(rules_of("Introductory", *Date::of(2026, 6, 10)), Contains(HasSubstr("section 128")));
}

}  // namespace
}  // namespace doorstep::usecases::orders
