#include <gmock/gmock.h>

#include "order_walk.h"
#include "storage/places.h"
#include "support/site/waiting_report.h"

/// Stories of a landlord's year, walked from end to end through the pages.
namespace doorstep::test {
namespace {

using domain::access::Role;
using ::testing::HasSubstr;
using ::testing::Not;

class OrderJourneys : public OrderWalk {
  protected:
    std::string work_of(domain::accounts::Account const& account) {
        TestBrowser theirs(web);
        theirs.sign_in(account);
        return text_of(theirs.get("/work"));
    }
    void expect_saved(http::Response const& response, char const* what) {
        EXPECT_EQ(response.status, 303) << what << ": " << text_of(response);
    }
};

/// Two closures of three months each, at two addresses in one quarter (M-27, M-45).
TEST_F(OrderJourneys, two_closures_of_three_months_in_one_quarter) {
    std::vector<std::string> closures;
    std::vector<std::string> cases;
    for (int n = 0; n < 2; ++n) {
        if (n == 1) {
            site.set_today(site.today().plus_days(30));
            browser.sign_in(officer);
            made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-20)});
            orders = "/cases/" + made.file.reference + "/orders";
        }
        cases.push_back(made.file.reference);
        closures.push_back(closed());
        ASSERT_FALSE(closures.back().empty());
        http::Pairs plan;
        plan.set("after-it", "let-again");
        plan.set("owner", std::string(officer.id.text()));
        put_date(plan, "by", site.today().plus_months(3));
        plan.set("note", "Let it again to somebody else");
        expect_saved(post_form(closures.back() + "/expiry-plan", plan), "plan");
    }
    // Each ends three months after it was made, and each has its own day for possession.
    EXPECT_THAT(text_of(browser.get(closures[0])), HasSubstr("9 September 2026"));
    EXPECT_THAT(text_of(browser.get(closures[1])), HasSubstr("9 October 2026"));
    auto const work = text_of(browser.get("/work"));
    EXPECT_THAT(work, HasSubstr("9 September 2026"));
    EXPECT_THAT(work, HasSubstr("9 October 2026"));
    EXPECT_THAT(work_of(manager), HasSubstr("Serve notice of possession on the closure"));
    for (auto const& file : cases)
        EXPECT_THAT(text_of(browser.get("/cases/" + file)), HasSubstr("Closure order, partial"));

    // The first runs out; what it opened and what it meant to the neighbours stay in view.
    site.set_today(*Date::of(2026, 9, 12));
    browser.sign_in(officer);
    http::Pairs end;
    end.set("end", "expired");
    put_date(end, "ended-on", *Date::of(2026, 9, 9));
    expect_saved(post_form(closures[0] + "/end", end), "end");
    auto const over = text_of(browser.get(closures[0]));
    EXPECT_THAT(over, HasSubstr("It ran out"));
    EXPECT_THAT(over, HasSubstr("Did it help the neighbours?"));
    EXPECT_THAT(over, HasSubstr("Before: 10 March 2026 to 9 June 2026"));
    EXPECT_THAT(over, HasSubstr("During: 10 June 2026 to 9 September 2026"));
    EXPECT_THAT(text_of(browser.get("/cases/" + cases[0] + "/findings")), HasSubstr("Too late"));
    EXPECT_THAT(text_of(browser.get("/cases/" + cases[1] + "/findings")),
                HasSubstr("Serve the notice by 9 October 2026"));
    http::Pairs extension;
    put_date(extension, "applied-on", site.today());
    put_date(extension, "made-on", site.today());
    put_date(extension, "until-on", *Date::of(2026, 12, 9));
    extension.set("court", "Northgate");
    auto const too_late = post_form(closures[0] + "/extension", extension);
    EXPECT_EQ(too_late.status, 422);
    EXPECT_THAT(text_of(too_late), HasSubstr("it cannot be extended"));
}

