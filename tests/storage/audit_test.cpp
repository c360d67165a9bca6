#include "storage/audit.h"

#include "storage/absences.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/outbox.h"
#include "storage/settings.h"
#include "storage/storage_test.h"
#include "storage/views.h"

namespace doorstep {
namespace {

using domain::access::Role;
using domain::access::Viewer;
using storage::sql::Read;
using storage::sql::Write;
namespace audit = storage::audit;
namespace settings = storage::settings;

Date const today = *Date::of(2026, 6, 10);

class Audits : public test::OnBothDatabases {
  protected:
    FixedClock clock{london_instant(today, {10, 0})};
    SeededIdSource ids{clock, 1};
    domain::accounts::Account head;

    void SetUp() override {
        OnBothDatabases::SetUp();
        if (!IsSkipped() && !HasFatalFailure()) head = add("A Head", Role::head_of_housing);
    }
    domain::accounts::Account add(std::string const& name, Role role) {
        domain::accounts::Account account;
        account.id = AccountId(ids.next());
        account.name = name;
        account.email = std::string(account.id.text()) + "@elmfield.example";
        account.roles.add(role);
        database().write([&](Write& tx) { storage::accounts::insert(tx, account, clock.now()); });
        return account;
    }
    void happened(std::string const& chain, storage::events::ChainKind about, std::string_view kind,
                  std::optional<AccountId> actor = {}) {
        clock.set(clock.now().plus_seconds(1));
        database().write([&](Write& tx) {
            storage::events::append(tx, {about, chain},
                                    {.at = clock.now(),
                                     .kind = kind,
                                     .actor = actor,
                                     .actor_name = actor ? "A Head" : "",
                                     .door = domain::access::Door::web,
                                     .subject = chain,
                                     .detail = "{}"});
        });
    }
    std::vector<audit::EventRow> events(audit::Filter const& filter, int limit = 50, int offset = 0) {
        auto const scope =
            storage::case_scope(head.viewer(domain::access::Door::web), domain::access::Action::see_audit);
        return database().read([&](Read& tx) { return audit::events(tx, scope, filter, limit, offset); });
    }
    audit::Filter this_day() const {
        return {.from = london_instant(today, {0, 0}),
                .until = london_instant(today.plus_days(1), {0, 0}),
                .account = {},
                .kind = {}};
    }
};

TEST_P(Audits, show_the_newest_first_within_the_days_asked_for) {
    happened("site", storage::events::ChainKind::settings, "site-changed", head.id);
    happened("lists", storage::events::ChainKind::settings, "list-changed");
    clock.set(london_instant(today.plus_days(1), {9, 0}));
    happened("lists", storage::events::ChainKind::settings, "list-changed");
    auto const found = events(this_day());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].kind, "list-changed");
    EXPECT_EQ(found[1].kind, "site-changed");
    EXPECT_EQ(found[1].actor_name, "A Head");
    EXPECT_FALSE(found[1].reference);
    EXPECT_EQ(events(this_day(), 1, 1).front().kind, "site-changed");
}

TEST_P(Audits, show_one_persons_and_one_kind) {
    happened("site", storage::events::ChainKind::settings, "site-changed", head.id);
    happened("lists", storage::events::ChainKind::settings, "list-changed");
    auto filter = this_day();
    filter.account = head.id;
    EXPECT_EQ(events(filter).size(), 1U);
    filter = this_day();
    filter.kind = "list-changed";
    EXPECT_EQ(events(filter).size(), 1U);
}

TEST_P(Audits, of_views_name_who_looked) {
    database().write([&](Write& tx) {
        storage::views::insert(tx, {.id = ids.next(),
                                    .at = clock.now(),
                                    .account = head.id,
                                    .what = "search",
                                    .case_file = {},
                                    .subject = "",
                                    .reason = "Asked by the police"});
    });
    auto const scope =
        storage::case_scope(head.viewer(domain::access::Door::web), domain::access::Action::see_audit);
    auto const seen = database().read([&](Read& tx) { return audit::views(tx, scope, this_day(), 50, 0); });
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().account_name, "A Head");
    EXPECT_EQ(seen.front().what, "search");
    EXPECT_EQ(seen.front().reason, "Asked by the police");
    EXPECT_FALSE(seen.front().about_case);
}

DOORSTEP_ON_BOTH_DATABASES(Audits);

class OwnRows : public test::OnBothDatabases {
  protected:
    FixedClock clock{london_instant(today, {10, 0})};
    SeededIdSource ids{clock, 1};
    AccountId who;

