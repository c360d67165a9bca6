#include <gtest/gtest.h>

#include "storage/cases.h"
#include "storage/surveys.h"
#include "support/site/closed_case.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class SurveyPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account caller = site.account(Role::business_support);
    domain::accounts::Account manager = site.account(Role::asb_manager);
    ClosedCase closed = closed_case(site);
    TestBrowser browser{web};
    std::string const address = "/surveys/" + std::string(closed.survey.id.text());

    static void expect_words(http::Response const& response, std::string const& words) {
        auto const page = text_of(response);
        EXPECT_NE(page.find(words), std::string::npos) << words << "\nis not in\n" << page;
    }
    domain::surveys::Survey stored() {
        return site.database().read(
            [&](storage::sql::Read& tx) { return *storage::surveys::find(tx, closed.survey.id); });
    }
};

TEST_F(SurveyPages, list_the_calls_to_make) {
    browser.sign_in(caller);
    auto const page = browser.get("/surveys");
    EXPECT_EQ(page.status, 200);
    expect_words(page, "Calls to make (1)");
    expect_words(page, "Ms Silva");
    expect_words(page, "Best times: After 6pm");
    expect_words(page, "0 of 3");
    expect_words(browser.get("/surveys?view=done"), "No surveys were done in the last 12 months");
}

TEST_F(SurveyPages, ask_one_question_a_page_and_save_the_answers) {
    browser.sign_in(caller);
    expect_words(browser.get(address + "/call"), "I am ringing from");
    auto next = browser.post(address + "/call");
    EXPECT_EQ(location_of(next), address + "/call/channel");
    auto page = browser.follow(next);
    expect_words(page, "Question 1 of 8 How did you originally make your ASB report?");

    next = browser.post(location_of(next));
    EXPECT_EQ(next.status, 422);
    expect_words(next, "Select an answer, or skip this question");

    http::Pairs answer;
    answer.add("channel", "online");
    next = browser.post(address + "/call/channel", answer);
    EXPECT_EQ(location_of(next), address + "/call/first-contact");
    http::Pairs skip;
    skip.add("skip", "yes");
    while (location_of(next) != address + "/call/handling") {
        page = browser.follow(next);
        next = browser.post(location_of(next), skip);
        ASSERT_EQ(next.status, 303);
    }
    browser.follow(next);
    http::Pairs handling;
    handling.add("handling", "fairly-well");
    handling.add("handling-words", "Quick at first,\r\nthen <nothing> for weeks");
    next = browser.post(address + "/call/handling", handling);
    browser.follow(next);
    next = browser.post(address + "/call/outcome", skip);
    EXPECT_EQ(location_of(next), address + "/call/answers");
    page = browser.follow(next);
    expect_words(page, "Fairly well");
    expect_words(page, "then <nothing> for weeks");
    expect_words(page, "Skipped");
    EXPECT_EQ(page.body.find("<nothing>"), std::string::npos) << "escaped";

    auto const saved = browser.post(address + "/call/answers");
    EXPECT_EQ(saved.status, 303) << text_of(saved);
    expect_words(browser.follow(saved), "Survey saved. 2 questions answered.");
    EXPECT_EQ(stored().state, domain::surveys::State::completed);

    EXPECT_EQ(location_of(browser.get(address + "/call")), address) << "over: shows how it ended";
    expect_words(browser.get(address), "Fairly well");
}

TEST_F(SurveyPages, record_a_try_and_say_when_to_try_again) {
    browser.sign_in(caller);
    browser.get(address + "/attempts/new");
    http::Pairs fields;
    fields.add("tried-on-day", "10");
    fields.add("tried-on-month", "6");
    fields.add("tried-on-year", "2026");
    fields.add("result", "no-answer");
    expect_words(browser.follow(browser.post(address + "/attempts/new", fields)),
                 "Try again on 11 June 2026.");
    expect_words(browser.get("/surveys?view=later"), "try again 11 June 2026");
    EXPECT_EQ(stored().attempts, 1);
}

TEST_F(SurveyPages, keep_what_was_typed_when_a_try_is_refused) {
    browser.sign_in(caller);
    browser.get(address + "/attempts/new");
    http::Pairs fields;
    fields.add("tried-on-day", "11");
    fields.add("tried-on-month", "6");
    fields.add("tried-on-year", "2026");
    fields.add("result", "message-left");
    fields.add("note", "Left word with Ms Silva");
    auto const page = browser.post(address + "/attempts/new", fields);
    EXPECT_EQ(page.status, 422);
    expect_words(page, "Date of the try must be today or in the past");
    expect_words(page, "Left word with Ms Silva");
}

