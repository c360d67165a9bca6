#include <gtest/gtest.h>

#include <thread>

#include "storage/sql/query.h"
#include "support/web/test_program.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

/// The same calls against two servers on one database.
class ApiChanges : public ::testing::TestWithParam<storage::sql::Engine> {
  protected:
    void SetUp() override {
        require_engine(GetParam());
        if (IsSkipped()) return;
        site_ = std::make_unique<TestSite>(GetParam());
        web_ = std::make_unique<TestWeb>(*site_);
        another_web_ = std::make_unique<TestWeb>(*site_);
        officer_ = site().account(Role::asb_officer);
        made_ = site().open_case({.owner = officer_.id, .raised_on = site().today().plus_days(-2)});
        contacts_ = "/api/v1/cases/" + made_.file.reference + "/contacts";
    }
    TestSite& site() { return *site_; }
    TestWeb& web() { return *web_; }

    std::string contact(std::string const& summary = "It was loud again") {
        return R"({"person":")" + std::string(made_.complainants.front().id.text()) +
               R"(","made-on":"2026-06-10","method":"telephone","result":"conversation","summary":")" +
               summary + R"("})";
    }
    int contacts_kept() { return site().stored(made_.file.id).contacts_count; }

    std::unique_ptr<TestSite> site_;
    std::unique_ptr<TestWeb> web_;
    std::unique_ptr<TestWeb> another_web_;
    domain::accounts::Account officer_;
    TestSite::MadeCase made_;
    std::string contacts_;
};

TEST_P(ApiChanges, record_a_contact_as_the_form_would) {
    TestProgram program(web(), site(), officer_);
    auto const response = program.post(contacts_, contact());
    ASSERT_EQ(response.status, 201) << response.body;
    auto const recorded = json_of(response);
    EXPECT_EQ(recorded.at("met-first-contact"), true);
    EXPECT_EQ(recorded.at("next-contact-by").as_string(), "2026-06-24");
    EXPECT_EQ(contacts_kept(), 1);
    auto const events = site().events_of(made_.file.id.text());
    EXPECT_EQ(events.back(), "contact-recorded");
}

TEST_P(ApiChanges, name_every_problem_in_the_words_of_the_form) {
    TestProgram program(web(), site(), officer_);
    auto const response = program.post(contacts_, R"({"made-on":"2026-06-11","summary":""})");
    EXPECT_EQ(response.status, 422);
    auto const body = json_of(response);
    std::map<std::string, std::string> problems;
    for (auto const& one : body.at("problems").as_array())
        problems.emplace(one.as_object().at("field").as_string(), one.as_object().at("message").as_string());
    EXPECT_EQ(problems["made-on"], "Date of the contact must be today or in the past");
    EXPECT_EQ(problems["method"], "Select how the contact was made");
    EXPECT_EQ(problems["summary"], "Enter what was said");
    EXPECT_EQ(contacts_kept(), 0);
}

TEST_P(ApiChanges, with_the_same_key_are_made_once_and_answered_the_same) {
    TestProgram program(web(), site(), officer_);
    program.set_header("idempotency-key", "one");
    auto const first = program.post(contacts_, contact());
    auto const second = program.post(contacts_, contact());
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(second.status, 201);
    EXPECT_EQ(second.body, first.body);
    EXPECT_FALSE(first.header("Idempotency-Replayed"));
    EXPECT_EQ(second.header("Idempotency-Replayed"), "true");
    EXPECT_EQ(contacts_kept(), 1);
}

TEST_P(ApiChanges, with_the_key_of_another_request_are_refused) {
    TestProgram program(web(), site(), officer_);
    program.set_header("idempotency-key", "one");
    ASSERT_EQ(program.post(contacts_, contact()).status, 201);
    auto const response = program.post(contacts_, contact("Something else"));
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(problem_code(response), "key-reused");
    EXPECT_EQ(contacts_kept(), 1);
}

TEST_P(ApiChanges, keep_a_key_for_its_own_account) {
    auto const other = site().account(Role::asb_manager);
    TestProgram program(web(), site(), officer_);
    TestProgram another(web(), site(), other);
    program.set_header("idempotency-key", "one");
    another.set_header("idempotency-key", "one");
    EXPECT_EQ(program.post(contacts_, contact()).status, 201);
    EXPECT_EQ(another.post(contacts_, contact("By another")).status, 201);
    EXPECT_EQ(contacts_kept(), 2);
}

