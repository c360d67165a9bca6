#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class MeetingPages : public ::testing::Test {
  protected:
    TestSite site;  // Wednesday 10 June 2026
    TestWeb web{site};
    TestBrowser browser{web};
    TestBrowser member{web};
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    domain::accounts::Account tenant = site.account(Role::tenant_member);

    void SetUp() override {
        browser.sign_in(manager);
        member.sign_in(tenant);
    }
    http::Response post(TestBrowser& who, std::string const& address,
                        std::vector<std::pair<std::string, std::string>> fields,
                        std::string const& from = "") {
        who.get(from.empty() ? address : from);
        http::Pairs pairs;
        for (auto& [name, value] : fields) pairs.add(name, value);
        return who.post(address, pairs);
    }
    std::string plan(std::string day) {
        auto const made = post(browser, "/meetings/new",
                               {{"series", "Tenant monitoring group"},
                                {"department", "ASB"},
                                {"name", "Monitoring group"},
                                {"held-on-day", std::move(day)},
                                {"held-on-month", "6"},
                                {"held-on-year", "2026"},
                                {"start-time", "10am"}});
        EXPECT_EQ(made.status, 303) << text_of(made);
        return location_of(made);
    }
    void write(std::string const& meeting, std::vector<std::pair<std::string, std::string>> fields) {
        auto const saved = post(browser, meeting + "/items/new", std::move(fields));
        ASSERT_EQ(saved.status, 303) << text_of(saved);
    }
};

TEST_F(MeetingPages, go_from_a_plan_to_published_minutes_and_the_next_agenda) {
    auto const meeting = plan("9");
    ASSERT_EQ(post(browser, meeting + "/attendance",
                   {{"members", "Ada Byron\nJSM John Stuart Mill"},
                    {"officers", "Marta Lindqvist"},
                    {"unnamed", "2"}})
                  .status,
              303);
    write(meeting, {{"kind", "question"}, {"speaker", "AB"}, {"words", "Why are closures so rare?"}});
    write(meeting, {{"kind", "answer"}, {"speaker", "ML"}, {"words", "They need a court."}});
    write(meeting, {{"kind", "note"}, {"speaker", "XY"}, {"words", "We will report back on the lifts."}});
    write(meeting, {{"kind", "note"},
                    {"speaker", "ML"},
                    {"words", "The cleaning was looked at."},
                    {"action", "Send the plan"},
                    {"action-owner", "ML"}});
    write(meeting, {{"kind", "note"}, {"speaker", "JSM"}, {"words", "Police moves"}, {"is-deferred", "yes"}});
    auto const page = text_of(browser.get(meeting));
    EXPECT_NE(page.find("XY is nobody in the attendance register"), std::string::npos);
    EXPECT_NE(page.find("sounds like a promise and has no action"), std::string::npos);
    EXPECT_EQ(member.get(meeting + "/minutes/read").status, 404);
    EXPECT_EQ(post(browser, meeting + "/minutes", {}).status, 422);
    ASSERT_EQ(post(browser, meeting + "/minutes", {{"knows-warnings", "yes"}}).status, 303);

    auto const minutes = text_of(member.get(meeting + "/minutes/read"));
    EXPECT_NE(minutes.find("Ada Byron (AB)"), std::string::npos);
    EXPECT_NE(minutes.find("2 new attendees"), std::string::npos);
    EXPECT_NE(minutes.find("Question: Why are closures so rare?"), std::string::npos);
    EXPECT_NE(minutes.find("Send the plan (ML)"), std::string::npos);
    EXPECT_NE(minutes.find("Wednesday 9 September 2026"), std::string::npos);
    EXPECT_EQ(member.get(meeting + "/minutes/download/html?pack=catch-up").status, 200);

    auto const agenda = text_of(browser.get(plan("30")));
    EXPECT_NE(agenda.find("Deferred from 9 June 2026: Police moves"), std::string::npos);
    EXPECT_NE(agenda.find("Open action of 9 June 2026: Send the plan"), std::string::npos);
}

TEST_F(MeetingPages, bring_what_members_asked_onto_the_agenda_each_question_once) {
    auto const meeting = plan("30");
    ASSERT_EQ(post(member, "/panel/questions/new", {{"words", "How many closures?"}}).status, 303);
    auto const staff = browser.get("/panel");
    auto const at = staff.body.find("/panel/questions/0");
    ASSERT_NE(at, std::string::npos);
    auto const address = staff.body.substr(at, staff.body.find('"', at) - at);
    ASSERT_EQ(post(browser, address, {{"answer", "Two this quarter."}}).status, 303);
    EXPECT_NE(text_of(browser.get(meeting)).find("Bring 1 question onto the agenda"), std::string::npos);
    ASSERT_EQ(post(browser, meeting + "/questions", {}, meeting).status, 303);
    auto const agenda = text_of(browser.get(meeting));
    EXPECT_NE(agenda.find("Question: How many closures?"), std::string::npos);
    EXPECT_NE(agenda.find("Answer: Two this quarter."), std::string::npos);
    EXPECT_EQ(agenda.find("onto the agenda"), std::string::npos);
    EXPECT_EQ(post(browser, meeting + "/questions", {}, meeting).status, 409);
    ASSERT_EQ(post(member, "/panel/questions/new", {{"words", "And lifts?"}}).status, 303);
    auto const next = text_of(browser.get(plan("29")));
    EXPECT_NE(next.find("Question: And lifts?"), std::string::npos) << "a new meeting takes what waits";
    EXPECT_EQ(next.find("How many closures?"), std::string::npos);
}

TEST_F(MeetingPages, give_tenant_members_a_home_with_questions_and_no_way_to_cases) {
    site.open_case();
    auto const empty = text_of(member.get("/panel"));
    EXPECT_NE(empty.find("No meeting is set"), std::string::npos);
    plan("30");
    ASSERT_EQ(post(member, "/panel/questions/new", {{"words", "How many closures?"}}).status, 303);
    auto const staff = browser.get("/panel");
    EXPECT_NE(text_of(staff).find("Answer this question"), std::string::npos);
    auto const at = staff.body.find("/panel/questions/0");
    ASSERT_NE(at, std::string::npos);
    auto const address = staff.body.substr(at, staff.body.find('"', at) - at);
    ASSERT_EQ(post(browser, address, {{"answer", "Two this quarter."}}).status, 303);
    auto const home = member.get("/panel");
    EXPECT_NE(text_of(home).find("Two this quarter."), std::string::npos);
    EXPECT_NE(text_of(home).find("The next meeting is on Tuesday 30 June 2026 at 10am"), std::string::npos);
    EXPECT_EQ(home.body.find("/cases"), std::string::npos);
    for (auto const* page : {"/cases", "/figures", "/meetings/new", "/papers"})
        EXPECT_EQ(member.get(page).status, 403) << page;
}

}  // namespace
}  // namespace doorstep::test
