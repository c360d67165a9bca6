#include <gtest/gtest.h>

#include "storage/sql/database.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class CaseSections : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-2)});
    TestSite::MadeCase other = site.open_case({.owner = officer.id});
    TestBrowser browser{web};
    std::string const address = "/cases/" + made.file.reference;

    void SetUp() override { browser.sign_in(officer); }
    static http::Pairs pairs(std::initializer_list<std::pair<char const*, std::string>> list) {
        http::Pairs fields;
        for (auto const& [name, value] : list) fields.add(name, value);
        return fields;
    }
    std::string text(std::string const& at) { return text_of(browser.get(at)); }
    std::string saved(TestBrowser& by, std::string const& at, http::Pairs fields,
                      std::string const& post_to = {}) {
        by.get(at);
        auto const response = by.post(post_to.empty() ? at : post_to, std::move(fields));
        EXPECT_EQ(response.status, 303) << text_of(response);
        return text_of(by.follow(response));
    }
    std::string saved(std::string const& at, http::Pairs fields) {
        return saved(browser, at, std::move(fields));
    }
    static void expect(std::string const& page, char const* words) {
        EXPECT_NE(page.find(words), std::string::npos) << words << " is missing in " << page;
    }
    static void expect_not(std::string const& page, std::string const& words) {
        EXPECT_EQ(page.find(words), std::string::npos) << words << " is in " << page;
    }
};

TEST_F(CaseSections, incidents_are_added_listed_and_shown_as_typed) {
    expect(text(address + "/incidents"), "No incidents yet");
    browser.get(address + "/incidents/new");
    auto const refused =
        browser.post(address + "/incidents/new", pairs({{"description", "<script>loud</script>"}}));
    EXPECT_EQ(refused.status, 422);
    expect(text_of(refused), "Enter the date it happened");
    expect(text_of(refused), "<script>loud</script>");
    auto const list = saved(address + "/incidents/new", pairs({{"happened-on", "2026-06-09"},
                                                               {"happened-time", "11:30pm"},
                                                               {"category", "noise"},
                                                               {"description", "<script>loud</script>"},
                                                               {"source", "complainant"}}));
    expect(list, "9 June 2026 at 11:30pm");
    expect(list, "<script>loud</script>");
    auto const body = browser.get(address + "/incidents").body;
    auto const at = body.find(address + "/incidents/0");
    ASSERT_NE(at, std::string::npos);
    expect(text(body.substr(at, body.find('"', at) - at)), "Written down");
}

TEST_F(CaseSections, an_incident_is_put_right_or_struck_out) {
    saved(address + "/incidents/new", pairs({{"happened-on", "2026-06-09"},
                                             {"category", "noise"},
                                             {"description", "Loud music"},
                                             {"source", "complainant"}}));
    auto const body = browser.get(address + "/incidents").body;
    auto const at = body.find(address + "/incidents/0");
    ASSERT_NE(at, std::string::npos);
    auto const incident = body.substr(at, body.find('"', at) - at);
    TestBrowser colleague{web};
    colleague.sign_in(manager);
    colleague.get(incident + "/edit");
    auto const mine = browser.get(incident + "/edit").body;
    expect(saved(incident + "/edit", pairs({{"happened-on-day", "8"},
                                            {"happened-on-month", "6"},
                                            {"happened-on-year", "2026"},
                                            {"category", "noise"},
                                            {"description", "Drums"},
                                            {"source", "witness"}})),
           "Incident saved");
    auto const both = colleague.post(incident + "/edit", pairs({{"happened-on-day", "9"},
                                                                {"happened-on-month", "6"},
                                                                {"happened-on-year", "2026"},
                                                                {"category", "noise"},
                                                                {"description", "Very loud music"},
                                                                {"source", "complainant"}}));
    EXPECT_EQ(both.status, 409);
    expect(text_of(both), "Drums");
    expect(text_of(both), "Very loud music");
    browser.get(incident + "/remove");
    EXPECT_EQ(browser.post(incident + "/remove", pairs({{"reason", " "}})).status, 422);
    auto const list = saved(incident + "/remove", pairs({{"reason", "<b>Another block</b>"}}));
    expect(list, "Struck out, not counted");
    expect(list, "<b>Another block</b>");
    expect(text(incident), "Struck out and not counted");
    expect(text(address + "/history"), "Incident struck out");
    EXPECT_EQ(browser.get(incident + "/edit").status, 409);
}

