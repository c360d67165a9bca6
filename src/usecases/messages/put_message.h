#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/messages/letters.h"
#include "domain/messages/message.h"
#include "domain/wording/merge.h"
#include "usecases/context.h"
#include "usecases/messages/recipient.h"

namespace doorstep::usecases::messages {

/// What becomes of words that cannot be written to somebody.
enum class IfNoWay {
    refuse,
    tell,  ///< a colleague tells them: work of the case's owner, or of whoever deals with the report
};

/// A letter that a change decides on: closing a case, deciding a report, a hand-over.
struct NewMessage {
    std::string_view letter;  ///< of domain/messages/letters.h
    Recipient to;
    domain::cases::CaseFile const* file = nullptr;  ///< what it is about; nothing for a letter about a report
    domain::wording::Fields fields;                 ///< the letter's own, besides those of every letter
    std::optional<domain::messages::Channel> channel;  ///< nothing: the best way that is safe
    /// Why it may go although the check finds something that might be harmless; the officer's own words.
    std::string check_reason;
    /// Why the program writes it: nothing goes out twice for the same cause ("acknowledgement ID").
    std::optional<std::string> cause;
    std::vector<domain::people::NumberGiven> numbers;  ///< in a notice of rights
    IfNoWay if_no_way = IfNoWay::refuse;
};

struct MessagePut {
    MessageId id;
    domain::messages::Channel channel{};

    bool is_written() const { return channel != domain::messages::Channel::spoken; }
};

/// Puts a letter, e-mail or text into the outbox, inside the change that decides it: words in the reader's
/// language, way by their safe contact, side recorded, event `message-written`. Nothing leaves before the
/// change is safe; e-mails and texts wait for the person's best times.
/// Refused, with nothing written:
///  - "no-safe-way": no way of writing to this person is safe, or none has an address. A letter that is only
///    one way of several to tell somebody something treats this as "not told" and goes on;
///  - "channel-not-safe": the way asked for was said not to be safe (or nobody asked them yet);
///  - "address-missing", "email-wrong": nowhere to send it;
///  - "outbound-block", "outbound-caution": it gives somebody else away (check_message.h); problems name what
///    was found. A caution passes with a `check_reason`;
///  - "written-already": there is a message for this cause;
///  - what compose() refuses.
Expected<MessagePut> put_message(Change& change, Settings const& settings, NewMessage const& message);

/// True for the refusal that means "there is no way to write to them": nobody made a mistake.
bool is_no_safe_way(Refusal const& refusal);
/// True for the refusal that means that the same cause was written for before.
bool is_written_already(Refusal const& refusal);

}  // namespace doorstep::usecases::messages
