#pragma once

#include <string>

#include "domain/messages/message.h"
#include "govuk/tag.h"
#include "pages/visit.h"

/// What the pages of letters share.
namespace doorstep::pages::letters {

std::string letters_address(std::string_view reference);
std::string letter_address(std::string_view reference, MessageId id);
/// The letter the address names; nothing when it is no id.
std::optional<MessageId> letter_id(Visit const& visit);
http::Response no_such_letter(Visit& visit);
/// The version that the form carried.
std::int64_t seen_version(Visit const& visit);

govuk::Tag state_tag(domain::messages::Message const& message);
/// The letter as its reader gets it: on paper with heading and address, an e-mail with its subject, a text.
Html letter_as_it_leaves(domain::messages::Message const& message, std::string_view subject,
                         std::string_view body);

}  // namespace doorstep::pages::letters
