#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "order_walk.h"
#include "storage/sql/database.h"
#include "usecases/people/add_person.h"

namespace doorstep::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class OrderPages : public OrderWalk {
  protected:
    std::optional<CasePersonId> respondent;
    void people_on_the_other_side() {
        auto context = site.as(officer);
        usecases::people::AddPerson input;
        input.reference = made.file.reference;
        input.part = domain::people::Part::alleged_perpetrator;
        input.side = domain::people::Side::complained_about;
        input.name = "Ivo Marsh";
        input.address_text = "Flat 3, Acre Court, MK9 3XS";
        auto const added = usecases::people::add_person(context, input);
        ASSERT_TRUE(added) << added.error().message();
        respondent = added->id;
    }
};

TEST_F(OrderPages, say_that_there_is_none_yet_and_offer_to_start) {
    auto const page = text_of(browser.get(orders));
    EXPECT_THAT(page, HasSubstr("No legal action yet"));
    EXPECT_THAT(page, HasSubstr("Start legal action"));
}

TEST_F(OrderPages, show_who_can_where_a_landlord_cannot) {
    auto const page = text_of(browser.get(orders + "/new"));
    EXPECT_THAT(page, HasSubstr("Civil injunction"));
    EXPECT_THAT(page, HasSubstr("Others use it, at our request"));
    EXPECT_THAT(page, HasSubstr("Who can:"));
    auto const form = text_of(browser.get(orders + "/new?kind=closure"));
    EXPECT_THAT(form, HasSubstr("This is not ours to use"));
}

TEST_F(OrderPages, keep_what_was_typed_when_the_body_may_not_use_the_power) {
    http::Pairs fields;
    fields.set("body", "registered-provider-non-profit");
    fields.set("why", "Twelve reports & <four> crimes");
    auto const response = post_form(orders + "/new?kind=closure", fields);
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(text_of(response), HasSubstr("Twelve reports & <four> crimes"));
    EXPECT_THAT(text_of(response), HasSubstr("There is a problem"));
}

TEST_F(OrderPages, show_the_task_list_with_what_is_needed_before_court) {
    auto const action = start("closure", "police");
    auto const page = text_of(browser.get(action));
    EXPECT_THAT(page, HasSubstr("Needed before court"));
    EXPECT_THAT(page, HasSubstr("Cannot start yet"));
    pass(action, {"measures-meeting"});
    EXPECT_THAT(text_of(browser.get(action)), HasSubstr("Done 10 June 2026"));
    EXPECT_THAT(text_of(browser.get(action + "/steps/homelessness")),
                Not(HasSubstr("This check is left out")));
}

TEST_F(OrderPages, refuse_a_term_beyond_the_law_and_keep_what_was_typed) {
    auto const action = start("closure", "police");
    pass(action,
         {"measures-meeting", "homelessness", "destination", "cuckooing", "fairness", "consultation"});
    http::Pairs hearing;
    hearing.set("purpose", "application");
    hearing.set("court", "Northgate");
    put_date(hearing, "on", site.today());
    hearing.set("time", "10am");
    ASSERT_EQ(post_form(action + "/hearings/new", hearing).status, 303);
    http::Pairs order;
    order.set("scope", "full");
    order.set("court", "Northgate Magistrates’ Court");
    put_date(order, "made-on", site.today());
    put_date(order, "until-on", site.today().plus_months(3));
    auto const response = post_form(action + "/order?form=final", order);
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(text_of(response), HasSubstr("9 September 2026"));
    EXPECT_THAT(response.body, HasSubstr("Northgate Magistrates"));
}