TEST_P(ApiChanges, that_were_refused_may_be_tried_again_with_the_same_key) {
    TestProgram program(web(), site(), officer_);
    program.set_header("idempotency-key", "one");
    EXPECT_EQ(program.post(contacts_, contact("")).status, 422);
    EXPECT_EQ(program.post(contacts_, contact()).status, 201);
}

TEST_P(ApiChanges, need_a_key) {
    TestProgram program(web(), site(), officer_);
    auto const response = program.send(http::Method::post, contacts_, contact());
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(problem_code(response), "key-missing");
}

TEST_P(ApiChanges, sent_to_two_servers_at_once_make_one_record_and_the_same_answer) {
    constexpr int rounds = 10;
    TestProgram made(web(), site(), officer_);
    for (int round = 0; round < rounds; ++round) {
        auto const key = "round-" + std::to_string(round);
        auto const body = contact(key);
        std::array<http::Response, 2> answers;
        auto const ask = [&](TestWeb& server, http::Response& answer) {
            TestProgram program(server);
            program.set_token(made.token());
            program.set_header("idempotency-key", key);
            // 409: the other is at it. As a program should, it asks again.
            for (int tries = 0; tries < 100; ++tries) {
                answer = program.post(contacts_, body);
                if (answer.status != 409) break;
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        };
        std::thread one([&] { ask(*web_, answers[0]); });
        std::thread two([&] { ask(*another_web_, answers[1]); });
        one.join();
        two.join();
        EXPECT_EQ(answers[0].status, 201) << answers[0].body;
        EXPECT_EQ(answers[1].status, 201) << answers[1].body;
        EXPECT_EQ(answers[0].body, answers[1].body);
    }
    EXPECT_EQ(contacts_kept(), rounds);
}

TEST_P(ApiChanges, to_what_was_seen_need_its_etag) {
    TestProgram program(web(), site(), officer_);
    auto const address = "/api/v1/cases/" + made_.file.reference;
    auto const seen = program.get(address);
    EXPECT_EQ(problem_code(program.patch(address, R"({"title":"New"})")), "if-match-missing");
    EXPECT_EQ(program.patch(address, R"({"title":"New"})").status, 428);

    program.set_header("if-match", std::string(*seen.header("ETag")));
    auto const edited = program.patch(address, R"({"title":"Loud music, Acre Court"})");
    ASSERT_EQ(edited.status, 200) << edited.body;
    EXPECT_EQ(json_of(edited).at("title").as_string(), "Loud music, Acre Court");
    EXPECT_EQ(json_of(edited).at("category").as_string(), "noise");
    EXPECT_NE(edited.header("ETag"), seen.header("ETag"));

    auto const late = program.patch(address, R"({"title":"Too late"})");
    EXPECT_EQ(late.status, 412);
    EXPECT_EQ(problem_code(late), "changed-meanwhile");
    for (auto const* tag : {"*", "W/\"2.abc\"", "\"\"", "\"x.y\"", "7"}) {
        program.set_header("if-match", tag);
        EXPECT_EQ(program.patch(address, R"({"title":"Never"})").status, 412) << tag;
    }
}

TEST_P(ApiChanges, empty_what_is_null_and_leave_what_is_not_named) {
    TestProgram program(web(), site(), officer_);
    auto const address = "/api/v1/cases/" + made_.file.reference;
    program.set_header("if-match", std::string(*program.get(address).header("ETag")));
    auto const placed = program.patch(address, R"({"place":"Second floor","hate":true})");
    ASSERT_EQ(placed.status, 200) << placed.body;
    program.set_header("if-match", std::string(*placed.header("ETag")));
    auto const emptied = program.patch(address, R"({"place":null})");
    ASSERT_EQ(emptied.status, 200) << emptied.body;
    EXPECT_EQ(json_of(emptied).at("place").as_string(), "");
    EXPECT_EQ(json_of(emptied).at("hate"), true);
}

INSTANTIATE_TEST_SUITE_P(both, ApiChanges,
                         ::testing::Values(storage::sql::Engine::sqlite, storage::sql::Engine::postgres),
                         engine_test_name);

}  // namespace
}  // namespace doorstep::test