/// Abuse, threats and spitting at reception, by somebody who is no tenant; an injunction within 48 hours with
/// an exclusion zone, a no-contact list, two years and a power of arrest; then a breach (M-46 to M-56).
TEST_F(OrderJourneys, staff_are_abused_and_an_injunction_protects_them) {
    auto const reception = site.account(Role::housing_officer, "Rory Reception");
    made = site.open_case({.owner = officer.id,
                           .housing_officer = reception.id,
                           .category = "abuse-of-staff",
                           .raised_on = site.today().plus_days(-30)});
    orders = "/cases/" + made.file.reference + "/orders";
    auto const file = "/cases/" + made.file.reference;
    auto const incident = [&](Date on, std::string const& words) {
        http::Pairs fields;
        put_date(fields, "happened-on", on);
        fields.set("happened-time", "9am");
        fields.set("category", "abuse-of-staff");
        fields.set("description", words);
        fields.set("source", "officer");
        auto const saved = post_form(file + "/incidents/new", fields);
        expect_saved(saved, words.c_str());
        return text_of(browser.follow(saved));
    };
    incident(site.today().plus_days(-28), "Shouted at two of us at the desk");
    incident(site.today().plus_days(-14), "Threatened to wait outside for a colleague");
    incident(site.today().plus_days(-2), "Spat at a colleague. Arrested, released without charge");
    EXPECT_THAT(text_of(browser.get(file + "/incidents")), HasSubstr("released without charge"));

    auto const action = start("injunction", "registered-provider-non-profit");
    pass(action, {"limbs", "warnings"});
    http::Pairs decision;
    put_date(decision, "decided-on", site.today());
    decision.set("decided-time", "9am");
    auto const before_gates = post_form(action + "/decision", decision);
    EXPECT_NE(before_gates.status, 303) << "fairness and age are weighed first";
    pass(action, {"fairness", "youth"});
    expect_saved(post_form(action + "/decision", decision), "decision");
    auto const clock = text_of(browser.get(action));
    EXPECT_THAT(clock, HasSubstr("Be before the court"));
    EXPECT_THAT(clock, HasSubstr("12 June 2026 (2 days left), at 9am")) << "48 hours from the decision";
    EXPECT_THAT(clock, HasSubstr("own standard, not the law"));
    list_hearing(action, site.today());
    http::Pairs order;
    order.set("court", "Northgate County Court");
    put_date(order, "made-on", site.today());
    put_date(order, "until-on", site.today().plus_months(24).plus_days(-1));
    auto const saved = post_form(action + "/order?form=final", order);
    expect_saved(saved, "order");
    auto const address = order_link(browser.follow(saved).body);
    ASSERT_FALSE(address.empty());
    EXPECT_THAT(text_of(browser.get(address)), HasSubstr("9 June 2028"));

    http::Pairs zone;
    zone.set("kind", "prohibition");
    zone.set("words", "Not to come within 200 metres of the office");
    zone.set("zone-centre", "485000, 238000");
    zone.set("zone-radius", "200");
    zone.set("power-of-arrest", "yes");
    auto const no_ground = post_form(address + "/clauses/new", zone);
    EXPECT_EQ(no_ground.status, 422);
    EXPECT_THAT(text_of(no_ground), HasSubstr("Select on what ground the court attached it"));
    EXPECT_THAT(no_ground.body, HasSubstr("Not to come within 200 metres of the office"))
        << "nothing is lost";
    zone.set("arrest-ground", "violence");
    zone.set("conduct", "abuse-of-staff");
    expect_saved(post_form(address + "/clauses/new", zone), "zone");
    http::Pairs contact;
    contact.set("kind", "prohibition");
    contact.set("words", "Not to contact those on the list, or anybody who works for us");
    contact.set("no-contact", "yes");
    expect_saved(post_form(address + "/clauses/new", contact), "no contact");
    http::Pairs name;
    name.set("name", "Carys Desk");
    name.set("note", "Reception");
    expect_saved(post_form(address + "/protected", name), "protected");
    auto const clauses = browser.get(address).body;
    auto const from = clauses.find(address.substr(address.find("/made/")) + "/clauses/");
    ASSERT_NE(from, std::string::npos);
    auto const clause = file + clauses.substr(from, clauses.find('"', from) - from);
    auto const plan = browser.get(clause);
    EXPECT_THAT(plan.body, HasSubstr("<svg"));
    EXPECT_THAT(text_of(plan), HasSubstr("Plan of the exclusion zone"));
    EXPECT_THAT(text_of(plan), HasSubstr("Addresses inside the zone"));

    http::Pairs service;
    service.set("what", "order");
    put_date(service, "served-on", site.today());
    service.set("served-time", "9:30am");
    service.set("how", "by-hand");
    service.set("on-whom", "The respondent");
    expect_saved(post_form(action + "/service", service), "service");

    // Reception reads it in brief, and that is seen.
    TestBrowser desk(web);
    desk.sign_in(reception);
    auto const brief = "/orders/" + address.substr(address.rfind('/') + 1) + "/brief";
    auto const read = text_of(desk.get(brief));
    EXPECT_THAT(read, HasSubstr("Power of arrest"));
    EXPECT_THAT(read, HasSubstr("Carys Desk"));
    EXPECT_THAT(read, HasSubstr("can arrest without a warrant"));
    EXPECT_EQ(desk.post(brief).status, 303);
    EXPECT_THAT(text_of(browser.get(brief)), HasSubstr("Rory Reception"));

    // He comes back: suggested as a breach at once, recorded against the clause, arrest, committal.
    auto const suggested = incident(site.today(), "Stood at the door and shouted");
    EXPECT_THAT(suggested, HasSubstr("It may have broken an order"));
    EXPECT_THAT(suggested, HasSubstr("the clause is about this kind of behaviour (abuse of staff)"));
    http::Pairs breach;
    put_date(breach, "happened-on", site.today());
    breach.set("happened-time", "9:45am");
    breach.set("clause", clause.substr(clause.rfind('/') + 1));
    breach.set("what", "Stood at the door and shouted");
    breach.set("evidence", "Camera at the desk");
    put_date(breach, "police-told-on", site.today());
    breach.set("crime-reference", "43/1234/26");
    expect_saved(post_form(address + "/breaches/new", breach), "breach");
    auto const order_page = browser.get(address).body;
    auto const breach_from = order_page.rfind("/breaches/");
    std::string breach_link;
    for (auto at = order_page.find("/breaches/"); at != std::string::npos;
         at = order_page.find("/breaches/", at + 1))
        if (order_page.compare(at, 13, "/breaches/new") != 0)
            breach_link = order_page.substr(at, order_page.find('"', at) - at);
    ASSERT_FALSE(breach_link.empty()) << breach_from;
    site.set_today(site.today().plus_days(1));
    browser.sign_in(officer);
    http::Pairs outcome;
    put_date(outcome, "arrested-on", site.today().plus_days(-1));
    put_date(outcome, "committal-on", site.today());
    outcome.set("outcome", "committed");
    put_date(outcome, "outcome-on", site.today());
    outcome.set("version", "1");
    expect_saved(post_form(address + breach_link, outcome), "outcome");
    EXPECT_THAT(text_of(browser.get(address)), HasSubstr("Committed to prison or detained"));
    EXPECT_THAT(text_of(browser.get("/work")), HasSubstr("condition 2"));
    EXPECT_THAT(work_of(manager), HasSubstr("condition 2"));
    EXPECT_THAT(text_of(browser.get(file + "/findings")),
                HasSubstr("Breach of the injunction found on 11 June 2026"));
}

