#include "storage/accounts.h"

#include "storage/sessions.h"
#include "storage/storage_test.h"
#include "storage/teams.h"

namespace doorstep {
namespace {

using domain::access::Role;
using domain::accounts::Account;
using domain::accounts::State;
using domain::accounts::Team;
using storage::accounts::AccountFilter;
using storage::sql::Read;
using storage::sql::Write;
using ::testing::ElementsAre;

class Accounts : public test::OnBothDatabases {
  protected:
    FixedClock clock{london_instant(*Date::of(2026, 6, 10), {10, 0})};
    SeededIdSource ids{clock, 1};

    Account add(std::string const& name, std::string const& email, std::initializer_list<Role> roles,
                std::optional<TeamId> team = {}) {
        Account account;
        account.id = AccountId(ids.next());
        account.name = name;
        account.email = email;
        account.team = team;
        for (auto const role : roles) account.roles.add(role);
        database().write([&](Write& tx) { storage::accounts::insert(tx, account, clock.now()); });
        return account;
    }
    Account find(AccountId id) {
        return database().read([&](Read& tx) { return *storage::accounts::find(tx, id); });
    }
    std::vector<std::string> names(AccountFilter const& filter, int limit = 25, int offset = 0) {
        return database().read([&](Read& tx) {
            std::vector<std::string> found;
            for (auto const& account : storage::accounts::page(tx, filter, limit, offset))
                found.push_back(account.name);
            return found;
        });
    }
    int count(AccountFilter const& filter) {
        return database().read([&](Read& tx) { return storage::accounts::count(tx, filter); });
    }
};

TEST_P(Accounts, keep_all_that_was_given) {
    Account account;
    account.id = AccountId(ids.next());
    account.name = "Zoë O'Neill";
    account.email = "Zoe.ONeill@elmfield.example";
    account.job_title = "Officer";
    account.telephone = "01632 960 001";
    account.roles.add(Role::asb_officer);
    account.roles.add(Role::administrator);
    account.password_hash = "hash";
    account.must_change_password = true;
    account.second_factor_required = false;
    account.is_demo = true;
    database().write([&](Write& tx) { storage::accounts::insert(tx, account, clock.now()); });
    auto const stored = find(account.id);
    EXPECT_EQ(stored.name, account.name);
    EXPECT_EQ(stored.email, account.email);
    EXPECT_EQ(stored.job_title, account.job_title);
    EXPECT_EQ(stored.telephone, account.telephone);
    EXPECT_EQ(stored.roles, account.roles);
    EXPECT_EQ(stored.password_hash, account.password_hash);
    EXPECT_TRUE(stored.must_change_password && stored.is_demo);
    EXPECT_FALSE(stored.second_factor_required || stored.second_factor_secret || stored.locked_until);
}

TEST_P(Accounts, are_found_by_what_people_type_to_sign_in) {
    auto const dana = add("Dana Okafor", "Dana.Okafor@elmfield.example", {Role::asb_officer});
    auto const found = database().read([&](Read& tx) {
        return storage::accounts::find_by_sign_in_name(tx, "dana okafor elmfield example");
    });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, dana.id);
}

TEST_P(Accounts, change_with_their_roles_unless_somebody_was_first) {
    auto dana = add("Dana Okafor", "dana@elmfield.example", {Role::asb_officer});
    auto stale = dana;
    dana.name = "Dana Adeyemi";
    dana.roles = {Role::asb_manager, Role::administrator};
    dana.state = State::disabled;
    EXPECT_TRUE(database().write([&](Write& tx) { return storage::accounts::update(tx, dana); }));
    EXPECT_FALSE(database().write([&](Write& tx) { return storage::accounts::update(tx, stale); }));
    auto const stored = find(dana.id);
    EXPECT_EQ(stored.name, "Dana Adeyemi");
    EXPECT_EQ(stored.roles, dana.roles);
    EXPECT_EQ(stored.state, State::disabled);
    EXPECT_EQ(stored.version, dana.version);
}

TEST_P(Accounts, are_listed_by_words_role_state_and_team) {
    Team const north{TeamId(ids.next()), "North"};
    database().write([&](Write& tx) { storage::teams::insert(tx, north); });
    add("Zoë O'Neill", "zoe@elmfield.example", {Role::asb_officer, Role::asb_manager}, north.id);
    add("Ana Silva", "ana@elmfield.example", {Role::asb_officer});
    auto huw = add("Huw Pritchard", "huw@partner.example", {Role::partner}, north.id);
    huw.state = State::disabled;
    database().write([&](Write& tx) { storage::accounts::update(tx, huw); });

    EXPECT_THAT(names({}), ElementsAre("Ana Silva", "Huw Pritchard", "Zoë O'Neill"));
    EXPECT_THAT(names({.words = "oneill"}), ElementsAre("Zoë O'Neill"));
    EXPECT_THAT(names({.words = "ZOË"}), ElementsAre("Zoë O'Neill"));
    EXPECT_THAT(names({.words = "elmfield"}), ElementsAre("Ana Silva", "Zoë O'Neill"));
    EXPECT_THAT(names({.words = "%"}), ElementsAre("Ana Silva", "Huw Pritchard", "Zoë O'Neill"));
    EXPECT_THAT(names({.role = Role::asb_officer}), ElementsAre("Ana Silva", "Zoë O'Neill"));
    EXPECT_THAT(names({.state = State::disabled}), ElementsAre("Huw Pritchard"));
    EXPECT_THAT(names({.state = State::active, .team = north.id}), ElementsAre("Zoë O'Neill"));
    EXPECT_EQ(count({}), 3);
    EXPECT_EQ(count({.role = Role::asb_officer}), 2);
    EXPECT_EQ(count({.words = "nobody"}), 0);
}

TEST_P(Accounts, are_listed_a_page_at_a_time_each_with_all_its_roles) {
    for (int n = 10; n < 35; ++n)
        add("Officer " + std::to_string(n), "o" + std::to_string(n) + "@elmfield.example",
            {Role::asb_officer, Role::asb_manager});
    EXPECT_EQ(names({}, 10, 0).size(), 10U);
    EXPECT_EQ(names({}, 10, 20).size(), 5U);
    EXPECT_EQ(names({}, 10, 20).front(), "Officer 30");
    auto const page = database().read([&](Read& tx) { return storage::accounts::page(tx, {}, 1, 3); });
    EXPECT_EQ(page.front().roles, (domain::access::Roles{Role::asb_officer, Role::asb_manager}));
}

TEST_P(Accounts, give_a_recovery_code_once) {
    auto const dana = add("Dana Okafor", "dana@elmfield.example", {});
    database().write([&](Write& tx) {
        storage::accounts::replace_recovery_codes(tx, dana.id, {"one", "two"});
    });
    auto const use = [&](std::string_view code) {
        return database().write(
            [&](Write& tx) { return storage::accounts::use_recovery_code(tx, dana.id, code, clock.now()); });
    };
    auto const left = [&] {
        return database().read([&](Read& tx) { return storage::accounts::recovery_codes_left(tx, dana.id); });
    };
    EXPECT_FALSE(use("three"));
    EXPECT_TRUE(use("one"));
    EXPECT_FALSE(use("one"));
    EXPECT_EQ(left(), 1);
    database().write([&](Write& tx) { storage::accounts::replace_recovery_codes(tx, dana.id, {"four"}); });
    EXPECT_FALSE(use("two"));
    EXPECT_EQ(left(), 1);
}

class Sessions : public Accounts {
  protected:
    storage::sessions::Session open(AccountId account, std::string const& token_hash,
                                    std::int64_t minutes = 60) {
        storage::sessions::Session session{.id = SessionId(ids.next()),
                                           .account = account,
                                           .created_at = clock.now(),
                                           .last_seen_at = clock.now(),
                                           .ends_at = clock.now().plus_seconds(60 * minutes),
                                           .second_factor_done = true};
        database().write([&](Write& tx) { storage::sessions::insert(tx, session, token_hash); });
        return session;
    }
    auto find_session(std::string const& token_hash) {
        return database().read([&](Read& tx) { return storage::sessions::find(tx, token_hash); });
    }
    std::size_t open_of(AccountId account, Instant idle_before) {
        return database().read([&](Read& tx) {
            return storage::sessions::open_of(tx, account, clock.now(), idle_before).size();
        });
    }
};

TEST_P(Sessions, come_with_their_account_and_its_roles) {
    auto const dana = add("Dana Okafor", "dana@elmfield.example", {Role::asb_officer, Role::asb_manager});
    auto const session = open(dana.id, "hash");
    auto const found = find_session("hash");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->session.id, session.id);
    EXPECT_EQ(found->session.account, dana.id);
    EXPECT_EQ(found->session.ends_at, session.ends_at);
    EXPECT_TRUE(found->session.second_factor_done);
    EXPECT_EQ(found->account.roles, dana.roles);
    EXPECT_FALSE(find_session("other"));
}

