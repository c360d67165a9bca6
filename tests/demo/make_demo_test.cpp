#include "usecases/demo/make_demo.h"

#include <gtest/gtest.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/events/detail_reader.h"
#include "domain/reports/report.h"
#include "domain/surveys/survey.h"
#include "gateways/secrets.h"
#include "storage/backup.h"
#include "storage/copy.h"
#include "storage/events.h"
#include "storage/rights_notices.h"
#include "storage/search.h"
#include "support/databases.h"
#include "support/site/whole_digest.h"
#include "usecases/accounts/demo_sign_ins.h"

namespace doorstep::usecases::demo {
namespace {

class MakeDemoTest : public ::testing::Test {
  protected:
    test::TemporaryFolder folder_;
    FixedClock clock_{london_midnight(*Date::of(2026, 11, 21))};

    SiteConfig config(std::string const& name) {
        SiteConfig config;
        config.data = folder_.path() / name;
        return config;
    }
    std::unique_ptr<OpenedSite> open(std::string const& name) {
        return std::make_unique<OpenedSite>(config(name), clock_);
    }
    static DemoOptions small() {
        return {.homes = 400, .cases = 120, .seed = 1, .as_of = Date::of(2026, 11, 21)};
    }
    Expected<DemoMade> make(std::string const& name, DemoOptions const& options = small()) {
        return make_demo(config(name), clock_, options, [](auto, auto) {});
    }
    std::unique_ptr<OpenedSite> made(std::string const& name, DemoOptions const& options = small()) {
        EXPECT_TRUE(make(name, options));
        return open(name);
    }
};

TEST_F(MakeDemoTest, is_the_same_to_the_byte_for_the_same_seed_and_day) {
    auto const first = made("first");
    auto const second = made("second");
    EXPECT_EQ(test::whole_digest(first->database()), test::whole_digest(second->database()));
}

TEST_F(MakeDemoTest, is_another_one_for_another_seed) {
    auto other = small();
    other.seed = 2;
    auto const first = made("first");
    auto const second = made("second", other);
    EXPECT_NE(test::whole_digest(first->database()), test::whole_digest(second->database()));
}

TEST_F(MakeDemoTest, leaves_a_whole_database_with_whole_chains) {
    auto const site = made("site");
    EXPECT_TRUE(storage::check(site->database()).empty());
    auto const verified = site->database().read([](auto& tx) { return storage::events::verify(tx); });
    EXPECT_TRUE(verified.findings.empty());
    EXPECT_GT(verified.events, 1000);
}

TEST_F(MakeDemoTest, moves_to_postgresql_and_back_without_a_difference) {
    test::require_engine(storage::sql::Engine::postgres);
    if (IsSkipped() || HasFatalFailure()) return;
    auto const file = (folder_.path() / "site" / "doorstep.db").string();
    ASSERT_TRUE(make("site"));
    auto const postgres = test::empty_database(storage::sql::Engine::postgres);
    auto const url = postgres->database().location();
    postgres->close();
    auto const there = storage::copy_database(file, url, clock_);
    auto const back = storage::copy_database(url, (folder_.path() / "back.db").string(), clock_);
    EXPECT_EQ(there.content_hash, back.content_hash);
    EXPECT_TRUE(there.chains.findings.empty());
    EXPECT_TRUE(back.chains.findings.empty());
    EXPECT_EQ(there.chains.events, back.chains.events);
    EXPECT_GT(back.chains.events, 1000);
}

TEST_F(MakeDemoTest, has_cases_reports_and_surveys_in_every_state) {
    auto options = small();
    options.cases = 2'000;
    auto const site = made("site", options);
    auto const count = [&](std::string const& where) {
        return site->database().read([&](auto& tx) {
            return *tx.template value<std::int64_t>(
                storage::sql::Query("test.demo_count " + where, "SELECT count(*) FROM " + where));
        });
    };
    for (auto const& state : all_of<domain::reports::State>()) {
        if (state.value == domain::reports::State::dealt_with_before) continue;
        EXPECT_GT(count("report WHERE state = '" + std::string(state.name) + "'"), 0) << state.name;
    }
    for (auto const& state : all_of<domain::surveys::State>())
        EXPECT_GT(count("survey WHERE state = '" + std::string(state.name) + "'"), 0) << state.name;
    for (auto const* what :
         {"case_file WHERE state = 'open'",
          "case_file WHERE outcome = 'resolved'",
          "case_file WHERE outcome = 'unresolved'",
          "case_file WHERE reopened_count > 0",
          "case_file WHERE risk_band = 'high'",
          "case_file WHERE risk_band = 'medium'",
          "case_file WHERE risk_band IS NULL AND taken_as_high_on IS NOT NULL AND state = 'open'",
          "plan_step WHERE state = 'dropped'",
          "contact_interval WHERE kept",
          "contact_interval WHERE NOT kept",
          "intervention WHERE consequence <> ''",
          "intervention WHERE referred_to <> ''",
          "survey_comment WHERE kind = 'compliment'",
          "message WHERE state = 'sent' AND channel = 'letter'",
          "message WHERE state = 'sent' AND channel = 'email'",
          "message WHERE state = 'waiting'",
          "message WHERE state = 'failed'",
          "warning_marker WHERE ended_on IS NULL",
          "case_conflict WHERE reason <> ''",
          "case_file WHERE restricted",
          "case_access WHERE reason <> ''",
          "case_link WHERE kind = 'counter-allegation'",
          "approval WHERE decision IS NULL AND kind = 'closure'",
          "file WHERE sha256 <> ''",
          "case_link WHERE kind <> ''",
          "team WHERE name <> ''",
          "case_file WHERE team_id IS NOT NULL",
          "approval WHERE kind = 'high-risk' AND decision = 'approved'",
          "work_item WHERE kind = 'message-reply'",
          "work_item w JOIN account a ON a.id = w.account_id WHERE w.kind = 'plan-step' AND a.job_title = "
          "'Housing officer'",
          "work_item w JOIN account a ON a.id = w.account_id WHERE w.kind = 'task' AND a.job_title = "
          "'Housing officer'",
          "work_item w JOIN account a ON a.id = w.account_id WHERE w.kind = 'approval' AND a.job_title = "
          "'Head of housing management'",
          "webhook WHERE state = 'off'",
          "work_item WHERE due_on < '2026-11-21'"})
        EXPECT_GT(count(what), 0) << what;
    EXPECT_EQ(
        count("case_file c WHERE c.state = 'closed' AND EXISTS (SELECT 1 FROM work_item w WHERE "
              "w.case_file_id = c.id AND w.done_at IS NULL AND w.kind NOT IN ('triage', 'message-failed', "
              "'letter-returned'))"),
        0)
        << "a closed case has nothing left to do, save for a letter that did not arrive";
    EXPECT_EQ(
        count("case_file c WHERE (c.next_contact_by IS NOT NULL) <> EXISTS (SELECT 1 FROM work_item w WHERE "
              "w.case_file_id = c.id AND w.done_at IS NULL AND w.kind IN ('contact', 'first-contact') AND "
              "w.due_on = c.next_contact_by)"),
        0)
        << "the next contact of a case is on somebody's list";
    EXPECT_EQ(
        count("work_item w JOIN account a ON a.id = w.account_id WHERE w.done_at IS NULL AND a.state <> "
              "'active' AND w.kind IN ('plan-step', 'task')"),
        0)
        << "nobody who has left has anything to do";
    EXPECT_EQ(count("contact_interval i JOIN case_file c ON c.id = i.case_file_id WHERE i.kind = 'first' AND "
                    "c.taken_as_high_on IS NOT NULL AND c.reopened_count = 0 AND i.started_on = "
                    "c.taken_as_high_on AND i.started_on >= '2024-04-01' AND i.standard NOT LIKE "
                    "'sla.first_contact_wd 1 %'"),
              0)
        << "what is taken as high is judged by the promise for high risk";
    EXPECT_EQ(count("case_file c WHERE (c.closed_on IS NULL) <> EXISTS (SELECT 1 FROM case_spell s WHERE "
                    "s.case_file_id = c.id AND s.ended_on IS NULL)"),
              0)
        << "opened, closed and open reconcile";
}

TEST_F(MakeDemoTest, can_be_read_back_by_the_stores_that_pages_use) {
    auto const site = made("site");
    site->database().read([](storage::sql::Read& tx) {
        int notices = 0;
        for (auto const& id : tx.values<CaseFileId>(
                 storage::sql::Query("test.demo_cases", "SELECT id FROM case_file ORDER BY id")))
            notices += static_cast<int>(storage::rights_notices::of_case(tx, id).size());
        EXPECT_GT(notices, 0);
    });
}

TEST_F(MakeDemoTest, is_found_by_what_was_said_in_contacts_and_written_in_notes) {
    auto const site = made("site");
    site->database().read([](storage::sql::Read& tx) {
        using Said = std::pair<CaseFileId, std::string>;
        auto const contacts =
            tx.all(storage::sql::Query("test.demo_said",
                                       "SELECT case_file_id, summary FROM contact ORDER BY id LIMIT 25"),
                   {}, [](storage::sql::Row& row) {
                       Said said;
                       row.read(said.first, said.second);
                       return said;
                   });
        EXPECT_EQ(contacts.size(), 25U);
        for (auto const& [id, summary] : contacts) {
            auto const found =
                storage::search::cases_with_words(tx, {.sees_everything = true}, summary, 1000);
            EXPECT_NE(std::find(found.begin(), found.end(), id), found.end()) << summary;
        }
        auto const note = tx.value<std::string>(storage::sql::Query(
            "test.demo_note",
            "SELECT detail FROM event WHERE kind = 'note-added' ORDER BY chain_id LIMIT 1"));
        ASSERT_TRUE(note);
        domain::events::DetailReader reader(*note);
        EXPECT_FALSE(
            storage::search::cases_with_words(tx, {.sees_everything = true}, reader.next()->value.text(), 5)
                .empty());
    });
}

TEST_F(MakeDemoTest, does_nothing_where_it_is_there_already) {
    auto const before = test::whole_digest(made("site")->database());
    auto const again = make("site");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->was_there);
    EXPECT_EQ(test::whole_digest(open("site")->database()), before);
}

TEST_F(MakeDemoTest, leaves_alone_a_site_that_holds_something_else) {
    open("site")->database().run_script(
        "INSERT INTO area (id, code, name, homes) VALUES ('00000000-0000-0000-0000-000000000001', 'A', "
        "'Ward', 0)");
    auto const refused = make("site");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "site-in-use");
}

TEST_F(MakeDemoTest, lets_one_account_of_every_role_sign_in) {
    auto const site = made("site");
    Context context(site->services(), domain::access::Viewer::system(domain::access::Door::command_line));
    auto const sign_ins = accounts::demo_sign_ins(context);
    EXPECT_EQ(sign_ins.size(), domain::access::role_count);
    auto const officer = context.read().value<std::string>(storage::sql::Query(
        "test.demo_hash", "SELECT password_hash FROM account WHERE name = 'Dana Okafor'"));
    ASSERT_TRUE(officer);
    EXPECT_TRUE(gateways::password_matches(accounts::demo_password, *officer));
}

}  // namespace
}  // namespace doorstep::usecases::demo
