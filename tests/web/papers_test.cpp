#include <gtest/gtest.h>

#include "gateways/document_programs.h"
#include "legal/paper_template.h"
#include "storage/sql/database.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class PaperPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    TestBrowser browser{web};
    domain::accounts::Account manager = site.account(Role::asb_manager);
    domain::accounts::Account board = site.account(Role::board_member);

    void SetUp() override {
        site.set_today(*Date::of(2026, 2, 10));
        site.open_case();
        site.set_today(*Date::of(2026, 6, 10));
        browser.sign_in(manager);
    }
    std::string begin() {
        browser.get("/papers/new");
        auto const made = browser.post("/papers/new", fields("9", "7"));
        EXPECT_EQ(made.status, 303) << text_of(made);
        return location_of(made);
    }
    static http::Pairs fields(std::string day, std::string month) {
        http::Pairs all;
        all.add("period", "2025-26-Q4");
        all.add("board-name", "Homes Committee");
        all.add("meeting-on-day", std::move(day));
        all.add("meeting-on-month", std::move(month));
        all.add("meeting-on-year", "2026");
        all.add("title", "Anti-social behaviour: Q4");
        all.add("author-role", "ASB team manager");
        all.add("recommendation", "To note");
        all.add("report-part", "Part B");
        return all;
    }
    http::Response post(std::string const& address, std::vector<std::pair<std::string, std::string>> fields,
                        std::string const& from = "") {
        browser.get(from.empty() ? address : from);
        http::Pairs pairs;
        for (auto& [name, value] : fields) pairs.add(name, value);
        return browser.post(address, pairs);
    }
    void answer_all(std::string const& paper) {
        for (auto const& one : legal::board_paper_template().implications)
            ASSERT_EQ(
                post(paper + "/sections/implications." + one.code, {{"answer", "no"}, {"words", ""}}).status,
                303);
    }
    void approve_all(std::string const& paper) {
        for (auto const& role : legal::board_paper_template().approvals)
            ASSERT_EQ(post(paper + "/approval", {{"role", role.code},
                                                 {"name", "Ade Cole"},
                                                 {"approved-on-day", "9"},
                                                 {"approved-on-month", "6"},
                                                 {"approved-on-year", "2026"}})
                          .status,
                      303);
    }
};

TEST_F(PaperPages, go_from_a_quarter_to_an_issued_paper) {
    EXPECT_NE(text_of(browser.get("/papers")).find("No paper has been begun"), std::string::npos);
    auto const paper = begin();
    auto const tasks = text_of(browser.get(paper));
    EXPECT_NE(tasks.find("Filled in from the figures"), std::string::npos);
    ASSERT_EQ(post(paper + "/sections/summary", {{"words", "We opened 1 case.\n\n- One\n- Two"}}).status,
              303);
    ASSERT_EQ(
        post(paper + "/partners", {{"partner", "Police"}, {"patrols", "12"}, {"words", "Quiet"}}).status,
        303);
    answer_all(paper);
    ASSERT_EQ(post(paper + "/approval/send", {}, paper + "/approval").status, 303);
    auto const late = post(paper + "/approval", {{"role", "governance"},
                                                 {"name", "Ade Cole"},
                                                 {"approved-on-day", "11"},
                                                 {"approved-on-month", "7"},
                                                 {"approved-on-year", "2026"}});
    EXPECT_EQ(late.status, 422);
    approve_all(paper);
    ASSERT_EQ(post(paper + "/issue", {}).status, 303);

    TestBrowser member(web);
    member.sign_in(board);
    EXPECT_NE(text_of(member.get("/papers")).find("Anti-social behaviour: Q4"), std::string::npos);
    auto const reading = text_of(member.get(paper + "/read"));
    EXPECT_NE(reading.find("We opened 1 case."), std::string::npos);
    EXPECT_NE(reading.find("Police 12"), std::string::npos);
    EXPECT_NE(text_of(member.get(paper)).find("Download: PDF"), std::string::npos);
    auto const sheet = member.get(paper + "/download/xlsx");
    EXPECT_EQ(sheet.status, 200);
    EXPECT_EQ(sheet.body.substr(0, 2), "PK");
    EXPECT_EQ(member.get(paper + "/download/odt").status, 404);
}

TEST_F(PaperPages, hide_from_the_board_what_is_not_issued) {
    auto const paper = begin();
    TestBrowser member(web);
    member.sign_in(board);
    for (auto const* page : {"", "/read", "/download/html"})
        EXPECT_EQ(member.get(paper + page).status, 404) << page;
    EXPECT_EQ(member.get(paper + "/approval").status, 403);
    EXPECT_NE(text_of(member.get("/papers")).find("No paper has been issued yet"), std::string::npos);
}

