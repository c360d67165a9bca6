#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "gateways/mail.h"
#include "mail/mail_server.h"

namespace doorstep::test {
namespace {

using gateways::Delivery;
using gateways::Mail;
using gateways::SmtpMailer;
using gateways::SmtpSettings;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

Mail a_mail(std::string to = "ana@example.org") {
    return {.id = "<01a3@elmfield.example>",
            .date = *Instant::parse_iso("2026-06-10T09:00:00Z"),
            .from_name = "Tai Bryn Môr, Tŷ Llwyd",
            .to_address = std::move(to),
            .subject = "Mae gennych neges â ŵ oddi wrthym ni, ac mae’n ddigon hir i lenwi mwy nag un llinell",
            .text =
                "Annwyl Siân Ŵyn\n\n.\nFrom now on: “Môr” costs £5, and this line is so long that it must be "
                "broken on its way and put together again by whoever reads it, without a blank too many.\n"
                "\nYn gywir\n",
            .language = "cy"};
}

class Sending : public ::testing::Test {
  protected:
    void SetUp() override {
        if (MailServer::is_installed()) return;
        if (std::getenv("DOORSTEP_TEST_MAIL_SERVER_REQUIRED")) FAIL() << "Exim is not installed";
        GTEST_SKIP() << "Exim is not installed: scripts/setup.sh test";
    }
    static SmtpSettings settings(MailServer const& server) {
        return {.url = server.url(),
                .from_address = "asb@elmfield.example",
                .user = "",
                .password = "",
                .requires_tls = false,
                .trusted_certificates = {}};
    }
};

TEST_F(Sending, arrives_with_every_letter_of_every_alphabet_as_it_was_written) {
    MailServer server;
    auto const delivery = SmtpMailer(settings(server)).send(a_mail());
    ASSERT_EQ(delivery.result, Delivery::Result::taken) << delivery.why << server.log();
    auto const letters = server.letters(1);
    ASSERT_THAT(letters, SizeIs(1)) << server.log();
    auto const opened = open_letter(letters.front());
    EXPECT_EQ(opened.from, "\"Tai Bryn Môr, Tŷ Llwyd\" <asb@elmfield.example>");
    EXPECT_EQ(opened.to, "ana@example.org");
    EXPECT_EQ(opened.subject, a_mail().subject);
    EXPECT_EQ(opened.id, "01a3@elmfield.example");
    EXPECT_EQ(opened.text, a_mail().text);
    EXPECT_THAT(letters.front(), HasSubstr("Auto-Submitted: auto-generated"));
}

TEST_F(Sending, to_somebody_who_is_not_there_is_refused_for_good_without_their_address) {
    MailServer server;
    auto const delivery = SmtpMailer(settings(server)).send(a_mail("nobody-here@example.org"));
    EXPECT_EQ(delivery.result, Delivery::Result::refused);
    EXPECT_THAT(delivery.why, HasSubstr("There is nobody of that name"));
    EXPECT_THAT(delivery.why, Not(HasSubstr("nobody-here@")));
    EXPECT_THAT(server.letters(0), SizeIs(0));
}

TEST_F(Sending, to_a_place_that_asks_to_come_back_is_tried_again_and_then_taken) {
    MailServer server;
    SmtpMailer mailer(settings(server));
    auto const first = mailer.send(a_mail("greylisted@example.org"));
    EXPECT_EQ(first.result, Delivery::Result::try_again);
    EXPECT_THAT(first.why, HasSubstr("come back later"));
    server.let_greylisted_through();
    EXPECT_EQ(mailer.send(a_mail("greylisted@example.org")).result, Delivery::Result::taken);
    EXPECT_THAT(server.letters(1), SizeIs(1));
}

TEST_F(Sending, is_tried_again_while_the_server_is_away) {
    MailServer server;
    SmtpMailer mailer(settings(server));
    server.stop();
    auto const delivery = mailer.send(a_mail());
    EXPECT_EQ(delivery.result, Delivery::Result::try_again);
    EXPECT_EQ(delivery.why, "The mail server does not answer");
    server.start();
    EXPECT_EQ(mailer.send(a_mail()).result, Delivery::Result::taken);
}

TEST_F(Sending, needs_encryption_from_a_server_that_is_trusted) {
    MailServer open;
    auto demanding = settings(open);
    demanding.requires_tls = true;
    EXPECT_EQ(SmtpMailer(demanding).send(a_mail()).result, Delivery::Result::try_again);

    MailServer closed(Encryption::offered);
    auto wary = settings(closed);
    wary.requires_tls = true;
    auto const untrusted = SmtpMailer(wary).send(a_mail());
    EXPECT_EQ(untrusted.result, Delivery::Result::try_again);
    EXPECT_EQ(untrusted.why, "The mail server's certificate is not trusted");
    wary.trusted_certificates = closed.certificate();
    auto const trusted = SmtpMailer(wary).send(a_mail());
    EXPECT_EQ(trusted.result, Delivery::Result::taken) << trusted.why << closed.log();
    EXPECT_THAT(closed.letters(1), SizeIs(1));
    EXPECT_THAT(open.letters(0), SizeIs(0));
}

TEST_F(Sending, gives_name_and_password_and_comes_back_when_they_are_wrong) {
    MailServer server;
    auto named = settings(server);
    named.user = "doorstep";
    named.password = "wrong";
    EXPECT_EQ(SmtpMailer(named).send(a_mail("needs-name@example.org")).result, Delivery::Result::try_again);
    named.password = "correct horse";
    auto const delivery = SmtpMailer(named).send(a_mail("needs-name@example.org"));
    EXPECT_EQ(delivery.result, Delivery::Result::taken) << delivery.why << server.log();
    EXPECT_THAT(server.letters(1), SizeIs(1));
}

}  // namespace
}  // namespace doorstep::test
