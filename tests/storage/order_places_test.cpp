#include "storage/court_findings.h"

#include "base/text.h"
#include "storage/contacts.h"
#include "storage/legal_actions.h"
#include "storage/legal_orders.h"
#include "storage/on_a_case.h"
#include "storage/order_matches.h"
#include "storage/places.h"
#include "storage/reports.h"
#include "storage/respite.h"

namespace doorstep::storage {
namespace {

using namespace domain::orders;

/// An injunction on the case, with a zone around a place.
class OrderPlaces : public test::OnACase {
  protected:
    LegalAction action;
    LegalOrder order;
    OrderClause clause;
    domain::places::Address home;

    void SetUp() override {
        OnACase::SetUp();
        if (IsSkipped()) return;
        home.id = AddressId(ids.next());
        home.line = "2 Mill Lane";
        home.postcode = "MK9 3XS";
        home.position = domain::places::Position{485300, 238000, 52.0, -0.7};
        action.id = LegalActionId(ids.next());
        action.case_file = file.id;
        action.kind = "injunction";
        action.applicant_body = "registered-provider-non-profit";
        action.respondent = ana.id;
        action.started_on = june(3);
        order.id = LegalOrderId(ids.next());
        order.action = action.id;
        order.case_file = file.id;
        order.court = "Northgate";
        order.made_on = june(5);
        order.from_at = london_midnight(june(5));
        order.until_on = june(20);
        order.until_at = london_midnight(june(21));
        order.recorded_at = clock.now();
        clause.id = OrderClauseId(ids.next());
        clause.order = order.id;
        clause.words = "Not to enter";
        clause.from_on = june(5);
        clause.zone = "POINT (485000 238000)";
        clause.zone_easting = 485000;
        clause.zone_northing = 238000;
        clause.zone_radius = 200;
        clause.conduct = {"noise", "drugs"};
        write([&](sql::Write& tx) {
            places::insert(tx, home);
            legal_actions::insert(tx, action);
            legal_orders::insert(tx, order);
            legal_orders::insert(tx, clause, legal_orders::ZoneBox{484800, 237800, 485200, 238200});
            return true;
        });
    }
    order_matches::Happening at_home(Date on) {
        order_matches::Happening happening;
        happening.address = home.id;
        happening.on = on;
        happening.from = london_midnight(on);
        happening.until = london_midnight(on.plus_days(1)).plus_milliseconds(-1);
        return happening;
    }
    std::vector<order_matches::NearOrder> near(order_matches::Happening const& happening, int reach = 100) {
        CaseScope everything;
        everything.sees_everything = true;
        everything.viewed_on = june(10);
        return read([&](sql::Read& tx) { return order_matches::live_at(tx, everything, happening, reach); });
    }
};

TEST_P(OrderPlaces, are_found_by_the_rectangle_of_their_zone_while_they_are_live) {
    auto const found = near(at_home(june(10)));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].clause, clause.id);
    EXPECT_EQ(found[0].conduct, "noise,drugs");
    EXPECT_EQ(found[0].easting, 485300);
    EXPECT_EQ(found[0].respondent_name, "Ana Silva");
    EXPECT_FALSE(found[0].same_case);
    EXPECT_TRUE(near(at_home(june(10)), 99).empty());
    EXPECT_TRUE(near(at_home(june(4))).empty());
    EXPECT_TRUE(near(at_home(june(21))).empty());
    EXPECT_EQ(near(at_home(june(20))).size(), 1U);
    write([&](sql::Write& tx) {
        legal_orders::strike(tx, clause.id);
        return true;
    });
    EXPECT_TRUE(near(at_home(june(10))).empty());
}

TEST_P(OrderPlaces, are_found_by_the_postcode_alone_by_the_report_and_by_a_name) {
    order_matches::Happening happening = at_home(june(10));
    happening.address.reset();
    happening.postcode = "MK9 1AA";
    EXPECT_TRUE(near(happening).empty());
    write([&](sql::Write& tx) {
        domain::places::Postcode postcode;
        postcode.postcode = "MK9 1AA";
        postcode.position = {485000, 238100, 52.0, -0.7};
        places::insert(tx, postcode);
        return true;
    });
    EXPECT_EQ(near(happening).size(), 1U);
    happening.postcode.clear();
    happening.sounds = text::phonetic_keys("they say it was Anna Sylva again");
    EXPECT_EQ(near(happening).size(), 1U) << "as it sounds";
    happening.sounds = text::phonetic_keys("Ana");
    EXPECT_TRUE(near(happening).empty()) << "a forename alone names nobody";
    happening.sounds.clear();
    happening.file = file.id;
    ASSERT_EQ(near(happening).size(), 1U);
    EXPECT_TRUE(near(happening)[0].same_case);
}

TEST_P(OrderPlaces, keep_what_their_clause_is_about) {
    EXPECT_EQ(read([&](sql::Read& tx) { return legal_orders::clauses(tx, order.id); }).at(0).conduct,
              (std::vector<std::string>{"noise", "drugs"}));
    auto const within = [&](double west) {
        return read([&](sql::Read& tx) {
                   return legal_orders::addresses_within(tx, {west, 237000, west + 100, 239000});
               })
            .size();
    };
    EXPECT_EQ(within(485250), 1U);
    EXPECT_EQ(within(485301), 0U);
}

