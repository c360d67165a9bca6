#include <gtest/gtest.h>

#include "storage/sql/query.h"
#include "support/web/test_browser.h"
#include "usecases/accounts/api_tokens.h"

/// What belongs to one account, asked for by another that knows its id.
namespace doorstep::test {
namespace {

using domain::access::Role;

class OthersThings : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account owner = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    domain::accounts::Account thief = site.account(Role::asb_officer, "Another Officer");
    TestBrowser mine{web};
    TestBrowser theirs{web};

    void SetUp() override {
        mine.sign_in(owner);
        theirs.sign_in(thief);
    }
    std::string id_of(storage::sql::Query const& query) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return tx.value<std::string>(query, {}).value_or(""); });
    }
    void expect_refused(http::Method method, std::string const& address) {
        if (method != http::Method::get) theirs.get("/your-account");
        auto const response = method == http::Method::get ? theirs.get(address) : theirs.post(address);
        EXPECT_TRUE(response.status == 403 || response.status == 404)
            << address << ": " << response.status << " " << location_of(response);
    }
};

TEST_F(OthersThings, cannot_be_seen_or_changed_by_their_ids) {
    static storage::sql::Query const view{"test.others.view", "SELECT id FROM saved_view"};
    static storage::sql::Query const draft{"test.others.draft",
                                           "SELECT id FROM draft WHERE journey = 'phone-report'"};
    static storage::sql::Query const token{"test.others.token", "SELECT id FROM api_token"};
    static storage::sql::Query const late{"test.others.late",
                                          "SELECT id FROM draft WHERE journey = 'interrupted-form'"};

    // A list under a name of one's own.
    mine.get("/cases?owner=me");
    http::Pairs fields;
    fields.add("name", "Mine");
    ASSERT_EQ(mine.post("/cases/views", fields).status, 303);
    auto const view_id = id_of(view);
    ASSERT_NE(view_id, "");
    expect_refused(http::Method::post, "/cases/views/" + view_id + "/remove");
    EXPECT_EQ(id_of(view), view_id);

    // A report that is being written down.
    mine.get("/reports/new");
    auto const begun = location_of(mine.post("/reports/new"));
    ASSERT_TRUE(begun.starts_with("/reports/new/")) << begun;
    auto const draft_id = id_of(draft);
    ASSERT_NE(draft_id, "");
    ASSERT_EQ(mine.get(begun).status, 200);
    for (std::string const page : {"/came", "/what", "/contact", "/check", "/evidence"})
        expect_refused(http::Method::get, "/reports/new/" + draft_id + page);
    for (std::string const page : {"/came", "/check", "/remove", "/evidence", "/evidence/remove"})
        expect_refused(http::Method::post, "/reports/new/" + draft_id + page);
    EXPECT_EQ(id_of(draft), draft_id);

    // A token.
    auto context = site.as(owner);
    ASSERT_TRUE(usecases::accounts::make_token(context, {.name = "A program",
                                                         .scopes = {"cases:read"},
                                                         .days = {},
                                                         .password = std::string(TestSite::password)}));
    expect_refused(http::Method::post, "/your-account/tokens/" + id_of(token) + "/revocation");
    EXPECT_EQ(text_of(theirs.get("/your-account/tokens")).find("A program"), std::string::npos);

    // A session.
    static storage::sql::Query const session{
        "test.others.session", "SELECT id FROM session WHERE account_id = :owner AND ends_at > :now"};
    auto const session_id = site.database().read([&](storage::sql::Read& tx) {
        return tx.value<std::string>(session, {{"owner", owner.id}, {"now", site.clock.now()}}).value_or("");
    });
    ASSERT_NE(session_id, "");
    expect_refused(http::Method::post, "/your-account/sessions/" + session_id + "/end");
    EXPECT_EQ(mine.get("/your-account").status, 200);

    // A form that was interrupted.
    TestBrowser other_session(web);
    mine.get("/cases?owner=me");
    other_session.sign_in(owner);
    other_session.get("/your-account");
    other_session.post("/your-account/sign-out-everywhere");
    mine.post("/cases/views", fields);
    auto const late_id = id_of(late);
    ASSERT_NE(late_id, "");
    {
        expect_refused(http::Method::get, "/staff/interrupted-forms/" + late_id);
        theirs.get("/your-account");
        theirs.post("/staff/interrupted-forms/" + late_id + "/remove");
        EXPECT_EQ(id_of(late), late_id) << "somebody else threw it away";
    }
}

TEST_F(OthersThings, of_an_account_are_for_administrators) {
    auto const id = std::string(owner.id.text());
    for (std::string const page :
         {"", "/edit", "/disablement", "/sign-in-reset", "/leave/new", "/places", "/sessions"})
        expect_refused(http::Method::get, "/admin/accounts/" + id + page);
    for (std::string const page : {"/edit", "/disablement", "/enablement", "/sign-in-reset"})
        expect_refused(http::Method::post, "/admin/accounts/" + id + page);
    EXPECT_EQ(mine.get("/your-account").status, 200);
}

}  // namespace
}  // namespace doorstep::test
