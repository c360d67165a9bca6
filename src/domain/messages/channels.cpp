#include "domain/messages/channels.h"

#include "base/text.h"

namespace doorstep::domain::messages {

bool is_safe(Reach const& reach, Channel channel) {
    if (!reach.safe_contact) return reach.letters_unasked && channel == Channel::letter;
    auto const& safe = *reach.safe_contact;
    switch (channel) {
        case Channel::letter:
            return safe.letter_allowed;
        case Channel::email:
            return safe.email_allowed;
        case Channel::text:
            return safe.text_allowed;
        case Channel::spoken:
            return safe.any_way();
    }
    return false;
}

std::string destination_of(Reach const& reach, Channel channel) {
    if (channel == Channel::letter) return reach.postal_address;
    if (!reach.safe_contact) return {};
    if (channel == Channel::spoken && !reach.safe_contact->telephone_allowed) return {};
    auto const& typed = channel == Channel::email ? reach.safe_contact->email : reach.safe_contact->telephone;
    return std::string(text::trim(typed));
}

std::optional<Channel> best_channel(Reach const& reach, bool email_reaches_people) {
    auto const possible = [&](Channel channel) {
        return is_safe(reach, channel) && !destination_of(reach, channel).empty();
    };
    if (email_reaches_people && possible(Channel::email)) return Channel::email;
    if (possible(Channel::letter)) return Channel::letter;
    return std::nullopt;
}

std::optional<NoWay> why_no_way(Reach const& reach, bool email_reaches_people) {
    if (best_channel(reach, email_reaches_people)) return std::nullopt;
    if (!reach.safe_contact && !reach.letters_unasked) return NoWay::nobody_asked;
    bool const letters = is_safe(reach, Channel::letter);
    if (!letters && !is_safe(reach, Channel::email)) return NoWay::none_agreed;
    return letters || destination_of(reach, Channel::email).empty() ? NoWay::no_address
                                                                    : NoWay::emails_stay_here;
}

std::string name_for_letters(Reach const& reach, std::string const& own_name) {
    if (reach.safe_contact && !text::trim(reach.safe_contact->name_to_use).empty())
        return std::string(text::trim(reach.safe_contact->name_to_use));
    return own_name;
}

}  // namespace doorstep::domain::messages
