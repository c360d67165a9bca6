#include "storage/case_list.h"
#include "storage/contacts.h"
#include "storage/interventions.h"
#include "storage/on_a_case.h"
#include "storage/qualifications.h"
#include "storage/saved_views.h"
#include "storage/search.h"

namespace doorstep::storage {
namespace {

class OwnRecords : public test::OnACase {};

TEST_P(OwnRecords, keep_views_by_account_and_name) {
    auto const put = [&](AccountId account, std::string name, std::string query) {
        write([&](sql::Write& tx) {
            saved_views::put(tx, {.id = std::string(ids.next().text()),
                                  .account = account,
                                  .name = std::move(name),
                                  .query = std::move(query),
                                  .saved_at = clock.now()});
        });
    };
    auto const of = [&](AccountId account) {
        return read([&](sql::Read& tx) { return saved_views::of_account(tx, account); });
    };
    put(officer.id, "Late", "clock=any");
    put(officer.id, "High", "risk=high");
    put(manager.id, "Late", "clock=plan");
    put(officer.id, "Late", "clock=contact");
    ASSERT_EQ(of(officer.id).size(), 2U);
    EXPECT_EQ(of(officer.id)[1].query, "clock=contact");
    auto const id = of(manager.id).front().id;
    EXPECT_FALSE(write([&](sql::Write& tx) { return saved_views::remove(tx, officer.id, id); }));
    EXPECT_TRUE(write([&](sql::Write& tx) { return saved_views::remove(tx, manager.id, id); }));
    EXPECT_TRUE(of(manager.id).empty());
}

TEST_P(OwnRecords, keep_qualifications_and_notice_another_change) {
    domain::accounts::Qualification one;
    one.id = std::string(ids.next().text());
    one.account = officer.id;
    one.title = "Level 4 certificate";
    one.held_from = june(1);
    one.recorded_by = manager.id;
    one.recorded_at = clock.now();
    write([&](sql::Write& tx) { qualifications::insert(tx, one); });
    one.state = domain::accounts::QualificationState::lapsed;
    one.expires_on = june(9);
    one.evidence = "Personnel file";
    EXPECT_TRUE(write([&](sql::Write& tx) { return qualifications::update(tx, one); }));
    EXPECT_FALSE(write([&](sql::Write& tx) { return qualifications::update(tx, one); }));
    auto const found = read([&](sql::Read& tx) { return qualifications::find(tx, one.id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->state, domain::accounts::QualificationState::lapsed);
    EXPECT_EQ(found->held_from, june(1));
    EXPECT_EQ(found->expires_on, june(9));
    EXPECT_EQ(found->evidence, "Personnel file");
    EXPECT_EQ(found->version, 2);
    EXPECT_EQ(read([&](sql::Read& tx) { return qualifications::of_account(tx, officer.id).size(); }), 1U);
    EXPECT_TRUE(read([&](sql::Read& tx) { return qualifications::of_account(tx, manager.id).empty(); }));
}

TEST_P(OwnRecords, list_cases_by_the_service_they_were_referred_to) {
    interventions::Intervention step;
    step.id = InterventionId(ids.next());
    step.case_file = file.id;
    step.code = "referral-mental-health";
    step.used_on = june(2);
    step.referred_to = "Northgate <team>";
    step.recorded_at = clock.now();
    write([&](sql::Write& tx) { interventions::insert(tx, step); });
    CaseScope const scope{
        .sees_everything = false, .sees_all = true, .viewer = std::string(officer.id.text())};
    EXPECT_EQ(read([&](sql::Read& tx) { return case_list::partners(tx, scope); }),
              std::vector<std::string>{"Northgate <team>"});
    case_list::Filter filter;
    filter.today = june(10);
    filter.partner = "Northgate <team>";
    EXPECT_EQ(read([&](sql::Read& tx) { return case_list::count(tx, scope, filter, 10); }), 1);
    filter.partner = "Northgate";
    EXPECT_EQ(read([&](sql::Read& tx) { return case_list::list(tx, scope, filter, {}).size(); }), 0U);
}

TEST_P(OwnRecords, gather_the_words_that_were_said_on_a_case) {
    domain::contacts::Contact contact;
    contact.id = ContactId(ids.next());
    contact.case_file = file.id;
    contact.person = ana.id;
    contact.made_on = june(3);
    contact.summary = "We spoke about the drums";
    contact.recorded_at = clock.now();
    write([&](sql::Write& tx) { contacts::insert(tx, contact); });
    auto const words = read([&](sql::Read& tx) { return search::words_said_on(tx, file.id); });
    EXPECT_NE(words.find("drums"), std::string::npos);
}

DOORSTEP_ON_BOTH_DATABASES(OwnRecords);

}  // namespace
}  // namespace doorstep::storage
