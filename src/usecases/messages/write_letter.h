#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/messages/letters.h"
#include "domain/messages/message.h"
#include "domain/wording/merge.h"
#include "usecases/context.h"

/// An officer's own letter: chosen, changed, checked, sent.
namespace doorstep::usecases::messages {

/// Somebody on the case who can be written to, and by which ways.
struct LetterReader {
    CasePersonId id;
    std::string words;                                ///< "Ana Silva, complainant"
    std::string safe_contact;                         ///< in words; what to do when nobody has asked
    std::vector<domain::messages::Channel> channels;  ///< safe, and with somewhere to go
};

struct LetterFormView {
    std::string reference;
    std::vector<LetterReader> readers;
    std::vector<domain::messages::Letter const*> letters;  ///< those an officer chooses from
    bool emails_leave = false;  ///< false: e-mails are only written to a folder of the server
};
/// Needs leave to work on the case; a closed case is refused. With a kind of legal action: the letters of it.
Expected<LetterFormView> view_letter_form(Context& context, std::string_view reference,
                                          std::string_view action_kind = {});

struct WriteLetter {
    std::string reference;
    CasePersonId person;
    std::string letter;  ///< code
    domain::messages::Channel channel = domain::messages::Channel::letter;
};
/// Makes a draft with the letter's words filled in. Refused: a way the person did not agree to, or that leads
/// nowhere; a letter that only the program writes; what compose() refuses.
Expected<MessageId> write_letter(Context& context, WriteLetter const& input);

/// The letter's own fields, in this language; asked for once the case is open.
using OwnFields =
    std::function<Expected<domain::wording::Fields>(storage::sql::Read&, std::string_view language)>;
/// The same for a letter of a legal action of this kind. Refused besides: a letter that is not for this kind
/// of action, or not for somebody of this side.
Expected<MessageId> write_letter_of_action(Context& context, WriteLetter const& input,
                                           std::string_view action_kind, OwnFields const& own);

struct ChangeLetter {
    std::string reference;
    MessageId id;
    std::int64_t version = 0;
    std::string heading;
    std::string body;
};
/// Saves a draft's words. Refused for anything that is no draft any more.
Expected<Done> change_letter(Context& context, ChangeLetter const& input);

struct SendLetter {
    std::string reference;
    MessageId id;
    std::int64_t version = 0;
    std::string check_reason;
};
struct LetterReleased {
    domain::messages::Channel channel{};
    Instant not_before;
};
/// Lets a draft go: its way and address are asked for again, its words are checked, an e-mail gets its quiet
/// outside. Refused as put_message() says.
Expected<LetterReleased> send_letter(Context& context, SendLetter const& input);

}  // namespace doorstep::usecases::messages
