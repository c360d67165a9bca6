#include "storage/drafts.h"

#include "domain/accounts/account.h"
#include "storage/accounts.h"
#include "storage/received_files.h"
#include "storage/reports.h"
#include "storage/storage_test.h"

namespace doorstep {
namespace {

using domain::files::ReceivedFile;
using domain::reports::Draft;
using domain::reports::Journey;
using storage::sql::Read;
using storage::sql::Write;
using ::testing::ElementsAre;

Date day(int day) { return *Date::of(2026, 6, day); }

class Drafts : public test::OnBothDatabases {
  protected:
    FixedClock clock{london_instant(day(10), {10, 0})};
    SeededIdSource ids{clock, 1};

    Draft a_draft(std::string const& token_hash, std::optional<AccountId> account = {}) {
        Draft draft{.id = DraftId(ids.next()),
                    .journey = account ? Journey::phone_report : Journey::report,
                    .account = account,
                    .answers = R"({"what":["Sŵn"]})",
                    .step = "when",
                    .created_at = clock.now(),
                    .updated_at = clock.now(),
                    .expires_on = day(20)};
        database().write([&](Write& tx) { storage::drafts::insert(tx, draft, token_hash); });
        return draft;
    }
    ReceivedFile a_file(DraftId draft) {
        ReceivedFile file{.id = FileId(ids.next()),
                          .sha256 = "ab",
                          .size_bytes = 12,
                          .content_type = "image/png",
                          .original_name = "door <1>.png",
                          .description = "",
                          .draft = draft,
                          .report = {},
                          .case_file = {},
                          .received_at = clock.now()};
        database().write([&](Write& tx) { storage::received_files::insert(tx, file); });
        return file;
    }
    AccountId an_account() {
        domain::accounts::Account account;
        account.id = AccountId(ids.next());
        account.email = "dana@elmfield.example";
        database().write([&](Write& tx) { storage::accounts::insert(tx, account, clock.now()); });
        return account.id;
    }
    std::vector<std::string> abandoned() {
        return database().write([&](Write& tx) {
            return storage::received_files::take_abandoned(tx, clock.now().plus_seconds(1), 25);
        });
    }
    ReportId a_report() {
        domain::reports::Report report;
        report.id = ReportId(ids.next());
        report.reference = "R-26-00001";
        database().write([&](Write& tx) { return storage::reports::insert(tx, report); });
        return report.id;
    }
};

TEST_P(Drafts, open_by_their_cookie_until_their_last_day_is_over) {
    auto const draft = a_draft("hash");
    database().read([&](Read& tx) {
        EXPECT_EQ(storage::drafts::find_by_token(tx, "hash", day(20))->id, draft.id);
        EXPECT_EQ(storage::drafts::find_by_token(tx, "hash", day(20))->answers, draft.answers);
        EXPECT_FALSE(storage::drafts::find_by_token(tx, "hash", day(21)));
        EXPECT_FALSE(storage::drafts::find_by_token(tx, "other", day(20)));
        return 0;
    });
}

TEST_P(Drafts, are_saved_only_over_the_newest_version) {
    auto draft = a_draft("hash");
    auto other_tab = draft;
    draft.answers = "{}";
    draft.step = "check";
    draft.expires_on = day(25);
    EXPECT_TRUE(database().write([&](Write& tx) { return storage::drafts::save(tx, draft); }));
    EXPECT_FALSE(database().write([&](Write& tx) { return storage::drafts::save(tx, other_tab); }));
    auto const found = *database().read([&](Read& tx) { return storage::drafts::find(tx, draft.id); });
    EXPECT_EQ(found.step, "check");
    EXPECT_EQ(found.expires_on, day(25));
    EXPECT_EQ(found.version, 2);
}

TEST_P(Drafts, are_taken_up_by_their_written_code_under_a_new_cookie) {
    auto const draft = a_draft("old");
    database().write([&](Write& tx) {
        storage::drafts::set_code(tx, draft.id, "code");
        storage::drafts::set_token(tx, draft.id, "new");
    });
    database().read([&](Read& tx) {
        EXPECT_EQ(storage::drafts::find_by_code(tx, "code")->id, draft.id);
        EXPECT_EQ(storage::drafts::find_by_token(tx, "new", day(10))->id, draft.id);
        EXPECT_FALSE(storage::drafts::find_by_token(tx, "old", day(10)));
        return 0;
    });
}

TEST_P(Drafts, of_an_officer_are_listed_for_that_officer) {
    auto const officer = an_account();
    auto const mine = a_draft("one", officer);
    a_draft("two");
    auto const found = database().read([&](Read& tx) {
        return storage::drafts::of_account(tx, officer, Journey::phone_report, day(10), 25);
    });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id, mine.id);
}

TEST_P(Drafts, when_removed_leave_files_that_belong_to_nothing) {
    auto const draft = a_draft("hash");
    auto const file = a_file(draft.id);
    EXPECT_TRUE(abandoned().empty());
    database().write([&](Write& tx) { storage::drafts::remove(tx, draft.id); });
    EXPECT_THAT(abandoned(), ElementsAre("ab"));
    database().read([&](Read& tx) {
        EXPECT_FALSE(storage::drafts::find(tx, draft.id));
        EXPECT_FALSE(storage::received_files::find(tx, file.id));
        return 0;
    });
}

TEST_P(Drafts, have_content_that_is_kept_while_another_record_names_it) {
    auto const draft = a_draft("hash");
    a_file(draft.id);
    a_file(a_draft("other").id);
    database().write([&](Write& tx) { storage::drafts::remove(tx, draft.id); });
    EXPECT_TRUE(abandoned().empty());
    EXPECT_TRUE(database().read([&](Read& tx) { return storage::received_files::is_named(tx, "ab"); }));
}

TEST_P(Drafts, are_forgotten_the_day_after_their_last) {
    auto const draft = a_draft("hash");
    a_file(draft.id);
    EXPECT_EQ(database().write([&](Write& tx) { return storage::drafts::remove_expired(tx, day(20)); }), 0);
    EXPECT_EQ(database().write([&](Write& tx) { return storage::drafts::remove_expired(tx, day(21)); }), 1);
    EXPECT_THAT(abandoned(), ElementsAre("ab"));
}

TEST_P(Drafts, give_their_files_to_the_report_that_was_sent) {
    auto const draft = a_draft("hash");
    auto const file = a_file(draft.id);
    auto const report = a_report();
    database().write([&](Write& tx) {
        EXPECT_EQ(storage::received_files::give_to_report(tx, draft.id, report), 1);
        storage::drafts::remove(tx, draft.id);
    });
    auto const files =
        database().read([&](Read& tx) { return storage::received_files::of_report(tx, report); });
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].original_name, "door <1>.png");
    EXPECT_FALSE(files[0].draft);
    EXPECT_EQ(files[0].report, report);
    EXPECT_FALSE(database().write(
        [&](Write& tx) { return storage::received_files::remove_from_draft(tx, file.id, draft.id); }));
}

