#include "storage/case_scope.h"

#include "storage/accounts.h"
#include "storage/case_access.h"
#include "storage/case_links.h"
#include "storage/case_overview.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/storage_test.h"
#include "storage/work_items.h"

namespace doorstep::storage {
namespace {

using domain::access::Action;
using domain::access::Role;

sql::Query const select_visible{
    "test.case_scope.visible",
    "SELECT c.reference FROM case_file c WHERE " + std::string(visible_case) + " ORDER BY c.reference"};
sql::Query const name_on_case{"test.case_scope.name", R"sql(
    INSERT INTO case_access (case_file_id, account_id, granted_by, reason, granted_at)
    VALUES (:case_file, :account, NULL, '', 0)
)sql"};
sql::Query const declare_conflict{"test.case_scope.conflict", R"sql(
    INSERT INTO case_conflict (case_file_id, account_id, reason, declared_by, declared_at)
    VALUES (:case_file, :account, '', NULL, 0)
)sql"};

/// Cases of every kind, and people of every kind who look at them.
class CaseScopes : public test::OnBothDatabases {
  protected:
    std::string uuid(int number) {
        auto digits = std::to_string(number);
        return "018f4e6a-7b1c-7d2e-8f30-" + std::string(12 - digits.size(), '0') + digits;
    }
    domain::accounts::Account account(Role role) {
        domain::accounts::Account made;
        made.id = *AccountId::parse(uuid(++made_));
        made.name = "Account " + std::to_string(made_);
        made.email = made.name + "@elmfield.example";
        made.roles.add(role);
        database().write([&](sql::Write& tx) { accounts::insert(tx, made, Instant()); });
        return made;
    }
    CaseFileId open_case(std::string reference, std::optional<AccountId> owner = {},
                         std::optional<AccountId> housing_officer = {}, bool restricted = false) {
        domain::cases::CaseFile file;
        file.id = *CaseFileId::parse(uuid(++made_));
        file.reference = std::move(reference);
        file.title = "Loud music, Acre Court";
        file.owner = owner;
        file.housing_officer = housing_officer;
        file.restricted = restricted;
        database().write([&](sql::Write& tx) { cases::insert(tx, file); });
        return file.id;
    }
    void put(sql::Query const& query, CaseFileId file, AccountId account) {
        database().write([&](sql::Write& tx) { tx.run(query, {{"case_file", file}, {"account", account}}); });
    }
    std::vector<std::string> seen_by(domain::access::Viewer const& viewer) {
        auto const scope = case_scope(viewer, Action::see_case);
        std::vector<sql::Parameter> parameters;
        add_scope(parameters, scope);
        return database().read(
            [&](sql::Read& tx) { return tx.values<std::string>(select_visible, parameters); });
    }
    std::vector<std::string> seen_by(domain::accounts::Account const& account) {
        return seen_by(account.viewer(domain::access::Door::web));
    }