TEST_P(OrderPlaces, keep_findings_appeals_and_what_courts_made_of_breaches) {
    CourtFinding finding;
    finding.id = std::string(ids.next().text());
    finding.case_file = file.id;
    finding.kind = FindingKind::noise;
    finding.who = FindingWho::visitor;
    finding.offence = "Noise <again>";
    finding.offence_on = june(1);
    finding.found_on = june(8);
    finding.court = "Northgate";
    finding.tie = FindingTie::in_or_near;
    finding.recorded_at = clock.now();
    CourtAppeal appeal;
    appeal.id = std::string(ids.next().text());
    appeal.case_file = file.id;
    appeal.subject = finding.id;
    appeal.lodged_on = june(9);
    appeal.recorded_at = clock.now();
    OrderBreach breach;
    breach.id = OrderBreachId(ids.next());
    breach.order = order.id;
    breach.clause = clause.id;
    breach.happened_at = clock.now();
    breach.outcome = BreachOutcome::committed;
    breach.outcome_on = june(10);
    breach.recorded_at = clock.now();
    write([&](sql::Write& tx) {
        court_findings::insert(tx, finding);
        court_findings::insert(tx, appeal);
        legal_orders::insert(tx, breach);
        return true;
    });
    auto const events = read([&](sql::Read& tx) { return court_findings::events_of_case(tx, file.id); });
    ASSERT_EQ(events.size(), 2U);
    ASSERT_TRUE(events[0].finding && events[0].appeal);
    EXPECT_EQ(events[0].finding->kind, FindingKind::noise);
    EXPECT_EQ(events[0].finding->who, FindingWho::visitor);
    EXPECT_EQ(events[0].finding->offence_on, june(1));
    EXPECT_EQ(events[0].on, june(8));
    EXPECT_FALSE(events[0].order);
    EXPECT_EQ(events[1].subject, breach.id.text());
    EXPECT_EQ(events[1].on, june(10));
    EXPECT_FALSE(events[1].requirement);
    EXPECT_FALSE(events[1].appeal);
    auto stored = *events[0].appeal;
    EXPECT_EQ(stored.lodged_on, june(9));
    EXPECT_FALSE(stored.outcome);
    stored.outcome = AppealOutcome::dismissed;
    stored.ended_on = june(10);
    EXPECT_TRUE(write([&](sql::Write& tx) { return court_findings::update(tx, stored); }));
    EXPECT_FALSE(write([&](sql::Write& tx) { return court_findings::update(tx, stored); }));
    EXPECT_EQ(read([&](sql::Read& tx) { return court_findings::events_of_case(tx, file.id); })
                  .at(0)
                  .appeal->outcome,
              AppealOutcome::dismissed);
    EXPECT_FALSE(read([&](sql::Read& tx) { return court_findings::possession_of_case(tx, file.id); }));
}

TEST_P(OrderPlaces, count_what_neighbours_reported_and_each_visit_around_a_closure) {
    auto const times = *respite_times(june(5), june(8), june(20));
    auto closed = file;
    closed.id = CaseFileId(ids.next());
    closed.reference = "ASB-26-00002";
    closed.address = home.id;
    auto neighbour = home;
    neighbour.id = AddressId(ids.next());
    neighbour.line = "4 Mill Lane";
    auto elsewhere = home;
    elsewhere.id = AddressId(ids.next());
    elsewhere.postcode = "MK9 9ZZ";
    int number = 0;
    write([&](sql::Write& tx) {
        places::insert(tx, neighbour);
        places::insert(tx, elsewhere);
        cases::insert(tx, closed);
        auto const report = [&](AddressId address, Date on) {
            domain::reports::Report one;
            one.id = ReportId(ids.next());
            one.reference = "R-26-0000" + std::to_string(++number);
            one.channel = "online";
            one.received_at = london_midnight(on);
            one.received_on = on;
            one.first_contact_by = on;
            one.address = address;
            one.category = "noise";
            EXPECT_TRUE(reports::insert(tx, one));
        };
        for (int day : {2, 3, 4}) report(neighbour.id, june(day));
        report(home.id, june(5));
        report(elsewhere.id, june(3));
        report(neighbour.id, june(1));  // the day before it begins
        report(neighbour.id, june(8));
        report(neighbour.id, june(11));  // the day after it ends
        for (auto const method : {domain::contacts::Method::visit, domain::contacts::Method::telephone}) {
            domain::contacts::Contact contact;
            contact.id = ContactId(ids.next());
            contact.case_file = closed.id;
            contact.made_on = june(6);
            contact.method = method;
            contact.summary = "All well";
            contact.recorded_at = clock.now();
            contacts::insert(tx, contact);
        }
        return true;
    });
    auto const counts = read([&](sql::Read& tx) { return respite::count(tx, closed.id, times); });
    EXPECT_EQ(counts[0].reports, 3);
    EXPECT_EQ(counts[1].reports, 1);
    EXPECT_EQ(counts[2].reports, 1);
    EXPECT_EQ(counts[0].visits, 0);
    EXPECT_EQ(counts[1].visits, 1) << "a telephone call is no visit";
    EXPECT_EQ(counts[2].comments, 0);
}

DOORSTEP_ON_BOTH_DATABASES(OrderPlaces);

}  // namespace
}  // namespace doorstep::storage