TEST_P(Drafts, lose_a_file_that_is_taken_off) {
    auto const draft = a_draft("hash");
    auto const file = a_file(draft.id);
    auto const other = a_draft("other");
    EXPECT_FALSE(database().write(
        [&](Write& tx) { return storage::received_files::remove_from_draft(tx, file.id, other.id); }));
    EXPECT_TRUE(database().write(
        [&](Write& tx) { return storage::received_files::remove_from_draft(tx, file.id, draft.id); }));
    EXPECT_TRUE(
        database().read([&](Read& tx) { return storage::received_files::of_draft(tx, draft.id); }).empty());
    EXPECT_THAT(abandoned(), ElementsAre("ab"));
}

TEST_P(Drafts, have_files_that_remember_who_opened_them_first) {
    auto const file = a_file(a_draft("hash").id);
    auto const officer = an_account();
    database().write([&](Write& tx) {
        EXPECT_TRUE(storage::received_files::mark_opened(tx, file.id, officer, clock.now()));
        EXPECT_FALSE(
            storage::received_files::mark_opened(tx, file.id, officer, clock.now().plus_seconds(60)));
    });
    auto const found = *database().read([&](Read& tx) { return storage::received_files::find(tx, file.id); });
    EXPECT_EQ(found.first_opened_at, clock.now());
    EXPECT_EQ(found.first_opened_by, officer);
}

TEST_P(Drafts, of_one_journey_are_removed_after_their_last_day) {
    a_draft("a-report");
    auto form = a_draft("a-form");
    form.id = DraftId(ids.next());
    form.journey = Journey::interrupted_form;
    database().write([&](Write& tx) { storage::drafts::insert(tx, form, "kept"); });
    auto const remove = [&](Date today) {
        return database().write([&](Write& tx) {
            return storage::drafts::remove_expired_of(tx, Journey::interrupted_form, today);
        });
    };
    EXPECT_EQ(remove(day(20)), 0);
    EXPECT_EQ(remove(day(21)), 1);
    EXPECT_TRUE(
        database().read([&](Read& tx) { return storage::drafts::find_by_token(tx, "a-report", day(20)); }));
}

DOORSTEP_ON_BOTH_DATABASES(Drafts);

}  // namespace
}  // namespace doorstep
