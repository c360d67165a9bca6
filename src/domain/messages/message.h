#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "domain/people/people.h"
#include "domain/people/rights.h"

/// What goes out to people: letters to print and post, e-mails, texts. Put in the outbox by the change that
/// decides it, sent after that change is safe.
namespace doorstep::domain::messages {

/// `spoken`: nothing written reaches them, so a colleague tells them what the letter says, by telephone or
/// when they get in touch.
enum class Channel { letter, email, text, spoken };
constexpr auto enum_names(Channel) {
    return std::array{EnumName{Channel::letter, "letter", "Letter"},
                      EnumName{Channel::email, "email", "E-mail"},
                      EnumName{Channel::text, "text", "Text message"},
                      EnumName{Channel::spoken, "spoken", "Told by a colleague"}};
}
/// Those that somebody chooses when writing.
inline constexpr std::array written_channels{Channel::letter, Channel::email, Channel::text};

enum class State {
    draft,      ///< being written by an officer; nothing has left
    waiting,    ///< for the post, or for its hour
    sent,       ///< handed on: posted, or taken by the mail server
    failed,     ///< tried and given up
    cancelled,  ///< will not go
};
constexpr auto enum_names(State) {
    return std::array{EnumName{State::draft, "draft", "Being written"},
                      EnumName{State::waiting, "waiting", "Waiting to go"},
                      EnumName{State::sent, "sent", "Sent"},
                      EnumName{State::failed, "failed", "Could not be sent"},
                      EnumName{State::cancelled, "cancelled", "Cancelled"}};
}

/// How it left. `folder`: written to a folder of the server because the site has no mail server; whether
/// anybody got it is not known.
enum class SentHow { post, by_hand, mail_server, folder, told };
constexpr auto enum_names(SentHow) {
    return std::array{EnumName{SentHow::post, "post", "Posted"},
                      EnumName{SentHow::by_hand, "by-hand", "Put through the door"},
                      EnumName{SentHow::mail_server, "mail-server", "Taken by the mail server"},
                      EnumName{SentHow::folder, "folder", "Written to the server's mail folder, not sent on"},
                      EnumName{SentHow::told, "told", "Rung, texted or told by a colleague"}};
}

struct Message {
    MessageId id;
    Channel channel = Channel::letter;
    State state = State::waiting;
    std::string wording;  ///< code of the letter: "who-is-dealing"
    std::int64_t wording_version = 0;
    std::string language = "en";  ///< of the words: "en" or "cy"
    std::string heading;          ///< what it is about; on paper the letter's own heading
    std::string subject;          ///< of an e-mail: says nothing of what it is about
    std::string body;             ///< a letter's Markdown; exactly what an e-mail or text says
    std::string addressee;        ///< for the envelope
    std::string destination;      ///< postal address in lines, e-mail address or number
    bool large_print = false;
    std::optional<CaseFileId> case_file;
    std::optional<CasePersonId> person;
    std::optional<ReportId> report;
    people::Side side = people::Side::reporting;
    Instant not_before;  ///< when it may leave at the earliest
    int attempts = 0;
    std::string last_error;    ///< of the mail server, without the address
    std::string check_reason;  ///< why it may go although the check found something; empty when it did not
    std::optional<AccountId> names_owner;            ///< who it says is dealing with the case
    std::optional<AccountId> names_housing_officer;  ///< and who the housing officer is
    std::optional<AccountId> created_by;
    Instant created_at;
    std::optional<Instant> sent_at;
    std::optional<AccountId> sent_by;  ///< who posted it or rang
    std::optional<SentHow> sent_how;
    std::string proof;                ///< of posting: the certificate's number
    std::optional<Date> returned_on;  ///< the post brought it back
    std::string returned_note;
    /// What the program wrote it for; no two messages have the same, so that nothing goes out twice.
    std::optional<std::string> cause;
    std::vector<people::NumberGiven> numbers;  ///< in a notice of rights
    std::int64_t version = 1;

    bool is_open() const { return state == State::draft || state == State::waiting; }
};

}  // namespace doorstep::domain::messages