  private:
    int made_ = 0;
};
DOORSTEP_ON_BOTH_DATABASES(CaseScopes);

using References = std::vector<std::string>;

TEST_P(CaseScopes, show_an_officer_every_case_that_is_not_restricted) {
    open_case("A");
    open_case("B", {}, {}, true);
    EXPECT_EQ(seen_by(account(Role::asb_officer)), References{"A"});
}

TEST_P(CaseScopes, show_a_restricted_case_to_those_named_and_not_to_its_owner_unless_named) {
    auto const owner = account(Role::asb_officer);
    auto const named = account(Role::asb_officer);
    auto const file = open_case("A", owner.id, {}, true);
    for (int times = 0; times < 2; ++times)
        database().write([&](sql::Write& tx) {
            case_access::name(tx, file,
                              {.account = named.id,
                               .name = {},
                               .reason = "Covers for the owner",
                               .by = owner.id,
                               .by_name = {},
                               .at = Instant()});
        });
    EXPECT_EQ(seen_by(named), References{"A"});
    EXPECT_EQ(seen_by(owner), References{});
    EXPECT_EQ(seen_by(account(Role::asb_manager)), References{});
}

TEST_P(CaseScopes, show_a_case_for_a_stretch_of_days_up_to_its_last) {
    auto const named = account(Role::asb_officer);
    auto const involved = account(Role::housing_officer);
    auto const restricted = open_case("A", {}, {}, true);
    auto const other = open_case("B");
    auto const last = *Date::of(2026, 6, 20);
    auto const name = [&](CaseFileId file, AccountId who, std::optional<Date> until) {
        return database().write([&](sql::Write& tx) {
            return case_access::name(tx, file,
                                     {.account = who,
                                      .name = {},
                                      .reason = "Covers for the owner",
                                      .by = {},
                                      .by_name = {},
                                      .at = Instant(),
                                      .until_on = until});
        });
    };
    EXPECT_TRUE(name(restricted, named.id, last));
    EXPECT_TRUE(name(other, involved.id, last));
    auto const on = [&](domain::accounts::Account const& who, Date day) {
        auto viewer = who.viewer(domain::access::Door::web);
        viewer.today = day;
        return seen_by(viewer);
    };
    EXPECT_EQ(on(named, last), (References{"A", "B"}));
    EXPECT_EQ(on(named, last.plus_days(1)), References{"B"});
    EXPECT_EQ(on(involved, last), References{"B"});
    EXPECT_EQ(on(involved, last.plus_days(1)), References{});
    EXPECT_EQ(seen_by(involved), References{}) << "whoever does not say the day sees nothing that ends";

    EXPECT_TRUE(name(restricted, named.id, std::nullopt)) << "without an end now";
    EXPECT_FALSE(name(restricted, named.id, last)) << "and never shorter again";
    EXPECT_EQ(on(named, last.plus_days(1)), (References{"A", "B"}));
}

TEST_P(CaseScopes, hide_a_case_from_whoever_has_a_conflict_of_interest_even_when_named_or_its_owner) {
    auto const officer = account(Role::asb_officer);
    auto const manager = account(Role::asb_manager);
    auto const file = open_case("A", officer.id, {}, true);
    for (auto const& one : {officer, manager}) {
        put(name_on_case, file, one.id);
        put(declare_conflict, file, one.id);
        EXPECT_EQ(seen_by(one), References{});
    }
}

TEST_P(CaseScopes, show_a_housing_officer_only_the_cases_they_are_involved_in) {
    auto const officer = account(Role::housing_officer);
    open_case("A");
    open_case("B", {}, officer.id);
    open_case("C", officer.id);
    put(name_on_case, open_case("D"), officer.id);
    open_case("E", {}, officer.id, true);
    EXPECT_EQ(seen_by(officer), (References{"B", "C", "D"}));
}

TEST_P(CaseScopes, show_those_without_a_role_for_cases_none_even_when_a_case_names_them) {
    for (auto const role : {Role::partner, Role::board_member, Role::tenant_member, Role::administrator})
        EXPECT_EQ(case_scope(account(role).viewer(domain::access::Door::web), Action::see_case).sees_all,
                  false);
}

TEST_P(CaseScopes, show_the_program_itself_everything) {
    open_case("A", {}, {}, true);
    EXPECT_EQ(seen_by(domain::access::Viewer::system(domain::access::Door::job)), References{"A"});
}

TEST_P(CaseScopes, lie_beneath_the_links_of_a_case) {
    auto const officer = account(Role::asb_officer);
    auto const file = open_case("A");
    auto const open = open_case("B");
    auto const hidden = open_case("C", {}, {}, true);
    auto const conflicted = open_case("D");
    put(declare_conflict, conflicted, officer.id);
    database().write([&](sql::Write& tx) {
        using cases::LinkKind;
        for (auto const other : {open, hidden, conflicted})
            EXPECT_TRUE(cases::insert_link(
                tx, {.one = other,
                     .other = file,
                     .kind = other == open ? LinkKind::related : LinkKind::counter_allegation,
                     .reason = "",
                     .linked_by = officer.id,
                     .linked_at = Instant()}));
        EXPECT_FALSE(cases::insert_link(tx, {.one = file,
                                             .other = open,
                                             .kind = LinkKind::same_incident,
                                             .reason = "",
                                             .linked_by = {},
                                             .linked_at = Instant()}))
            << "the same pair the other way round";
    });
    auto const links = [&](domain::access::Viewer const& viewer) {
        References found;
        database().read([&](sql::Read& tx) {
            for (auto const& link : cases::visible_links(tx, file, case_scope(viewer, Action::see_case)))
                found.push_back(link.reference);
        });
        return found;
    };
    EXPECT_EQ(links(officer.viewer(domain::access::Door::web)), References{"B"});
    EXPECT_EQ(links(domain::access::Viewer::system(domain::access::Door::job)), (References{"C", "D", "B"}));
    EXPECT_TRUE(database().write([&](sql::Write& tx) { return cases::remove_link(tx, file, open); }));
    EXPECT_FALSE(database().write([&](sql::Write& tx) { return cases::remove_link(tx, open, file); }));
}

TEST_P(CaseScopes, leave_the_facts_of_an_overview_to_whoever_opened_the_case) {
    auto const officer = account(Role::asb_officer);
    auto const file = open_case("A", officer.id);
    domain::people::CasePerson person;
    person.id = *CasePersonId::parse(uuid(900));
    person.case_file = file;
    person.description = "A man with a red coat";
    database().write([&](sql::Write& tx) {
        people::insert(tx, person);
        work_items::put(tx,
                        {.id = *WorkItemId::parse(uuid(901)),
                         .account = officer.id,
                         .kind = domain::work::Kind::contact,
                         .case_file = file,
                         .report = {},
                         .subject = std::string(person.id.text()),
                         .due_on = *Date::of(2026, 6, 10),
                         .high_risk = false},
                        Instant());
    });
    database().read([&](sql::Read& tx) {
        auto const facts = cases::overview_facts(tx, file, Instant{});
        EXPECT_EQ(facts.labels.owner_name, officer.name);
        EXPECT_EQ(facts.counts.people, 1);
        EXPECT_EQ(cases::section_counts(tx, file).people, 1);
        EXPECT_EQ(
            facts.counts.incidents + facts.counts.files + facts.counts.actions + facts.counts.assessments, 0);
        auto const listed = work_items::listed_of_case(tx, file);
        ASSERT_EQ(listed.size(), 1U);
        EXPECT_EQ(listed[0].about, "A man with a red coat");
        EXPECT_EQ(listed[0].owner_name, officer.name);
        auto const people = people::people_of_case(tx, file);
        ASSERT_EQ(people.size(), 1U);
        EXPECT_FALSE(people[0].person || people[0].safe_contact);
        EXPECT_TRUE(cases::partners(tx, file).empty());
        EXPECT_TRUE(cases::complaints(tx, file).empty());
    });
}

}  // namespace
}  // namespace doorstep::storage
