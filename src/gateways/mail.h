#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/instant.h"

/// E-mail, one message at a time. Real ones hand it to a mail server (mail_smtp.cpp) or write it to a folder
/// (mail_folder.cpp); tests have one that records.
namespace doorstep::gateways {

struct Mail {
    /// Unique, and the same at every try: "<01a3...@elmfield.example>". Whoever gets it twice can tell.
    std::string id;
    Instant date;
    std::string from_name;
    std::string to_address;  ///< checked by domain::messages::is_email_address
    std::string subject;
    std::string text;      ///< plain, UTF-8
    std::string language;  ///< "en" or "cy"
};

/// What became of one try.
struct Delivery {
    enum class Result {
        taken,      ///< the server is responsible for it now
        try_again,  ///< not now: the server is away, busy or wrongly set up
        refused,    ///< this message will not be taken by trying again
    };
    Result result = Result::try_again;
    /// Why, for colleagues: the server's answer or what failed, without the address it was for.
    std::string why;
};

class Mailer {
  public:
    virtual ~Mailer() = default;
    /// Never throws for what a mail server does. The only thing here that may take long: not inside a
    /// transaction.
    virtual Delivery send(Mail const& mail) = 0;
    /// False where nothing leaves the building.
    virtual bool reaches_people() const = 0;
    /// The part after the @ of this site's own addresses, for message ids.
    virtual std::string domain() const = 0;
};

/// Well-formed MIME (RFC 5322, RFC 2045 to 2047), lines ended by CRLF: text in quoted-printable, names
/// and subjects encoded, marked as sent by a program so that nobody's "out of office" answers (RFC 3834).
std::string mime_message(Mail const& mail, std::string const& from_address);

/// Writes each message as <id>.eml: nothing is lost on a site without a mail server, and nothing leaves.
class FolderMailer : public Mailer {
  public:
    explicit FolderMailer(std::filesystem::path folder);
    Delivery send(Mail const& mail) override;
    bool reaches_people() const override { return false; }
    std::string domain() const override { return "localhost"; }

  private:
    std::filesystem::path folder_;
};

struct SmtpSettings {
    std::string url;  ///< "smtp://mail.example:587", "smtps://mail.example"
    std::string from_address;
    std::string user;  ///< empty: the server asks for none
    std::string password;
    /// TLS is asked for and required. Without: only for a relay on the same machine or in tests.
    bool requires_tls = true;
    /// Certificates to trust besides the system's own, PEM.
    std::optional<std::filesystem::path> trusted_certificates;
    int connect_seconds = 15;
    int total_seconds = 60;
};

/// Hands messages to a mail server by SMTP (RFC 5321), with STARTTLS (RFC 3207) or TLS from the start.
class SmtpMailer : public Mailer {
  public:
    explicit SmtpMailer(SmtpSettings settings);
    Delivery send(Mail const& mail) override;
    bool reaches_people() const override { return true; }
    std::string domain() const override;

  private:
    SmtpSettings settings_;
};

}  // namespace doorstep::gateways