TEST_F(PaperPages, show_both_when_two_people_write_one_section) {
    auto const paper = begin();
    TestBrowser other(web);
    other.sign_in(manager);
    other.get(paper + "/sections/summary");
    ASSERT_EQ(post(paper + "/sections/summary", {{"words", "Mine"}}).status, 303);
    http::Pairs theirs;
    theirs.add("words", "Theirs");
    auto const both = other.post(paper + "/sections/summary", theirs);
    EXPECT_EQ(both.status, 409);
    EXPECT_NE(text_of(both).find("Mine"), std::string::npos);
    EXPECT_NE(text_of(both).find("Theirs"), std::string::npos);
    http::Pairs together;
    together.add("words", "Mine and theirs");
    EXPECT_EQ(other.post(paper + "/sections/summary", together).status, 303);
}

TEST_F(PaperPages, name_numbers_in_the_text_that_are_no_figure_of_the_paper_and_keep_the_text) {
    auto const paper = begin();
    EXPECT_EQ(text_of(browser.get(paper)).find("are no figure of this paper"), std::string::npos);
    std::string const words = "We opened 1 case, not 57, on 3 March 2026. Police made 86% of 1,204 patrols.";
    ASSERT_EQ(post(paper + "/sections/cases", {{"words", words}}).status, 303);
    for (auto const* page : {"", "/approval"}) {
        auto const shown = text_of(browser.get(paper + page));
        EXPECT_NE(shown.find("4.1 Cases opened and closed: 57, 86%, 1204"), std::string::npos) << page;
    }
    EXPECT_NE(text_of(browser.get(paper + "/read")).find(words), std::string::npos);
    answer_all(paper);
    EXPECT_EQ(post(paper + "/approval/send", {}, paper + "/approval").status, 303) << "it holds nothing up";
    EXPECT_NE(text_of(browser.get(paper + "/read")).find(words), std::string::npos);
}

TEST_F(PaperPages, are_asked_about_by_the_board_before_the_meeting_and_answered) {
    auto const paper = begin();
    answer_all(paper);
    post(paper + "/approval/send", {}, paper + "/approval");
    TestBrowser member(web);
    member.sign_in(board);
    auto const ask = [&](std::string words) {
        member.get(paper + "/read");
        http::Pairs fields;
        fields.add("words", std::move(words));
        return member.post(paper + "/questions", fields);
    };
    EXPECT_EQ(ask("Too early?").status, 404) << "it is not issued";
    approve_all(paper);
    ASSERT_EQ(post(paper + "/issue", {}).status, 303);
    EXPECT_EQ(text_of(browser.get(paper + "/read")).find("Questions before the meeting"), std::string::npos);
    EXPECT_EQ(ask("").status, 422);
    ASSERT_EQ(ask("Why were <so few> closed?").status, 303);
    auto const asked = browser.get(paper + "/read");
    EXPECT_NE(text_of(asked).find("Why were <so few> closed?"), std::string::npos);
    auto const at = asked.body.find("/panel/questions/0");
    ASSERT_NE(at, std::string::npos);
    auto const answering = asked.body.substr(at, asked.body.find('"', at) - at);
    auto const answered = post(answering, {{"answer", "One case was opened."}});
    EXPECT_EQ(location_of(answered), paper + "/read");
    EXPECT_NE(text_of(member.get(paper + "/read")).find("One case was opened."), std::string::npos);
    TestBrowser tenant(web);
    tenant.sign_in(site.account(Role::tenant_member));
    EXPECT_EQ(text_of(tenant.get("/panel")).find("Why were <so few> closed?"), std::string::npos);
    site.set_today(*Date::of(2026, 7, 10));
    member.sign_in(board);
    auto const late = ask("Too late?");
    EXPECT_EQ(late.status, 422);
    EXPECT_NE(text_of(late).find("The board met on 9 July 2026"), std::string::npos);
}

TEST_F(PaperPages, cost_few_statements) {
    auto const paper = begin();
    for (auto const* page : {"", "/read", "/sections/summary", "/approval", "/partners", "/issue"}) {
        auto const before = storage::sql::statements_on_this_thread();
        EXPECT_EQ(browser.get(paper + page).status, 200) << page;
        EXPECT_LE(storage::sql::statements_on_this_thread() - before, 12) << page;
    }
}

}  // namespace
}  // namespace doorstep::test
