#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "usecases/context.h"
#include "usecases/messages/put_message.h"

/// The notice of the rights of victims of crime, by letter or e-mail (M-82). That somebody was told is
/// written down when it has left, with the version of the words and the numbers in them.
namespace doorstep::usecases::messages {

/// Whether people who report this case are told: what happened may be a crime (domain/people/rights.h).
bool rights_are_due(Settings const& settings, domain::cases::CaseFile const& file, Date on);

/// Writes to each complainant who was not told and not written to before, inside the change that opened the
/// case, put somebody on it or learned more about either: where the kind of case calls for it, and a way of
/// writing is safe. It gives the numbers for victims, and those for hate or abuse where it is about that.
/// Whoever cannot be written to, or where the list has no such number, becomes a work item of the owner, due
/// with their first contact. How many were written to.
int write_rights_letters(Change& change, Settings const& settings, domain::cases::CaseFile const& file);

struct SendRights {
    std::string reference;
    CasePersonId person;
    domain::messages::Channel channel = domain::messages::Channel::letter;
    std::vector<std::string> numbers;  ///< codes of the list of signposts
};
/// An officer's own decision to send it, whatever the kind of case, with the numbers they choose. Refused:
/// somebody who is not on the reporting side; a text message, which says nothing; a number that is not on the
/// list, or none; what put_message() refuses.
Expected<MessagePut> send_rights_letter(Context& context, SendRights const& input);

/// Called when a message has left: keeps the notice, where this was one.
void note_rights_told(Change& change, domain::messages::Message const& message);

}  // namespace doorstep::usecases::messages
