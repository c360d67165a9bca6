#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "support/databases.h"

/// A real mail server of a test's own: Exim on 127.0.0.1 on a free port, as an ordinary process with its
/// configuration, spool and letter box in a temporary folder. It takes mail for example.org:
///  - greylisted@ only after let_greylisted_through(), before that with a temporary answer;
///  - nobody-here@ never;
///  - needs-name@ only from somebody who gave name and password ("doorstep", "correct horse");
///  - everybody else's into one letter box.
/// Mail for elsewhere is refused, so that nothing can leave the machine.
namespace doorstep::test {

enum class Encryption { none, offered };

class MailServer {
  public:
    /// Started. std::runtime_error when it does not start.
    explicit MailServer(Encryption encryption = Encryption::none);
    MailServer(MailServer const&) = delete;
    MailServer& operator=(MailServer const&) = delete;
    ~MailServer();

    static bool is_installed();

    std::string url() const;
    /// Of its own making; whoever does not trust it must not send.
    std::filesystem::path certificate() const { return folder_.path() / "certificate.pem"; }
    void let_greylisted_through();
    /// Gone, as after a failure of the machine it is on; start() brings it back on the same port.
    void stop();
    void start();

    /// What lies in the letter box, as it arrived, once there are at least so many; what there is when that
    /// takes too long.
    std::vector<std::string> letters(std::size_t at_least) const;
    /// For the message of a test that fails.
    std::string log() const;

  private:
    void write_configuration() const;
    bool answers() const;

    TemporaryFolder folder_;
    Encryption encryption_;
    int port_ = 0;
    pid_t process_ = -1;
};

/// What somebody reads who opens a letter: headers and text decoded.
struct Opened {
    std::string from;
    std::string to;
    std::string subject;
    std::string id;
    std::string text;
};
Opened open_letter(std::string const& letter);

}  // namespace doorstep::test
