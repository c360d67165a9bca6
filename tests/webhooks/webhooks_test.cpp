#include "usecases/webhooks/webhooks.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "storage/sql/query.h"
#include "support/site/test_site.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/webhooks/deliver.h"

namespace doorstep::test {
namespace {

using domain::access::Role;
using domain::webhooks::State;
using usecases::webhooks::deliver_webhooks;

/// Another program, as it answers.
class RecordingPoster : public gateways::WebPoster {
  public:
    gateways::WebAnswer post(gateways::WebPost const& post) override {
        sent.push_back(post);
        return answer;
    }
    std::string header(std::size_t n, std::string_view name) const {
        for (auto const& [header_name, value] : sent.at(n).headers)
            if (header_name == name) return value;
        return "";
    }
    std::vector<gateways::WebPost> sent;
    gateways::WebAnswer answer{200, ""};
};

class Webhooks : public ::testing::TestWithParam<storage::sql::Engine> {
  protected:
    void SetUp() override {
        require_engine(GetParam());
        if (IsSkipped()) return;
        site_ = std::make_unique<TestSite>(GetParam());
        administrator_ = site().account(Role::administrator);
        officer_ = site().account(Role::asb_officer);
        made_ = site().open_case({.owner = officer_.id, .raised_on = site().today().plus_days(-2)});
    }
    TestSite& site() { return *site_; }

    usecases::webhooks::WebhookAdded add(std::vector<std::string> kinds = {"contact-recorded"}) {
        auto context = site().as(administrator_);
        auto const added = usecases::webhooks::add_webhook(
            context,
            {.name = "Housing system", .address = "https://hub.example/", .kinds = std::move(kinds)});
        EXPECT_TRUE(added);
        return *added;
    }
    void record_contact(TestSite::MadeCase const& made) {
        auto context = site().as(officer_);
        auto const recorded = usecases::contacts::record_contact(
            context, {.reference = made.file.reference,
                      .person = made.complainants.front().id,
                      .made_on = site().today(),
                      .made_time = {},
                      .summary = "Ms Silva said that Mr Marsh shouted again"});
        ASSERT_TRUE(recorded) << recorded.error().message();
    }
    std::string deliver() {
        auto context = site().as_system();
        return deliver_webhooks(context, poster);
    }
    domain::webhooks::Webhook stored(WebhookId id) {
        auto context = site().as(administrator_);
        return usecases::webhooks::view_webhook(context, id, 1)->webhook;
    }
    void wait(std::int64_t seconds) { site().clock.set(site().clock.now().plus_seconds(seconds)); }