TEST_P(Sessions, end_once_and_stay_to_be_recognised) {
    auto const dana = add("Dana Okafor", "dana@elmfield.example", {});
    auto const session = open(dana.id, "hash");
    auto const end = [&] {
        database().write([&](Write& tx) { storage::sessions::end(tx, session.id, clock.now()); });
    };
    end();
    auto const ended_at = find_session("hash")->session.ends_at;
    EXPECT_EQ(ended_at, clock.now());
    clock.set(clock.now().plus_seconds(60));
    end();
    EXPECT_EQ(find_session("hash")->session.ends_at, ended_at);
}

TEST_P(Sessions, say_on_what_and_from_where_and_end_one_by_one) {
    auto const dana = add("Dana Okafor", "dana@elmfield.example", {});
    auto const huw = add("Huw Pritchard", "huw@elmfield.example", {});
    storage::sessions::Session session{.id = SessionId(ids.next()),
                                       .account = dana.id,
                                       .created_at = clock.now(),
                                       .last_seen_at = clock.now(),
                                       .ends_at = clock.now().plus_seconds(3600),
                                       .device = "Firefox on Linux",
                                       .from_address = "2001:db8::7"};
    database().write([&](Write& tx) { storage::sessions::insert(tx, session, "hash"); });
    auto const found = find_session("hash");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->session.device, "Firefox on Linux");
    EXPECT_EQ(found->session.from_address, "2001:db8::7");
    auto const end_of = [&](AccountId account) {
        return database().write(
            [&](Write& tx) { return storage::sessions::end_of(tx, account, session.id, clock.now()); });
    };
    EXPECT_FALSE(end_of(huw.id)) << "somebody else's";
    EXPECT_TRUE(end_of(dana.id));
    EXPECT_FALSE(end_of(dana.id)) << "it has ended";
}