TEST_F(OrderPages, answer_who_may_enter_and_keep_the_question) {
    auto const address = closed();
    ASSERT_FALSE(address.empty());
    auto const id = address.substr(address.rfind('/') + 1);
    auto const order = text_of(browser.get(address));
    EXPECT_THAT(order, HasSubstr("The tenant or a resident"));
    EXPECT_THAT(order, HasSubstr("Nobody has planned what happens when it ends"));
    EXPECT_THAT(order, HasSubstr("9 December 2026"));
    auto const check = "/orders/" + id + "/entry-check";
    http::Pairs fields;
    fields.set("role", "emergency-worker");
    EXPECT_THAT(text_of(browser.follow(post_form(check, fields))), HasSubstr("Yes: they may enter"));
    fields.set("role", "visitor");
    fields.set("name", "A <friend>");
    auto const no = browser.follow(post_form(check, fields));
    EXPECT_THAT(text_of(no), HasSubstr("No: they may not enter"));
    EXPECT_THAT(text_of(browser.get(check)), HasSubstr("A <friend>"));
    EXPECT_EQ(post_form(check, {}).status, 422);
    EXPECT_THAT(text_of(browser.get("/orders/" + id + "/brief")), HasSubstr("I have read this"));
    EXPECT_EQ(browser.post("/orders/" + id + "/brief").status, 303);
    EXPECT_THAT(text_of(browser.get("/orders/" + id + "/brief")), HasSubstr("You have marked this as read."));
}

TEST_F(OrderPages, show_an_order_in_force_on_the_case_and_the_days_on_my_work) {
    closed();
    EXPECT_THAT(text_of(browser.get("/cases/" + made.file.reference)), HasSubstr("Closure order, partial"));
    EXPECT_THAT(text_of(browser.get("/work")), HasSubstr("Serve notice of possession"));
    EXPECT_THAT(text_of(browser.get(orders)), HasSubstr("Days that run"));
    TestBrowser other(web);
    other.sign_in(manager);
    EXPECT_THAT(text_of(other.get("/work")), HasSubstr("Serve notice of possession"));
}

TEST_F(OrderPages, take_a_plan_an_extension_and_an_end) {
    auto const address = closed();
    http::Pairs plan;
    plan.set("after-it", "possession");
    plan.set("owner", std::string(officer.id.text()));
    put_date(plan, "by", site.today().plus_days(30));
    plan.set("note", "Serve notice in July");
    EXPECT_EQ(post_form(address + "/expiry-plan", plan).status, 303);
    EXPECT_THAT(text_of(browser.get(address)), Not(HasSubstr("Nobody has planned")));
    http::Pairs extension;
    put_date(extension, "applied-on", site.today());
    put_date(extension, "made-on", site.today());
    put_date(extension, "until-on", site.today().plus_months(6));
    extension.set("court", "Northgate");
    EXPECT_EQ(post_form(address + "/extension", extension).status, 422);
    put_date(extension, "until-on", site.today().plus_months(6).plus_days(-1));
    EXPECT_EQ(post_form(address + "/extension", extension).status, 303);
    http::Pairs end;
    end.set("end", "discharged");
    put_date(end, "ended-on", site.today());
    end.set("ended-time", "9:30am");
    EXPECT_EQ(post_form(address + "/end", end).status, 303);
    EXPECT_THAT(text_of(browser.get(address)), HasSubstr("The court discharged it"));
}

TEST_F(OrderPages, write_clauses_with_a_zone_and_refuse_what_the_law_does_not_allow) {
    auto const action = start("injunction", "registered-provider-non-profit");
    pass(action, {"limbs", "fairness", "youth"});
    http::Pairs order;
    order.set("court", "Northgate County Court");
    put_date(order, "made-on", site.today());
    order.set("age", "16");
    put_date(order, "until-on", site.today().plus_months(24));
    auto const too_long = post_form(action + "/order?form=final", order);
    EXPECT_EQ(too_long.status, 422);
    EXPECT_THAT(text_of(too_long), HasSubstr("9 June 2027"));
    put_date(order, "until-on", site.today().plus_months(6));
    auto const saved = post_form(action + "/order?form=final", order);
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    auto const address = order_link(browser.follow(saved).body);
    http::Pairs clause;
    clause.set("kind", "prohibition");
    clause.set("words", "Not to come within 200 metres of the office");
    clause.set("zone-outline", "485000, 238000\n485100, 238100\n485100, 238000\n485000, 238100");
    auto const crossing = post_form(address + "/clauses/new", clause);
    EXPECT_EQ(crossing.status, 422);
    EXPECT_THAT(text_of(crossing), HasSubstr("crosses itself"));
    clause.set("zone-outline", "");
    clause.set("zone-centre", "485000, 238000");
    clause.set("zone-radius", "200");
    clause.set("home-exclusion", "yes");
    auto const too_young = post_form(address + "/clauses/new", clause);
    EXPECT_EQ(too_young.status, 422);
    EXPECT_THAT(text_of(too_young), HasSubstr("Nobody under 18"));
    clause.set("home-exclusion", "");
    EXPECT_EQ(post_form(address + "/clauses/new", clause).status, 303);
    http::Pairs name;
    name.set("name", "Rory Reception");
    EXPECT_EQ(post_form(address + "/protected", name).status, 303);
    http::Pairs breach;
    put_date(breach, "happened-on", site.today());
    breach.set("happened-time", "9am");
    breach.set("what", "Stood outside the office");
    auto const kept = post_form(address + "/breaches/new", breach);
    EXPECT_EQ(kept.status, 303) << text_of(kept);
    EXPECT_THAT(text_of(browser.get(address)), HasSubstr("Zone: 200 metres around its centre"));
}

