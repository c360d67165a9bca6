#include <gtest/gtest.h>

#include "storage/work_items.h"
#include "support/web/test_browser.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using domain::cases::State;

class ClosurePages : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager, "Marta Lindqvist");
    TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = site.today().plus_days(-5)});
    TestBrowser browser{web};
    std::string const file = "/cases/" + made.file.reference;

    void SetUp() override { browser.sign_in(officer); }
    State state() { return site.stored(made.file.id).state; }

    http::Pairs closing(std::string const& outcome = "resolved") {
        http::Pairs fields;
        fields.set("outcome", outcome);
        fields.set("resolved-reason", "behaviour-stopped");
        fields.set("unresolved-reason", "not-enough-evidence");
        fields.set("summary", "Mediation worked");
        fields.set("explanation", "The noise has stopped");
        fields.set("confirmed", "review-right-told");
        fields.set("why-plan-agreed", "They moved away");
        fields.set("why-risk-redone", "They moved away");
        fields.set("why-complainant-spoken-to", "They moved away");
        return fields;
    }
    http::Response close(http::Pairs const& fields) {
        browser.get(file + "/closure");
        return browser.post(file + "/closure", fields);
    }
    void leave_a_task() {
        site.database().write([&](storage::sql::Write& tx) {
            storage::work_items::put(tx,
                                     {.id = WorkItemId(site.ids.next()),
                                      .account = officer.id,
                                      .kind = domain::work::Kind::task,
                                      .case_file = made.file.id,
                                      .report = {},
                                      .subject = "task-1",
                                      .due_on = site.today()},
                                     site.clock.now());
            return true;
        });
    }
};

TEST_F(ClosurePages, list_what_is_left_each_with_a_link) {
    leave_a_task();
    auto const response = browser.get(file + "/closure");
    EXPECT_EQ(response.status, 200);
    auto const page = text_of(response);
    EXPECT_NE(page.find("This case cannot be closed yet"), std::string::npos) << page;
    EXPECT_NE(page.find("To do"), std::string::npos);
    EXPECT_NE(response.body.find(file + "/tasks/task-1"), std::string::npos);
    EXPECT_EQ(page.find("How did it end?"), std::string::npos);
}

TEST_F(ClosurePages, name_everything_missing_and_keep_the_rest) {
    auto typed = closing();
    typed.remove("why-risk-redone");
    typed.remove("confirmed");
    typed.remove("resolved-reason");
    auto const response = close(typed);
    EXPECT_EQ(response.status, 422);
    auto const page = text_of(response);
    EXPECT_NE(page.find("Select why the case is closed"), std::string::npos) << page;
    EXPECT_NE(page.find("Enter why the case is closed all the same"), std::string::npos);
    EXPECT_NE(page.find("Confirm: The people who reported know"), std::string::npos);
    EXPECT_NE(page.find("Mediation worked"), std::string::npos);
    EXPECT_EQ(state(), State::open);
}

TEST_F(ClosurePages, close_the_case_and_say_when_the_survey_is_due) {
    auto const closed = close(closing());
    ASSERT_EQ(closed.status, 303);
    auto const page = text_of(browser.follow(closed));
    EXPECT_NE(page.find("Case closed. 1 person cannot be written to safely: tell them another way. 1 survey "
                        "call falls due on 10 July 2026."),
              std::string::npos)
        << page;
    auto const record = text_of(browser.get(file + "/closure"));
    EXPECT_NE(record.find("The behaviour has stopped"), std::string::npos) << record;
    EXPECT_NE(record.find("Reopen the case"), std::string::npos);
}

TEST_F(ClosurePages, refuse_work_on_a_closed_case_and_offer_to_reopen_it) {
    close(closing());
    auto const response = browser.get(file + "/contacts/new");
    EXPECT_EQ(response.status, 409);
    auto const page = text_of(response);
    EXPECT_NE(page.find("This case is closed"), std::string::npos) << page;
    EXPECT_NE(response.body.find(file + "/reopening"), std::string::npos);
}

TEST_F(ClosurePages, reopen_the_case_with_a_reason) {
    close(closing());
    EXPECT_NE(text_of(browser.get(file + "/reopening")).find("It was closed on 10 June 2026"),
              std::string::npos);
    EXPECT_EQ(browser.post(file + "/reopening").status, 422);
    http::Pairs reason;
    reason.set("reason", "It began again on Sunday");
    auto const page = text_of(browser.follow(browser.post(file + "/reopening", reason)));
    EXPECT_NE(page.find("Case open again. Contact them by 17 June 2026."), std::string::npos) << page;
    EXPECT_NE(page.find("It began again on Sunday"), std::string::npos);
}

TEST_F(ClosurePages, refuse_to_reopen_an_open_case) {
    EXPECT_EQ(browser.get(file + "/reopening").status, 409);
}

