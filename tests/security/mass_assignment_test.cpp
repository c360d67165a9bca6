#include <gtest/gtest.h>

#include "pages/routes.h"
#include "storage/accounts.h"
#include "storage/sql/query.h"
#include "support/web/test_browser.h"

/// Fields that a form never had, sent with those it has: names of columns, of other forms' fields, of what
/// the program sets itself.
namespace doorstep::test {
namespace {

using domain::access::Role;

class ExtraFields : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    domain::accounts::Account other = site.account(Role::asb_officer, "Another Officer");
    TestSite::MadeCase made = site.open_case({.owner = officer.id});
    TestBrowser browser{web};

    static http::Pairs with_extras(http::Pairs fields) {
        for (auto const* name : {"id",
                                 "case_file_id",
                                 "case-file-id",
                                 "made_by",
                                 "made-by",
                                 "recorded_by",
                                 "recorded_at",
                                 "created_by",
                                 "created-at",
                                 "owner_id",
                                 "owner-id",
                                 "restricted",
                                 "restricted_reason",
                                 "state",
                                 "reference",
                                 "version_override",
                                 "high_profile",
                                 "roles",
                                 "role",
                                 "is_demo",
                                 "is-admin",
                                 "locked_until",
                                 "account_id",
                                 "account",
                                 "taken_by",
                                 "received_at",
                                 "looked_at_by",
                                 "legal",
                                 "decision"})
            fields.add(name, "administrator");
        return fields;
    }
    std::string column(std::string const& name, std::string const& table, std::string const& where) {
        static std::vector<std::unique_ptr<storage::sql::Query>> made_queries;
        made_queries.push_back(std::make_unique<storage::sql::Query>(
            "test.extra_fields." + std::to_string(made_queries.size()),
            "SELECT CAST(" + name + " AS TEXT) FROM " + table + " WHERE " + where));
        return site.database().read([&](storage::sql::Read& tx) {
            return tx.value<std::string>(*made_queries.back(), {}).value_or("(nothing)");
        });
    }
};

TEST_F(ExtraFields, of_a_contact_say_neither_who_made_it_nor_in_which_case) {
    browser.sign_in(officer);
    auto const address = "/cases/" + made.file.reference + "/contacts/new";
    browser.get(address);
    http::Pairs fields;
    fields.add("person", std::string(made.complainants.front().id.text()));
    fields.add("made-on-day", "10");
    fields.add("made-on-month", "6");
    fields.add("made-on-year", "2026");
    fields.add("method", "telephone");
    fields.add("result", "conversation");
    fields.add("summary", "Extra fields");
    ASSERT_EQ(browser.post(address, with_extras(fields)).status, 303);
    auto const where = "summary = 'Extra fields'";
    EXPECT_EQ(column("made_by", "contact", where), officer.id.text());
    EXPECT_EQ(column("case_file_id", "contact", where), made.file.id.text());
    EXPECT_EQ(column("recorded_at", "contact", where), std::to_string(site.clock.now().milliseconds()));
    EXPECT_NE(column("id", "contact", where), "administrator");
}

TEST_F(ExtraFields, of_a_task_cannot_close_restrict_or_give_away_the_case) {
    browser.sign_in(officer);
    auto const address = "/cases/" + made.file.reference + "/tasks/new";
    browser.get(address);
    http::Pairs fields;
    fields.add("what", "Ring the police");
    fields.add("owner", std::string(officer.id.text()));
    fields.add("due-on-day", "12");
    fields.add("due-on-month", "6");
    fields.add("due-on-year", "2026");
    auto const saved = browser.post(address, with_extras(fields));
    ASSERT_EQ(saved.status, 303) << text_of(saved);
    EXPECT_EQ(column("created_by", "case_task", "what = 'Ring the police'"), officer.id.text());
    auto const stored = site.stored(made.file.id);
    EXPECT_EQ(stored.state, made.file.state);
    EXPECT_EQ(stored.owner, made.file.owner);
    EXPECT_FALSE(stored.restricted);
}

TEST_F(ExtraFields, of_ones_own_account_give_no_role) {
    browser.sign_in(officer);
    browser.get("/your-account/password");
    http::Pairs fields;
    fields.add("current-password", std::string(TestSite::password));
    fields.add("new-password", "teapot gravel lantern");
    ASSERT_EQ(browser.post("/your-account/password", with_extras(fields)).status, 303);
    auto const stored = site.database().read(
        [&](storage::sql::Read& tx) { return *storage::accounts::find(tx, officer.id); });
    EXPECT_TRUE(stored.roles.has(Role::asb_officer));
    EXPECT_FALSE(stored.roles.has(Role::administrator));
    EXPECT_EQ(browser.get("/admin/accounts").status, 403);
}

TEST_F(ExtraFields, of_a_report_from_the_public_do_not_decide_about_it) {
    http::Pairs skip;
    skip.add("skip", "yes");
    auto at = std::string("/report/danger");
    http::Pairs first;
    for (int n = 0; n < 60 && !at.ends_with("/check"); ++n) {
        auto const step = at.substr(at.rfind('/') + 1);
        browser.get(at);
        http::Pairs fields;
        if (step == "danger")
            fields.add("danger", "no");
        else if (step == "what")
            fields.add("what", "Extra fields of a report");
        else if (step == "name")
            fields.add("named", "no");
        else if (step == "contact")
            fields.add("contact-ways", "will-contact-us");
        else if (step == "kind" || step == "who-for" || step == "place" || step == "when" ||
                 step == "people" || step == "effect" || step == "motive" || step == "before" ||
                 step == "wish")
            fields = skip;
        auto const sent = browser.post(at, with_extras(fields));
        ASSERT_EQ(sent.status, 303) << at << text_of(sent);
        at = location_of(sent);
    }
    browser.get(at);
    ASSERT_EQ(browser.post(at, with_extras({})).status, 303);
    auto const where = "what_happened = 'Extra fields of a report'";
    EXPECT_EQ(column("state", "report", where), "waiting");
    EXPECT_EQ(column("high_profile", "report", where), "0");
    EXPECT_EQ(column("coalesce(taken_by, '')", "report", where), "");
    EXPECT_EQ(column("coalesce(case_file_id, '')", "report", where), "");
    EXPECT_TRUE(column("reference", "report", where).starts_with("R-26-"));
}

}  // namespace
}  // namespace doorstep::test
