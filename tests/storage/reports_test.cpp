#include "storage/reports.h"

#include "domain/accounts/account.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/references.h"
#include "storage/storage_test.h"

namespace doorstep {
namespace {

using domain::access::Role;
using domain::access::Viewer;
using domain::reports::EffectOn;
using domain::reports::Motive;
using domain::reports::Report;
using domain::reports::State;
using domain::reports::ToldWho;
using storage::reports::Queue;
using storage::sql::Read;
using storage::sql::Write;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(int day) { return *Date::of(2026, 6, day); }

class Reports : public test::OnBothDatabases {
  protected:
    FixedClock clock{london_instant(day(10), {10, 0})};
    SeededIdSource ids{clock, 1};

    template <class Id>
    Id new_id() {
        return Id(ids.next());
    }

    Report a_report() {
        Report report;
        report.id = new_id<ReportId>();
        report.reference = domain::reports::report_reference(2026, ++made_);
        report.channel = "online";
        report.received_at = clock.now();
        report.received_on = clock.today();
        report.first_contact_by = day(17);
        report.what_happened = "Loud music until 4am";
        report.category = "noise";
        report.categories = {"noise"};
        return report;
    }
    Report insert(Report report) {
        EXPECT_TRUE(database().write([&](Write& tx) { return storage::reports::insert(tx, report); }));
        return report;
    }
    std::optional<Report> stored(ReportId id) {
        return database().read([&](Read& tx) { return storage::reports::find(tx, id); });
    }
    AccountId an_account(Role role) {
        domain::accounts::Account account;
        account.id = new_id<AccountId>();
        account.email = std::string(account.id.text()) + "@elmfield.example";
        account.roles.add(role);
        database().write([&](Write& tx) { storage::accounts::insert(tx, account, clock.now()); });
        return account.id;
    }
    Viewer viewer(Role role) {
        Viewer viewer;
        viewer.account = an_account(role);
        viewer.roles.add(role);
        return viewer;
    }
    AddressId an_address(std::string const& line) {
        auto const id = new_id<AddressId>();
        database().run_script(
            "INSERT INTO address (id, line, town, postcode, search_line, kind, is_ours, tenure, "
            "position_accuracy) VALUES ('" +
            std::string(id.text()) + "', '" + line +
            "', 'Milton Keynes', 'MK9 3XS', '', 'home', TRUE, '', 'none')");
        return id;
    }
    CaseFileId a_case(bool restricted) {
        domain::cases::CaseFile file;
        file.id = new_id<CaseFileId>();
        file.reference = "ASB-26-" + std::string(file.id.text()).substr(24);
        file.restricted = restricted;
        database().write([&](Write& tx) { storage::cases::insert(tx, file); });
        return file.id;
    }
    std::vector<std::string> waiting(Viewer const& viewer, Queue queue = Queue::everything) {
        return database().read([&](Read& tx) {
            auto const scope = storage::reports::report_scope(viewer);
            std::vector<std::string> references;
            for (auto const& listed : storage::reports::waiting(tx, scope, queue, 25, 0))
                references.push_back(listed.report.reference);
            EXPECT_EQ(storage::reports::count_waiting(tx, scope, queue), static_cast<int>(references.size()));
            return references;
        });
    }