TEST_F(OrderPages, find_the_condition_that_a_closure_opens_for_possession) {
    closed();
    auto const action = start("possession", "registered-provider-non-profit");
    auto const page = text_of(browser.get(action));
    EXPECT_THAT(page, HasSubstr("Closure order made on 10 June 2026."));
    EXPECT_THAT(page, HasSubstr("Serve the notice by 9 September 2026"));
    EXPECT_THAT(page, HasSubstr("Not met yet: access has not been prohibited for more than 48 hours"));
    site.set_today(*Date::of(2026, 6, 13));
    browser.sign_in(officer);
    EXPECT_THAT(text_of(browser.get(action)), Not(HasSubstr("Not met yet")));
}

TEST_F(OrderPages, make_a_bundle_that_says_what_it_leaves_out) {
    closed();
    auto const page = text_of(browser.get("/cases/" + made.file.reference + "/bundle"));
    EXPECT_THAT(page, HasSubstr("Schedule of incidents"));
    EXPECT_THAT(page, HasSubstr("Left out Addresses, telephone numbers"));
    EXPECT_THAT(page, HasSubstr("Closure order"));
    http::Pairs wanted;
    EXPECT_EQ(browser.post("/cases/" + made.file.reference + "/bundle", wanted).status, 422);
    wanted.set("format", "pdf");
    auto const pdf = browser.post("/cases/" + made.file.reference + "/bundle", wanted);
    // Without Chromium the answer says what to do instead.
    if (pdf.status == 200)
        EXPECT_TRUE(pdf.body.starts_with("%PDF"));
    else
        EXPECT_THAT(text_of(pdf), HasSubstr("would have to be installed"));
}

TEST_F(OrderPages, give_a_calendar_link_that_names_nobody_and_ends_when_taken_back) {
    closed();
    EXPECT_THAT(text_of(browser.get("/your-account/calendar")), HasSubstr("You have no link yet."));
    http::Pairs make;
    make.set("act", "make");
    auto const page = browser.post("/your-account/calendar", make);
    ASSERT_EQ(page.status, 200);
    auto const from = page.body.find("/s/calendar/");
    ASSERT_NE(from, std::string::npos);
    constexpr std::size_t token_length = 43;
    auto const link = page.body.substr(from, std::string_view("/s/calendar/").size() + token_length);
    TestBrowser other(web);
    auto const calendar = other.get(link);
    EXPECT_EQ(calendar.status, 200);
    EXPECT_EQ(calendar.content_type, "text/calendar; charset=utf-8");
    EXPECT_THAT(calendar.body, HasSubstr("Serve notice of possession"));
    EXPECT_THAT(calendar.body, Not(HasSubstr("Dana")));
    EXPECT_EQ(other.get("/s/calendar/nonsense").status, 404);
    browser.get("/your-account/calendar");
    http::Pairs revoke;
    revoke.set("act", "revoke");
    EXPECT_EQ(browser.post("/your-account/calendar", revoke).status, 303);
    EXPECT_EQ(other.get(link).status, 404);
}