TEST_F(CaseSections, the_contact_log_says_which_promises_were_kept) {
    expect(text(address + "/contacts"), "No contact yet");
    saved(address + "/contacts/new", pairs({{"person", std::string(made.complainants.front().id.text())},
                                            {"made-on", "2026-06-10"},
                                            {"method", "telephone"},
                                            {"result", "conversation"},
                                            {"summary", "We spoke about the music"}}));
    auto const log = text(address + "/contacts");
    expect(log, "We spoke about the music");
    expect(log, "100% kept (1 of 1 promise)");
    expect(log, "Not due yet");
}

TEST_F(CaseSections, a_task_is_added_changed_and_done) {
    auto const list = saved(address + "/tasks/new", pairs({{"what", "Ask about the door"},
                                                           {"owner", std::string(officer.id.text())},
                                                           {"due-on", "2026-06-15"}}));
    expect(list, "Ask about the door");
    expect(text(address), "Task: Ask about the door");
    auto const body = browser.get(address + "/tasks").body;
    auto const at = body.find(address + "/tasks/0");
    ASSERT_NE(at, std::string::npos);
    auto const task = body.substr(at, body.find('"', at) - at);
    expect(saved(task + "/edit", pairs({{"what", "Ask about the front door"},
                                        {"owner", std::string(officer.id.text())},
                                        {"due-on", "2026-06-16"}})),
           "By 16 June 2026");
    expect(saved(task, pairs({{"done-on", "2026-06-10"}, {"result", "Mended"}})), "Task done.");
    expect(text(task), "Mended");
    EXPECT_EQ(browser.get(task + "/edit").status, 409);
}

TEST_F(CaseSections, cases_are_linked_and_unlinked) {
    browser.get(address + "/links");
    auto const refused = browser.post(
        address + "/links",
        pairs({{"other-reference", "ASB-26-99999"}, {"kind", "related"}, {"reason", "The same stairwell"}}));
    EXPECT_EQ(refused.status, 422);
    expect(text_of(refused), "There is no case with this reference");
    expect(text_of(refused), "The same stairwell");
    auto const linked = saved(address + "/links", pairs({{"other-reference", other.file.reference},
                                                         {"kind", "counter-allegation"},
                                                         {"reason", "Each names the other"}}));
    expect(linked, "Counter-allegation");
    expect(text("/cases/" + other.file.reference), "has the sides the other way round");
    auto const unlink = address + "/links/" + other.file.reference + "/remove";
    expect(saved(unlink, {}), "Link removed.");
}

TEST_F(CaseSections, a_restricted_case_leaves_no_trace_for_others) {
    saved(address + "/links", pairs({{"other-reference", other.file.reference},
                                     {"kind", "related"},
                                     {"reason", "Secret reason of the link"}}));
    TestBrowser by_manager{web};
    by_manager.sign_in(manager);
    expect(saved(by_manager, "/cases/" + made.file.reference + "/restriction",
                 pairs({{"reason", "Staff lives next door"}})),
           "The case is restricted now.");
    TestBrowser colleague{web};
    colleague.sign_in(site.account(Role::asb_officer, "Huw Pritchard"));
    for (auto const* part : {"", "/people", "/incidents", "/contacts", "/tasks", "/links", "/history",
                             "/access", "/conflict", "/edit", "/people/new", "/incidents/new", "/tasks/new"})
        EXPECT_EQ(colleague.get(address + part).status, 404) << part;
    auto const open = "/cases/" + other.file.reference;
    for (auto const* part : {"", "/links", "/history"}) {
        auto const page = text_of(colleague.get(open + part));
        expect_not(page, made.file.reference);
        expect_not(page, "Secret reason of the link");
    }
}