    void SetUp() override {
        OnBothDatabases::SetUp();
        if (!IsSkipped() && !HasFatalFailure()) who = add();
    }
    AccountId add() {
        domain::accounts::Account account;
        account.id = AccountId(ids.next());
        account.name = "A Manager";
        account.email = "manager@elmfield.example";
        database().write([&](Write& tx) { storage::accounts::insert(tx, account, clock.now()); });
        return account.id;
    }
    settings::StoredStandard standard(std::string const& id, std::string const& state, Date from) {
        settings::StoredStandard stored;
        stored.id = id;
        stored.standard = "sla.first_contact_wd";
        stored.value = 3;
        stored.unit = "working-days";
        stored.counting = "following";
        stored.in_force_from = from;
        stored.reason = "The board";
        stored.state = state;
        stored.proposed_by = who;
        stored.proposed_at = clock.now();
        return stored;
    }
};

TEST_P(OwnRows, of_standards_end_where_the_next_begins_when_approved_and_without_an_end) {
    database().write([&](Write& tx) {
        settings::insert(tx, standard("a", "approved", today));
        settings::insert(tx, standard("b", "proposed", today));
        settings::insert(tx, standard("c", "approved", today.plus_days(40)));
        settings::end_open_standard(tx, "sla.first_contact_wd", "", today.plus_days(10));
        settings::end_open_standard(tx, "sla.first_contact_wd", "high", today.plus_days(5));
    });
    auto const until = [&](std::string_view id) {
        return database().read([&](Read& tx) { return settings::find_standard(tx, id)->in_force_until; });
    };
    EXPECT_EQ(until("a"), today.plus_days(10));
    EXPECT_FALSE(until("b"));
    EXPECT_FALSE(until("c"));
}

TEST_P(OwnRows, of_lists_are_kept_in_every_version) {
    settings::StoredListEntry entry;
    entry.list = "categories";
    entry.code = "noise";
    entry.details = "{}";
    entry.in_use_from = today;
    database().write([&](Write& tx) {
        entry.label = "First";
        settings::insert(tx, entry);
        entry.version = 2;
        entry.label = "Second";
        settings::insert(tx, entry);
    });
    auto const rows = database().read([&](Read& tx) { return settings::list_entries(tx); });
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].label, "First");
    EXPECT_EQ(rows[1].label, "Second");
}

TEST_P(OwnRows, of_leave_are_shown_until_the_last_day_away) {
    database().write([&](Write& tx) {
        storage::absences::insert(tx, {.id = "x",
                                       .account = who,
                                       .from_on = today,
                                       .until_on = today.plus_days(2),
                                       .cover = {},
                                       .note = "",
                                       .recorded_by = who,
                                       .recorded_at = clock.now()});
    });
    auto const left = [&](Date day) {
        return database().read([&](Read& tx) { return storage::absences::not_over(tx, who, day).size(); });
    };
    EXPECT_EQ(left(today.plus_days(-5)), 1U);
    EXPECT_EQ(left(today.plus_days(1)), 1U);
    EXPECT_EQ(left(today.plus_days(2)), 0U);
}

TEST_P(OwnRows, of_messages_are_counted_by_channel) {
    EXPECT_TRUE(database().read([&](Read& tx) { return storage::outbox::waiting(tx); }).empty());
    static storage::sql::Query const insert{"test.audit.message", R"sql(
        INSERT INTO message (id, channel, state, wording, wording_version, language, heading, subject, body, addressee,
            destination, large_print, side, not_before, attempts, leased_until, last_error, check_reason, created_at, proof,
            returned_note, numbers_given, version)
        VALUES (:id, :channel, :state, '', 0, 'en', '', '', '', '', '', :no, 'neutral', 0, 0, 0, '', '', :at, '', '', '', 1))sql"};
    database().write([&](Write& tx) {
        tx.run(
            insert,
            {{"id", "1"}, {"channel", "letter"}, {"state", "waiting"}, {"no", false}, {"at", clock.now()}});
        tx.run(insert,
               {{"id", "2"}, {"channel", "email"}, {"state", "failed"}, {"no", false}, {"at", clock.now()}});
        tx.run(insert,
               {{"id", "3"}, {"channel", "email"}, {"state", "sent"}, {"no", false}, {"at", clock.now()}});
    });
    auto const waiting = database().read([&](Read& tx) { return storage::outbox::waiting(tx); });
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].channel, "email");
    EXPECT_EQ(waiting[0].failed, 1);
    EXPECT_EQ(waiting[1].waiting, 1);
}

DOORSTEP_ON_BOTH_DATABASES(OwnRows);

}  // namespace
}  // namespace doorstep