/// A report that nobody has looked at yet is held against the orders of every case, by its own place.
TEST_F(OrderJourneys, a_new_report_shows_the_order_it_may_have_broken_before_anybody_decides_on_it) {
    auto const action = start("injunction", "registered-provider-non-profit");
    pass(action, {"limbs", "fairness", "youth"});
    http::Pairs order;
    order.set("court", "Northgate County Court");
    put_date(order, "made-on", site.today());
    auto const saved = post_form(action + "/order?form=final", order);
    expect_saved(saved, "order");
    auto const address = order_link(browser.follow(saved).body);
    http::Pairs zone;
    zone.set("kind", "prohibition");
    zone.set("words", "Not to enter Mill Lane");
    zone.set("zone-centre", "485000, 238000");
    zone.set("zone-radius", "150");
    zone.set("conduct", "noise");
    expect_saved(post_form(address + "/clauses/new", zone), "zone");
    domain::places::Address place;
    place.id = AddressId(site.ids.next());
    place.line = "2 Mill Lane";
    place.postcode = "MK9 3XS";
    place.position = domain::places::Position{485200, 238000, 52.0, -0.7};
    site.database().write([&](storage::sql::Write& tx) { storage::places::insert(tx, place); });
    auto const report = waiting_report(site, {.address = place.id, .received_on = site.today()});
    auto const elsewhere = waiting_report(site, {.received_on = site.today()});
    auto const page = browser.get("/triage/" + std::string(report.id.text()));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(text_of(page), HasSubstr("It may have broken an order"));
    EXPECT_THAT(text_of(page), HasSubstr("50 metres from its zone"));
    EXPECT_THAT(text_of(page), HasSubstr("this kind of behaviour (noise)"));
    EXPECT_THAT(text_of(browser.get("/triage/" + std::string(elsewhere.id.text()))),
                Not(HasSubstr("It may have broken an order")));
}