TEST_F(OrderPages, suggest_a_breach_when_an_incident_is_written_down) {
    closed();
    http::Pairs incident;
    put_date(incident, "happened-on", site.today());
    incident.set("happened-time", "9am");
    incident.set("category", made.file.category);
    incident.set("description", "Three people climbed in by the window");
    incident.set("source", "witness");
    auto const address = "/cases/" + made.file.reference + "/incidents/new";
    auto const saved = post_form(address, incident);
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    auto const page = text_of(browser.follow(saved));
    EXPECT_THAT(page, HasSubstr("It may have broken an order"));
    EXPECT_THAT(page, HasSubstr("On this case."));
}

TEST_F(OrderPages, add_up_what_it_cost) {
    auto const action = start("injunction", "registered-provider-non-profit");
    http::Pairs cost;
    put_date(cost, "on", site.today());
    cost.set("what", "Court fee");
    cost.set("amount", "twelve");
    EXPECT_EQ(post_form(action + "/costs", cost).status, 422);
    cost.set("amount", "1,250.5");
    EXPECT_EQ(post_form(action + "/costs", cost).status, 303);
    cost.set("amount", "£9");
    EXPECT_EQ(post_form(action + "/costs", cost).status, 303);
    EXPECT_THAT(text_of(browser.get(action + "/costs")), HasSubstr("Together £1,259.50."));
}

TEST_F(OrderPages, write_a_notice_from_the_legal_action_that_waits_as_a_draft) {
    people_on_the_other_side();
    auto const action = start("community-protection", "district-council");
    auto const page = text_of(browser.get(action + "/paper"));
    EXPECT_THAT(page, HasSubstr("Community protection warning"));
    EXPECT_THAT(page, HasSubstr("Warning letter"));
    EXPECT_THAT(page, Not(HasSubstr("Closure explained")));
    http::Pairs wanted;
    wanted.set("person", std::string(respondent->text()));
    wanted.set("letter", "community-protection-warning");
    wanted.set("channel", "letter");
    auto const saved = post_form(action + "/paper", wanted);
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    auto const draft = text_of(browser.follow(saved));
    EXPECT_THAT(draft, HasSubstr("Threats every night"));
    EXPECT_THAT(draft, HasSubstr("Flat 3, Acre Court"));
    EXPECT_THAT(draft, Not(HasSubstr("{{")));
    wanted.set("letter", "community-protection-notice");
    auto const too_early = post_form(action + "/paper", wanted);
    EXPECT_EQ(too_early.status, 422);
    EXPECT_THAT(text_of(too_early), HasSubstr("Record first"));
    wanted.set("letter", "community-protection-warning");
    wanted.set("person", std::string(made.complainants.front().id.text()));
    EXPECT_THAT(text_of(post_form(action + "/paper", wanted)),
                HasSubstr("This letter is for somebody who is complained about"));
}

TEST_F(OrderPages, draft_a_statement_with_the_schedule_and_its_truth) {
    auto const action = start("injunction", "registered-provider-non-profit");
    auto const page = text_of(browser.get(action + "/statement"));
    EXPECT_THAT(page, HasSubstr("Dana Okafor will say as follows."));
    EXPECT_THAT(page, HasSubstr("Threats every night"));
    EXPECT_THAT(page, HasSubstr("Statement of truth"));
    EXPECT_THAT(page, HasSubstr("Schedule of incidents"));
    auto const file = browser.post(action + "/statement", {});
    // Without pandoc the answer says what to do instead.
    if (file.status == 200)
        EXPECT_TRUE(file.body.starts_with("PK"));
    else
        EXPECT_THAT(text_of(file), HasSubstr("would have to be installed"));
}

