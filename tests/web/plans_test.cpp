#include <gtest/gtest.h>

#include "storage/plans.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class PlanPages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-5)});
    TestBrowser browser{web};
    std::string const plan = "/cases/" + made.file.reference + "/plan";

    void SetUp() override { browser.sign_in(officer); }

    http::Pairs step(std::string const& what = "Visit on a Friday evening") {
        http::Pairs fields;
        fields.set("what", what);
        fields.set("owner-kind", "officer");
        fields.set("owner-account", std::string(officer.id.text()));
        fields.set("track", "enforcement");
        set_date(fields, "due-on", site.today().plus_days(7));
        return fields;
    }
    static void set_date(http::Pairs& fields, std::string const& name, Date date) {
        forms::detail::fill_date(fields, name, date);
    }
    void draft_with_a_step() {
        browser.get(plan + "/new");
        ASSERT_EQ(browser.post(plan + "/new").status, 303);
        browser.get(plan + "/steps/new");
        ASSERT_EQ(browser.post(plan + "/steps/new", step()).status, 303);
    }
    http::Response agree() {
        browser.get(plan + "/agreement");
        http::Pairs fields;
        fields.set("with", std::string(made.complainants.front().id.text()));
        set_date(fields, "agreed-on", site.today());
        fields.set("how", "telephone");
        return browser.post(plan + "/agreement", fields);
    }
    std::string step_page() {
        auto const steps = site.database().read(
            [&](storage::sql::Read& tx) { return storage::plans::steps_of_case(tx, made.file.id); });
        return plan + "/steps/" + std::string(steps.front().step.id.text());
    }
};

TEST_F(PlanPages, say_that_there_is_none_and_offer_the_usual_steps) {
    auto const page = text_of(browser.get(plan));
    EXPECT_NE(page.find("No plan yet"), std::string::npos) << page;
    EXPECT_NE(page.find("Start from the usual steps"), std::string::npos);
    EXPECT_NE(text_of(browser.get(plan + "/new")).find("Keep a diary"), std::string::npos);
}

TEST_F(PlanPages, begin_a_draft_from_chosen_steps) {
    browser.get(plan + "/new");
    http::Pairs chosen;
    chosen.add("templates", "keep-in-touch");
    chosen.add("templates", "diary");
    auto const page = text_of(browser.follow(browser.post(plan + "/new", chosen)));
    EXPECT_NE(page.find("Draft begun"), std::string::npos) << page;
    EXPECT_NE(page.find("Keep a diary"), std::string::npos);
    EXPECT_NE(page.find("Agree the plan"), std::string::npos);
}

TEST_F(PlanPages, name_what_a_step_is_missing_and_keep_the_rest) {
    browser.get(plan + "/new");
    browser.post(plan + "/new");
    browser.get(plan + "/steps/new");
    auto typed = step();
    typed.set("owner-kind", "partner");
    auto const response = browser.post(plan + "/steps/new", typed);
    EXPECT_EQ(response.status, 422);
    auto const page = text_of(response);
    EXPECT_NE(page.find("Enter the name of the agency"), std::string::npos) << page;
    EXPECT_NE(page.find("Visit on a Friday evening"), std::string::npos);
}

TEST_F(PlanPages, change_and_remove_a_step_of_the_draft) {
    draft_with_a_step();
    auto const address = step_page();
    EXPECT_NE(browser.get(address).body.find("Visit on a Friday evening"), std::string::npos);
    ASSERT_EQ(browser.post(address, step("Visit on a Saturday night")).status, 303);
    EXPECT_NE(text_of(browser.get(plan)).find("Visit on a Saturday night"), std::string::npos);

    EXPECT_NE(text_of(browser.get(address + "/remove")).find("taken out of the draft"), std::string::npos);
    auto const page = text_of(browser.follow(browser.post(address + "/remove")));
    EXPECT_NE(page.find("Step removed from the draft."), std::string::npos) << page;
}

TEST_F(PlanPages, keep_what_was_typed_when_somebody_changed_the_step_meanwhile) {
    draft_with_a_step();
    auto const address = step_page();
    TestBrowser other{web};
    other.sign_in(site.account(Role::asb_officer, "Another officer"));
    other.get(address);
    browser.get(address);
    browser.post(address, step("Theirs"));
    auto const response = other.post(address, step("Mine"));
    EXPECT_EQ(response.status, 409);
    auto const page = text_of(response);
    EXPECT_NE(page.find("Theirs"), std::string::npos) << page;
    EXPECT_NE(page.find("Mine"), std::string::npos);
    EXPECT_EQ(other.post(address, step("Mine")).status, 303);
}

TEST_F(PlanPages, agree_the_plan_and_show_how_it_is_kept) {
    draft_with_a_step();
    auto const agreed = agree();
    ASSERT_EQ(agreed.status, 303);
    auto const page = text_of(browser.follow(agreed));
    EXPECT_NE(page.find("Plan agreed, with 1 step."), std::string::npos) << page;
    EXPECT_NE(page.find("Not given yet"), std::string::npos);

    auto const address = step_page();
    browser.get(address);
    http::Pairs done;
    done.set("state", "done");
    set_date(done, "on", site.today());
    auto const after = text_of(browser.follow(browser.post(address, done)));
    EXPECT_NE(after.find("Step done, in time."), std::string::npos) << after;
    EXPECT_NE(after.find("1 of 1 step kept to time"), std::string::npos);
}

TEST_F(PlanPages, ask_why_a_step_is_dropped) {
    draft_with_a_step();
    agree();
    auto const address = step_page();
    browser.get(address);
    http::Pairs dropped;
    dropped.set("state", "dropped");
    set_date(dropped, "on", site.today());
    auto const response = browser.post(address, dropped);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("Enter why the step was dropped"), std::string::npos);
}

TEST_F(PlanPages, refuse_to_change_what_was_agreed) {
    draft_with_a_step();
    auto const address = step_page();
    browser.get(address);
    TestBrowser other{web};
    other.sign_in(officer);
    other.get(address);
    agree();
    auto const response = other.post(address, step("Something easier"));
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("What was agreed stays as it was agreed"), std::string::npos);
}

TEST_F(PlanPages, give_a_copy_that_can_be_printed) {
    draft_with_a_step();
    agree();
    auto const copy = text_of(browser.get(plan + "/copy"));
    EXPECT_NE(copy.find("Visit on a Friday evening"), std::string::npos) << copy;
    http::Pairs given;
    set_date(given, "given-on", site.today());
    given.set("how", "post");
    auto const page = text_of(browser.follow(browser.post(plan + "/copy", given)));
    EXPECT_NE(page.find("Copy of the plan written down as given."), std::string::npos) << page;
    EXPECT_NE(page.find("by post"), std::string::npos);
}

}  // namespace
}  // namespace doorstep::test