/// A conviction is found to open condition 1, an appeal stops its time, and the end of the appeal starts it
/// anew.
TEST_F(OrderJourneys, a_conviction_opens_possession_and_an_appeal_starts_its_time_anew) {
    auto const findings = "/cases/" + made.file.reference + "/findings";
    EXPECT_THAT(text_of(browser.get(findings)), HasSubstr("None. A closure order"));
    http::Pairs conviction;
    conviction.set("kind", "serious-offence");
    conviction.set("who", "resident");
    conviction.set("tie", "in-or-near");
    conviction.set("offence", "Supplying <Class A> drugs");
    conviction.set("court", "Northgate Crown Court");
    put_date(conviction, "found-on", site.today().plus_days(2));
    auto const future = post_form(findings + "/new", conviction);
    EXPECT_EQ(future.status, 422);
    EXPECT_THAT(text_of(future), HasSubstr("Date must be today or in the past"));
    EXPECT_THAT(text_of(future), HasSubstr("Supplying <Class A> drugs")) << "nothing is lost";
    put_date(conviction, "found-on", *Date::of(2026, 2, 10));
    expect_saved(post_form(findings + "/new", conviction), "conviction");
    auto const found = browser.get(findings);
    EXPECT_THAT(text_of(found), HasSubstr("Condition 1."));
    EXPECT_THAT(text_of(found), HasSubstr("Serve the notice by 9 February 2027"));
    EXPECT_THAT(text_of(found), HasSubstr("ground 7A"));
    EXPECT_THAT(text_of(browser.get("/work")), HasSubstr("condition 1"));
    EXPECT_THAT(work_of(manager), HasSubstr("condition 1"));
    EXPECT_THAT(text_of(browser.get(orders)), HasSubstr("Possession of the home"));

    auto const at = found.body.find("/appeal\"");
    ASSERT_NE(at, std::string::npos);
    auto const begin = found.body.rfind('"', at) + 1;
    auto const appeal = found.body.substr(begin, at + 7 - begin);
    http::Pairs lodged;
    put_date(lodged, "lodged-on", *Date::of(2026, 3, 1));
    expect_saved(post_form(appeal, lodged), "appeal");
    EXPECT_THAT(text_of(browser.get(findings)), HasSubstr("an appeal goes on"));
    EXPECT_THAT(text_of(browser.get("/work")), Not(HasSubstr("condition 1")));
    http::Pairs ended;
    ended.set("outcome", "dismissed");
    put_date(ended, "ended-on", *Date::of(2026, 5, 20));
    expect_saved(post_form(appeal + "-end", ended), "end of the appeal");
    EXPECT_THAT(text_of(browser.get(findings)), HasSubstr("Serve the notice by 19 May 2027"));
    EXPECT_EQ(browser.get(findings + "/nothing/appeal").status, 404);
}

