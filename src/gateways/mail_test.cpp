#include "gateways/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace doorstep::gateways {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Mail mail() {
    return {.id = "<01a3@elmfield.example>",
            .date = *Instant::parse_iso("2026-06-10T09:00:00Z"),
            .from_name = "Elmfield Homes",
            .to_address = "ana@example.org",
            .subject = "Mae gennych neges â ŵ",
            .text = "Annwyl Siân\n.\nYn gywir",
            .language = "cy"};
}

TEST(MimeMessage, is_encoded_so_that_any_server_takes_it) {
    auto const written = mime_message(mail(), "asb@elmfield.example");
    EXPECT_THAT(written, HasSubstr("Message-ID: <01a3@elmfield.example>\r\n"));
    EXPECT_THAT(written, HasSubstr("Auto-Submitted: auto-generated\r\n"));
    EXPECT_THAT(written, HasSubstr("Content-Transfer-Encoding: quoted-printable\r\n"));
    for (char const c : written) EXPECT_GE(c, 0) << "every byte is ASCII";
}

TEST(MimeMessage, keeps_a_typed_line_end_out_of_its_headers) {
    auto bad = mail();
    bad.subject = "Hello\r\nBcc: everyone@example.org";
    bad.from_name = "Elmfield\nBcc: all@example.org";
    EXPECT_THAT(mime_message(bad, "asb@elmfield.example"), Not(HasSubstr("\nBcc:")));
}

TEST(FolderMailer, writes_each_message_as_a_file_and_says_that_none_leaves) {
    auto const folder = std::filesystem::temp_directory_path() / "doorstep-folder-mailer-test";
    std::filesystem::remove_all(folder);
    FolderMailer mailer(folder);
    EXPECT_FALSE(mailer.reaches_people());
    EXPECT_EQ(mailer.send(mail()).result, Delivery::Result::taken);
    std::stringstream content;
    content << std::ifstream(folder / "01a3.eml").rdbuf();
    EXPECT_THAT(content.str(), HasSubstr("ana@example.org"));
    std::filesystem::remove_all(folder);
}

TEST(SmtpMailer, says_try_again_when_no_server_answers) {
    SmtpMailer mailer({.url = "smtp://127.0.0.1:1",
                       .from_address = "asb@elmfield.example",
                       .user = "",
                       .password = "",
                       .requires_tls = false,
                       .trusted_certificates = {}});
    auto const delivery = mailer.send(mail());
    EXPECT_EQ(delivery.result, Delivery::Result::try_again);
    EXPECT_FALSE(delivery.why.empty());
    EXPECT_EQ(mailer.domain(), "elmfield.example");
}

}  // namespace
}  // namespace doorstep::gateways