TEST_F(CaseSections, a_manager_who_is_not_named_opens_it_with_a_reason) {
    TestBrowser by_manager{web};
    by_manager.sign_in(manager);
    saved(by_manager, address + "/restriction", pairs({{"reason", "Staff lives next door"}}));
    TestBrowser by_head{web};
    by_head.sign_in(site.account(Role::head_of_housing, "Ruth Adeyemi"));
    auto const asked = by_head.get(address);
    EXPECT_EQ(asked.status, 403);
    expect(text_of(asked), "This case is restricted");
    expect_not(text_of(asked), "Acre Court");
    EXPECT_EQ(by_head.post(address + "/opening", pairs({{"reason", " "}})).status, 422);
    expect(text_of(by_head.follow(
               by_head.post(address + "/opening", pairs({{"reason", "A complaint to the board"}})))),
           "Its history says so");
    expect(text(address + "/history"), "A complaint to the board");
    // Removed again by the manager.
    auto const body = by_manager.get(address + "/restriction").body;
    expect(body, "Ruth Adeyemi");
    expect(saved(by_manager, address + "/restriction/lifting", pairs({{"reason", "They moved"}})),
           "no longer restricted");
    EXPECT_EQ(location_of(by_manager.get(address + "/restriction/lifting")), address + "/restriction");
}

TEST_F(CaseSections, after_a_conflict_of_interest_the_case_is_not_there) {
    auto const declared = saved(address + "/conflict", pairs({{"reason", "My cousin lives there"}}));
    expect(declared, "Conflict of interest declared");
    EXPECT_EQ(browser.get(address).status, 404);
    expect_not(text("/cases"), made.file.reference);
    TestBrowser by_manager{web};
    by_manager.sign_in(manager);
    auto const page = by_manager.get(address + "/conflict").body;
    expect(page, "My cousin lives there");
    auto const withdrawal = address + "/conflict/" + std::string(officer.id.text()) + "/withdrawal";
    saved(by_manager, withdrawal, pairs({{"reason", "A mistake"}}));
    EXPECT_EQ(browser.get(address).status, 200);
    EXPECT_EQ(location_of(by_manager.get(withdrawal)), address + "/conflict");
}

TEST_F(CaseSections, an_officer_may_not_restrict) {
    EXPECT_EQ(browser.get(address + "/restriction").status, 403);
    EXPECT_EQ(browser.post(address + "/restriction", pairs({{"reason", "x"}})).status, 403);
}

TEST_F(CaseSections, the_history_is_whole_and_says_who_looked) {
    browser.get(address);
    auto const history = text(address + "/history");
    expect(history, "The history is whole");
    expect(history, "Case opened");
    site.views().flush();
    auto const looks = text(address + "/access");
    expect(looks, "Dana Okafor");
    expect(looks, "The case");
}

TEST_F(CaseSections, case_details_are_changed_and_two_changes_are_set_side_by_side) {
    auto const housing = site.account(Role::housing_officer, "Jo Bell");
    TestBrowser by_manager{web};
    by_manager.sign_in(manager);
    browser.get(address + "/edit");
    saved(by_manager, address + "/edit",
          pairs({{"title", "Loud parties, Acre Court"},
                 {"category", "noise"},
                 {"subcategory", "noise-party"},
                 {"housing-officer", std::string(housing.id.text())}}));
    auto const both = browser.post(
        address + "/edit", pairs({{"title", "Loud music at night, Acre Court"}, {"category", "noise"}}));
    EXPECT_EQ(both.status, 409);
    expect(text_of(both), "Loud parties, Acre Court");
    expect(text_of(both), "Loud music at night, Acre Court");
    expect(text_of(both), "Jo Bell");
    auto const page = text_of(
        browser.follow(browser.post(address + "/edit", pairs({{"choose-title", "mine"},
                                                              {"choose-subcategory", "theirs"},
                                                              {"choose-place", "theirs"},
                                                              {"choose-housing-officer", "theirs"}}))));
    expect(page, "Loud music at night, Acre Court");
    expect(page, "Jo Bell");
    browser.get(address + "/edit");
    auto const named = browser.post(address + "/edit",
                                    pairs({{"title", "Ana Silva 1 and her music"}, {"category", "noise"}}));
    EXPECT_EQ(named.status, 422);
    expect(text_of(named), "A title must not name anybody on the case");
}

TEST_F(CaseSections, no_page_takes_more_than_twelve_statements) {
    for (auto const* part : {"", "/people", "/people/new", "/incidents", "/incidents/new", "/contacts",
                             "/tasks", "/tasks/new", "/links", "/history", "/access", "/edit", "/conflict"}) {
        auto const before = storage::sql::statements_on_this_thread();
        EXPECT_EQ(browser.get(address + part).status, 200) << part;
        EXPECT_LE(storage::sql::statements_on_this_thread() - before, 12) << part;
    }
}

}  // namespace
}  // namespace doorstep::test