    std::unique_ptr<TestSite> site_;
    domain::accounts::Account administrator_;
    domain::accounts::Account officer_;
    TestSite::MadeCase made_;
    RecordingPoster poster;
};

TEST_P(Webhooks, tell_that_something_happened_and_never_what_it_says) {
    auto const added = add();
    record_contact(made_);
    EXPECT_EQ(deliver(), "1 message delivered");
    ASSERT_EQ(poster.sent.size(), 1U);
    auto const& body = poster.sent.front().body;
    auto const message = boost::json::parse(body).as_object();
    EXPECT_EQ(message.at("type").as_string(), "contact-recorded");
    EXPECT_EQ(message.at("data").at("record").as_string(), "case");
    EXPECT_EQ(message.at("data").at("id").as_string(), std::string(made_.file.id.text()));
    EXPECT_EQ(message.at("data").at("reference").as_string(), made_.file.reference);
    EXPECT_EQ(body.find("Silva"), std::string::npos);
    EXPECT_EQ(body.find(officer_.name), std::string::npos);
    EXPECT_EQ(deliver(), "0 messages delivered") << "once is enough";
    EXPECT_TRUE(stored(added.id).last_delivered_at);
}

TEST_P(Webhooks, sign_each_message_as_the_specification_says) {
    auto const added = add();
    record_contact(made_);
    deliver();
    ASSERT_EQ(poster.sent.size(), 1U);
    auto const id = poster.header(0, "webhook-id");
    auto const seconds = site().clock.now().milliseconds() / 1000;
    EXPECT_EQ(poster.header(0, "webhook-timestamp"), std::to_string(seconds));
    EXPECT_EQ(poster.header(0, "webhook-signature"),
              gateways::webhook_signature(added.secret, id, seconds, poster.sent.front().body));
}

TEST_P(Webhooks, are_told_only_what_they_asked_for_and_only_while_they_are_on) {
    add({"case-closed"});
    auto const off = add();
    auto context = site().as(administrator_);
    ASSERT_TRUE(usecases::webhooks::switch_webhook(context, off.id, 1, usecases::webhooks::Switch::off));
    record_contact(made_);
    deliver();
    EXPECT_TRUE(poster.sent.empty());
}

TEST_P(Webhooks, hear_nothing_of_restricted_cases) {
    add();
    auto const hidden = site().open_case({.owner = officer_.id, .raised_on = site().today().plus_days(-2)});
    static storage::sql::Query const restrict_case{"test.webhooks.restrict",
                                                   "UPDATE case_file SET restricted = TRUE WHERE id = :id"};
    // One that is restricted after it happened, and before it was told.
    record_contact(hidden);
    site().database().write([&](storage::sql::Write& tx) {
        tx.run(restrict_case, {{"id", hidden.file.id}});
    });
    deliver();
    EXPECT_TRUE(poster.sent.empty());
    EXPECT_EQ(deliver(), "0 messages delivered");
}

TEST_P(Webhooks, that_fail_are_tried_later_and_later_with_the_same_id) {
    auto const added = add();
    record_contact(made_);
    poster.answer = {503, "Answered 503"};
    deliver();
    EXPECT_EQ(poster.sent.size(), 1U);
    EXPECT_TRUE(stored(added.id).failing_since);
    wait(29);
    deliver();
    EXPECT_EQ(poster.sent.size(), 1U) << "not yet";
    wait(1);
    deliver();
    EXPECT_EQ(poster.sent.size(), 2U);
    wait(59);
    deliver();
    EXPECT_EQ(poster.sent.size(), 2U);
    wait(1);
    poster.answer = {204, ""};
    deliver();
    ASSERT_EQ(poster.sent.size(), 3U);
    EXPECT_EQ(poster.header(0, "webhook-id"), poster.header(2, "webhook-id"));
    EXPECT_NE(poster.header(0, "webhook-timestamp"), poster.header(2, "webhook-timestamp"));
    EXPECT_FALSE(stored(added.id).failing_since);
}

TEST_P(Webhooks, that_fail_for_too_long_are_switched_off_and_administrators_told) {
    auto const added = add();
    record_contact(made_);
    poster.answer = {std::nullopt, "Couldn't connect to server"};
    deliver();
    for (int hours = 0; hours < 80 && stored(added.id).state == State::on; ++hours) {
        wait(3600);
        deliver();
    }
    EXPECT_EQ(stored(added.id).state, State::stopped);
    ASSERT_FALSE(site().mail.sent.empty());
    EXPECT_EQ(site().mail.sent.back().to_address, administrator_.email);
    auto const events = site().events_of("settings-webhooks");
    EXPECT_EQ(events.back(), "webhook-stopped");

    // Nothing is lost: switched on again, what waits is sent.
    auto context = site().as(administrator_);
    auto const version = stored(added.id).version;
    ASSERT_TRUE(
        usecases::webhooks::switch_webhook(context, added.id, version, usecases::webhooks::Switch::on));
    auto again = site().as(administrator_);
    ASSERT_EQ(usecases::webhooks::replay_webhook(again, {.id = added.id, .since = *Date::of(2026, 6, 1)}), 1);
    poster.answer = {200, ""};
    EXPECT_EQ(deliver(), "1 message delivered");
}

TEST_P(Webhooks, that_say_they_are_gone_are_switched_off_at_once) {
    auto const added = add();
    record_contact(made_);
    poster.answer = {410, "Answered 410"};
    EXPECT_EQ(deliver(), "0 messages delivered, 1 failed, 1 webhook switched off");
    EXPECT_EQ(stored(added.id).state, State::stopped);
}

TEST_P(Webhooks, are_sent_again_when_somebody_asks) {
    auto const added = add();
    record_contact(made_);
    deliver();
    auto context = site().as(administrator_);
    EXPECT_EQ(usecases::webhooks::replay_webhook(context, {.id = added.id, .since = site().today()}), 0)
        << "it arrived";
    EXPECT_EQ(usecases::webhooks::replay_webhook(
                  context, {.id = added.id, .since = site().today(), .which = storage::webhooks::Which::all}),
              1);
    deliver();
    ASSERT_EQ(poster.sent.size(), 2U);
    EXPECT_EQ(poster.sent[0].body, poster.sent[1].body);
}

TEST_P(Webhooks, are_for_administrators) {
    auto context = site().as(officer_);
    EXPECT_EQ(usecases::webhooks::list_webhooks(context).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(usecases::webhooks::add_webhook(context, {}).error().kind(), RefusalKind::forbidden);
}

INSTANTIATE_TEST_SUITE_P(both, Webhooks,
                         ::testing::Values(storage::sql::Engine::sqlite, storage::sql::Engine::postgres),
                         engine_test_name);

}  // namespace
}  // namespace doorstep::test