TEST_F(SurveyPages, take_answers_that_came_on_paper) {
    browser.sign_in(caller);
    browser.get(address + "/paper");
    expect_words(browser.post(address + "/paper"), "Enter at least one answer");
    http::Pairs fields;
    fields.add("victims-code", "no");
    expect_words(browser.follow(browser.post(address + "/paper", fields)), "Answers on paper saved.");
    EXPECT_EQ(stored().way, domain::surveys::Way::paper);
}

TEST_F(SurveyPages, give_helplines_and_tell_a_manager_when_somebody_is_upset) {
    browser.sign_in(caller);
    expect_words(browser.get(address + "/concern"), "116 123");
    expect_words(browser.post(address + "/concern"), "Enter what the manager should know");
    http::Pairs fields;
    fields.add("note", "Frightened of the stairwell");
    fields.add("goes-on", "try-later");
    expect_words(browser.follow(browser.post(address + "/concern", fields)),
                 manager.name + " has been told and will follow it up today.");

    TestBrowser other(web);
    other.sign_in(manager);
    expect_words(other.get(address), "Someone was upset in this call");
    expect_words(other.get(address), "Frightened of the stairwell");
    http::Pairs done;
    done.add("note", "Rang her");
    auto const after = other.follow(other.post(address + "/concern/follow-up", done));
    expect_words(after, "Marked as followed up.");
    EXPECT_EQ(text_of(after).find("Someone was upset in this call"), std::string::npos);
}

TEST_F(SurveyPages, refuse_somebody_who_worked_on_the_case_and_say_why) {
    site.database().write([&](storage::sql::Write& tx) {
        storage::cases::add_handler(tx, closed.file.id, caller.id, site.clock.now());
    });
    browser.sign_in(caller);
    expect_words(browser.get("/surveys"), "Calls to make (0)");
    auto const page = browser.get(address + "/call");
    EXPECT_EQ(page.status, 422);
    expect_words(page, "You worked on this case, so somebody else must make this call");
    EXPECT_EQ(text_of(page).find("Silva"), std::string::npos);
}

TEST_F(SurveyPages, let_managers_see_but_not_call) {
    browser.sign_in(manager);
    auto const list = browser.get("/surveys");
    EXPECT_EQ(list.status, 200);
    EXPECT_EQ(text_of(list).find("Call next"), std::string::npos);
    EXPECT_EQ(browser.get(address + "/call").status, 403);
    EXPECT_EQ(browser.get(address).status, 200);
}

TEST_F(SurveyPages, are_closed_to_others) {
    for (auto const role : {Role::asb_officer, Role::tenant_member, Role::board_member, Role::partner}) {
        TestBrowser other(web);
        other.sign_in(site.account(role));
        EXPECT_EQ(other.get("/surveys").status, 403);
        EXPECT_EQ(other.get(address).status, 403);
        EXPECT_EQ(other.get("/surveys/comments").status, 403);
    }
}

TEST_F(SurveyPages, sort_comments_one_after_another) {
    browser.sign_in(caller);
    browser.get(address + "/paper");
    http::Pairs fields;
    fields.add("handling", "very-well");
    fields.add("handling-words", "Dana was kind");
    fields.add("outcome-words", "Took a long time");
    browser.post(address + "/paper", fields);
    auto page = browser.get("/surveys/comments");
    expect_words(page, "Not sorted (2)");
    auto const at = page.body.find("/surveys/comments/");
    auto const comment = page.body.substr(at, page.body.find('"', at) - at);
    browser.get(comment);
    expect_words(browser.post(comment), "Select what kind of comment it is");
    http::Pairs sort;
    sort.add("kind", "compliment");
    sort.add("category", "officer");
    auto const saved = browser.post(comment, sort);
    expect_words(browser.follow(saved), "Saved. Here is the next.");
    EXPECT_NE(location_of(saved), comment);
    browser.post(location_of(saved), sort);
    expect_words(browser.get("/surveys/comments?kind=compliment&quarter=2026-27-Q1"), "Compliments (2)");
}

}  // namespace
}  // namespace doorstep::test