/// What cannot be is refused with the reason, the limit and its source, and what was typed stays.
TEST_F(OrderJourneys, what_cannot_be_is_refused_with_its_reason_and_nothing_typed_is_lost) {
    auto const refused = [&](http::Response const& response, std::vector<char const*> const& words,
                             char const* typed) {
        EXPECT_EQ(response.status, 422) << typed;
        for (auto const* word : words) EXPECT_THAT(text_of(response), HasSubstr(word));
        EXPECT_THAT(response.body, HasSubstr(typed));
    };
    auto const address = closed();
    auto const closure = orders + "/" + [&] {
        auto const page = browser.get(address).body;
        auto const from = page.find(orders + "/") + orders.size() + 1;
        return page.substr(from, 36);
    }();
    // An impossible date.
    http::Pairs extension;
    extension.set("applied-on-day", "31");
    extension.set("applied-on-month", "2");
    extension.set("applied-on-year", "2026");
    put_date(extension, "made-on", site.today());
    put_date(extension, "until-on", site.today().plus_months(4));
    extension.set("court", "Northgate One");
    refused(post_form(address + "/extension", extension), {"must be a real date"}, "Northgate One");
    // Beyond the cap, with the limit and where it comes from.
    put_date(extension, "applied-on", site.today());
    put_date(extension, "until-on", site.today().plus_months(7));
    refused(post_form(address + "/extension", extension),
            {"9 December 2026", "Anti-social Behaviour, Crime and Policing Act 2014"}, "Northgate One");
    // Two orders that overlap.
    http::Pairs again;
    again.set("scope", "full");
    again.set("court", "Northgate Two");
    put_date(again, "made-on", site.today());
    put_date(again, "until-on", site.today().plus_months(1));
    refused(post_form(closure + "/order?form=final", again),
            {"Another one, made on 10 June 2026, is in force then"}, "Northgate Two");
    // A breach before the order, and after its end.
    http::Pairs breach;
    put_date(breach, "happened-on", site.today().plus_days(-1));
    breach.set("what", "Climbed in");
    refused(post_form(address + "/breaches/new", breach), {"The order was not in force then"}, "Climbed in");
    // Service before it was made.
    http::Pairs service;
    service.set("what", "order");
    service.set("how", "fixed");
    service.set("on-whom", "Nobody <yet>");
    put_date(service, "served-on", site.today().plus_days(-1));
    service.set("served-time", "9am");
    refused(post_form(closure + "/service", service), {"it cannot be served before"}, "Nobody &lt;yet&gt;");
    // Applied for after it ran out.
    site.set_today(*Date::of(2026, 9, 20));
    browser.sign_in(officer);
    put_date(extension, "applied-on", *Date::of(2026, 9, 10));
    put_date(extension, "made-on", *Date::of(2026, 9, 11));
    put_date(extension, "until-on", *Date::of(2026, 10, 1));
    refused(post_form(address + "/extension", extension), {"by 9 September 2026", "section 82"},
            "Northgate One");

    // Clauses outside their order, and an outline that crosses itself.
    site.set_today(*Date::of(2026, 9, 21));
    browser.sign_in(officer);
    auto const action = start("injunction", "registered-provider-non-profit");
    pass(action, {"limbs", "fairness", "youth"});
    http::Pairs order;
    order.set("court", "Northgate County Court");
    put_date(order, "made-on", site.today());
    put_date(order, "until-on", site.today().plus_months(12));
    auto const saved = post_form(action + "/order?form=final", order);
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    auto const injunction = order_link(browser.follow(saved).body);
    http::Pairs clause;
    clause.set("kind", "prohibition");
    clause.set("words", "Not to enter Acre Court");
    put_date(clause, "from-on", site.today().plus_days(-1));
    refused(post_form(injunction + "/clauses/new", clause), {"21 September 2026", "when the order was made"},
            "Not to enter Acre Court");
    put_date(clause, "from-on", site.today());
    put_date(clause, "until-on", site.today().plus_months(13));
    refused(post_form(injunction + "/clauses/new", clause), {"21 September 2027", "when the order ends"},
            "Not to enter Acre Court");
    http::Pairs crossing;
    crossing.set("kind", "prohibition");
    crossing.set("words", "Not to enter the zone");
    crossing.set("zone-outline", "485000, 238000\n485100, 238100\n485100, 238000\n485000, 238100");
    refused(post_form(injunction + "/clauses/new", crossing), {"crosses itself"}, "485100, 238000");
}

}  // namespace
}  // namespace doorstep::test