TEST_F(OrderPages, tell_reception_who_is_booked_out_of_which_service) {
    people_on_the_other_side();
    auto const order = closed();
    auto const id = order.substr(order.rfind('/') + 1);
    auto const person = "/cases/" + made.file.reference + "/people/" + std::string(respondent->text());
    http::Pairs exclusion;
    exclusion.set("service", "supported-accommodation");
    exclusion.set("service-name", "Acre House");
    put_date(exclusion, "from", site.today());
    put_date(exclusion, "review", site.today().plus_days(-1));
    exclusion.set("reason", "Threatened <staff>");
    exclusion.set("warnings", "Told twice in May");
    auto const refused = post_form(person + "/exclusions/new", exclusion);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(text_of(refused), HasSubstr("Threatened <staff>"));
    put_date(exclusion, "review", site.today().plus_days(30));
    auto const saved = post_form(person + "/exclusions/new", exclusion);
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    auto const page = browser.get(person);
    EXPECT_THAT(text_of(page), HasSubstr("Acre House (supported accommodation)"));
    EXPECT_THAT(text_of(page), HasSubstr("Told twice in May"));
    for (auto const* where : {"/brief", "/entry-check"}) {
        auto const brief = text_of(browser.get("/orders/" + id + where));
        EXPECT_THAT(brief, HasSubstr("booked out of Acre House")) << where;
        EXPECT_THAT(brief, Not(HasSubstr("Threatened"))) << where;
    }
    auto const from = page.body.find("/exclusions/");
    auto const end_at = page.body.find("/end", from);
    auto const end = person + page.body.substr(from, end_at + 4 - from);
    http::Pairs ending;
    EXPECT_EQ(post_form(end, ending).status, 422);
    ending.set("reason", "Reviewed: a year without incident");
    EXPECT_EQ(post_form(end, ending).status, 303);
    EXPECT_THAT(text_of(browser.get(person)), HasSubstr("Reviewed: a year without incident"));
    EXPECT_THAT(text_of(browser.get("/orders/" + id + "/brief")), Not(HasSubstr("Acre House")));
}

TEST_F(OrderPages, give_the_manager_the_steps_of_the_policy_after_an_incident_against_staff) {
    http::Pairs incident;
    put_date(incident, "happened-on", site.today());
    incident.set("category", "abuse-of-staff");
    incident.set("description", "Shouted threats at the repairs team");
    incident.set("source", "officer");
    auto const saved = post_form("/cases/" + made.file.reference + "/incidents/new", incident);
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    auto const list = browser.get("/cases/" + made.file.reference + "/incidents").body;
    auto const start_of = "/cases/" + made.file.reference + "/incidents/";
    std::string address;
    for (auto at = list.find(start_of); at != std::string::npos; at = list.find(start_of, at + 1))
        if (list.substr(at + start_of.size(), 3) != "new") address = list.substr(at, start_of.size() + 36);
    ASSERT_FALSE(address.empty());
    auto const page = text_of(browser.get(address + "/staff-safety"));
    EXPECT_THAT(page, HasSubstr("Speak to the member of staff and offer support"));
    EXPECT_THAT(page, HasSubstr("Marta Lindqvist"));
    EXPECT_THAT(page, HasSubstr("Not done yet"));
    EXPECT_EQ(browser.post(address + "/staff-safety", {}).status, 409);
    browser.sign_in(manager);
    EXPECT_THAT(text_of(browser.get("/work")), HasSubstr("After an incident against staff"));
}

TEST_F(OrderPages, report_the_orders_of_a_quarter_together) {
    EXPECT_THAT(text_of(browser.get("/orders")), HasSubstr("No order was made in Q1 2026/27"));
    closed();
    auto const page = text_of(browser.get("/orders"));
    EXPECT_THAT(page, HasSubstr("Closure order, partial"));
    EXPECT_THAT(page, HasSubstr("1 order at"));
    auto const csv = browser.get("/orders/data.csv?quarter=2026-27-Q1");
    EXPECT_THAT(csv.body, HasSubstr("\"Closure order, partial\",2026-06-10"));
    EXPECT_THAT(browser.get("/orders/data.csv?quarter=2025-26-Q1").body, Not(HasSubstr("Closure")));
}

TEST_F(OrderPages, take_no_more_than_twelve_statements) {
    auto const order = closed();
    auto const id = order.substr(order.rfind('/') + 1);
    auto const action = start("possession", "registered-provider-non-profit");
    for (auto const& address :
         {orders, orders + "/new", action, order, order + "/expiry-plan", "/orders/" + id + "/entry-check",
          "/orders/" + id + "/brief", "/cases/" + made.file.reference + "/bundle", std::string("/orders"),
          action + "/paper", action + "/statement", "/cases/" + made.file.reference}) {
        auto const before = storage::sql::statements_on_this_thread();
        EXPECT_EQ(browser.get(address).status, 200) << address;
        EXPECT_LE(storage::sql::statements_on_this_thread() - before, 12) << address;
    }
}

}  // namespace
}  // namespace doorstep::test