TEST_F(ClosurePages, pause_and_end_the_pause) {
    browser.get(file + "/pause");
    http::Pairs pause;
    pause.set("reason", "The police are investigating");
    forms::detail::fill_date(pause, "until", site.today().plus_days(14));
    auto const page = text_of(browser.follow(browser.post(file + "/pause", pause)));
    EXPECT_NE(page.find("Case paused until 24 June 2026. Its clocks run on."), std::string::npos) << page;
    EXPECT_NE(text_of(browser.get(file + "/pause")).find("This case is paused"), std::string::npos);
    ASSERT_EQ(browser.post(file + "/pause/end").status, 303);
    EXPECT_EQ(state(), State::open);
}

TEST_F(ClosurePages, ask_for_a_day_in_the_future) {
    browser.get(file + "/pause");
    http::Pairs pause;
    pause.set("reason", "The police are investigating");
    forms::detail::fill_date(pause, "until", site.today());
    auto const response = browser.post(file + "/pause", pause);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("Date it is paused until must be in the future"), std::string::npos);
}

class ApprovalPages : public ClosurePages {
  protected:
    void SetUp() override {
        ClosurePages::SetUp();
        ASSERT_EQ(close(closing("unresolved")).status, 303);
        decider.sign_in(manager);
    }
    /// The address of the one request that waits.
    std::string request() {
        auto const page = decider.get("/approvals").body;
        auto const at = page.find("/approvals/");
        return at == std::string::npos ? "" : page.substr(at, page.find('"', at) - at);
    }
    TestBrowser decider{web};
};

TEST_F(ApprovalPages, list_what_waits_and_show_what_is_asked) {
    auto const list = text_of(decider.get("/approvals"));
    EXPECT_NE(list.find("Close a case"), std::string::npos) << list;
    EXPECT_NE(list.find("Dana Okafor"), std::string::npos);
    auto const page = text_of(decider.get(request()));
    EXPECT_NE(page.find("Not enough evidence to take it further"), std::string::npos) << page;
    EXPECT_NE(page.find("They moved away"), std::string::npos);
}

TEST_F(ApprovalPages, approve_and_the_case_is_closed) {
    auto const address = request();
    decider.get(address);
    http::Pairs decision;
    decision.set("decision", "approved");
    auto const page = text_of(decider.follow(decider.post(address, decision)));
    EXPECT_NE(page.find("Approved: close a case"), std::string::npos) << page;
    EXPECT_NE(page.find("Nothing waits for you"), std::string::npos);
    EXPECT_EQ(state(), State::closed);
    EXPECT_NE(text_of(decider.get(address)).find("Approved"), std::string::npos);
}

TEST_F(ApprovalPages, ask_what_has_to_change_before_sending_back) {
    auto const address = request();
    decider.get(address);
    http::Pairs decision;
    decision.set("decision", "sent-back");
    auto const refused = decider.post(address, decision);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(text_of(refused).find("Enter what has to change"), std::string::npos);
    decision.set("note", "Ring the witness first");
    ASSERT_EQ(decider.post(address, decision).status, 303);
    EXPECT_EQ(state(), State::open);
    EXPECT_NE(text_of(browser.get(file)).find("Ring the witness first"), std::string::npos);
}

TEST_F(ApprovalPages, show_the_officer_that_a_manager_decides) {
    auto const page = text_of(browser.get(file + "/closure"));
    EXPECT_NE(page.find("Waiting for approval to close"), std::string::npos) << page;
    ASSERT_EQ(browser.post(file + "/closure/withdrawal").status, 303);
    EXPECT_EQ(state(), State::open);
    EXPECT_NE(text_of(decider.get("/approvals")).find("Nothing waits for you"), std::string::npos);
}

TEST_F(ApprovalPages, say_what_came_up_meanwhile) {
    leave_a_task();
    auto const address = request();
    EXPECT_NE(text_of(decider.get(address)).find("It cannot be approved as it stands"), std::string::npos);
    http::Pairs decision;
    decision.set("decision", "approved");
    auto const response = decider.post(address, decision);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("Not yet: Every task is done"), std::string::npos);
}

TEST_F(ApprovalPages, refuse_ones_own_request_in_so_many_words) {
    auto const other = site.open_case({.owner = manager.id});
    TestBrowser own{web};
    own.sign_in(manager);
    own.get("/cases/" + other.file.reference + "/closure");
    ASSERT_EQ(own.post("/cases/" + other.file.reference + "/closure", closing("unresolved")).status, 303);
    EXPECT_EQ(text_of(own.get("/approvals")).find(other.file.reference), std::string::npos);

    auto const second = site.account(Role::asb_manager, "Another manager");
    TestBrowser another{web};
    another.sign_in(second);
    auto const page = another.get("/approvals").body;
    auto const at = page.rfind("/approvals/");
    ASSERT_NE(at, std::string::npos);
    auto const address = page.substr(at, page.find('"', at) - at);
    auto const response = own.get(address);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(text_of(response).find("You asked for this yourself: somebody else decides"),
              std::string::npos);
}

TEST_F(ApprovalPages, are_for_those_who_may_approve) {
    EXPECT_EQ(browser.get("/approvals").status, 403);
    EXPECT_EQ(decider.get("/approvals/nothing").status, 404);
}

}  // namespace
}  // namespace doorstep::test
