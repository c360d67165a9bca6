#include <gtest/gtest.h>

#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using domain::cases::RiskBand;

class RiskPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestSite::MadeCase made = site.open_case({.owner = officer.id});
    TestBrowser browser{web};
    std::string const risk = "/cases/" + made.file.reference + "/risk";

    void SetUp() override { browser.sign_in(officer); }

    /// Every question answered with its first, lowest answer.
    http::Pairs calm_answers() {
        http::Pairs answers;
        auto context = site.as(officer);
        for (auto const& question : context.settings().question_set("ram", site.today()).questions)
            answers.set(question.code, question.options.front().code);
        return answers;
    }
    /// From the questions to the saved assessment.
    http::Response assess(http::Pairs const& answers, http::Pairs const& choice = {}) {
        browser.get(risk + "/new");
        EXPECT_EQ(browser.post(risk + "/new", answers).status, 200);
        return browser.post(risk + "/new", choice);
    }
};

TEST_F(RiskPages, say_that_nothing_is_assessed_yet_and_by_when) {
    auto const page = text_of(browser.get(risk));
    EXPECT_NE(page.find("Not assessed yet"), std::string::npos) << page;
    EXPECT_NE(page.find("No assessment yet"), std::string::npos);
    EXPECT_NE(page.find("Assess risk"), std::string::npos);
}

TEST_F(RiskPages, show_what_the_answers_come_to_before_they_are_saved) {
    browser.get(risk + "/new");
    http::Pairs answers;
    answers.set("threats-or-weapons", "violence-or-weapon");
    answers.set("note-threats-or-weapons", "He had a knife");
    auto const page = text_of(browser.post(risk + "/new", answers));
    EXPECT_NE(page.find("Check the assessment"), std::string::npos) << page;
    EXPECT_NE(page.find("Violence or a weapon"), std::string::npos);
    EXPECT_NE(page.find("Not answered"), std::string::npos);
    EXPECT_FALSE(site.stored(made.file.id).risk_band.has_value());
}

TEST_F(RiskPages, save_an_assessment_with_its_notes_and_missing_answers) {
    http::Pairs answers;
    answers.set("threats-or-weapons", "violence-or-weapon");
    answers.set("note-threats-or-weapons", "He had a <knife>");
    auto const saved = assess(answers);
    ASSERT_EQ(saved.status, 303);
    auto const page = text_of(browser.follow(saved));
    EXPECT_NE(page.find("Assessment saved: high risk."), std::string::npos) << page;
    EXPECT_NE(page.find("He had a <knife>"), std::string::npos);
    EXPECT_NE(page.find("An answer that is missing counts as its highest"), std::string::npos);
    EXPECT_EQ(site.stored(made.file.id).risk_band, RiskBand::high);
    EXPECT_NE(text_of(browser.get(risk)).find("Every assessment"), std::string::npos);
}

TEST_F(RiskPages, ask_for_at_least_one_answer) {
    browser.get(risk + "/new");
    auto const response = browser.post(risk + "/new");
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("Answer at least one question"), std::string::npos);
}

TEST_F(RiskPages, go_back_to_the_questions_with_the_answers_kept) {
    browser.get(risk + "/new");
    http::Pairs answers;
    answers.set("note-how-often", "Most nights");
    answers.set("how-often", "daily");
    browser.post(risk + "/new", answers);
    http::Pairs back;
    back.set("back", "yes");
    auto const response = browser.post(risk + "/new", back);
    EXPECT_EQ(response.status, 200);
    EXPECT_NE(response.body.find("value=\"daily\" checked"), std::string::npos);
    EXPECT_NE(response.body.find("Most nights"), std::string::npos);
}

TEST_F(RiskPages, ask_why_another_band_was_chosen) {
    http::Pairs higher;
    higher.set("chosen-band", "high");
    auto const response = assess(calm_answers(), higher);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("Enter why you chose another band"), std::string::npos);
}

TEST_F(RiskPages, keep_the_worked_out_band_until_a_manager_agrees_to_a_lower_one) {
    auto answers = calm_answers();
    answers.set("threats-or-weapons", "violence-or-weapon");
    http::Pairs lower;
    lower.set("chosen-band", "medium");
    lower.set("override-reason", "He has been arrested and cannot come near");
    auto const saved = assess(answers, lower);
    ASSERT_EQ(saved.status, 303);
    auto const page = text_of(browser.follow(saved));
    EXPECT_NE(page.find("Waiting for a manager"), std::string::npos) << page;
    EXPECT_EQ(site.stored(made.file.id).risk_band, RiskBand::high);

    auto const taken_back = browser.post(location_of(saved) + "/override/withdrawal");
    ASSERT_EQ(taken_back.status, 303);
    EXPECT_NE(text_of(browser.follow(taken_back)).find("Request taken back"), std::string::npos);
}

TEST_F(RiskPages, keep_what_was_typed_when_somebody_assessed_it_meanwhile) {
    TestBrowser other{web};
    auto const colleague = site.account(Role::asb_officer, "Another officer");
    other.sign_in(colleague);
    other.get(risk + "/new");
    auto const answers = calm_answers();
    other.post(risk + "/new", answers);

    ASSERT_EQ(assess(answers).status, 303);
    auto const response = other.post(risk + "/new");
    EXPECT_EQ(response.status, 409);
    EXPECT_NE(text_of(response).find("Someone assessed the risk of this case"), std::string::npos);
    EXPECT_NE(response.body.find("checked"), std::string::npos);
    other.post(risk + "/new", answers);
    EXPECT_EQ(other.post(risk + "/new").status, 303);
}

TEST_F(RiskPages, refuse_a_role_that_may_not_assess) {
    TestBrowser other{web};
    other.sign_in(site.account(Role::business_support));
    EXPECT_EQ(other.get(risk + "/new").status, 403);
}

TEST_F(RiskPages, know_no_other_assessment) {
    EXPECT_EQ(browser.get(risk + "/nothing").status, 404);
    EXPECT_EQ(browser.get(risk + "/0197a0f0-0000-7000-8000-000000000000").status, 404);
}

}  // namespace
}  // namespace doorstep::test