  private:
    int made_ = 0;
};

TEST_P(Reports, are_found_with_the_words_behind_their_ids_only_within_the_scope) {
    auto report = a_report();
    report.address = an_address("4 Mill Lane");
    report.categories = {"noise", "drugs"};
    report.earlier = {{.told = ToldWho::police, .told_on = day(2), .reference = "CR/1"}};
    insert(report);
    auto restricted = a_report();
    restricted.high_profile = true;
    restricted.received_on = day(11);
    insert(restricted);
    auto const officer = storage::reports::report_scope(viewer(Role::asb_officer));
    auto const manager = storage::reports::report_scope(viewer(Role::asb_manager));
    database().read([&](Read& tx) {
        auto const found = storage::reports::find_listed(tx, report.id, officer);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->address_line, "4 Mill Lane, MK9 3XS");
        EXPECT_THAT(found->report.categories, ElementsAre("noise", "drugs"));
        EXPECT_EQ(found->report.earlier.size(), 1U);
        auto const shortly = storage::reports::find_listed_shortly(tx, report.id, officer);
        ASSERT_TRUE(shortly);
        EXPECT_THAT(shortly->report.categories, IsEmpty());
        EXPECT_FALSE(storage::reports::find_listed(tx, restricted.id, officer));
        EXPECT_TRUE(storage::reports::find_listed(tx, restricted.id, manager));
        EXPECT_EQ(storage::reports::last_arrival(tx, officer), report.received_at);
    });
}

TEST_P(Reports, have_no_last_arrival_before_the_first) {
    auto const officer = storage::reports::report_scope(viewer(Role::asb_officer));
    EXPECT_FALSE(database().read([&](Read& tx) { return storage::reports::last_arrival(tx, officer); }));
}

TEST_P(Reports, keep_everything_that_was_told) {
    auto report = a_report();
    report.language = "cy";
    report.taken_by = an_account(Role::asb_officer);
    report.in_danger = report.self_harm = report.hate = report.high_profile = report.anonymous =
        report.taken_as_high = true;
    report.who_for = domain::reports::WhoFor::someone_else;
    report.consent = domain::reports::Consent::no;
    report.reporter_name = "Siân O’Neill";
    report.reporter_address = "7 Acre Court";
    report.address = an_address("4 Mill Lane");
    report.place_text = "by the bins";
    report.postcode = "MK9 3XS";
    report.happened_on = day(9);
    report.happened_about = "about 11pm most nights";
    report.still_happening = domain::reports::StillHappening::yes;
    report.how_often = domain::reports::HowOften::most_nights;
    report.what_happened = "<script>alert('it''s \"loud\"')</script>\nSŵn 🎺";
    report.people_known = domain::reports::PeopleKnown::seen;
    report.people_text = "two of them";
    report.effect = domain::reports::Effect::a_lot;
    report.effect_text = "I cannot sleep";
    report.effect_on = {EffectOn::sleep, EffectOn::children};
    report.motives = {Motive::race, Motive::age};
    report.wish = "For it to stop";
    report.category = "harassment";
    report.categories = {"harassment", "drugs", "noise"};
    report.earlier = {{.told = ToldWho::police, .told_on = day(1), .reference = "45/12"},
                      {.told = ToldWho::us, .told_on = {}, .reference = ""}};
    report.idempotency_key = "key";
    report.import_source = "old";
    report.import_key = "17";
    insert(report);

    auto const found = *stored(report.id);
    EXPECT_EQ(found.reference, report.reference);
    EXPECT_EQ(found.language, "cy");
    EXPECT_EQ(found.received_at, report.received_at);
    EXPECT_EQ(found.received_on, report.received_on);
    EXPECT_EQ(found.taken_by, report.taken_by);
    EXPECT_EQ(found.first_contact_by, report.first_contact_by);
    EXPECT_TRUE(found.in_danger && found.self_harm && found.hate && found.high_profile && found.anonymous &&
                found.taken_as_high);
    EXPECT_EQ(found.who_for, report.who_for);
    EXPECT_EQ(found.consent, report.consent);
    EXPECT_EQ(found.reporter_name, report.reporter_name);
    EXPECT_EQ(found.reporter_address, report.reporter_address);
    EXPECT_EQ(found.address, report.address);
    EXPECT_EQ(found.place_text, report.place_text);
    EXPECT_EQ(found.happened_on, report.happened_on);
    EXPECT_EQ(found.happened_about, report.happened_about);
    EXPECT_EQ(found.still_happening, report.still_happening);
    EXPECT_EQ(found.how_often, report.how_often);
    EXPECT_EQ(found.what_happened, report.what_happened);
    EXPECT_EQ(found.people_known, report.people_known);
    EXPECT_EQ(found.people_text, report.people_text);
    EXPECT_EQ(found.effect, report.effect);
    EXPECT_EQ(found.effect_text, report.effect_text);
    EXPECT_EQ(found.effect_on, report.effect_on);
    EXPECT_EQ(found.motives, report.motives);
    EXPECT_EQ(found.wish, report.wish);
    EXPECT_EQ(found.category, "harassment");
    EXPECT_THAT(found.categories, ElementsAre("harassment", "drugs", "noise"));
    EXPECT_EQ(found.earlier, report.earlier);
    EXPECT_EQ(found.idempotency_key, "key");
}

TEST_P(Reports, are_found_by_reference_by_key_and_by_their_row_in_another_system) {
    auto report = a_report();
    report.idempotency_key = "press";
    report.import_source = "old";
    report.import_key = "17";
    insert(report);
    database().read([&](Read& tx) {
        EXPECT_EQ(storage::reports::find_by_reference(tx, report.reference)->id, report.id);
        EXPECT_EQ(storage::reports::find_by_idempotency_key(tx, "press")->id, report.id);
        EXPECT_EQ(storage::reports::find_imported(tx, "old", "17")->id, report.id);
        EXPECT_FALSE(storage::reports::find_by_reference(tx, "R-26-99999"));
        EXPECT_FALSE(storage::reports::find_imported(tx, "other", "17"));
        return 0;
    });
}

TEST_P(Reports, of_the_same_press_or_imported_row_are_one) {
    auto first = a_report();
    first.idempotency_key = "press";
    insert(first);
    auto second = a_report();
    second.idempotency_key = "press";
    EXPECT_FALSE(database().write([&](Write& tx) { return storage::reports::insert(tx, second); }));

    auto imported = a_report();
    imported.import_source = "old";
    imported.import_key = "17";
    insert(imported);
    auto again = a_report();
    again.import_source = "old";
    again.import_key = "17";
    EXPECT_FALSE(database().write([&](Write& tx) { return storage::reports::insert(tx, again); }));
    EXPECT_FALSE(stored(second.id));
}

TEST_P(Reports, change_their_state_only_from_the_newest_version) {
    auto report = insert(a_report());
    auto stale = report;
    report.state = State::being_looked_at;
    report.looked_at_by = an_account(Role::asb_officer);
    report.looked_at_at = clock.now();
    EXPECT_TRUE(database().write([&](Write& tx) { return storage::reports::update(tx, report); }));
    EXPECT_EQ(report.version, 2);
    EXPECT_EQ(stored(report.id)->state, State::being_looked_at);
    EXPECT_EQ(stored(report.id)->looked_at_by, report.looked_at_by);

    stale.state = State::withdrawn;
    EXPECT_FALSE(database().write([&](Write& tx) { return storage::reports::update(tx, stale); }));
    EXPECT_EQ(stored(report.id)->state, State::being_looked_at);
}

TEST_P(Reports, wait_by_danger_then_self_harm_then_high_risk_then_the_clock) {
    auto later = a_report();
    later.first_contact_by = day(18);
    insert(later);
    auto sooner = insert(a_report());
    auto self_harm = a_report();
    self_harm.self_harm = true;
    insert(self_harm);
    auto danger = a_report();
    danger.in_danger = true;
    danger.first_contact_by = day(19);
    insert(danger);
    auto violence = a_report();
    violence.taken_as_high = true;
    violence.first_contact_by = day(19);
    insert(violence);
    auto settled = a_report();
    settled.state = State::signposted;
    insert(settled);
    EXPECT_THAT(waiting(viewer(Role::asb_manager)),
                ElementsAre(danger.reference, self_harm.reference, violence.reference, sooner.reference,
                            later.reference));
}

TEST_P(Reports, of_the_restricted_queue_wait_only_for_those_with_leave_to_see_it) {
    auto const ordinary = insert(a_report());
    auto restricted = a_report();
    restricted.high_profile = true;
    insert(restricted);
    auto const officer = viewer(Role::asb_officer);
    auto const manager = viewer(Role::asb_manager);
    EXPECT_THAT(waiting(officer), ElementsAre(ordinary.reference));
    EXPECT_THAT(waiting(officer, Queue::restricted), IsEmpty());
    EXPECT_THAT(waiting(manager), ElementsAre(ordinary.reference, restricted.reference));
    EXPECT_THAT(waiting(manager, Queue::restricted), ElementsAre(restricted.reference));
    EXPECT_THAT(waiting(manager, Queue::ordinary), ElementsAre(ordinary.reference));
    database().read([&](Read& tx) {
        auto const scope = storage::reports::report_scope(officer);
        EXPECT_TRUE(storage::reports::may_see(tx, ordinary.id, scope));
        EXPECT_FALSE(storage::reports::may_see(tx, restricted.id, scope));
        return 0;
    });
}

TEST_P(Reports, of_a_restricted_case_are_not_found_by_their_address) {
    auto const address = an_address("4 Mill Lane");
    auto open = a_report();
    open.address = address;
    open.postcode = "MK9 3XS";
    open.case_file = a_case(false);
    insert(open);
    auto hidden = a_report();
    hidden.address = address;
    hidden.postcode = "MK9 3XS";
    hidden.case_file = a_case(true);
    insert(hidden);
    auto elsewhere = a_report();
    insert(elsewhere);
    auto const scope = storage::reports::report_scope(viewer(Role::asb_officer));
    database().read([&](Read& tx) {
        auto const here = storage::reports::of_address(tx, scope, address, {}, 25);
        EXPECT_EQ(here.size(), 1U);
        EXPECT_EQ(here.at(0).report.reference, open.reference);
        EXPECT_EQ(here.at(0).address_line, "4 Mill Lane, MK9 3XS");
        EXPECT_FALSE(here.at(0).case_reference.empty());
        EXPECT_EQ(storage::reports::of_postcode(tx, scope, "MK9 3XS", {}, 25).size(), 1U);
        EXPECT_THAT(storage::reports::of_address(tx, scope, address, open.id, 25), IsEmpty());
        EXPECT_EQ(storage::reports::of_case(tx, *hidden.case_file).size(), 1U);
        return 0;
    });
}

TEST_P(Reports, of_one_person_are_listed_newest_first) {
    auto const person = new_id<PersonId>();
    database().run_script(
        "INSERT INTO person (id, name, sort_name, address_text, telephone, email, created_at, version) "
        "VALUES ('" +
        std::string(person.text()) + "', 'Ana Silva', 'ana silva', '', '', '', 0, 1)");
    auto older = a_report();
    older.reporter = person;
    older.received_on = day(1);
    insert(older);
    auto newer = a_report();
    newer.reporter = person;
    insert(newer);
    database().read([&](Read& tx) {
        auto const scope = storage::reports::report_scope(viewer(Role::asb_officer));
        auto const found = storage::reports::of_reporter(tx, scope, person, {}, 25);
        EXPECT_EQ(found.size(), 2U);
        EXPECT_EQ(found.at(0).report.id, newer.id);
        return 0;
    });
}

TEST_P(Reports, have_their_kinds_read_for_many_at_once) {
    auto two = a_report();
    two.categories = {"noise", "drugs"};
    insert(two);
    auto const one = insert(a_report());
    auto const kinds = database().read([&](Read& tx) {
        return storage::reports::kinds_of(tx, {two.id, one.id});
    });
    EXPECT_THAT(kinds.at(two.id), ElementsAre("drugs", "noise"));
    EXPECT_THAT(kinds.at(one.id), ElementsAre("noise"));
}

TEST_P(Reports, take_their_numbers_one_after_the_other_by_year_and_kind) {
    database().write([](Write& tx) {
        EXPECT_EQ(storage::references::next_number(tx, "report", 2026), 1);
        EXPECT_EQ(storage::references::next_number(tx, "report", 2026), 2);
        EXPECT_EQ(storage::references::next_number(tx, "report", 2027), 1);
        EXPECT_EQ(storage::references::next_number(tx, "case", 2026), 1);
    });
    database().write([](Write& tx) -> Expected<Done> {
        EXPECT_EQ(storage::references::next_number(tx, "report", 2026), 3);
        return refuse(RefusalKind::invalid, "given-up", "Given up");
    });
    database().write([](Write& tx) { EXPECT_EQ(storage::references::next_number(tx, "report", 2026), 3); });
}

DOORSTEP_ON_BOTH_DATABASES(Reports);

}  // namespace
}  // namespace doorstep
