#include "domain/events/detail.h"
#include "domain/events/kinds.h"
#include "storage/case_list.h"
#include "storage/contacts.h"
#include "storage/events.h"
#include "storage/interventions.h"
#include "storage/on_a_case.h"
#include "storage/qualifications.h"
#include "storage/saved_views.h"
#include "storage/search.h"
#include "storage/work_items.h"

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

TEST_P(OwnRecords, gather_the_words_of_notes_as_they_were_typed) {
    write([&](sql::Write& tx) {
        for (auto const* note : {"A \"quoted\" trumpet\nat dawn", "Bagpipes"}) {
            auto const detail = domain::events::Detail().personal("note", note).json();
            events::append(tx, {events::ChainKind::case_file, std::string(file.id.text())},
                           {.at = clock.now(),
                            .kind = domain::events::note_added.name,
                            .actor = officer.id,
                            .actor_name = officer.name,
                            .door = domain::access::Door::web,
                            .subject = std::string(file.id.text()),
                            .detail = detail});
        }
    });
    auto const words = read([&](sql::Read& tx) { return search::words_said_on(tx, file.id); });
    EXPECT_NE(words.find("A \"quoted\" trumpet\nat dawn"), std::string::npos) << words;
    EXPECT_NE(words.find("Bagpipes"), std::string::npos);
}

TEST_P(OwnRecords, know_the_oldest_message_that_no_conversation_followed) {
    using domain::contacts::Result;
    auto const put = [&](int day, Result result) {
        domain::contacts::Contact contact;
        contact.id = ContactId(ids.next());
        contact.case_file = file.id;
        contact.person = ana.id;
        contact.made_on = june(day);
        contact.result = result;
        contact.summary = "-";
        clock.set(clock.now().plus_seconds(60));
        contact.recorded_at = clock.now();
        write([&](sql::Write& tx) { contacts::insert(tx, contact); });
    };
    auto const since = [&] {
        return read([&](sql::Read& tx) { return contacts::unanswered_since(tx, ana.id); });
    };
    EXPECT_FALSE(since());
    put(3, Result::message_received);
    put(5, Result::message_received);
    put(6, Result::attempt);
    EXPECT_EQ(since(), june(3));
    put(4, Result::conversation);
    EXPECT_EQ(since(), june(5));
    put(5, Result::conversation);
    EXPECT_FALSE(since()) << "on the same day, written down later";
    put(5, Result::message_received);
    EXPECT_EQ(since(), june(5)) << "on the same day, after the conversation";
    EXPECT_FALSE(read([&](sql::Read& tx) { return contacts::unanswered_since(tx, ben.id); }));
}

TEST_P(OwnRecords, know_whose_an_open_item_is) {
    auto const subject = std::string(file.id.text());
    auto const whose = [&] {
        return read([&](sql::Read& tx) {
            return work_items::account_of(tx, domain::work::Kind::tell_them, subject);
        });
    };
    EXPECT_FALSE(whose());
    write([&](sql::Write& tx) {
        work_items::put(tx,
                        {.id = WorkItemId(ids.next()),
                         .account = officer.id,
                         .kind = domain::work::Kind::tell_them,
                         .case_file = file.id,
                         .report = {},
                         .subject = subject,
                         .due_on = june(10)},
                        clock.now());
    });
    EXPECT_EQ(whose(), officer.id);
    write([&](sql::Write& tx) {
        work_items::give_of_report(tx, ReportId(ids.next()), manager.id);
        work_items::finish(tx, domain::work::Kind::tell_them, subject, clock.now());
    });
    EXPECT_FALSE(whose());
}

DOORSTEP_ON_BOTH_DATABASES(OwnRecords);

}  // namespace
}  // namespace doorstep::storage
