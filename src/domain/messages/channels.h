#pragma once

#include <optional>
#include <string>

#include "domain/messages/message.h"

/// Which ways somebody may be written to.
namespace doorstep::domain::messages {

/// What is known of how to reach somebody.
struct Reach {
    std::optional<people::SafeContact> safe_contact;  ///< nothing: nobody has asked yet, so no way is safe
    std::string postal_address;                       ///< in lines; empty when not known
    /// A landlord writes to somebody complained about at their home, whether or not anybody asked them.
    bool letters_unasked = false;
};

/// The person agreed to this way. Without an answer on record nothing is agreed, save letters to
/// somebody complained about.
bool is_safe(Reach const& reach, Channel channel);
/// Where it would go: address in lines, e-mail address or number; empty when not known. What is spoken goes
/// to the number that may be rung, if there is one.
std::string destination_of(Reach const& reach, Channel channel);

/// The way to write when nobody chose one: safe, and with somewhere to go. E-mail first, because it is there
/// the same day; only where e-mails leave the building. Then a letter. Never a text: it says no more than
/// "please ring us", so it tells nobody anything.
std::optional<Channel> best_channel(Reach const& reach, bool email_reaches_people);

/// Why nothing can be written to somebody, for colleagues.
enum class NoWay {
    nobody_asked,
    none_agreed,
    no_address,
    emails_stay_here,  ///< they agreed to e-mail alone, and this site's go no further than a folder
};
constexpr auto enum_names(NoWay) {
    return std::array{
        EnumName{NoWay::nobody_asked, "nobody-asked", "Nobody has asked which ways of writing are safe"},
        EnumName{NoWay::none_agreed, "none-agreed", "They did not say that letters or e-mail are safe"},
        EnumName{NoWay::no_address, "no-address", "We have no address to write to"},
        EnumName{NoWay::emails_stay_here, "emails-stay-here",
                 "They agreed to e-mail only, and this site does not send e-mail"}};
}
/// Nothing where best_channel() finds a way.
std::optional<NoWay> why_no_way(Reach const& reach, bool email_reaches_people);

/// The name to address somebody by: the one they chose, else their own.
std::string name_for_letters(Reach const& reach, std::string const& own_name);

}  // namespace doorstep::domain::messages