TEST_P(Sessions, end_all_together_and_are_counted) {
    auto const dana = add("Dana Okafor", "dana@elmfield.example", {});
    auto const huw = add("Huw Pritchard", "huw@elmfield.example", {});
    open(dana.id, "one");
    open(dana.id, "two");
    open(dana.id, "over", 0);
    open(huw.id, "other");
    EXPECT_EQ(
        database().write([&](Write& tx) { return storage::sessions::end_all_of(tx, dana.id, clock.now()); }),
        2);
    EXPECT_EQ(open_of(dana.id, clock.now().plus_seconds(-60)), 0U);
    EXPECT_EQ(open_of(huw.id, clock.now().plus_seconds(-60)), 1U);
}

TEST_P(Sessions, are_open_while_neither_over_nor_idle) {
    auto const dana = add("Dana Okafor", "dana@elmfield.example", {});
    auto const session = open(dana.id, "one");
    EXPECT_EQ(open_of(dana.id, clock.now()), 0U);  // idle: used last at that moment
    EXPECT_EQ(open_of(dana.id, clock.now().plus_milliseconds(-1)), 1U);
    auto const later = clock.now().plus_seconds(600);
    database().write([&](Write& tx) { storage::sessions::touch(tx, session.id, later); });
    EXPECT_EQ(open_of(dana.id, later.plus_milliseconds(-1)), 1U);
    clock.set(session.ends_at);
    EXPECT_EQ(open_of(dana.id, later.plus_milliseconds(-1)), 0U);
}

TEST_P(Sessions, are_removed_when_long_over) {
    auto const dana = add("Dana Okafor", "dana@elmfield.example", {});
    auto const over = open(dana.id, "over", 10);
    auto const longer = open(dana.id, "longer", 20);
    auto const remove = [&](Instant ended_before) {
        return database().write([&](Write& tx) {
            return storage::sessions::remove_old(tx, ended_before, clock.now().plus_seconds(-1));
        });
    };
    EXPECT_EQ(remove(over.ends_at.plus_milliseconds(-1)), 0);
    EXPECT_EQ(remove(over.ends_at), 1);
    EXPECT_FALSE(find_session("over"));
    EXPECT_TRUE(find_session("longer"));
    EXPECT_EQ(database().write([&](Write& tx) {
        return storage::sessions::remove_old(tx, clock.now(), longer.last_seen_at);
    }),
              1);
}

TEST_P(Accounts, belong_to_teams_of_unlike_names) {
    Team const north{TeamId(ids.next()), "North"};
    Team south{TeamId(ids.next()), "South"};
    auto const insert = [&](Team const& team) {
        return database().write([&](Write& tx) { return storage::teams::insert(tx, team); });
    };
    EXPECT_TRUE(insert(north));
    EXPECT_TRUE(insert(south));
    EXPECT_FALSE(insert({TeamId(ids.next()), "North"}));
    auto const rename = [&](std::string name) {
        south.name = std::move(name);
        return database().write([&](Write& tx) { return storage::teams::rename(tx, south); });
    };
    EXPECT_FALSE(rename("North"));
    EXPECT_TRUE(rename("East"));
    EXPECT_TRUE(rename("East"));
    add("Dana Okafor", "dana@elmfield.example", {}, north.id);
    auto huw = add("Huw Pritchard", "huw@elmfield.example", {}, north.id);
    huw.state = State::disabled;
    database().write([&](Write& tx) { storage::accounts::update(tx, huw); });
    auto const teams = database().read([](Read& tx) { return storage::teams::list(tx); });
    ASSERT_EQ(teams.size(), 2U);
    EXPECT_EQ(teams[0].team.name, "East");
    EXPECT_EQ(teams[0].members, 0);
    EXPECT_EQ(teams[1].members, 1);
    EXPECT_EQ(database().read([&](Read& tx) { return storage::teams::find(tx, south.id)->name; }), "East");
}

DOORSTEP_ON_BOTH_DATABASES(Accounts);
DOORSTEP_ON_BOTH_DATABASES(Sessions);

}  // namespace
}  // namespace doorstep
