#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "domain/messages/retry.h"
#include "gateways/mail.h"
#include "mail/mail_server.h"
#include "storage/messages.h"
#include "support/site/test_site.h"
#include "usecases/messages/clear_outbox.h"
#include "usecases/reports/send_report.h"

namespace doorstep::test {
namespace {

using domain::messages::Message;
using domain::messages::State;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// A site whose e-mails go to a real mail server.
class OutboxWithMailServer : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!MailServer::is_installed()) {
            if (std::getenv("DOORSTEP_TEST_MAIL_SERVER_REQUIRED")) FAIL() << "Exim is not installed";
            GTEST_SKIP() << "Exim is not installed: scripts/setup.sh test";
        }
        server = std::make_unique<MailServer>();
        mailer = std::make_unique<gateways::SmtpMailer>(
            gateways::SmtpSettings{.url = server->url(),
                                   .from_address = "asb@elmfield.example",
                                   .user = "",
                                   .password = "",
                                   .requires_tls = false,
                                   .trusted_certificates = {}});
        auto& all = site.services();
        services = std::make_unique<usecases::Services>(usecases::Services{
            all.database, all.clock, all.ids, all.settings, all.views, all.vault, all.site_key, *mailer});
    }

    /// Somebody reports, and is written to.
    Message acknowledged(std::string email, std::string language = "en") {
        usecases::reports::SendReport input;
        input.report.channel = "online";
        input.report.what_happened = "Loud music until 4am";
        input.report.categories = {"noise"};
        input.report.reporter_name = "Siân Ŵyn";
        input.safe_contact.emplace();
        input.safe_contact->email_allowed = true;
        input.safe_contact->email = std::move(email);
        input.safe_contact->language = std::move(language);
        usecases::Context context(*services, domain::access::Viewer{});
        auto const sent = usecases::reports::send_report(context, input);
        EXPECT_TRUE(sent) << sent.error().message();
        auto const messages = site.database().read(
            [&](storage::sql::Read& tx) { return storage::messages::of_report(tx, sent->id); });
        EXPECT_THAT(messages, SizeIs(1));
        return messages.front();
    }
    std::string clear() {
        usecases::Context context(*services, domain::access::Viewer::system(domain::access::Door::job));
        return usecases::messages::clear_outbox(context);
    }
    Message stored(Message const& message) {
        return site.database().read(
            [&](storage::sql::Read& tx) { return *storage::messages::find(tx, message.id); });
    }
    void wait(std::chrono::minutes time) {
        site.clock.set(site.clock.now().plus_seconds(std::chrono::seconds(time).count()));
    }

    TestSite site;  // Wednesday 10 June 2026, 10am
    std::unique_ptr<MailServer> server;
    std::unique_ptr<gateways::SmtpMailer> mailer;
    std::unique_ptr<usecases::Services> services;
};

TEST_F(OutboxWithMailServer, an_acknowledgement_arrives_once_in_the_language_asked_for) {
    auto const message = acknowledged("ana@example.org", "cy");
    EXPECT_EQ(clear(), "1 e-mail sent");
    EXPECT_EQ(clear(), "0 e-mails sent");
    auto const letters = server->letters(1);
    ASSERT_THAT(letters, SizeIs(1)) << server->log();
    auto const opened = open_letter(letters.front());
    EXPECT_EQ(opened.text, message.body);
    EXPECT_THAT(opened.text, HasSubstr("Annwyl Siân Ŵyn"));
    EXPECT_THAT(opened.subject, Not(HasSubstr("R-26")));
    EXPECT_EQ(stored(message).state, State::sent);
    EXPECT_EQ(stored(message).sent_how, domain::messages::SentHow::mail_server);
    EXPECT_THAT(site.events_of(message.report->text()), Contains("message-sent"));
}

TEST_F(OutboxWithMailServer, one_that_finds_the_server_away_goes_when_it_is_back) {
    auto const message = acknowledged("ana@example.org");
    server->stop();
    EXPECT_EQ(clear(), "0 e-mails sent, 1 to be tried again");
    EXPECT_EQ(stored(message).state, State::waiting);
    EXPECT_EQ(stored(message).last_error, "The mail server does not answer");
    server->start();
    EXPECT_EQ(clear(), "0 e-mails sent") << "not before its time";
    wait(domain::messages::wait_after(1));
    EXPECT_EQ(clear(), "1 e-mail sent");
    EXPECT_THAT(server->letters(1), SizeIs(1));
}

TEST_F(OutboxWithMailServer, one_that_was_greylisted_goes_at_the_next_try) {
    auto const message = acknowledged("greylisted@example.org");
    EXPECT_EQ(clear(), "0 e-mails sent, 1 to be tried again");
    EXPECT_THAT(stored(message).last_error, HasSubstr("come back later"));
    server->let_greylisted_through();
    wait(domain::messages::wait_after(1));
    EXPECT_EQ(clear(), "1 e-mail sent");
    EXPECT_EQ(stored(message).state, State::sent);
}

TEST_F(OutboxWithMailServer, one_to_nobody_fails_at_once_and_somebody_has_to_act) {
    auto const message = acknowledged("nobody-here@example.org");
    EXPECT_EQ(clear(), "0 e-mails sent, 1 failed");
    EXPECT_EQ(stored(message).state, State::failed);
    EXPECT_EQ(stored(message).attempts, 1);
    EXPECT_THAT(site.events_of(message.report->text()), Contains("message-failed"));
    EXPECT_EQ(clear(), "0 e-mails sent");
}

TEST_F(OutboxWithMailServer, gives_up_after_a_day) {
    auto const message = acknowledged("greylisted@example.org");
    for (int n = 1; n < domain::messages::most_attempts; ++n) {
        EXPECT_EQ(clear(), "0 e-mails sent, 1 to be tried again");
        wait(domain::messages::wait_after(n));
    }
    EXPECT_EQ(clear(), "0 e-mails sent, 1 failed");
    EXPECT_EQ(stored(message).state, State::failed);
    EXPECT_GE(site.clock.now(), message.created_at.plus_seconds(24 * 3600));
    EXPECT_LT(site.clock.now(), message.created_at.plus_seconds(25 * 3600));
}

}  // namespace
}  // namespace doorstep::test
